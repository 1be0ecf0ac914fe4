import type { Krw } from '@cardroom/money';

import type { BettingStructure, HandCommand, HandEvent, HandStakes, HandState } from './hand-types';
import type { SeatIndex } from './seat-index';

/** How somebody who owes blinds comes in: pays at once, or waits for the big blind. */
export const ENTRY_CHOICES = ['post', 'wait'] as const;
export type EntryChoice = (typeof ENTRY_CHOICES)[number];

/** Who may straddle at a table. Rule: docs/rules/table.md §4. */
export const STRADDLE_RULES = ['none', 'under_the_gun', 'button'] as const;
export type StraddleRule = (typeof STRADDLE_RULES)[number];

export interface TableConfig {
  readonly stakes: HandStakes;
  readonly maxSeats: number;
  readonly minBuyInKrw: Krw;
  readonly maxBuyInKrw: Krw;
  readonly minPlayersToStart: number;
  readonly actionTimeoutMs: number;
  readonly timeBankMs: number;
  readonly showdownPauseMs: number;
  readonly structure: BettingStructure;
  readonly straddle: StraddleRule;
  /** Those who are all-in may agree to run the rest of the board twice. */
  readonly runItTwice: boolean;
  /** The cards that would have come may be seen after the hand. */
  readonly rabbitHunt: boolean;
  /** How long whoever left must come back with the stack that left; 0: never. */
  readonly rathole: { readonly windowMs: number };
  /** An idle seat is freed after this time. */
  readonly awayRemovalMs: number;
  /** How long a free seat is kept for the first of the waiting list. */
  readonly seatOfferMs: number;
}

/** Blinds that went by while a player was not dealt in. */
export interface BlindsOwed {
  readonly big: boolean;
  readonly small: boolean;
}

export interface TableSeat {
  readonly seat: SeatIndex;
  readonly userId: string;
  readonly nickname: string;
  readonly seatSessionId: string;
  /** Chips between hands; during a hand, what the seat began it with. */
  readonly stackKrw: Krw;
  readonly sittingOut: boolean;
  /** Leaves with its stack when its hand is over. */
  readonly leaving: boolean;
  readonly timeBankMs: number;
  readonly usingTimeBank: boolean;
  /** Times in a row that the system acted for the seat. */
  readonly timeouts: number;
  /** A top-up that waits for its money, and for the end of the hand. */
  readonly queuedTopUp: { readonly topUpId: string; readonly amountKrw: Krw } | null;
  /** Not dealt in yet since the seat was taken. */
  readonly isNew: boolean;
  readonly owes: BlindsOwed;
  readonly entry: EntryChoice;
  readonly sitOutNextBigBlind: boolean;
  /** Wants to straddle in the next hand. */
  readonly straddleNext: boolean;
  /** Stack that is filled up to between hands, from the wallet; null: off. */
  readonly autoTopUpKrw: Krw | null;
  /** Sits out because the system has acted for the seat too often. */
  readonly away: boolean;
  /** Since when the seat is known to be idle, milliseconds since 1970; null while it plays. */
  readonly idleSinceMs: number | null;
}

/** Somebody in line for a seat; `offer` is the seat that is kept for them, and until when. */
export interface WaitingPlayer {
  readonly userId: string;
  readonly nickname: string;
  readonly offer: { readonly seat: SeatIndex; readonly untilMs: number } | null;
}

/** What is remembered of somebody who left. Rule: docs/rules/table.md §3. */
export interface DepartedPlayer {
  readonly userId: string;
  readonly stackKrw: Krw;
  readonly leftAtMs: number;
  readonly owesSmall: boolean;
}

/** A table with its seats and the hand being played or just over. Plain data, public. */
export interface TableState {
  readonly tableId: string;
  readonly config: TableConfig;
  /** By seat number; a free seat is null. */
  readonly seats: readonly (TableSeat | null)[];
  /** Where the button and the blinds of the last hand were, players or not; null at a fresh table. */
  readonly buttonSeat: SeatIndex | null;
  readonly smallBlindSeat: SeatIndex | null;
  readonly bigBlindSeat: SeatIndex | null;
  readonly handNo: number;
  readonly hand: HandState | null;
  /** Seat sessions of those dealt into the hand, by seat: who a result belongs to. */
  readonly handSessions: Readonly<Record<string, { userId: string; seatSessionId: string }>>;
  /** In the order they came. */
  readonly waiting: readonly WaitingPlayer[];
  readonly departed: readonly DepartedPlayer[];
  /** What a void hand brings back besides the stacks; null while no hand is played. */
  readonly beforeHand: BeforeHand | null;
}

/** Places and debts as a hand found them. */
export interface BeforeHand {
  readonly buttonSeat: SeatIndex | null;
  readonly smallBlindSeat: SeatIndex | null;
  readonly bigBlindSeat: SeatIndex | null;
  readonly debts: Readonly<Record<string, Pick<TableSeat, 'isNew' | 'owes' | 'seatSessionId'>>>;
}

