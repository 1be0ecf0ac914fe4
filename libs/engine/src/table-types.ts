import type { Krw } from '@cardroom/money';

import type { HandCommand, HandEvent, HandStakes, HandState, SeatIndex } from './hand-types';

export interface TableConfig {
  readonly stakes: HandStakes;
  readonly rake: { readonly rateBp: number; readonly capKrw: Krw };
  readonly maxSeats: number;
  readonly minBuyInKrw: Krw;
  readonly maxBuyInKrw: Krw;
  readonly minPlayersToStart: number;
  readonly actionTimeoutMs: number;
  readonly timeBankMs: number;
  readonly showdownPauseMs: number;
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
}

/** A table with its seats and the hand being played or just over. Plain data, public. */
export interface TableState {
  readonly tableId: string;
  readonly config: TableConfig;
  /** By seat number; a free seat is null. */
  readonly seats: readonly (TableSeat | null)[];
  readonly buttonSeat: SeatIndex | null;
  readonly handNo: number;
  readonly hand: HandState | null;
  /** Seat sessions of those dealt into the hand, by seat: who a result belongs to. */
  readonly handSessions: Readonly<Record<string, { userId: string; seatSessionId: string }>>;
}

export type TableEvent =
  | {
      readonly type: 'seat_taken';
      readonly seat: SeatIndex;
      readonly userId: string;
      readonly nickname: string;
      readonly seatSessionId: string;
      readonly stackKrw: Krw;
    }
  | { readonly type: 'seat_left'; readonly seat: SeatIndex }
  | { readonly type: 'sat_out'; readonly seat: SeatIndex; readonly bySystem: boolean }
  | { readonly type: 'sat_in'; readonly seat: SeatIndex }
  | { readonly type: 'leave_requested'; readonly seat: SeatIndex }
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
    }
  /** The seat's chips are back in the wallet. */
  | { readonly type: 'free_seat'; readonly seat: SeatIndex }
  | { readonly type: 'sit_out' | 'sit_in' | 'leave'; readonly seat: SeatIndex }
  /** Ask for chips; they come with `add_chips`, between hands. */
  | {
      readonly type: 'top_up';
      readonly seat: SeatIndex;
      readonly topUpId: string;
      readonly amountKrw: Krw;
    }
  | { readonly type: 'add_chips'; readonly seat: SeatIndex; readonly amountKrw: Krw }
  | { readonly type: 'drop_top_up'; readonly seat: SeatIndex }
  | { readonly type: 'start_time_bank'; readonly seat: SeatIndex }
  | { readonly type: 'start_hand'; readonly handId: string }
  /** `usedMs`: time bank that this decision has used. */
  | { readonly type: 'play'; readonly action: HandCommand; readonly usedMs: number };

export const TABLE_REFUSAL_CODES = [
  'SEAT_TAKEN',
  'ALREADY_SEATED',
  'NOT_SEATED',
  'BUYIN_OUT_OF_RANGE',
  'TOP_UP_OUT_OF_RANGE',
  'HAND_NOT_ACTIVE',
] as const;
export type TableRefusalCode = (typeof TABLE_REFUSAL_CODES)[number];
