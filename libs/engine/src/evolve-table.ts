import { krw } from '@cardroom/money';

import { AUTO_TOP_UP } from './between-hands';
import { seatOf } from './betting';
import { blindPlaces, owedAfterDeal } from './blinds-due';
import { evolve } from './evolve';
import type { HandEvent, HandState } from './hand-types';
import type { SeatIndex } from './seat-index';
import { takenSeats } from './seating';
import type {
  BeforeHand,
  DepartedPlayer,
  TableEvent,
  TableSeat,
  TableState,
  WaitingPlayer,
} from './table-types';

type EventOf<T extends TableEvent['type']> = Extract<TableEvent, { type: T }>;

const withSeat = (
  state: TableState,
  seat: SeatIndex,
  change: (before: TableSeat) => TableSeat | null,
): TableState => ({
  ...state,
  seats: state.seats.map((before) => (before?.seat === seat ? change(before) : before)),
});

const withWaiting = (
  state: TableState,
  userId: string,
  change: (before: WaitingPlayer) => WaitingPlayer[],
): TableState => ({
  ...state,
  waiting: state.waiting.flatMap((before) =>
    before.userId === userId ? change(before) : [before],
  ),
});

function afterSeatTaken(state: TableState, event: EventOf<'seat_taken'>): TableState {
  const { seat, userId, nickname, seatSessionId, stackKrw, entry = 'wait' } = event;
  const taken: TableSeat = {
    ...{ seat, userId, nickname, seatSessionId, stackKrw, entry },
    sittingOut: false,
    leaving: false,
    timeBankMs: state.config.timeBankMs,
    usingTimeBank: false,
    timeouts: 0,
    queuedTopUp: null,
    isNew: true,
    owes: { big: true, small: event.owesSmall ?? false },
    sitOutNextBigBlind: false,
    straddleNext: false,
    autoTopUpKrw: null,
    away: false,
    idleSinceMs: null,
  };
  const seated = withWaiting(state, userId, () => []);
  return { ...seated, seats: state.seats.map((before, at) => (at === seat ? taken : before)) };
}

/** An empty table is a fresh one: its next button does not depend on who left. */
function afterSeatLeft(state: TableState, event: EventOf<'seat_left'>): TableState {
  const left = withSeat(state, event.seat, () => null);
  const remembered = { ...left, departed: departedAfter(state, event) };
  if (left.seats.some((at) => at !== null)) return remembered;
  return { ...remembered, buttonSeat: null, smallBlindSeat: null, bigBlindSeat: null };
}

/** Remembers who leaves, and forgets those for whom it no longer counts. Rule: docs/rules/table.md §3. */
function departedAfter(state: TableState, event: EventOf<'seat_left'>): readonly DepartedPlayer[] {
  const at = state.seats[event.seat] ?? null;
  const { atMs } = event;
  const { windowMs } = state.config.rathole;
  if (at === null || atMs === undefined) return state.departed;
  const others = state.departed.filter(
    ({ userId, leftAtMs }) => userId !== at.userId && atMs - leftAtMs < windowMs,
  );
  const { userId, stackKrw, owes } = at;
  return [...others, { userId, stackKrw, leftAtMs: atMs, owesSmall: owes.small }];
}

function afterHandStarted(state: TableState, hand: HandState): TableState {
  const { handNo, buttonSeat } = hand.setup;
  const seats = state.seats.map((at): TableSeat | null => {
    if (at === null) return null;
    const owes = owedAfterDeal(at, state, hand);
    if (seatOf(hand, at.seat) === null) return { ...at, owes, straddleNext: false };
    return { ...at, owes, straddleNext: false, isNew: false, idleSinceMs: null };
  });
  return {
    ...{ ...state, hand, handNo, buttonSeat, seats },
    ...blindPlaces(state, hand),
    handSessions: sessionsOf(state, hand),
    beforeHand: beforeHandOf(state),
  };
}

function beforeHandOf(state: TableState): BeforeHand {
  const { buttonSeat, smallBlindSeat, bigBlindSeat } = state;
  const debts = takenSeats(state).map(({ seat, isNew, owes, seatSessionId }) => {
    return [String(seat), { isNew, owes, seatSessionId }] as const;
  });
  return { buttonSeat, smallBlindSeat, bigBlindSeat, debts: Object.fromEntries(debts) };
}

/** A hand that did not count moved no button and paid no blind. Rule: docs/rules/table.md §1.5. */
function afterVoid(state: TableState): TableState {
  const { beforeHand } = state;
  if (beforeHand === null) return state;
  const { debts, ...places } = beforeHand;
  const seats = state.seats.map((at): TableSeat | null => {
    const debt = at === null ? undefined : debts[String(at.seat)];
    return at === null || debt?.seatSessionId !== at.seatSessionId ? at : { ...at, ...debt };
  });
  return { ...state, ...places, seats };
}

