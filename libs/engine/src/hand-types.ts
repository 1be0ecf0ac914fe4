import type { Krw } from '@cardroom/money';

import type { Card, Deck } from './cards';
import type { SeatIndex } from './seat-index';

export const STREETS = ['preflop', 'flop', 'turn', 'river'] as const;
export type Street = (typeof STREETS)[number];

/** What each hand costs before anyone looks at a card; 0 where there is none. */
export interface HandStakes {
  readonly smallBlindKrw: Krw;
  readonly bigBlindKrw: Krw;
  /** Posted by everyone. */
  readonly anteKrw: Krw;
  /** Posted by the big blind for everyone; dead money of the main pot. */
  readonly bigBlindAnteKrw: Krw;
}

export const BETTING_STRUCTURES = ['no-limit', 'pot-limit', 'fixed-limit'] as const;
export type BettingStructure = (typeof BETTING_STRUCTURES)[number];

/** What a seat posts to come in or come back. Rule: docs/rules/holdem.md §2.7. */
export interface EntryPost {
  readonly seat: SeatIndex;
  /** Counts as the seat's bet. */
  readonly liveKrw: Krw;
  /** Belongs to the main pot. */
  readonly deadKrw: Krw;
}

export interface SeatSetup {
  readonly seat: SeatIndex;
  readonly stackKrw: Krw;
}

/** What a hand starts from; `startHand` is the only gate from here to a `HandState`. */
export interface HandSetup {
  readonly handId: string;
  readonly handNo: number;
  /** May be an empty seat: a dead button. */
  readonly buttonSeat: SeatIndex;
  readonly stakes: HandStakes;
  /** Two to ten seats in rising order, each with chips; all of them are dealt in. */
  readonly seats: readonly SeatSetup[];
  /** Where they differ from what follows from the button; null: a dead small blind. */
  readonly smallBlindSeat?: SeatIndex | null;
  readonly bigBlindSeat?: SeatIndex;
  /** How large bets may be; no-limit where it is not said. */
  readonly structure?: BettingStructure;
  readonly entryPosts?: readonly EntryPost[];
  /** The whole bet of the straddler; posted only where the seat has that much. */
  readonly straddle?: { readonly seat: SeatIndex; readonly amountKrw: Krw };
  /** 2: those who are all-in may agree to run the rest of the board twice. */
  readonly boards?: Runs;
  /** The cards that would have come may be seen after the hand. */
  readonly rabbitHunt?: boolean;
}

/** Which cards a game deals and what they are worth: the hand knows only this interface. */
export interface Deal {
  readonly holeCardCount: number;
  /** The worth of hole cards with a board of five: the larger number wins. */
  readonly rank: (hole: readonly Card[], board: readonly Card[]) => number;
}

/** What the dealer knows and nobody else: never part of a state or an event. */
export interface Dealer {
  /** The k-th card dealt is `deck[k]`. */
  readonly deck: Deck;
  /** The rake of the whole hand. Rule: docs/rules/rake.md. */
  readonly rakeOf: (hand: { readonly potsKrw: readonly Krw[]; readonly flopDealt: boolean }) => Krw;
  /** The game; hold'em where it is not said. */
  readonly deal?: Deal;
}

export const VOLUNTARY_ACTIONS = ['fold', 'check', 'call', 'bet', 'raise'] as const;
export type ActionName = (typeof VOLUNTARY_ACTIONS)[number];

export type HandCommand =
  | { readonly type: 'fold' | 'check' | 'call'; readonly seat: SeatIndex }
  /** `toKrw`: the total put in on this street after the action. */
  | { readonly type: 'bet' | 'raise'; readonly seat: SeatIndex; readonly toKrw: number }
  /** The seat's time is up: check where it is free, else fold; one run where runs are chosen. Rule: docs/rules/holdem.md §8. */
  | { readonly type: 'timeout'; readonly seat: SeatIndex }
  /** Run the rest of the board once or twice. Rule: docs/rules/holdem.md §11. */
  | { readonly type: 'choose_runs'; readonly seat: SeatIndex; readonly runs: Runs }
  /** Show own cards after the hand. Rule: docs/rules/holdem.md §12.1. */
  | { readonly type: 'show'; readonly seat: SeatIndex }
  /** See the cards that would have come. Rule: docs/rules/holdem.md §12.2. */
  | { readonly type: 'rabbit_hunt' }
  | { readonly type: 'void'; readonly reason: string };

/** How often the rest of the board is dealt; each pot is split between the runs. */
export type Runs = 1 | 2;

export interface SeatResult {
  readonly seat: SeatIndex;
  readonly startStackKrw: Krw;
  readonly endStackKrw: Krw;
  readonly netKrw: Krw;
  /** Chips that stayed in the middle: an uncalled bet does not count. */
  readonly putInKrw: Krw;
}

export type BlindKind = 'small' | 'big' | 'straddle';

