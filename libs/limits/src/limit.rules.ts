import { krw, type Krw } from '@cardroom/money';

export const LIMIT_KINDS = ['deposit', 'loss'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

export const LIMIT_PERIODS = ['day', 'week', 'month'] as const;
export type LimitPeriod = (typeof LIMIT_PERIODS)[number];

/** A limit that a player has set; null is no limit. */
export interface Limit {
  readonly kind: LimitKind;
  readonly period: LimitPeriod;
  readonly amountKrw: Krw | null;
  /** What it will be from then on; null where nothing is to change. */
  readonly next: { readonly amountKrw: Krw | null; readonly fromMs: number } | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Korea has one time and does not change its clocks. */
const SEOUL_AHEAD_MS = 9 * HOUR_MS;

/** Who loosens a limit has so long to think better of it. */
export const LOOSEN_DELAY_MS = DAY_MS;

/**
 * When the period that a moment belongs to began, in milliseconds since 1970: the day, the week from
 * Monday, or the month, in Seoul. Rule: docs/rules/responsible-play.md §1.
 *
 * @example new Date(periodStartMs('day', Date.UTC(2026, 0, 5, 16))).toISOString() // "2026-01-05T15:00:00.000Z"
 */
export function periodStartMs(period: LimitPeriod, nowMs: number): number {
  const seoul = new Date(nowMs + SEOUL_AHEAD_MS);
  const [year, month, day] = [seoul.getUTCFullYear(), seoul.getUTCMonth(), seoul.getUTCDate()];
  const daysSinceMonday = (seoul.getUTCDay() + 6) % 7;
  const firstDay = { day, week: day - daysSinceMonday, month: 1 }[period];
  return Date.UTC(year, month, firstDay) - SEOUL_AHEAD_MS;
}

/** What holds at a moment; null where there is no limit. */
export const limitNow = ({ amountKrw, next }: Limit, nowMs: number): Krw | null =>
  next !== null && next.fromMs <= nowMs ? next.amountKrw : amountKrw;

const asNumber = (amountKrw: Krw | null): number => amountKrw ?? Number.POSITIVE_INFINITY;

/**
 * A limit after its player wanted another: lower holds at once, higher or none only a day later.
 * Wanting what holds now forgets what was to come. Rule: docs/rules/responsible-play.md §2.
 */
export function changedLimit(limit: Limit, wantedKrw: Krw | null, nowMs: number): Limit {
  const { kind, period } = limit;
  const heldKrw = limitNow(limit, nowMs);
  const isTighter = asNumber(wantedKrw) <= asNumber(heldKrw);
  const next = { amountKrw: wantedKrw, fromMs: nowMs + LOOSEN_DELAY_MS };
  return isTighter
    ? { kind, period, amountKrw: wantedKrw, next: null }
    : { kind, period, amountKrw: heldKrw, next };
}

/** How much is left of a limit; never below 0. */
export const roomKrw = (limitKrw: Krw, usedKrw: number): Krw =>
  krw(Math.max(0, limitKrw - Math.max(0, usedKrw)));

export const COOL_OFF_DAYS = [1, 7, 30] as const;
export type CoolOffDays = (typeof COOL_OFF_DAYS)[number];

export const EXCLUSION_MONTHS = [6, 12, 60] as const;
export type ExclusionMonths = (typeof EXCLUSION_MONTHS)[number];

/** When a cool-off ends. */
export const coolOffEndMs = (days: CoolOffDays, nowMs: number): number => nowMs + days * DAY_MS;

/** When a self-exclusion ends, to the day of the month where that month has it; null is never. */
export function exclusionEndMs(months: ExclusionMonths | null, nowMs: number): number | null {
  if (months === null) return null;
  const end = new Date(nowMs);
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, lastDay));
  return end.getTime();
}
