import type { Dealer } from '@cardroom/engine';
import { assertInvariant } from '@cardroom/platform';
import { rakeOf, termsAt, type RakeVersion } from '@cardroom/rake';

/**
 * The terms of a table's rake, those to come included. A hand is raked by the terms in force when it
 * started, whichever node ends it: terms are known to every node minutes before they count.
 * Rule: docs/rules/rake.md §4.
 */
export class RakeBook {
  constructor(private versions: readonly RakeVersion[]) {}

  /** Takes what the database has now. */
  learn(versions: readonly RakeVersion[]): void {
    this.versions = versions;
  }

  /**
   * How a hand that started at a moment is raked.
   *
   * Errors: InvariantError where the stakes have no terms from the beginning.
   */
  rakeOf(startMs: number): Dealer['rakeOf'] {
    const terms = termsAt(this.versions, startMs);
    assertInvariant(terms !== null, 'stakes have terms of rake from the beginning');
    return (hand) => rakeOf(hand, terms);
  }
}
