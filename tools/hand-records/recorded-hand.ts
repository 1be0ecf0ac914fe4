import {
  card,
  DECK_SIZE,
  seatIndex,
  type Card,
  type Deck,
  type HandSetup,
  type HandStakes,
} from '@cardroom/engine';
import { krw, type Krw } from '@cardroom/money';

/** A decision of the record. Seats are the record's own numbers, from the small blind. */
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

/** One hand that was played elsewhere, from either format. */
export interface RecordedHand {
  readonly id: string;
  /** The button's place among the players. */
  readonly buttonPlayer: number;
  readonly stakes: HandStakes;
  readonly stacksKrw: readonly Krw[];
  /** Two cards a player; null where the record does not know them. */
  readonly holes: readonly (readonly [Card | null, Card | null])[];
  readonly board: readonly Card[];
  readonly steps: readonly RecordedStep[];
  /** Stacks after the hand, where the record has them. */
  readonly finalKrw: readonly Krw[] | null;
}

/** A record that cannot be played, and why; `where` is a line or a hand of its file. */
export class RecordError extends Error {
  constructor(
    readonly where: string,
    reason: string,
  ) {
    super(`${where}: ${reason}`);
  }
}

/** The hand's setup with each player at the seat of the same number. */
export const setupOf = (hand: RecordedHand, handNo: number): HandSetup => ({
  handId: hand.id,
  handNo,
  buttonSeat: seatIndex(hand.buttonPlayer),
  stakes: hand.stakes,
  seats: hand.stacksKrw.map((stackKrw, player) => ({ seat: seatIndex(player), stackKrw })),
});

/**
 * A deck that deals the recorded cards; unknown ones are filled with cards that are not used.
 *
 * Errors: RecordError where a card comes twice.
 */
export function deckOf(hand: RecordedHand): Deck {
  const count = hand.stacksKrw.length;
  const deck: (Card | null)[] = Array.from({ length: DECK_SIZE }, () => null);
  hand.holes.forEach(([first, second], player) => {
    const place = (player - hand.buttonPlayer - 1 + count) % count;
    deck[place] = first;
    deck[place + count] = second;
  });
  hand.board.forEach((boardCard, index) => (deck[count * 2 + index] = boardCard));
  const known = deck.filter((each) => each !== null);
  const used = new Set<number>(known);
  if (used.size !== known.length) throw new RecordError(hand.id, 'a card is dealt twice');
  const unused = Array.from({ length: DECK_SIZE }, (_, code) => card(code)).filter(
    (each) => !used.has(each),
  );
  return deck.map((each) => each ?? unused.pop() ?? card(0));
}

const isPosted = (anteKrw: number): boolean => anteKrw > 0;

/**
 * Antes as stakes: the same from everyone, or one from the big blind alone.
 *
 * Errors: RecordError for any other arrangement.
 */
export function antesOf(
  where: string,
  antes: readonly number[],
  bigBlindPlayer: number,
): Pick<HandStakes, 'anteKrw' | 'bigBlindAnteKrw'> {
  const [first = 0] = antes;
  if (antes.every((ante) => ante === first))
    return { anteKrw: krw(first), bigBlindAnteKrw: krw(0) };
  const big = antes[bigBlindPlayer] ?? 0;
  if (antes.filter(isPosted).length === 1 && big > 0) {
    return { anteKrw: krw(0), bigBlindAnteKrw: krw(big) };
  }
  throw new RecordError(where, 'antes must be the same for everyone or the big blind’s alone');
}
