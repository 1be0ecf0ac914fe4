import { card, type Card } from './cards';
import { buildRankTables, FULL_SIZE, SUIT_BITS } from './hand-rank-tables';
import { readPacked } from './packed-rows';
import { assertInvariant } from './result';

export const HAND_CATEGORIES = [
  'high_card',
  'pair',
  'two_pair',
  'three_of_a_kind',
  'straight',
  'flush',
  'full_house',
  'four_of_a_kind',
  'straight_flush',
] as const;
export type HandCategory = (typeof HAND_CATEGORIES)[number];

const tables = buildRankTables();
const { cardKeys, flushSuits, suitedBits, flushClasses, sevenClasses } = tables;
const SUIT_MASK = (1 << SUIT_BITS) - 1;
const FIRST_CARD = card(0);

const cardAt = (cards: readonly Card[], place: number): Card => cards[place] ?? FIRST_CARD;
const keyOf = (of: Card): number => cardKeys[of] ?? 0;
const suitedBit = (suit: number, of: Card): number => suitedBits[(suit << 6) | of] ?? 0;

/**
 * Ranks seven different cards, in any order, without an array around them: for simulations that
 * rank millions of hands. The same numbers as `rankHand`.
 *
 * Rule: docs/rules/holdem.md §6.1.
 */
export function rank7(a: Card, b: Card, c: Card, d: Card, e: Card, f: Card, g: Card): number {
  const key = keyOf(a) + keyOf(b) + keyOf(c) + keyOf(d) + keyOf(e) + keyOf(f) + keyOf(g);
  const suit = flushSuits[key & SUIT_MASK] ?? -1;
  if (suit < 0) return readPacked(sevenClasses, key >>> SUIT_BITS);
  // With five suited cards of seven, neither four of a kind nor a full house is possible.
  const low = suitedBit(suit, a) | suitedBit(suit, b) | suitedBit(suit, c) | suitedBit(suit, d);
  return flushClasses[low | suitedBit(suit, e) | suitedBit(suit, f) | suitedBit(suit, g)] ?? 0;
}

/**
 * Ranks five to seven different cards, in any order; the higher number wins, equal numbers split.
 *
 * Numbers go from 1 (7-5-4-3-2) to 7462 (royal flush). Errors: RangeError for fewer than five cards
 * or more than seven. Rule: docs/rules/holdem.md §6.1.
 *
 * @example rankHand(parseCards('AsKsQsJsTs')) // 7462
 */
export function rankHand(cards: readonly Card[]): number {
  if (cards.length !== FULL_SIZE) return rankFewer(cards);
  return rank7(
    cardAt(cards, 0),
    cardAt(cards, 1),
    cardAt(cards, 2),
    cardAt(cards, 3),
    cardAt(cards, 4),
    cardAt(cards, 5),
    cardAt(cards, 6),
  );
}

/** Ranks two hole cards with a board of five, and other hands of five to seven cards as `rankHand`. */
export function rankWithBoard(hole: readonly Card[], board: readonly Card[]): number {
  if (hole.length !== 2 || board.length !== 5) return rankHand([...hole, ...board]);
  return rank7(
    cardAt(hole, 0),
    cardAt(hole, 1),
    cardAt(board, 0),
    cardAt(board, 1),
    cardAt(board, 2),
    cardAt(board, 3),
    cardAt(board, 4),
  );
}

function rankFewer(cards: readonly Card[]): number {
  const missing = FULL_SIZE - cards.length;
  if (missing < 0 || missing > 2) throw new RangeError('A hand to rank has five to seven cards');
  let key = 0;
  for (const each of cards) key += keyOf(each);
  const suit = flushSuits[(missing << SUIT_BITS) | (key & SUIT_MASK)] ?? -1;
  if (suit < 0) {
    return readPacked(missing === 1 ? tables.sixClasses : tables.fiveClasses, key >>> SUIT_BITS);
  }
  let suited = 0;
  for (const each of cards) suited |= suitedBit(suit, each);
  return flushClasses[suited] ?? 0;
}

/**
 * The category of a rank that `rankHand` gave.
 *
 * @example categoryOf(rankHand(parseCards('AsAdAhKcKd'))) // 'full_house'
 */
export function categoryOf(rank: number): HandCategory {
  const index = tables.categoryStarts.findLastIndex((start) => start <= rank);
  const category = HAND_CATEGORIES[index];
  assertInvariant(category !== undefined, 'a rank belongs to a category');
  return category;
}
