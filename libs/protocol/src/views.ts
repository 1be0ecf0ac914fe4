/**
 * What clients see of tables. All of it is public: a view is built from an allow-list, and a
 * player's own cards travel in a message of their own (`CardsMessage`).
 */

export interface StakesView {
  readonly smallBlindKrw: number;
  readonly bigBlindKrw: number;
  readonly anteKrw: number;
  readonly bigBlindAnteKrw: number;
}

/** What a table plays by. */
export interface TableSettingsView {
  readonly structure: 'no-limit' | 'pot-limit' | 'fixed-limit';
  readonly straddle: 'none' | 'under_the_gun' | 'button';
  readonly runItTwice: boolean;
  readonly rabbitHunt: boolean;
  readonly actionTimeoutMs: number;
  readonly timeBankMs: number;
  readonly showdownPauseMs: number;
  /** Within this time whoever left comes back with the stack that left. */
  readonly ratholeWindowMs: number;
  /** An idle seat is freed after this time. */
  readonly awayRemovalMs: number;
  /** A free seat is kept so long for the first who waits. */
  readonly seatOfferMs: number;
}

/** `entering`: will be dealt in with the big blind, or once the button has gone by. */
export const SEAT_STATUSES = ['playing', 'entering', 'sitting_out', 'away', 'leaving'] as const;
export type SeatStatus = (typeof SEAT_STATUSES)[number];

export interface SeatView {
  readonly seat: number;
  readonly userId: string;
  readonly nickname: string;
  /** Chips behind, without what is bet on this street. */
  readonly stackKrw: number;
  readonly status: SeatStatus;
  readonly connected: boolean;
  readonly timeBankMs: number;
  /** Holds cards in the hand being played. */
  readonly inHand: boolean;
  readonly folded: boolean;
  readonly allIn: boolean;
  readonly streetBetKrw: number;
  /** Cards shown by rule at the showdown of this hand, else null. */
  readonly shownCards: readonly string[] | null;
}

/** What the player to act may do; the same function answers server, bots and clients. */
export interface LegalActionsView {
  readonly seat: number;
  readonly canFold: boolean;
  readonly canCheck: boolean;
  /** Chips to add for a call; 0 where checking is free. */
  readonly callKrw: number;
  /** Smallest and largest total to bet or raise to; null where raising is not allowed. */
  readonly minRaiseToKrw: number | null;
  readonly maxRaiseToKrw: number | null;
}

export interface TurnView {
  readonly seat: number;
  /** Server time at which the system acts, milliseconds since 1970. */
  readonly deadlineAtMs: number;
  readonly usingTimeBank: boolean;
  readonly legal: LegalActionsView;
}

/** Betting is closed: these seats still choose how often the rest of the board is dealt. */
export interface RunChoiceView {
  readonly seats: readonly number[];
  /** Server time at which a missing answer is one run, milliseconds since 1970. */
  readonly deadlineAtMs: number;
}

export interface PotView {
  readonly amountKrw: number;
  readonly seats: readonly number[];
}

/** A root and what it is bound to, before the deal. Rule: docs/rules/fairness.md §3. */
export interface RootView {
  readonly handId: string;
  /** Names the rules of the deal. */
  readonly algorithm: string;
  /** Of the committed deck: hex, as all hashes and seeds. */
  readonly root: string;
  /** The players' promises of the moment when the root came out, by seat. */
  readonly commitments: readonly { readonly seat: number; readonly commitment: string }[];
  /** The promised seeds that were opened before the deal, by seat. */
  readonly seeds: readonly { readonly seat: number; readonly value: string }[];
}

/** All that decides the order of the cards of a hand. Rule: docs/rules/fairness.md §4. */
export interface DealView extends RootView {
  /** Seats dealt in, in the order of dealing. */
  readonly dealOrder: readonly number[];
}

/** A card with the proof that it was committed. Rule: docs/rules/fairness.md §5. */
export interface CardOpening {
  /** Which card of the deal it is, counted from 0. */
  readonly place: number;
  readonly card: string;
  readonly position: number;
  readonly salt: string;
  readonly path: readonly string[];
}

export interface HandResultView {
  readonly handId: string;
  readonly handNo: number;
  readonly outcome: 'settled' | 'voided';
  readonly rakeKrw: number;
  readonly results: readonly { readonly seat: number; readonly netKrw: number }[];
}

