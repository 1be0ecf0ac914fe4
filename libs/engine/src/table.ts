import { krw } from '@cardroom/money';

import { seatOf } from './betting';
import { decide, startHand } from './decide';
import { isSeatIndex, type Dealer, type HandEvent, type SeatIndex } from './hand-types';
import { accept, type Refusal, type Result } from './result';
import type {
  TableCommand,
  TableConfig,
  TableEvent,
  TableRefusalCode,
  TableSeat,
  TableState,
} from './table-types';

/** A time-out in a row with this one makes the seat sit out. Rule: docs/rules/holdem.md §8.4. */
const TIMEOUTS_TO_SIT_OUT = 2;

export interface TableRefusal {
  readonly code: TableRefusalCode | Refusal['code'];
  readonly message: string;
}

const refuseTable = (code: TableRefusal['code'], message: string): Result<never, TableRefusal> => ({
  ok: false,
  error: { code, message },
});

export const emptyTable = (tableId: string, config: TableConfig, handNo: number): TableState => ({
  tableId,
  config,
  seats: Array.from({ length: config.maxSeats }, () => null),
  buttonSeat: null,
  handNo,
  hand: null,
  handSessions: {},
});

export const seatAt = (state: TableState, seat: SeatIndex): TableSeat | null =>
  state.seats[seat] ?? null;

export const seatOfUser = (state: TableState, userId: string): TableSeat | null =>
  state.seats.find((seat) => seat?.userId === userId) ?? null;

export const isHandRunning = (state: TableState): boolean => state.hand?.outcome === 'playing';

/** Whether the seat still has a part in the hand being played. */
export function isInHand(state: TableState, seat: SeatIndex): boolean {
  if (state.hand?.outcome !== 'playing') return false;
  const inHand = seatOf(state.hand, seat);
  return inHand !== null && inHand.status !== 'folded';
}

/** Whether the seat was dealt into the hand that is being played: its chips are not settled yet. */
const isDealtIn = (state: TableState, seat: SeatIndex): boolean =>
  state.hand?.outcome === 'playing' && seatOf(state.hand, seat) !== null;

/** Whether the seat's chips can move now: it is not in the hand being played. */
export const areChipsFree = (state: TableState, seat: SeatIndex): boolean =>
  !isDealtIn(state, seat);

/** Who would be dealt in now. */
export const playersToDeal = (state: TableState): TableSeat[] =>
  state.seats.filter(
    (seat): seat is TableSeat =>
      seat !== null && seat.stackKrw > 0 && !seat.sittingOut && !seat.leaving,
  );

export const canStartHand = (state: TableState): boolean =>
  !isHandRunning(state) &&
  playersToDeal(state).length >= Math.max(2, state.config.minPlayersToStart);

/** The button moves to the next player dealt in; on a fresh table the last seat has it. Rule: §1.2. */
function nextButton(state: TableState): SeatIndex | null {
  const seats = playersToDeal(state).map(({ seat }) => seat);
  const { buttonSeat } = state;
  if (buttonSeat === null) return seats.at(-1) ?? null;
  return seats.find((seat) => seat > buttonSeat) ?? seats[0] ?? null;
}

/**
 * Answers what somebody wants of the table with what happens, or why it may not.
 *
 * Money comes first: chips that sit down, are added or leave have moved in the ledger when the
 * command is given. Rule: docs/rules/holdem.md §1, §8.
 */
export function decideTable(
  state: TableState,
  command: TableCommand,
  dealer: Dealer | null,
): Result<TableEvent[], TableRefusal> {
  switch (command.type) {
    case 'take_seat':
      return takeSeat(state, command);
    case 'start_hand':
      return beginHand(state, command.handId, dealer);
    case 'play':
      return play(state, command, dealer);
    case 'free_seat':
    case 'sit_out':
    case 'sit_in':
    case 'leave':
    case 'top_up':
    case 'add_chips':
    case 'drop_top_up':
    case 'start_time_bank':
      return seated(state, command);
  }
}

type CommandOf<T extends TableCommand['type']> = Extract<TableCommand, { type: T }>;

/** Whether somebody may sit down there with that much; asked before money moves, and after. */
export function sitFault(
  state: TableState,
  wish: { readonly seat: number; readonly userId: string; readonly buyInKrw: number },
): TableRefusal | null {
  const fault = (code: TableRefusal['code'], message: string): TableRefusal => ({ code, message });
  if (seatOfUser(state, wish.userId) !== null) {
    return fault('ALREADY_SEATED', 'You have a seat at this table.');
  }
  if (!isSeatIndex(wish.seat) || wish.seat >= state.config.maxSeats) {
    return fault('SEAT_TAKEN', 'There is no such seat at this table.');
  }
  if (seatAt(state, wish.seat) !== null) return fault('SEAT_TAKEN', 'The seat is taken.');
  const { minBuyInKrw, maxBuyInKrw } = state.config;
  if (wish.buyInKrw < minBuyInKrw || wish.buyInKrw > maxBuyInKrw) {
    return fault('BUYIN_OUT_OF_RANGE', 'The buy-in is outside the range of this table.');
  }
  return null;
}

