import { krw } from '@cardroom/money';

import { seatOf } from './betting';
import { evolve } from './evolve';
import type { HandEvent, HandState, SeatIndex } from './hand-types';
import type { TableEvent, TableSeat, TableState } from './table-types';

const withSeat = (
  state: TableState,
  seat: SeatIndex,
  change: (before: TableSeat) => TableSeat | null,
): TableState => ({
  ...state,
  seats: state.seats.map((before) => (before?.seat === seat ? change(before) : before)),
});

function afterSeatTaken(
  state: TableState,
  event: Extract<TableEvent, { type: 'seat_taken' }>,
): TableState {
  const { seat, userId, nickname, seatSessionId, stackKrw } = event;
  const taken: TableSeat = {
    ...{ seat, userId, nickname, seatSessionId, stackKrw },
    sittingOut: false,
    leaving: false,
    timeBankMs: state.config.timeBankMs,
    usingTimeBank: false,
    timeouts: 0,
    queuedTopUp: null,
  };
  return { ...state, seats: state.seats.map((before, at) => (at === seat ? taken : before)) };
}

/** An empty table is a fresh one: its next button does not depend on who left. */
function afterSeatLeft(state: TableState, seat: SeatIndex): TableState {
  const left = withSeat(state, seat, () => null);
  return left.seats.every((at) => at === null) ? { ...left, buttonSeat: null } : left;
}

function afterHandEvent(state: TableState, event: HandEvent): TableState {
  const hand = evolve(state.hand, event);
  switch (event.type) {
    case 'hand_started': {
      const { handNo, buttonSeat } = event.setup;
      return { ...state, hand, handNo, buttonSeat, handSessions: sessionsOf(state, hand) };
    }
    case 'acted':
      return withSeat({ ...state, hand }, event.seat, (at) => ({
        ...at,
        usingTimeBank: false,
        timeouts: event.bySystem ? at.timeouts + 1 : 0,
      }));
    case 'hand_settled':
    case 'hand_voided':
      return { ...state, hand, seats: state.seats.map((at) => paidOut(at, hand)) };
    case 'ante_posted':
    case 'blind_posted':
    case 'entry_posted':
    case 'cards_dealt':
    case 'uncalled_returned':
    case 'runs_offered':
    case 'runs_chosen':
    case 'runs_agreed':
    case 'street_dealt':
    case 'hand_shown':
    case 'hand_mucked':
    case 'pot_awarded':
    case 'rabbit_cards':
      return { ...state, hand };
  }
}

const paidOut = (at: TableSeat | null, hand: HandState): TableSeat | null => {
  if (at === null) return null;
  const inHand = seatOf(hand, at.seat);
  return { ...at, usingTimeBank: false, stackKrw: inHand?.stackKrw ?? at.stackKrw };
};

const sessionsOf = (state: TableState, hand: HandState): TableState['handSessions'] =>
  Object.fromEntries(
    hand.seats.flatMap(({ seat }) => {
      const at = state.seats[seat];
      if (at === null || at === undefined) return [];
      return [[String(seat), { userId: at.userId, seatSessionId: at.seatSessionId }]];
    }),
  );

/** Folds one event into a table. The same events always give the same state. */
export function evolveTable(state: TableState, event: TableEvent): TableState {
  switch (event.type) {
    case 'seat_taken':
      return afterSeatTaken(state, event);
    case 'seat_left':
      return afterSeatLeft(state, event.seat);
    case 'sat_out':
      return withSeat(state, event.seat, (at) => ({ ...at, sittingOut: true }));
    case 'sat_in':
      return withSeat(state, event.seat, (at) => ({ ...at, sittingOut: false, timeouts: 0 }));
    case 'leave_requested':
      return withSeat(state, event.seat, (at) => ({ ...at, leaving: true }));
    case 'top_up_queued':
      return withSeat(state, event.seat, (at) => ({
        ...at,
        queuedTopUp: { topUpId: event.topUpId, amountKrw: event.amountKrw },
      }));
    case 'top_up_dropped':
      return withSeat(state, event.seat, (at) => ({ ...at, queuedTopUp: null }));
    case 'topped_up':
      return withSeat(state, event.seat, (at) => ({
        ...at,
        stackKrw: krw(at.stackKrw + event.amountKrw),
        queuedTopUp: null,
      }));
    case 'time_bank_started':
      return withSeat(state, event.seat, (at) => ({ ...at, usingTimeBank: true }));
    case 'time_bank_used':
      return withSeat(state, event.seat, (at) => ({
        ...at,
        timeBankMs: Math.max(0, at.timeBankMs - event.usedMs),
      }));
    case 'hand':
      return afterHandEvent(state, event.event);
  }
}
