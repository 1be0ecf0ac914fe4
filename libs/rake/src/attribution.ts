import { allocate, type Krw } from '@cardroom/money';

/**
 * What each player has paid of a hand's rake: weighted by what the player put into the pots, whoever
 * won them. The parts sum to the rake.
 *
 * Every pot of a raked hand pays in proportion to its size, so that a player's shares of the pots,
 * added up, are the share of all that was put in. Rule: docs/rules/rake.md §3.
 *
 * Errors: RangeError where there is rake and nobody put anything in.
 *
 * @example attributeRake(krw(150), [krw(2_000), krw(1_000), krw(0)]) // [100, 50, 0]
 */
export const attributeRake = (rakeKrw: Krw, putInKrw: readonly Krw[]): Krw[] =>
  allocate(rakeKrw, putInKrw);