function takeSeat(
  state: TableState,
  command: CommandOf<'take_seat'>,
): Result<TableEvent[], TableRefusal> {
  const { seat, userId } = command;
  if (seatOfUser(state, userId) !== null) return refuseTable('ALREADY_SEATED', 'You have a seat.');
  if (seatAt(state, seat) !== null) return refuseTable('SEAT_TAKEN', 'The seat is taken.');
  return accept([{ ...command, type: 'seat_taken' }]);
}

function seated(
  state: TableState,
  command: Exclude<TableCommand, CommandOf<'take_seat' | 'start_hand' | 'play'>>,
): Result<TableEvent[], TableRefusal> {
  const { seat } = command;
  const at = seatAt(state, seat);
  if (at === null) return refuseTable('NOT_SEATED', 'You have no seat at this table.');
  switch (command.type) {
    case 'free_seat':
      return accept([{ type: 'seat_left', seat }]);
    case 'sit_out':
      return accept(at.sittingOut ? [] : [{ type: 'sat_out', seat, bySystem: false }]);
    case 'sit_in':
      return accept(at.sittingOut ? [{ type: 'sat_in', seat }] : []);
    case 'leave':
      return accept(at.leaving ? [] : [{ type: 'leave_requested', seat }]);
    case 'top_up':
      return topUp(state, at, command);
    case 'add_chips':
      return accept([{ type: 'topped_up', seat, amountKrw: krw(command.amountKrw) }]);
    case 'drop_top_up':
      return accept([{ type: 'top_up_dropped', seat }]);
    case 'start_time_bank':
      return accept(at.usingTimeBank ? [] : [{ type: 'time_bank_started', seat }]);
  }
}

/** A top-up never passes the largest buy-in, and never adds chips to a hand. Rule: §1.4. */
function topUp(
  state: TableState,
  at: TableSeat,
  { topUpId, amountKrw }: CommandOf<'top_up'>,
): Result<TableEvent[], TableRefusal> {
  const queuedKrw = at.queuedTopUp?.amountKrw ?? 0;
  if (stackNow(state, at) + queuedKrw + amountKrw > state.config.maxBuyInKrw) {
    return refuseTable('TOP_UP_OUT_OF_RANGE', 'The top-up would pass the largest stack.');
  }
  return accept([
    { type: 'top_up_queued', seat: at.seat, topUpId, amountKrw: krw(queuedKrw + amountKrw) },
  ]);
}

/** Chips behind, during a hand as well. */
export function stackNow(state: TableState, at: TableSeat): number {
  const inHand = state.hand?.outcome === 'playing' ? seatOf(state.hand, at.seat) : null;
  return inHand?.stackKrw ?? at.stackKrw;
}

const handEvents = (events: readonly HandEvent[]): TableEvent[] =>
  events.map((event) => ({ type: 'hand', event }));

function beginHand(
  state: TableState,
  handId: string,
  dealer: Dealer | null,
): Result<TableEvent[], TableRefusal> {
  const buttonSeat = nextButton(state);
  if (!canStartHand(state) || buttonSeat === null || dealer === null) {
    return refuseTable('HAND_NOT_ACTIVE', 'A hand cannot start now.');
  }
  const seats = playersToDeal(state).map(({ seat, stackKrw }) => ({ seat, stackKrw }));
  const { stakes } = state.config;
  const handNo = state.handNo + 1;
  const started = startHand({ handId, handNo, buttonSeat, stakes, seats }, dealer);
  return started.ok ? accept(handEvents(started.value)) : started;
}

function play(
  state: TableState,
  command: CommandOf<'play'>,
  dealer: Dealer | null,
): Result<TableEvent[], TableRefusal> {
  const { action, usedMs } = command;
  if (state.hand === null || dealer === null) {
    return refuseTable('HAND_NOT_ACTIVE', 'No hand is being played.');
  }
  const decided = decide(state.hand, action, dealer);
  if (!decided.ok) return decided;
  const events: TableEvent[] = [];
  if ('seat' in action && usedMs > 0) {
    events.push({ type: 'time_bank_used', seat: action.seat, usedMs });
  }
  events.push(...handEvents(decided.value));
  const isTurn = action.type === 'timeout' && state.hand.toActSeat === action.seat;
  if (isTurn && isLastPatience(state, action.seat)) {
    events.push({ type: 'sat_out', seat: action.seat, bySystem: true });
  }
  return accept(events);
}

function isLastPatience(state: TableState, seat: SeatIndex): boolean {
  const at = seatAt(state, seat);
  return at !== null && !at.sittingOut && !at.leaving && at.timeouts + 1 >= TIMEOUTS_TO_SIT_OUT;
}
