import { foldEvent } from './evolve';
import type { HandDraft } from './hand-draft';
import type { Dealer, HandEvent, HandState, LaterEvent } from './hand-types';

/** Collects events and folds each at once, so that the next step decides on the hand so far. */
export class Course {
  constructor(
    readonly draft: HandDraft,
    readonly dealer: Dealer,
    readonly events: HandEvent[] = [],
  ) {}

  /** The hand so far; it changes with the next event. */
  get state(): HandState {
    return this.draft.hand;
  }

  add(event: LaterEvent): void {
    this.events.push(event);
    foldEvent(this.draft, event);
  }

  /** `add` for who knows what the event does: saves finding out which of all it is. */
  go<Event extends LaterEvent>(event: Event, fold: (draft: HandDraft, event: Event) => void): void {
    this.events.push(event);
    fold(this.draft, event);
  }
}
