import { foldInto } from './evolve';
import { draftOf, type HandDraft } from './hand-draft';
import type { HandEvent, HandState } from './hand-types';
import { assertInvariant } from './result';

/** Collects events and the state they lead to, so that each step decides on the state so far. */
export class Course {
  readonly events: HandEvent[] = [];
  private draft: HandDraft | null;

  constructor(from: HandState | null) {
    this.draft = from === null ? null : draftOf(from);
  }

  /** The hand so far; it changes with the next event. */
  get state(): HandState {
    assertInvariant(this.draft !== null, 'a hand has begun');
    return this.draft;
  }

  add(event: HandEvent): void {
    this.events.push(event);
    this.draft = foldInto(this.draft, event);
  }
}
