import { krw, type Krw } from '@cardroom/money';
import type { Role } from '@cardroom/platform';

interface Caps {
  /** Of one adjustment. */
  readonly eachKrw: Krw;
  /** Of all that one person asks for within 24 hours. */
  readonly dayKrw: Krw;
}

interface RoleCaps {
  /** What one person may do. */
  readonly alone: Caps;
  /** What one may ask for and another one approve. */
  readonly byTwo: Caps;
}

const CASHIER: RoleCaps = {
  alone: { eachKrw: krw(100_000), dayKrw: krw(300_000) },
  byTwo: { eachKrw: krw(3_000_000), dayKrw: krw(10_000_000) },
};

const SENIOR: RoleCaps = {
  alone: { eachKrw: krw(300_000), dayKrw: krw(1_000_000) },
  byTwo: { eachKrw: krw(50_000_000), dayKrw: krw(100_000_000) },
};

/** What all of staff together may do alone to one player within 24 hours. */
const PLAYER_DAY_KRW = krw(500_000);

const CAPS: Readonly<Record<Role, RoleCaps | null>> = {
  player: null,
  support: null,
  cashier: CASHIER,
  risk: SENIOR,
  admin: SENIOR,
};

export type AdjustmentRoute = 'alone' | 'by_two' | 'refused';

/** Sums of the last 24 hours, without regard to sign. */
export interface AdjustedToday {
  readonly aloneByAskerKrw: number;
  readonly byTwoByAskerKrw: number;
  readonly aloneOfPlayerKrw: number;
}

/**
 * Whether somebody may adjust a player's money alone, or with a second person, or not at all. What
 * is split into parts is added up again: over a day, for who asks and for whom it is.
 *
 * Rule: docs/rules/staff.md §4.
 */
export function adjustmentRoute(
  role: Role,
  amountKrw: number,
  today: AdjustedToday,
): AdjustmentRoute {
  const caps = CAPS[role];
  if (caps === null) return 'refused';
  const sizeKrw = Math.abs(amountKrw);
  const fits = ({ eachKrw, dayKrw }: Caps, sumKrw: number): boolean =>
    sizeKrw <= eachKrw && sumKrw + sizeKrw <= dayKrw;
  const isSmallForPlayer = today.aloneOfPlayerKrw + sizeKrw <= PLAYER_DAY_KRW;
  if (isSmallForPlayer && fits(caps.alone, today.aloneByAskerKrw)) return 'alone';
  return fits(caps.byTwo, today.byTwoByAskerKrw) ? 'by_two' : 'refused';
}
