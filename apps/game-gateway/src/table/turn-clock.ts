import type { TableEvent, TableState } from '@cardroom/engine';

/** When the system acts for the seat to act, or answers for those who choose runs. Monotonic inside; wall time only for clients to see. */
export interface Turn {
  readonly seat: number;
  /** Runs are chosen: one clock for everybody who has not answered. */
  readonly choosesRuns: boolean;
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

export const CLOCK = Symbol('clock');

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
  turn: Omit<Turn, 'deadlineMs' | 'deadlineAtMs'>,
  remainingMs: number,
): Turn {
  return {
    ...turn,
    deadlineMs: clock.nowMs() + remainingMs,
    deadlineAtMs: Math.round(clock.wallMs() + remainingMs),
  };
}

/** Who decides: the seat to act, or the first of those who choose runs. */
function decisionOf({ hand }: TableState): Pick<Turn, 'seat' | 'choosesRuns'> | null {
  if (hand?.outcome !== 'playing') return null;
  const [chooser] = hand.runChoiceSeats;
  const seat = chooser ?? hand.toActSeat;
  return seat === null ? null : { seat, choosesRuns: chooser !== undefined };
}

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
  const decision = decisionOf(state);
  if (decision === null) return null;
  if (decision.choosesRuns && before?.choosesRuns === true) return { ...before, ...decision };
  if (before !== null && events.some((event) => event.type === 'time_bank_started')) {
    const { sinceVersion } = before;
    const bank = { ...decision, sinceVersion, bankSinceMs: clock.nowMs() };
    return turnOf(clock, bank, timeBankOf(state, decision.seat));
  }
  if (!events.some((event) => event.type === 'hand')) return before;
  const turn = { ...decision, sinceVersion: version, bankSinceMs: null };
  return turnOf(clock, turn, state.config.actionTimeoutMs);
}

/** What is left of a decision that a crash interrupted, but never less than the fair minimum. */
export function restoredTurn(clock: Clock, state: TableState, trace: TurnTrace): Turn | null {
  const decision = decisionOf(state);
  if (decision === null) return null;
  const { sinceVersion, sinceAtMs, bankSinceAtMs } = trace;
  const { actionTimeoutMs } = state.config;
  const grantedMs = bankSinceAtMs === null ? actionTimeoutMs : timeBankOf(state, decision.seat);
  const leftMs = grantedMs - (clock.wallMs() - (bankSinceAtMs ?? sinceAtMs));
  const fairMs = Math.min(FAIR_MINIMUM_MS, actionTimeoutMs);
  const remainingMs = Math.min(Math.max(leftMs, fairMs), Math.max(grantedMs, fairMs));
  const bankSinceMs = bankSinceAtMs === null ? null : clock.nowMs();
  return turnOf(clock, { ...decision, sinceVersion, bankSinceMs }, remainingMs);
}

/** Time bank that a decision has used so far. */
export const bankUsedMs = (clock: Clock, turn: Turn | null): number =>
  Math.max(0, Math.ceil(clock.nowMs() - (turn?.bankSinceMs ?? clock.nowMs())));