export type TableEvent =
  | {
      readonly type: 'seat_taken';
      readonly seat: SeatIndex;
      readonly userId: string;
      readonly nickname: string;
      readonly seatSessionId: string;
      readonly stackKrw: Krw;
      readonly entry?: EntryChoice;
      /** Owes a small blind from an earlier stay. */
      readonly owesSmall?: boolean;
    }
  /** `atMs`: when, milliseconds since 1970; missing where nobody has to remember it. */
  | { readonly type: 'seat_left'; readonly seat: SeatIndex; readonly atMs?: number }
  | { readonly type: 'sat_out'; readonly seat: SeatIndex; readonly bySystem: boolean }
  | { readonly type: 'sat_in'; readonly seat: SeatIndex; readonly entry?: EntryChoice }
  | { readonly type: 'leave_requested'; readonly seat: SeatIndex; readonly bySystem?: boolean }
  | { readonly type: 'seat_idle'; readonly seat: SeatIndex; readonly sinceMs: number }
  | { readonly type: 'entry_chosen'; readonly seat: SeatIndex; readonly entry: EntryChoice }
  | { readonly type: 'big_blind_sit_out_set'; readonly seat: SeatIndex; readonly on: boolean }
  | { readonly type: 'straddle_set'; readonly seat: SeatIndex; readonly on: boolean }
  | { readonly type: 'auto_top_up_set'; readonly seat: SeatIndex; readonly toKrw: Krw | null }
  | { readonly type: 'waiting_joined'; readonly userId: string; readonly nickname: string }
  | { readonly type: 'waiting_left'; readonly userId: string; readonly lapsed: boolean }
  | {
      readonly type: 'seat_offered';
      readonly userId: string;
      readonly seat: SeatIndex;
      readonly untilMs: number;
    }
  | {
      readonly type: 'top_up_queued';
      readonly seat: SeatIndex;
      /** Names the money movement, so that it happens once. */
      readonly topUpId: string;
      readonly amountKrw: Krw;
    }
  | { readonly type: 'top_up_dropped'; readonly seat: SeatIndex }
  | { readonly type: 'topped_up'; readonly seat: SeatIndex; readonly amountKrw: Krw }
  | { readonly type: 'time_bank_started'; readonly seat: SeatIndex }
  | { readonly type: 'time_bank_used'; readonly seat: SeatIndex; readonly usedMs: number }
  | { readonly type: 'hand'; readonly event: HandEvent };

export type TableCommand =
  | {
      readonly type: 'take_seat';
      readonly seat: SeatIndex;
      readonly userId: string;
      readonly nickname: string;
      readonly seatSessionId: string;
      readonly stackKrw: Krw;
      readonly entry: EntryChoice;
      readonly nowMs: number;
    }
  | { readonly type: 'join_waiting'; readonly userId: string; readonly nickname: string }
  | { readonly type: 'leave_waiting'; readonly userId: string }
  /** What the house does between hands: offers, idle seats, automatic top-ups. */
  | { readonly type: 'tidy'; readonly nowMs: number }
  | { readonly type: 'start_hand'; readonly handId: string }
  /** `usedMs`: time bank that this decision has used. */
  | { readonly type: 'play'; readonly action: HandCommand; readonly usedMs: number }
  | SeatCommand;

/** Commands for a seat that is taken. */
export type SeatCommand =
  /** The seat's chips are back in the wallet. */
  | { readonly type: 'free_seat'; readonly seat: SeatIndex; readonly atMs: number }
  | { readonly type: 'sit_out' | 'leave' | 'start_time_bank'; readonly seat: SeatIndex }
  | { readonly type: 'sit_in'; readonly seat: SeatIndex; readonly entry?: EntryChoice }
  | { readonly type: 'choose_entry'; readonly seat: SeatIndex; readonly entry: EntryChoice }
  | {
      readonly type: 'sit_out_next_big_blind' | 'straddle';
      readonly seat: SeatIndex;
      readonly on: boolean;
    }
  | { readonly type: 'auto_top_up'; readonly seat: SeatIndex; readonly toKrw: number | null }
  /** Ask for chips; they come with `add_chips`, between hands. */
  | {
      readonly type: 'top_up';
      readonly seat: SeatIndex;
      readonly topUpId: string;
      readonly amountKrw: Krw;
    }
  | { readonly type: 'add_chips'; readonly seat: SeatIndex; readonly amountKrw: Krw }
  | { readonly type: 'drop_top_up'; readonly seat: SeatIndex };

export const TABLE_REFUSAL_CODES = [
  'SEAT_TAKEN',
  'SEAT_RESERVED',
  'SEAT_FREE',
  'WAITING_LIST_FULL',
  'ALREADY_SEATED',
  'NOT_SEATED',
  'BUYIN_OUT_OF_RANGE',
  'BUYIN_BELOW_LAST_STACK',
  'TOP_UP_OUT_OF_RANGE',
  'STRADDLE_NOT_ALLOWED',
  'HAND_NOT_ACTIVE',
] as const;
export type TableRefusalCode = (typeof TABLE_REFUSAL_CODES)[number];
