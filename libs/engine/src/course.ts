import { foldInto } from './evolve';
import { draftOf, type HandDraft } from './hand-draft';
import type { HandEvent, HandState } from './hand-types';
import { assertInvariant } from './result';

/** What a command led to. */
export interface Played {
  readonly events: HandEvent[];
  /** The hand after the events. */
  readonly state: HandState;
}

/** Collects events and the state they lead to, so that each step decides on the state so far. */
export class Course {
  private readonly events: HandEvent[] = [];
  private draft: HandDraft | null;

  constructor(from: HandState | null) {
    this.draft = from === null ? null : draftOf(from);
  }

  /** The hand so far; it changes with the next event. */
  get state(): HandState {
    assertInvariant(this.draft !== null, 'a hand has begun');
    return this.draft;
  }

  /** Everything that was added, and where it led. */
  get played(): Played {
    return { events: this.events, state: this.state };
  }

  /** Adds what has been decided at once. */
  with(events: readonly HandEvent[]): this {
    for (const event of events) this.add(event);
    return this;
  }

  add(event: HandEvent): void {
    this.events.push(event);
    this.draft = foldInto(this.draft, event);
  }
}
