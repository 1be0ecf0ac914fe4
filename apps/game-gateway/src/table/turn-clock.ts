/** When the system acts for the seat to act. Monotonic inside; wall time only for clients to see. */
export interface Turn {
  readonly seat: number;
  /** The version of the table at which this decision began. */
  readonly sinceVersion: number;
  readonly deadlineMs: number;
  readonly deadlineAtMs: number;
  /** When the time bank began to run, or null. */
  readonly bankSinceMs: number | null;
}

/** Time as an argument: tests bring their own. */
export interface Clock {
  /** Milliseconds that only rise. */
  readonly nowMs: () => number;
  /** Milliseconds since 1970, for people. */
  readonly wallMs: () => number;
}

export const SYSTEM_CLOCK: Clock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
};

/** After a takeover nobody has less than this to decide, however late the takeover was. */
export const FAIR_MINIMUM_MS = 5_000;

export function turnOf(
  clock: Clock,
  turn: { readonly seat: number; readonly sinceVersion: number; readonly remainingMs: number },
  bankSinceMs: number | null = null,
): Turn {
  const { seat, sinceVersion, remainingMs } = turn;
  return {
    seat,
    sinceVersion,
    deadlineMs: clock.nowMs() + remainingMs,
    deadlineAtMs: clock.wallMs() + remainingMs,
    bankSinceMs,
  };
}

/** Time bank that a decision has used so far. */
export const bankUsedMs = (clock: Clock, turn: Turn | null): number =>
  Math.max(0, Math.ceil(clock.nowMs() - (turn?.bankSinceMs ?? clock.nowMs())));
