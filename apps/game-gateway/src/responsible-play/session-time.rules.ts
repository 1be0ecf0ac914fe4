/** A player who is connected, and what he was told about it. */
export interface SessionTime {
  readonly sinceMs: number;
  readonly lastSeenMs: number;
  /** How many reminders he got. */
  readonly told: number;
}

/** Who comes back within so long has not had a break. */
export const BREAK_MS = 15 * 60_000;

/** A player who is seen now: his session goes on, or begins after a break. */
export const seenAt = (before: SessionTime | undefined, nowMs: number): SessionTime =>
  before === undefined || nowMs - before.lastSeenMs > BREAK_MS
    ? { sinceMs: nowMs, lastSeenMs: nowMs, told: 0 }
    : { ...before, lastSeenMs: nowMs };

/** Full intervals that a session has lasted, where one more than he was told; else null. */
export function reminderDue({ sinceMs, lastSeenMs, told }: SessionTime, everyMs: number) {
  const intervals = Math.floor((lastSeenMs - sinceMs) / everyMs);
  return intervals > told
    ? { intervals, minutes: Math.floor((intervals * everyMs) / 60_000) }
    : null;
}