/** Everything that happens in a hand. Every event is public: a hidden card is in none of them. */
export type HandEvent =
  | { readonly type: 'hand_started'; readonly setup: HandSetup }
  | {
      readonly type: 'ante_posted';
      readonly seat: SeatIndex;
      readonly amountKrw: Krw;
      /** Dead money of the main pot (a big-blind ante), not the seat's own ante. */
      readonly dead: boolean;
    }
  | {
      readonly type: 'blind_posted';
      readonly seat: SeatIndex;
      readonly kind: BlindKind;
      /** Chips added. */
      readonly amountKrw: Krw;
    }
  | ({ readonly type: 'entry_posted' } & EntryPost)
  | { readonly type: 'cards_dealt'; readonly seatsInDealOrder: readonly SeatIndex[] }
  | {
      readonly type: 'acted';
      readonly seat: SeatIndex;
      readonly action: ActionName;
      readonly toKrw: Krw;
      readonly addedKrw: Krw;
      readonly allIn: boolean;
      readonly bySystem: boolean;
    }
  | { readonly type: 'uncalled_returned'; readonly seat: SeatIndex; readonly amountKrw: Krw }
  /** Betting is closed: these seats choose how often the rest of the board is dealt. */
  | { readonly type: 'runs_offered'; readonly seats: readonly SeatIndex[] }
  | {
      readonly type: 'runs_chosen';
      readonly seat: SeatIndex;
      readonly runs: Runs;
      readonly bySystem: boolean;
    }
  | { readonly type: 'runs_agreed'; readonly runs: Runs }
  | {
      readonly type: 'street_dealt';
      readonly street: Street;
      readonly cards: readonly Card[];
      /** Which of two boards it belongs to; absent where there is one. */
      readonly run?: 0 | 1;
    }
  | { readonly type: 'hand_shown'; readonly seat: SeatIndex; readonly cards: readonly Card[] }
  | { readonly type: 'hand_mucked'; readonly seat: SeatIndex }
  | {
      readonly type: 'pot_awarded';
      readonly potIndex: number;
      /** Which of two boards has decided it; absent where there is one. */
      readonly run?: 0 | 1;
      /** After rake. */
      readonly amountKrw: Krw;
      readonly rakeKrw: Krw;
      readonly winners: readonly { readonly seat: SeatIndex; readonly amountKrw: Krw }[];
    }
  | {
      readonly type: 'hand_settled';
      readonly results: readonly SeatResult[];
      readonly potKrw: Krw;
      readonly rakeKrw: Krw;
    }
  /** Cards that would have come, for everybody to see; they change nothing. */
  | { readonly type: 'rabbit_cards'; readonly cards: readonly Card[] }
  | { readonly type: 'hand_voided'; readonly reason: string };

/** What can happen in a hand that has begun. */
export type LaterEvent = Exclude<HandEvent, { readonly type: 'hand_started' }>;

export type SeatPlayStatus = 'active' | 'folded' | 'allin';

export interface HandSeat {
  readonly seat: SeatIndex;
  readonly startStackKrw: Krw;
  readonly stackKrw: Krw;
  readonly status: SeatPlayStatus;
  /** Live chips of this street. */
  readonly streetBetKrw: Krw;
  /** Own ante and live chips of all streets: what pots are layered by. */
  readonly contributedKrw: Krw;
  /** A big-blind ante or a dead blind: belongs to the main pot whole. */
  readonly deadKrw: Krw;
  /** The bet this seat last acted on in this street; null before it has acted. */
  readonly actedOnKrw: Krw | null;
  readonly shownCards: readonly Card[] | null;
  readonly mucked: boolean;
}

/** A hand after some of its events. Plain data, public. */
export interface HandState {
  readonly setup: HandSetup;
  readonly smallBlindSeat: SeatIndex | null;
  readonly bigBlindSeat: SeatIndex;
  /** Who has posted a straddle. */
  readonly straddleSeat: SeatIndex | null;
  readonly street: Street;
  readonly board: readonly Card[];
  /** The board of the second run, where there are two. */
  readonly secondBoard: readonly Card[];
  /** In the order of dealing: clockwise from the button's left. */
  readonly seats: readonly HandSeat[];
  readonly cardsDealt: boolean;
  readonly toActSeat: SeatIndex | null;
  /** Who still has to choose between one run and two. */
  readonly runChoiceSeats: readonly SeatIndex[];
  /** Null until it is agreed, where it can be chosen. */
  readonly runs: Runs | null;
  /** The bet that must be matched on this street. */
  readonly currentBetKrw: Krw;
  /** The last full bet or raise of this street: the least that the next raise adds. */
  readonly minRaiseKrw: Krw;
  /** The bet after the last full bet or raise of this street: short all-ins above it are none. */
  readonly fullBetKrw: Krw;
  /** Full bets and raises of this street, the blind included. */
  readonly betCount: number;
  /** Who bet or raised last on this street. */
  readonly lastAggressorSeat: SeatIndex | null;
  readonly rabbitCards: readonly Card[] | null;
  readonly outcome: 'playing' | 'settled' | 'voided';
}
