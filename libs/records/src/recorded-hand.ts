import {
  card,
  DECK_SIZE,
  seatIndex,
  type BettingStructure,
  type Card,
  type Deck,
  type HandSetup,
  type HandStakes,
} from '@cardroom/engine';
import type { Krw } from '@cardroom/money';

import { seededNumbers, shuffled } from './seeded-numbers';

/** A decision of the record. Players are numbered from the left of the button, in dealing order. */
export interface RecordedStep {
  readonly player: number;
  readonly action: 'fold' | 'check_or_call' | 'bet_or_raise';
  readonly toKrw?: number;
  /** What was legal there, where the record says it. */
  readonly legal?: {
    readonly callKrw: number;
    readonly minRaiseToKrw: number | null;
    readonly maxRaiseToKrw: number | null;
  };
}

export type RecordedHole = readonly [Card | null, Card | null];

/** What was posted before the deal. */
export interface RecordedPosts {
  readonly stakes: HandStakes;
  /** Null where nobody posted the small blind. */
  readonly smallBlindPlayer: number | null;
  readonly bigBlindPlayer: number;
  readonly straddle: { readonly player: number; readonly amountKrw: Krw } | null;
  readonly entryPosts: readonly {
    readonly player: number;
    readonly liveKrw: Krw;
    readonly deadKrw: Krw;
  }[];
}

/** One hand as a record tells it, whatever its format. */
export interface RecordedHand {
  readonly id: string;
  readonly structure: BettingStructure;
  /** The button's place among the players; their number where it is at an empty seat. */
  readonly buttonPlayer: number;
  readonly posts: RecordedPosts;
  readonly stacksKrw: readonly Krw[];
  /** Two cards a player; null where the record does not know them. */
  readonly holes: readonly RecordedHole[];
  readonly board: readonly Card[];
  /** Cards of the second run that are not those of the first; none where there was one run. */
  readonly secondBoard: readonly Card[];
  readonly steps: readonly RecordedStep[];
  readonly rakeKrw: Krw;
  /** The hand was given up after its last step, and everybody has the stack of before. */
  readonly isVoid: boolean;
  /** Stacks after the hand, where the record has them. */
  readonly finalKrw: readonly Krw[] | null;
}

/** A record that cannot be read or played, and why; `where` names its hand and line. */
export class RecordError extends Error {
  constructor(
    readonly where: string,
    reason: string,
  ) {
    super(`${where}: ${reason}`);
  }
}

/** The hand's setup with each player at the seat of the same number. */
export function setupOf(hand: RecordedHand, handNo: number): HandSetup {
  const { stakes, smallBlindPlayer, bigBlindPlayer, straddle, entryPosts } = hand.posts;
  return {
    handId: hand.id,
    handNo,
    buttonSeat: seatIndex(hand.buttonPlayer),
    stakes,
    seats: hand.stacksKrw.map((stackKrw, player) => ({ seat: seatIndex(player), stackKrw })),
    smallBlindSeat: smallBlindPlayer === null ? null : seatIndex(smallBlindPlayer),
    bigBlindSeat: seatIndex(bigBlindPlayer),
    structure: hand.structure,
    ...(straddle === null
      ? {}
      : { straddle: { seat: seatIndex(straddle.player), amountKrw: straddle.amountKrw } }),
    entryPosts: entryPosts.map(({ player, ...post }) => ({ seat: seatIndex(player), ...post })),
    boards: hand.secondBoard.length > 0 ? 2 : 1,
  };
}

/**
 * The gate from what a parser has read to a hand that can be played.
 *
 * Errors: RecordError where a card comes twice.
 */
export function checkedHand(where: string, hand: RecordedHand): RecordedHand {
  const known = knownCards(hand);
  if (new Set(known).size !== known.length) throw new RecordError(where, 'a card is dealt twice');
  return hand;
}

const knownCards = ({ holes, board, secondBoard }: RecordedHand): Card[] =>
  [...holes.flat(), ...board, ...secondBoard].filter((each) => each !== null);

/** Whether a card is unknown that was dealt to somebody. */
export const hasUnknownCards = (hand: RecordedHand): boolean =>
  hand.holes.some((hole) => hole.includes(null));

/**
 * A deck that deals the recorded cards; unknown ones are filled with cards that are not used. Each
 * `filling` fills them in another way, always the same.
 */
export function deckOf(hand: RecordedHand, filling = 0): Deck {
  const count = hand.stacksKrw.length;
  const deck: (Card | null)[] = Array.from({ length: DECK_SIZE }, () => null);
  hand.holes.forEach(([first, second], player) => {
    deck[player] = first;
    deck[player + count] = second;
  });
  [...hand.board, ...hand.secondBoard].forEach((known, place) => (deck[count * 2 + place] = known));
  const used = new Set(knownCards(hand));
  const unused = Array.from({ length: DECK_SIZE }, (_, code) => card(code)).filter(
    (each) => !used.has(each),
  );
  const fill = shuffled(seededNumbers(filling), unused);
  return deck.map((each) => each ?? fill.pop() ?? card(0));
}
