import { krw } from '@cardroom/money';

import { tidyEvents } from './between-hands';
import { dealPlan, readyPlayers } from './blinds-due';
import { decide, startHand } from './decide';
import type { Dealer, HandEvent, HandSetup } from './hand-types';
import type { SeatIndex } from './seat-index';
import { accept, type Result } from './result';
import {
  departureOf,
  isHandRunning,
  seatAt,
  seatOfUser,
  stackNow,
  type TableRefusal,
} from './seating';
import { straddleDue } from './straddle';
import type { SeatCommand, TableCommand, TableEvent, TableSeat, TableState } from './table-types';
import { waitFault, waitingOf } from './waiting-list';

/** A time-out in a row with this one makes the seat sit out. Rule: docs/rules/holdem.md §8.4. */
const TIMEOUTS_TO_SIT_OUT = 2;

type Decided = Result<TableEvent[], TableRefusal>;

const refuseTable = (code: TableRefusal['code'], message: string): Decided => ({
  ok: false,
  error: { code, message },
});

/** Whether enough players are there for the next hand. */
export const canStartHand = (state: TableState): boolean =>
  !isHandRunning(state) &&
  readyPlayers(state).length >= Math.max(2, state.config.minPlayersToStart) &&
  dealPlan(state) !== null;

/**
 * Answers what somebody wants of the table with what happens, or why it may not.
 *
 * Money comes first: chips that sit down, are added or leave have moved in the ledger when the
 * command is given. Rule: docs/rules/table.md.
 */
export function decideTable(
  state: TableState,
  command: TableCommand,
  dealer: Dealer | null,
): Decided {
  switch (command.type) {
    case 'take_seat':
      return takeSeat(state, command);
    case 'join_waiting':
      return joinWaiting(state, command);
    case 'leave_waiting':
      return leaveWaiting(state, command);
    case 'tidy':
      return accept(tidyEvents(state, command.nowMs));
    case 'start_hand':
      return beginHand(state, command.handId, dealer);
    case 'play':
      return play(state, command, dealer);
    case 'free_seat':
    case 'sit_out':
    case 'sit_in':
    case 'leave':
    case 'choose_entry':
    case 'sit_out_next_big_blind':
    case 'straddle':
    case 'auto_top_up':
    case 'top_up':
    case 'add_chips':
    case 'drop_top_up':
    case 'start_time_bank':
      return ofSeat(state, command);
  }
}

type CommandOf<T extends TableCommand['type']> = Extract<TableCommand, { type: T }>;

function takeSeat(state: TableState, command: CommandOf<'take_seat'>): Decided {
  const { seat, userId, nickname, seatSessionId, stackKrw, entry, nowMs } = command;
  if (seatOfUser(state, userId) !== null) return refuseTable('ALREADY_SEATED', 'You have a seat.');
  if (seatAt(state, seat) !== null) return refuseTable('SEAT_TAKEN', 'The seat is taken.');
  const owesSmall = departureOf(state, userId, nowMs)?.owesSmall ?? false;
  return accept([
    {
      type: 'seat_taken',
      ...{ seat, userId, nickname, seatSessionId, stackKrw, entry },
      ...(owesSmall ? { owesSmall } : {}),
    },
  ]);
}

function joinWaiting(state: TableState, command: CommandOf<'join_waiting'>): Decided {
  const { userId, nickname } = command;
  if (waitingOf(state, userId) !== null) return accept([]);
  const fault = waitFault(state, userId);
  return fault === null
    ? accept([{ type: 'waiting_joined', userId, nickname }])
    : { ok: false, error: fault };
}

function leaveWaiting(state: TableState, { userId }: CommandOf<'leave_waiting'>): Decided {
  if (waitingOf(state, userId) === null) return accept([]);
  return accept([{ type: 'waiting_left', userId, lapsed: false }]);
}

function ofSeat(state: TableState, command: SeatCommand): Decided {
  const { seat } = command;
  const at = seatAt(state, seat);
  if (at === null) return refuseTable('NOT_SEATED', 'You have no seat at this table.');
  switch (command.type) {
    case 'free_seat':
      return accept([{ type: 'seat_left', seat, atMs: command.atMs }]);
    case 'sit_out':
      return accept(at.sittingOut ? [] : [{ type: 'sat_out', seat, bySystem: false }]);
    case 'sit_in':
      return accept(at.sittingOut ? [satIn(at, command)] : []);
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
    case 'choose_entry':
    case 'sit_out_next_big_blind':
    case 'straddle':
    case 'auto_top_up':
      return setting(state, at, command);
  }
}

