/** A stretch of whole days in Seoul, as moments; `to` is not part of it. */
export interface Moments {
  readonly from: Date;
  readonly to: Date;
}

const DAY_MS = 86_400_000;
const SEOUL_AHEAD_MS = 9 * 3_600_000;

/** The longest stretch that a list or a statement covers: a year, whichever. */
export const MAX_DAYS = 366;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The start of a day in Seoul; null where the calendar has none of that name. */
function startMs(day: string): number | null {
  const atMs = SHAPE.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(atMs) || new Date(atMs).toISOString().slice(0, 10) !== day) return null;
  return atMs - SEOUL_AHEAD_MS;
}

/**
 * The moments of the days `from` to `to`, both included. Null where one is no day, where they are the
 * wrong way round, or too many.
 *
 * @example momentsOf('2026-11-21', '2026-11-21')?.from.toISOString() // '2026-11-20T15:00:00.000Z'
 */
export function momentsOf(from: string, to: string): Moments | null {
  const [fromMs, lastMs] = [startMs(from), startMs(to)];
  if (fromMs === null || lastMs === null || lastMs < fromMs) return null;
  const toMs = lastMs + DAY_MS;
  return toMs - fromMs > MAX_DAYS * DAY_MS ? null : { from: new Date(fromMs), to: new Date(toMs) };
}
