/** A card as 0…51: `rank * 4 + suit`, rank 0 is the deuce, suits are c, d, h, s. */
export type Card = number & { readonly __brand: 'Card' };

/** The order in which cards are dealt; the dealer's secret. */
export type Deck = readonly Card[];

export const DECK_SIZE = 52;

const RANKS = '23456789TJQKA';
const SUITS = 'cdhs';

/**
 * Whether a value is a card's code.
 *
 * @example isCard(52) // false
 */
export const isCard = (value: unknown): value is Card =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < DECK_SIZE;

/**
 * Names a code as a card. Errors: RangeError outside 0…51.
 *
 * @example formatCard(card(51)) // 'As'
 */
export function card(code: number): Card {
  if (!isCard(code)) throw new RangeError('A card is a whole number from 0 to 51');
  return code;
}

/**
 * Reads `As`, `Td`, `2c`; null for anything else.
 *
 * @example parseCard('2c') // 0
 * @example parseCard('1c') // null
 */
export function parseCard(text: string): Card | null {
  if (text.length !== 2) return null;
  const rank = RANKS.indexOf(text.charAt(0));
  const suit = SUITS.indexOf(text.charAt(1));
  return rank < 0 || suit < 0 ? null : card(rank * 4 + suit);
}

/**
 * Writes a card as rank and suit, `As`.
 *
 * @example formatCard(card(0)) // '2c'
 */
export const formatCard = (value: Card): string =>
  `${RANKS.charAt(value >> 2)}${SUITS.charAt(value & 3)}`;

/**
 * Reads cards written one after the other, `AsKd`; null where any of them is none.
 *
 * @example parseCards('AsKd') // [51, 45]
 */
export function parseCards(text: string): Card[] | null {
  const cards: Card[] = [];
  for (let index = 0; index < text.length; index += 2) {
    const parsed = parseCard(text.slice(index, index + 2));
    if (parsed === null) return null;
    cards.push(parsed);
  }
  return cards;
}

/**
 * Whether a deck holds each of the 52 cards once.
 *
 * @example isDeck(dealer.deck) // true
 */
export function isDeck(cards: readonly number[]): cards is Deck {
  if (cards.length !== DECK_SIZE) return false;
  let low = 0;
  let high = 0;
  for (let place = 0; place < DECK_SIZE; place += 1) {
    const code = cards[place] ?? DECK_SIZE;
    // What is left of a number in 32 bits is itself only where it is whole: sooner told than by `isCard`.
    if ((code | 0) !== code || code < 0 || code >= DECK_SIZE) return false;
    if (code < HALF_DECK) low |= 1 << code;
    else high |= 1 << (code - HALF_DECK);
  }
  return low === HALF_SEEN && high === HALF_SEEN;
}

/** Half a deck fits into the bits of a number. */
const HALF_DECK = DECK_SIZE / 2;
const HALF_SEEN = (1 << HALF_DECK) - 1;