const satIn = ({ seat }: TableSeat, { entry }: CommandOf<'sit_in'>): TableEvent =>
  entry === undefined ? { type: 'sat_in', seat } : { type: 'sat_in', seat, entry };

type SettingCommand = Extract<
  SeatCommand,
  { type: 'choose_entry' | 'sit_out_next_big_blind' | 'straddle' | 'auto_top_up' }
>;

/** A player's own wish for later; what is so already changes nothing. */
function setting(state: TableState, at: TableSeat, command: SettingCommand): Decided {
  const { seat } = at;
  switch (command.type) {
    case 'choose_entry': {
      const { entry } = command;
      return accept(at.entry === entry ? [] : [{ type: 'entry_chosen', seat, entry }]);
    }
    case 'sit_out_next_big_blind': {
      const { on } = command;
      return accept(
        at.sitOutNextBigBlind === on ? [] : [{ type: 'big_blind_sit_out_set', seat, on }],
      );
    }
    case 'straddle': {
      const { on } = command;
      if (state.config.straddle === 'none') {
        return refuseTable('STRADDLE_NOT_ALLOWED', 'There are no straddles at this table.');
      }
      return accept(at.straddleNext === on ? [] : [{ type: 'straddle_set', seat, on }]);
    }
    case 'auto_top_up':
      return autoTopUp(state, at, command.toKrw);
  }
}

/** Errors: TOP_UP_OUT_OF_RANGE above the largest buy-in. Rule: docs/rules/table.md §6.2. */
function autoTopUp(
  { config }: TableState,
  { seat, autoTopUpKrw }: TableSeat,
  to: number | null,
): Decided {
  if (to !== null && to > config.maxBuyInKrw) {
    return refuseTable('TOP_UP_OUT_OF_RANGE', 'The stack would pass the largest of this table.');
  }
  const toKrw = to === null ? null : krw(to);
  return accept(toKrw === autoTopUpKrw ? [] : [{ type: 'auto_top_up_set', seat, toKrw }]);
}

/** A top-up never passes the largest buy-in, and never adds chips to a hand. Rule: §6.1. */
function topUp(
  state: TableState,
  at: TableSeat,
  { topUpId, amountKrw }: CommandOf<'top_up'>,
): Decided {
  const queuedKrw = at.queuedTopUp?.amountKrw ?? 0;
  if (stackNow(state, at) + queuedKrw + amountKrw > state.config.maxBuyInKrw) {
    return refuseTable('TOP_UP_OUT_OF_RANGE', 'The top-up would pass the largest stack.');
  }
  return accept([
    { type: 'top_up_queued', seat: at.seat, topUpId, amountKrw: krw(queuedKrw + amountKrw) },
  ]);
}

const handEvents = (events: readonly HandEvent[]): TableEvent[] =>
  events.map((event) => ({ type: 'hand', event }));

function beginHand(state: TableState, handId: string, dealer: Dealer | null): Decided {
  const setup = canStartHand(state) ? nextHandSetup(state, handId) : null;
  if (setup === null || dealer === null) {
    return refuseTable('HAND_NOT_ACTIVE', 'A hand cannot start now.');
  }
  const started = startHand(setup, dealer);
  return started.ok ? accept(handEvents(started.value)) : started;
}

function nextHandSetup(state: TableState, handId: string): HandSetup | null {
  const plan = dealPlan(state);
  if (plan === null) return null;
  const { buttonSeat, smallBlindSeat, bigBlindSeat, entryPosts } = plan;
  const straddle = straddleDue(state, plan);
  const { stakes, structure, runItTwice, rabbitHunt } = state.config;
  return {
    ...{ handId, handNo: state.handNo + 1, stakes, buttonSeat, smallBlindSeat, bigBlindSeat },
    seats: plan.seats.map(({ seat, stackKrw }) => ({ seat, stackKrw })),
    ...(structure === 'no-limit' ? {} : { structure }),
    ...(runItTwice ? { boards: 2 } : {}),
    ...(rabbitHunt ? { rabbitHunt } : {}),
    ...(entryPosts.length === 0 ? {} : { entryPosts }),
    ...(straddle === null ? {} : { straddle }),
  };
}

function play(state: TableState, command: CommandOf<'play'>, dealer: Dealer | null): Decided {
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