export interface TableView {
  readonly tableId: string;
  readonly name: string;
  readonly status: 'open' | 'closed' | 'paused';
  readonly stakes: StakesView;
  readonly maxSeats: number;
  readonly minBuyInKrw: number;
  readonly maxBuyInKrw: number;
  readonly settings: TableSettingsView;
  readonly handNo: number;
  readonly handId: string | null;
  readonly buttonSeat: number | null;
  readonly street: 'preflop' | 'flop' | 'turn' | 'river' | null;
  readonly board: readonly string[];
  /** The board of the second run where the hand is run twice, else empty. */
  readonly secondBoard: readonly string[];
  /** Cards that would have come, once somebody has asked for them. */
  readonly rabbitCards: readonly string[] | null;
  readonly pots: readonly PotView[];
  /** Everything in the middle, the bets of this street included. */
  readonly potKrw: number;
  readonly currentBetKrw: number;
  readonly turn: TurnView | null;
  readonly runChoice: RunChoiceView | null;
  /** By seat number; a free seat is null. */
  readonly seats: Readonly<Record<string, SeatView | null>>;
  readonly lastHand: HandResultView | null;
  /** How many wait for a seat, and which free seats are kept for some of them. */
  readonly waiting: number;
  readonly keptSeats: readonly number[];
  /** Of the hand `handId`; null where it was dealt without a root. */
  readonly deal: DealView | null;
  /** The root of the next hand, as soon as it is out. */
  readonly nextDeal: RootView | null;
}

export interface Snapshot {
  readonly tableId: string;
  readonly stateVersion: number;
  readonly table: TableView;
  /** Proofs of the cards of this hand that everybody has seen. */
  readonly openings?: readonly CardOpening[];
}

/** Changed properties of a TableView; `seats` holds only the seats that changed. */
export type TablePatch = Partial<Omit<TableView, 'tableId' | 'name'>>;

/** A public event of the table or the hand, in the order it happened. */
export interface TableEventView {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** One version of one table. A client whose version is not `stateVersion - 1` asks again. */
export interface Delta {
  readonly tableId: string;
  readonly stateVersion: number;
  readonly atMs: number;
  readonly events: readonly TableEventView[];
  readonly patch: TablePatch;
  /** Proofs of the cards that everybody sees from this version on. */
  readonly openings?: readonly CardOpening[];
}

/** A player's own cards, to that player's sockets only. */
export interface CardsMessage {
  readonly tableId: string;
  readonly handId: string;
  readonly seat: number;
  readonly cards: readonly string[];
  /** Their proofs; none where the hand was dealt without a root. */
  readonly openings?: readonly CardOpening[];
}

export type PreActionName = 'check_fold' | 'check' | 'call' | 'call_any';

/** A player's own seat, with what others do not see of it. */
export interface OwnSeatView {
  readonly seat: number;
  readonly entry: 'post' | 'wait';
  readonly owesBigBlind: boolean;
  readonly owesSmallBlind: boolean;
  readonly sitOutNextBigBlind: boolean;
  readonly straddleNext: boolean;
  readonly autoTopUpKrw: number | null;
  readonly preAction: { readonly action: PreActionName; readonly callKrw: number } | null;
}

/** What a table tells one player alone, to that player's sockets, whenever it changes. */
export interface OwnMessage {
  readonly tableId: string;
  /** What the player may sit down with now. */
  readonly buyIn: { readonly minKrw: number; readonly maxKrw: number };
  readonly seat: OwnSeatView | null;
  readonly waiting: {
    readonly place: number;
    readonly offer: { readonly seat: number; readonly untilMs: number } | null;
  } | null;
}

export interface LobbyTable {
  readonly tableId: string;
  readonly name: string;
  readonly pool: string;
  readonly stakes: StakesView;
  readonly maxSeats: number;
  readonly seated: number;
  readonly minBuyInKrw: number;
  readonly maxBuyInKrw: number;
  readonly settings: TableSettingsView;
  readonly waiting: number;
  readonly handNo: number;
  readonly status: 'open' | 'closed' | 'paused';
}

export interface ChatMessage {
  readonly tableId: string;
  readonly userId: string;
  readonly nickname: string;
  readonly text: string;
  readonly atMs: number;
}

/** Something a player is told outside of a table's versions. */
export interface Notice {
  readonly code: NoticeCode;
  readonly message: string;
  readonly tableId?: string;
  /** Before a planned close: wait this long, at random, then connect again. */
  readonly reconnectAfterMs?: number;
}

export const NOTICE_CODES = [
  'TOP_UP_DONE',
  'TOP_UP_REFUSED',
  'CASHED_OUT',
  'HAND_VOIDED',
  'TABLE_PAUSED',
  'TABLE_RESUMED',
  'SERVER_DRAINING',
  'SESSION_REVOKED',
  'CONNECTION_REPLACED',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Events from server to client, by name. */
export interface ServerEvents {
  snapshot: (message: Snapshot) => void;
  delta: (message: Delta) => void;
  cards: (message: CardsMessage) => void;
  own: (message: OwnMessage) => void;
  lobby: (message: { readonly tables: readonly LobbyTable[] }) => void;
  chat: (message: ChatMessage) => void;
  notice: (message: Notice) => void;
}

/** `data` of the ack of `table.watch`. */
export type WatchData =
  | {
      readonly kind: 'snapshot';
      readonly snapshot: Snapshot;
      readonly cards: CardsMessage | null;
      readonly own: OwnMessage;
    }
  | {
      readonly kind: 'deltas';
      readonly deltas: readonly Delta[];
      readonly cards: CardsMessage | null;
      readonly own: OwnMessage;
    };

/** `data` of the ack of `lobby.enter`. */
export interface LobbyData {
  readonly tables: readonly LobbyTable[];
}
