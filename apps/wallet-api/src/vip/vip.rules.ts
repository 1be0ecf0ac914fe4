import { nextLevel, rakebackOf, type VipLevel } from '@cardroom/vip';

import type { RakeNow } from './vip.repository';

/** Where a player stands, and what comes next. */
export interface VipStanding {
  readonly level: VipLevel;
  readonly rakebackBp: number;
  readonly runningRakeKrw: number;
  readonly weekRakeKrw: number;
  /** What this week's rake would pay back if the week ended now. */
  readonly expectedRakebackKrw: number;
  readonly nextPaymentAt: string;
  /** Null at the highest level. */
  readonly next: {
    readonly level: VipLevel;
    readonly rakebackBp: number;
    readonly missingKrw: number;
    /** Of the way from this level to the next, basis points, rounded down. */
    readonly progressBp: number;
  } | null;
}

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** Monday 1970-01-05 04:00 in Seoul, which keeps no summer time. */
const FIRST_PAYMENT_MS = 4 * 24 * HOUR_MS - 9 * HOUR_MS + 4 * HOUR_MS;

/** The Monday 04:00 of Seoul that comes after a moment. Rule: docs/rules/vip.md §2.4. */
export const nextPaymentMs = (nowMs: number): number =>
  FIRST_PAYMENT_MS + (Math.floor((nowMs - FIRST_PAYMENT_MS) / WEEK_MS) + 1) * WEEK_MS;

/** A player's standing from what was paid. Rule: docs/rules/vip.md §1, §2. */
export function standingOf(rake: RakeNow, nowMs: number): VipStanding {
  const { terms, amountKrw } = rakebackOf(rake);
  const next = nextLevel(rake.runningRakeKrw);
  return {
    level: terms.level,
    rakebackBp: terms.rakebackBp,
    ...rake,
    expectedRakebackKrw: amountKrw,
    nextPaymentAt: new Date(nextPaymentMs(nowMs)).toISOString(),
    next: next === null ? null : { ...stepOf(next), progressBp: progressOf(rake, terms, next) },
  };
}

const stepOf = ({
  level,
  rakebackBp,
  missingKrw,
}: NonNullable<ReturnType<typeof nextLevel>>): Pick<
  NonNullable<VipStanding['next']>,
  'level' | 'rakebackBp' | 'missingKrw'
> => ({ level, rakebackBp, missingKrw });

const progressOf = (
  { runningRakeKrw }: RakeNow,
  from: { readonly fromRakeKrw: number },
  to: { readonly fromRakeKrw: number },
): number =>
  Math.floor(((runningRakeKrw - from.fromRakeKrw) * 10_000) / (to.fromRakeKrw - from.fromRakeKrw));
