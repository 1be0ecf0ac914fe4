import { foldActed, foldEvent } from './evolve';
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

  /** `add` for the event that most of a hand is made of: saves finding out what it is. */
  act(event: Parameters<typeof foldActed>[1]): void {
    this.events.push(event);
    foldActed(this.draft, event);
  }
}
