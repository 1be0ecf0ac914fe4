import { bp, krw, type Bp, type Krw } from '@cardroom/money';

export const VIP_LEVELS = ['bronze', 'silver', 'gold', 'platinum', 'diamond'] as const;
export type VipLevel = (typeof VIP_LEVELS)[number];

/** What a level asks for and gives. */
export interface VipTerms {
  readonly level: VipLevel;
  /** Rake of the running period from which a player has the level. */
  readonly fromRakeKrw: Krw;
  /** Share of a week's rake that is paid back. */
  readonly rakebackBp: Bp;
}

/** The running period: so many days of Seoul, the last one included. Rule: docs/rules/vip.md §1. */
export const RUNNING_DAYS = 30;

const terms = (level: VipLevel, fromRakeKrw: number, rakebackBp: number): VipTerms => ({
  level,
  fromRakeKrw: krw(fromRakeKrw),
  rakebackBp: bp(rakebackBp),
});

/** Every level, the lowest first. Rule: docs/rules/vip.md §1. */
export const VIP_TERMS: readonly [VipTerms, ...VipTerms[]] = [
  terms('bronze', 0, 2_000),
  terms('silver', 100_000, 2_500),
  terms('gold', 500_000, 3_000),
  terms('platinum', 2_000_000, 3_500),
  terms('diamond', 5_000_000, 4_000),
];

/**
 * The level of a player who paid so much rake over the running period. Rule: docs/rules/vip.md §1.
 *
 * @example vipTermsOf(krw(499_999)).level // 'silver'
 */
export function vipTermsOf(rakeKrw: Krw): VipTerms {
  let [found] = VIP_TERMS;
  for (const each of VIP_TERMS) if (rakeKrw >= each.fromRakeKrw) found = each;
  return found;
}

/** What is missing to the next level; null at the highest. */
export interface NextLevel extends VipTerms {
  readonly missingKrw: Krw;
}

/**
 * The level after the one that so much rake gives, and the rake that is missing.
 *
 * @example nextLevel(krw(99_000))?.missingKrw // 1000
 */
export function nextLevel(rakeKrw: Krw): NextLevel | null {
  const next = VIP_TERMS.find(({ fromRakeKrw }) => fromRakeKrw > rakeKrw);
  return next === undefined ? null : { ...next, missingKrw: krw(next.fromRakeKrw - rakeKrw) };
}
