import type { Card, Deck } from './cards';
import { rankWithBoard } from './hand-rank';
import type { Deal, Dealer, HandEvent, HandState, Street } from './hand-types';
import type { SeatIndex } from './seat-index';
import { assertInvariant } from './result';

/** Two hole cards; the best five of seven. Rule: docs/rules/holdem.md §6.1. */
export const HOLDEM: Deal = {
  holeCardCount: 2,
  rank: rankWithBoard,
};

export const dealOf = (dealer: Dealer): Deal => dealer.deal ?? HOLDEM;

/** Cards of a whole board. */
export const BOARD_SIZE = 5;

/**
 * The hole cards of a seat: one card each, clockwise from the button's left, round after round.
 *
 * Errors: throws where the seat is not in the hand or the deck is short. Rule: docs/rules/holdem.md §1.3.
 *
 * @example holeCards(state, dealer.deck, seatIndex(0)).map(formatCard) // ['2c', '2s']
 */
export function holeCards(
  { seats }: Pick<HandState, 'seats'>,
  deck: Deck,
  seat: SeatIndex,
  deal: Deal = HOLDEM,
): readonly Card[] {
  const place = placeOf(seats, seat);
  assertInvariant(place < seats.length, 'hole cards belong to a seat that was dealt in');
  return cardsOfPlace(place, seats.length, deck, deal);
}

/** The place of a seat in the order of dealing; the number of seats where it was not dealt in. */
export function placeOf(seats: HandState['seats'], at: SeatIndex): number {
  let place = 0;
  while (place < seats.length && seats[place]?.seat !== at) place += 1;
  return place;
}

/** The hole cards of the seat at a place of the order of dealing. */
export function cardsOfPlace(
  place: number,
  seatCount: number,
  deck: Deck,
  { holeCardCount }: Deal,
): readonly Card[] {
  if (holeCardCount === 2) return [cardAt(deck, place), cardAt(deck, place + seatCount)];
  const cards: Card[] = [];
  for (let round = 0; round < holeCardCount; round += 1)
    cards.push(cardAt(deck, place + round * seatCount));
  return cards;
}

function cardAt(deck: Deck, place: number): Card {
  const dealt = deck[place];
  assertInvariant(dealt !== undefined, 'the deck holds every card that is dealt');
  return dealt;
}

/** Two numbers are compared sooner than a number and null. */
const isRunTwice = ({ runs }: HandState): boolean => (runs ?? 1) === 2;

/** The cards that come next after those dealt so far. */
export function nextCards(state: HandState, dealer: Dealer, count: number): readonly Card[] {
  // The boards of two runs begin with the same cards.
  const boardCards = isRunTwice(state)
    ? new Set([...state.board, ...state.secondBoard]).size
    : state.board.length;
  const from = state.seats.length * dealOf(dealer).holeCardCount + boardCards;
  return count === 1 ? [cardAt(dealer.deck, from)] : dealer.deck.slice(from, from + count);
}

/** Whether every board that the hand is played on is whole. */
export const areBoardsWhole = (state: HandState): boolean =>
  state.board.length === BOARD_SIZE &&
  (!isRunTwice(state) || state.secondBoard.length === BOARD_SIZE);

/** The next street: of the first board until it is whole, then of the second. */
export function nextStreet(
  state: HandState,
  dealer: Dealer,
): Extract<HandEvent, { type: 'street_dealt' }> {
  const run = isRunTwice(state) && state.board.length === BOARD_SIZE ? 1 : 0;
  const boardCards = (run === 0 ? state.board : state.secondBoard).length;
  const street = streetAfter(boardCards);
  const cards = nextCards(state, dealer, boardCards === 0 ? 3 : 1);
  return isRunTwice(state)
    ? { type: 'street_dealt', street, cards, run }
    : { type: 'street_dealt', street, cards };
}

function streetAfter(boardCards: number): Street {
  if (boardCards === 0) return 'flop';
  return boardCards === 3 ? 'turn' : 'river';
}

/** The boards of the hand: one, or one a run. */
export const boardsOf = (state: HandState): (readonly Card[])[] =>
  isRunTwice(state) ? [state.board, state.secondBoard] : [state.board];
