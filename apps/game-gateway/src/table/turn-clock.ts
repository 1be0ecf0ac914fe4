import { isHandRunning, type TableEvent, type TableState } from '@cardroom/engine';

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

/** Where the present decision began, as the log tells it. */
export interface TurnTrace {
  readonly sinceVersion: number;
  readonly sinceAtMs: number;
  readonly bankSinceAtMs: number | null;
}

function turnOf(
  clock: Clock,
  turn: Pick<Turn, 'seat' | 'sinceVersion' | 'bankSinceMs'>,
  remainingMs: number,
): Turn {
  return {
    ...turn,
    deadlineMs: clock.nowMs() + remainingMs,
    deadlineAtMs: Math.round(clock.wallMs() + remainingMs),
  };
}

const seatToAct = (state: TableState): number | null =>
  isHandRunning(state) ? (state.hand?.toActSeat ?? null) : null;

const timeBankOf = (state: TableState, seat: number): number => state.seats[seat]?.timeBankMs ?? 0;

/** The clock after some events: a new decision begins, the time bank begins, or it runs on. */
export function turnAfter(
  clock: Clock,
  before: Turn | null,
  now: {
    readonly state: TableState;
    readonly version: number;
    readonly events: readonly TableEvent[];
  },
): Turn | null {
  const { state, events, version } = now;
  const seat = seatToAct(state);
  if (seat === null) return null;
  if (before !== null && events.some((event) => event.type === 'time_bank_started')) {
    const bank = { seat, sinceVersion: before.sinceVersion, bankSinceMs: clock.nowMs() };
    return turnOf(clock, bank, timeBankOf(state, seat));
  }
  if (!events.some((event) => event.type === 'hand')) return before;
  const turn = { seat, sinceVersion: version, bankSinceMs: null };
  return turnOf(clock, turn, state.config.actionTimeoutMs);
}

/** What is left of a decision that a crash interrupted, but never less than the fair minimum. */
export function restoredTurn(clock: Clock, state: TableState, trace: TurnTrace): Turn | null {
  const seat = seatToAct(state);
  if (seat === null) return null;
  const { sinceVersion, sinceAtMs, bankSinceAtMs } = trace;
  const { actionTimeoutMs } = state.config;
  const grantedMs = bankSinceAtMs === null ? actionTimeoutMs : timeBankOf(state, seat);
  const leftMs = grantedMs - (clock.wallMs() - (bankSinceAtMs ?? sinceAtMs));
  const fairMs = Math.min(FAIR_MINIMUM_MS, actionTimeoutMs);
  const remainingMs = Math.min(Math.max(leftMs, fairMs), Math.max(grantedMs, fairMs));
  const bankSinceMs = bankSinceAtMs === null ? null : clock.nowMs();
  return turnOf(clock, { seat, sinceVersion, bankSinceMs }, remainingMs);
}

/** Time bank that a decision has used so far. */
export const bankUsedMs = (clock: Clock, turn: Turn | null): number =>
  Math.max(0, Math.ceil(clock.nowMs() - (turn?.bankSinceMs ?? clock.nowMs())));