function afterHandEvent(state: TableState, event: HandEvent): TableState {
  const hand = evolve(state.hand, event);
  switch (event.type) {
    case 'hand_started':
      return afterHandStarted(state, hand);
    case 'acted':
      return afterActed({ ...state, hand }, event);
    case 'hand_settled':
      return afterEnd(state, hand);
    case 'hand_voided':
      return afterEnd(afterVoid(state), hand);
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

/** Most who act are in time, as they were before: nothing changes at their seat. */
function afterActed(
  state: TableState,
  { seat, bySystem }: Extract<HandEvent, { type: 'acted' }>,
): TableState {
  const at = state.seats[seat];
  if (!bySystem && at?.usingTimeBank === false && at.timeouts === 0) return state;
  return withSeat(state, seat, (before) => ({
    ...before,
    usingTimeBank: false,
    timeouts: bySystem ? before.timeouts + 1 : 0,
  }));
}

const afterEnd = (state: TableState, hand: HandState): TableState => ({
  ...{ ...state, hand, beforeHand: null },
  seats: state.seats.map((at) => paidOut(at, hand)),
});

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

type SeatEvent = Exclude<
  Extract<TableEvent, { seat: SeatIndex }>,
  { type: 'seat_taken' | 'seat_left' | 'seat_offered' }
>;

/** A seat after something that concerns it alone. */
function seatAfter(at: TableSeat, event: SeatEvent): TableSeat {
  switch (event.type) {
    case 'sat_out':
      return { ...at, sittingOut: true, away: event.bySystem, sitOutNextBigBlind: false };
    case 'sat_in': {
      const { entry = at.entry } = event;
      return { ...at, entry, sittingOut: false, away: false, timeouts: 0, idleSinceMs: null };
    }
    case 'leave_requested':
      return { ...at, leaving: true };
    case 'seat_idle':
      return { ...at, idleSinceMs: event.sinceMs };
    case 'entry_chosen':
      return { ...at, entry: event.entry };
    case 'big_blind_sit_out_set':
      return { ...at, sitOutNextBigBlind: event.on };
    case 'straddle_set':
      return { ...at, straddleNext: event.on };
    case 'auto_top_up_set':
      return { ...at, autoTopUpKrw: event.toKrw };
    case 'top_up_queued':
      return { ...at, queuedTopUp: { topUpId: event.topUpId, amountKrw: event.amountKrw } };
    case 'top_up_dropped': {
      // A wallet that does not cover it now is not asked again by itself.
      const isAutomatic = at.queuedTopUp?.topUpId.startsWith(AUTO_TOP_UP) ?? false;
      return { ...at, queuedTopUp: null, autoTopUpKrw: isAutomatic ? null : at.autoTopUpKrw };
    }
    case 'topped_up': {
      const stackKrw = krw(at.stackKrw + event.amountKrw);
      const idleSinceMs = at.sittingOut ? at.idleSinceMs : null;
      return { ...at, stackKrw, idleSinceMs, queuedTopUp: null };
    }
    case 'time_bank_started':
      return { ...at, usingTimeBank: true };
    case 'time_bank_used':
      return { ...at, timeBankMs: Math.max(0, at.timeBankMs - event.usedMs) };
  }
}

/** Folds one event into a table. The same events always give the same state. */
export function evolveTable(state: TableState, event: TableEvent): TableState {
  switch (event.type) {
    case 'seat_taken':
      return afterSeatTaken(state, event);
    case 'seat_left':
      return afterSeatLeft(state, event);
    case 'waiting_joined': {
      const { userId, nickname } = event;
      return { ...state, waiting: [...state.waiting, { userId, nickname, offer: null }] };
    }
    case 'waiting_left':
      return withWaiting(state, event.userId, () => []);
    case 'seat_offered': {
      const { seat, untilMs } = event;
      return withWaiting(state, event.userId, (before) => [
        { ...before, offer: { seat, untilMs } },
      ]);
    }
    case 'hand':
      return afterHandEvent(state, event.event);
    case 'sat_out':
    case 'sat_in':
    case 'leave_requested':
    case 'seat_idle':
    case 'entry_chosen':
    case 'big_blind_sit_out_set':
    case 'straddle_set':
    case 'auto_top_up_set':
    case 'top_up_queued':
    case 'top_up_dropped':
    case 'topped_up':
    case 'time_bank_started':
    case 'time_bank_used':
      return withSeat(state, event.seat, (at) => seatAfter(at, event));
  }
}

/**
 * A table as it was written, perhaps by an earlier release: what did not exist then gets the value
 * that says nothing. `settings` are the table's present ones.
 */
export function restoreTable(
  stored: Partial<TableState> & Pick<TableState, 'tableId' | 'seats' | 'handNo'>,
  settings: TableState['config'],
): TableState {
  const { hand = null, buttonSeat = null } = stored;
  const places = hand === null || buttonSeat === null ? NO_PLACES : blindPlaces(NO_PLACES, hand);
  const seats = stored.seats.map((at) => (at === null ? null : { ...SEAT_OF_BEFORE, ...at }));
  return {
    ...{ handSessions: {}, waiting: [], departed: [], beforeHand: null, ...places, ...stored },
    ...{ hand, buttonSeat, seats, config: settings },
  };
}

const NO_PLACES = { smallBlindSeat: null, bigBlindSeat: null } as const;

/** Seats of earlier releases owed nothing and had no wishes. */
const SEAT_OF_BEFORE = {
  isNew: false,
  owes: { big: false, small: false },
  entry: 'wait',
  sitOutNextBigBlind: false,
  straddleNext: false,
  autoTopUpKrw: null,
  away: false,
  idleSinceMs: null,
} as const satisfies Partial<TableSeat>;
