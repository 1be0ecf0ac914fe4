import { seatOf } from './betting';
import { isSeatIndex, type SeatIndex } from './seat-index';
import type { Refusal } from './result';
import type {
  BlindsOwed,
  DepartedPlayer,
  TableConfig,
  TableRefusalCode,
  TableSeat,
  TableState,
} from './table-types';

export interface TableRefusal {
  readonly code: TableRefusalCode | Refusal['code'];
  readonly message: string;
}

export const NOTHING_OWED: BlindsOwed = { big: false, small: false };

/** A table without players. `handNo`: the last hand that was played there. */
export const emptyTable = (tableId: string, config: TableConfig, handNo: number): TableState => ({
  tableId,
  config,
  seats: Array.from({ length: config.maxSeats }, () => null),
  buttonSeat: null,
  smallBlindSeat: null,
  bigBlindSeat: null,
  handNo,
  hand: null,
  handSessions: {},
  waiting: [],
  departed: [],
  beforeHand: null,
});

export const seatAt = (state: TableState, seat: SeatIndex): TableSeat | null =>
  state.seats[seat] ?? null;

export const seatOfUser = (state: TableState, userId: string): TableSeat | null =>
  state.seats.find((seat) => seat?.userId === userId) ?? null;

export const takenSeats = (state: TableState): TableSeat[] =>
  state.seats.filter((seat) => seat !== null);

export const freeSeats = (state: TableState): SeatIndex[] =>
  state.seats.flatMap((at, seat) => (at === null && isSeatIndex(seat) ? [seat] : []));

export const isHandRunning = (state: TableState): boolean => state.hand?.outcome === 'playing';

/** Whether the seat still has a part in the hand being played. */
export function isInHand(state: TableState, seat: SeatIndex): boolean {
  if (state.hand?.outcome !== 'playing') return false;
  const inHand = seatOf(state.hand, seat);
  return inHand !== null && inHand.status !== 'folded';
}

/** Whether the seat's chips can move now: it is not in the hand being played. */
export const areChipsFree = (state: TableState, seat: SeatIndex): boolean =>
  state.hand?.outcome !== 'playing' || seatOf(state.hand, seat) === null;

/** Chips behind, during a hand as well. */
export function stackNow(state: TableState, at: TableSeat): number {
  const inHand = state.hand?.outcome === 'playing' ? seatOf(state.hand, at.seat) : null;
  return inHand?.stackKrw ?? at.stackKrw;
}

/** Who left with chips, or owing a blind, so short ago that it still counts. Rule: docs/rules/table.md §3. */
export function departureOf(
  state: TableState,
  userId: string,
  nowMs: number,
): DepartedPlayer | null {
  const { windowMs } = state.config.rathole;
  const known = state.departed.find((departed) => departed.userId === userId);
  return known !== undefined && nowMs - known.leftAtMs < windowMs ? known : null;
}

/** Who a free seat is kept for, or null. Rule: docs/rules/table.md §5.2. */
export const keptFor = (state: TableState, seat: SeatIndex): string | null =>
  state.waiting.find(({ offer }) => offer?.seat === seat)?.userId ?? null;

/**
 * Whether somebody may sit down there with that much; asked before money moves, and after.
 *
 * Checks run in this order: ALREADY_SEATED, SEAT_TAKEN, SEAT_RESERVED, BUYIN_BELOW_LAST_STACK,
 * BUYIN_OUT_OF_RANGE. Rule: docs/rules/table.md §3, §5.
 */
export function sitFault(
  state: TableState,
  wish: {
    readonly seat: number;
    readonly userId: string;
    readonly buyInKrw: number;
    readonly nowMs: number;
  },
): TableRefusal | null {
  const fault = (code: TableRefusal['code'], message: string): TableRefusal => ({ code, message });
  const { seat, userId, buyInKrw, nowMs } = wish;
  if (seatOfUser(state, userId) !== null) {
    return fault('ALREADY_SEATED', 'You have a seat at this table.');
  }
  if (!isSeatIndex(seat) || seat >= state.config.maxSeats) {
    return fault('SEAT_TAKEN', 'There is no such seat at this table.');
  }
  if (seatAt(state, seat) !== null) return fault('SEAT_TAKEN', 'The seat is taken.');
  if (!mayHaveSeat(state, { ...wish, seat })) {
    return fault('SEAT_RESERVED', 'The seat is kept for somebody who waits for it.');
  }
  const lastStackKrw = departureOf(state, userId, nowMs)?.stackKrw ?? 0;
  if (buyInKrw < lastStackKrw) {
    return fault(
      'BUYIN_BELOW_LAST_STACK',
      `You left this table with ${lastStackKrw} won; come back with at least that.`,
    );
  }
  const { minBuyInKrw, maxBuyInKrw } = state.config;
  if (buyInKrw < minBuyInKrw || buyInKrw > Math.max(maxBuyInKrw, lastStackKrw)) {
    return fault('BUYIN_OUT_OF_RANGE', 'The buy-in is outside the range of this table.');
  }
  return null;
}

/** Free seats go to the waiting list first, in its order. Rule: docs/rules/table.md §5.2. */
function mayHaveSeat(
  state: TableState,
  wish: { readonly seat: SeatIndex; readonly userId: string; readonly nowMs: number },
): boolean {
  const holder = state.waiting.find(({ offer }) => offer?.seat === wish.seat);
  if (holder !== undefined) {
    return holder.userId === wish.userId && (holder.offer?.untilMs ?? 0) > wish.nowMs;
  }
  return state.waiting.every(({ offer }) => offer !== null);
}
