import { bp, krw, minKrw, shareBpDown, sumKrw, ZERO_KRW, type Krw } from '@cardroom/money';

export interface RakeTerms {
  /** Share of the pots, basis points. */
  readonly rateBp: number;
  /** The most that one hand pays, in won. */
  readonly capKrw: number;
}

/**
 * The rake of one hand: a share of all its pots, rounded down, capped once; none without a flop.
 *
 * Rule: docs/rules/rake.md §1. Uncalled bets have gone back before pots are counted.
 *
 * @example rakeOf({ potsKrw: [krw(10_010)], flopDealt: true }, { rateBp: 500, capKrw: 6_000 }) // 500
 */
export function rakeOf(
  hand: { readonly potsKrw: readonly Krw[]; readonly flopDealt: boolean },
  terms: RakeTerms,
): Krw {
  if (!hand.flopDealt) return ZERO_KRW;
  return minKrw(shareBpDown(sumKrw(hand.potsKrw), bp(terms.rateBp)), krw(terms.capKrw));
}
