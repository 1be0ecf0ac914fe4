import { shareBpDown, type Krw } from '@cardroom/money';

import { vipTermsOf, type VipTerms } from './levels';

/** What a player paid in a week, and over the running period that ends with it. */
export interface WeekOfRake {
  readonly weekRakeKrw: Krw;
  readonly runningRakeKrw: Krw;
}

/** The rakeback of a week: its amount and the terms that it was paid by. */
export interface Rakeback {
  readonly terms: VipTerms;
  readonly amountKrw: Krw;
}

/**
 * The rakeback of one player's week, by the level at its end, rounded down to whole won.
 * Rule: docs/rules/vip.md §2.
 *
 * @example rakebackOf({ weekRakeKrw: krw(10_009), runningRakeKrw: krw(10_009) }).amountKrw // 2001
 */
export function rakebackOf({ weekRakeKrw, runningRakeKrw }: WeekOfRake): Rakeback {
  const terms = vipTermsOf(runningRakeKrw);
  return { terms, amountKrw: shareBpDown(weekRakeKrw, terms.rakebackBp) };
}
