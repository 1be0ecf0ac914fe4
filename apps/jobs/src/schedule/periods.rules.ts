const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** Seoul keeps no summer time, so that its clock is always nine hours ahead. */
const SEOUL_AHEAD_MS = 9 * HOUR_MS;

export const SEOUL = 'Asia/Seoul';

export const PERIOD_KINDS = ['minute', 'hour', 'day', 'week', 'month'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A stretch of time by the calendar of Seoul; weeks begin on Monday. */
export interface Period {
  /** `2026-11-21T13:05`, `2026-11-21T13`, `2026-11-21`, `2026-W47` or `2026-11`. */
  readonly name: string;
  readonly fromMs: number;
  /** Its end, which is not part of it. */
  readonly toMs: number;
}

/** When a job runs: once for each period, so long after the period is over. */
export interface Schedule {
  readonly every: PeriodKind;
  /** After the end of the period: less than a period. */
  readonly delayMs: number;
  /** How many periods back are made good where nobody ran; 1 unless told: the last one alone. */
  readonly catchUpPeriods?: number;
}

/** The calendar of Seoul at a moment, to be read with the UTC methods. */
const seoul = (atMs: number): Date => new Date(atMs + SEOUL_AHEAD_MS);

const fromSeoul = (localMs: number): number => localMs - SEOUL_AHEAD_MS;

const floorTo = (atMs: number, sizeMs: number): number =>
  fromSeoul(Math.floor((atMs + SEOUL_AHEAD_MS) / sizeMs) * sizeMs);

/** 1970-01-05 was the first Monday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

const mondayOf = (atMs: number): number =>
  floorTo(atMs - FIRST_MONDAY_MS, WEEK_MS) + FIRST_MONDAY_MS;

const monthStart = (atMs: number, monthsOn = 0): number => {
  const at = seoul(atMs);
  return fromSeoul(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + monthsOn, 1));
};

const SIZES_MS = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS } as const;

/** The number of a week by ISO 8601, in the year of its Thursday. */
function weekName(mondayMs: number): string {
  const thursday = seoul(mondayMs + 3 * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / WEEK_MS) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const NAME_LENGTHS = { minute: 16, hour: 13, day: 10, month: 7 } as const;

const nameOf = (kind: PeriodKind, fromMs: number): string =>
  kind === 'week' ? weekName(fromMs) : seoul(fromMs).toISOString().slice(0, NAME_LENGTHS[kind]);

/** The period in which a moment lies. */
export function periodAt(kind: PeriodKind, atMs: number): Period {
  if (kind === 'month') {
    const fromMs = monthStart(atMs);
    return { name: nameOf(kind, fromMs), fromMs, toMs: monthStart(atMs, 1) };
  }
  const fromMs = kind === 'week' ? mondayOf(atMs) : floorTo(atMs, SIZES_MS[kind]);
  const toMs = fromMs + (kind === 'week' ? WEEK_MS : SIZES_MS[kind]);
  return { name: nameOf(kind, fromMs), fromMs, toMs };
}

/** The periods that are over for at least their delay and may still be made good, oldest first. */
export function duePeriods(schedule: Schedule, nowMs: number): Period[] {
  const { every, delayMs, catchUpPeriods = 1 } = schedule;
  const periods: Period[] = [];
  let { fromMs } = periodAt(every, nowMs - delayMs);
  while (periods.length < catchUpPeriods) {
    const period = periodAt(every, fromMs - 1);
    periods.unshift(period);
    fromMs = period.fromMs;
  }
  return periods;
}

const SHAPES = {
  minute: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
  hour: /^\d{4}-\d{2}-\d{2}T\d{2}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  week: /^\d{4}-W\d{2}$/,
  month: /^\d{4}-\d{2}$/,
} as const;

const REST_OF_DATE = {
  minute: ':00Z',
  hour: ':00:00Z',
  day: 'T00:00:00Z',
  month: '-01T00:00:00Z',
} as const;

function startOfNamed(kind: PeriodKind, name: string): number {
  if (kind !== 'week') return fromSeoul(Date.parse(`${name}${REST_OF_DATE[kind]}`));
  // The fourth of January lies in the first week of its year.
  const [year, week] = name.split('-W').map(Number);
  const firstMonday = mondayOf(fromSeoul(Date.UTC(year ?? NaN, 0, 4)));
  return firstMonday + ((week ?? NaN) - 1) * WEEK_MS;
}

/** The period of that name; null where there is none: `2026-02-30`, `2026-W60`. */
export function periodNamed(kind: PeriodKind, name: string): Period | null {
  if (!SHAPES[kind].test(name)) return null;
  const fromMs = startOfNamed(kind, name);
  if (Number.isNaN(fromMs)) return null;
  const period = periodAt(kind, fromMs);
  return period.name === name ? period : null;
}

/** When a schedule's periods become due, as a cron expression with seconds for the clock of Seoul. */
export function cronOf({ every, delayMs }: Schedule): string {
  const days = Math.floor(delayMs / DAY_MS);
  const [second, minute, hour] = [SECOND_MS, MINUTE_MS, HOUR_MS].map(
    (unitMs, place) => Math.floor(delayMs / unitMs) % (place === 2 ? 24 : 60),
  );
  switch (every) {
    case 'minute':
      return `${second} * * * * *`;
    case 'hour':
      return `${second} ${minute} * * * *`;
    case 'day':
      return `${second} ${minute} ${hour} * * *`;
    case 'week':
      return `${second} ${minute} ${hour} * * ${(1 + days) % 7}`;
    case 'month':
      return `${second} ${minute} ${hour} ${1 + days} * *`;
  }
}
