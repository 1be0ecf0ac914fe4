import { evolve } from './evolve';
import type { HandEvent, HandState } from './hand-types';
import { assertInvariant } from './result';

/** Collects events and the state they lead to, so that each step decides on the state so far. */
export class Course {
  readonly events: HandEvent[] = [];

  constructor(private current: HandState | null) {}

  get state(): HandState {
    assertInvariant(this.current !== null, 'a hand has begun');
    return this.current;
  }

  add(event: HandEvent): void {
    this.events.push(event);
    this.current = evolve(this.current, event);
  }
}
