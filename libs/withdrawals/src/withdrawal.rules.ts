import type { Krw } from '@cardroom/money';

/** The lines between what is sent by itself, by one person and by two. */
export interface ApprovalLines {
  /** Up to this sum of a rolling day nobody has to look. */
  readonly automaticKrw: number;
  /** Above this sum two persons have to. */
  readonly onePersonKrw: number;
}

/** Sums of the rolling 24 hours before a request, itself not counted. */
export interface RollingSums {
  readonly playerKrw: number;
  readonly addressKrw: number;
}

/**
 * How many staff members have to approve a withdrawal.
 *
 * The larger of both sums counts: of the player, however many addresses, and of the address,
 * however many players. Rule: docs/rules/withdrawals.md §4.
 *
 * @example personsNeeded(krw(999_999), { playerKrw: 2, addressKrw: 0 }, lines) // 1
 */
export function personsNeeded(amountKrw: Krw, sums: RollingSums, lines: ApprovalLines): 0 | 1 | 2 {
  const sumKrw = amountKrw + Math.max(sums.playerKrw, sums.addressKrw);
  if (sumKrw <= lines.automaticKrw) return 0;
  return sumKrw <= lines.onePersonKrw ? 1 : 2;
}

/** Moments that matter for how long a withdrawal waits, in milliseconds since 1970. */
export interface WaitingFacts {
  readonly requestedAtMs: number;
  readonly coolingMs: number;
  readonly securityDelayMs: number;
  /** When the password, the second factor or the address was new; null where never. */
  readonly passwordChangedAtMs: number | null;
  readonly factorChangedAtMs: number | null;
  readonly addressFirstUsedAtMs: number | null;
}

export type WaitReason = 'cooling' | 'new_password' | 'new_second_factor' | 'new_address';

/**
 * Until when a withdrawal waits, and the reason that takes longest. Rule:
 * docs/rules/withdrawals.md §3.
 */
export function waitOf(facts: WaitingFacts): {
  readonly untilMs: number;
  readonly why: WaitReason;
} {
  const { requestedAtMs, coolingMs, securityDelayMs } = facts;
  const after = (changedAtMs: number | null): number =>
    changedAtMs === null ? Number.NEGATIVE_INFINITY : changedAtMs + securityDelayMs;
  const waits: readonly (readonly [WaitReason, number])[] = [
    ['cooling', requestedAtMs + coolingMs],
    ['new_password', after(facts.passwordChangedAtMs)],
    ['new_second_factor', after(facts.factorChangedAtMs)],
    ['new_address', after(facts.addressFirstUsedAtMs)],
  ];
  const [why, untilMs] = waits.reduce((longest, wait) => (wait[1] > longest[1] ? wait : longest));
  return { untilMs, why };
}

const FIRST_CHECK_SECONDS = 5;
const LAST_CHECK_SECONDS = 600;

/** How long to wait before the gateway is asked again, in seconds: longer each time, then steady. */
export const checkAgainSeconds = (checksMade: number): number =>
  Math.min(LAST_CHECK_SECONDS, FIRST_CHECK_SECONDS * 2 ** Math.min(checksMade, 20));
