import { HAND_CATEGORIES, type HandCategory } from './hand-rank';
import type { Card } from './cards';

export interface NaiveRank {
  readonly category: HandCategory;
  /** Higher wins; the numbers themselves are not those of `rankHand`. */
  readonly strength: number;
}

/** Ranks five to seven cards as the rules say it, five cards at a time: slow, and without tables. */
export function naiveRank(cards: readonly Card[]): NaiveRank {
  const best = Math.max(...fivesOf(cards).map(strengthOfFive));
  const category = HAND_CATEGORIES[Math.floor(best / 15 ** 5)];
  if (category === undefined) throw new Error('a hand has a category');
  return { category, strength: best };
}

function fivesOf(cards: readonly Card[]): Card[][] {
  if (cards.length === 5) return [[...cards]];
  return cards.flatMap((_, out) => fivesOf(cards.filter((__, index) => index !== out)));
}

function strengthOfFive(cards: readonly Card[]): number {
  const ranks = cards.map((card) => (card >> 2) + 2).sort((a, b) => b - a);
  const timesOf = (rank: number): number => ranks.filter((other) => other === rank).length;
  const byTimes = [...ranks].sort((a, b) => timesOf(b) - timesOf(a) || b - a);
  const isWheel = ranks.join() === '14,5,4,3,2';
  const kickers = isWheel ? [5, 4, 3, 2, 1] : byTimes;
  const isStraight = kickers.every(
    (rank, index) => index === 0 || rank === (kickers[index - 1] ?? 0) - 1,
  );
  const isFlush = cards.every((card) => (card & 3) === ((cards[0] ?? 0) & 3));
  const shape = byTimes.map(timesOf).join('');
  return kickers.reduce(
    (value, rank) => value * 15 + rank,
    categoryOfFive(shape, isStraight, isFlush),
  );
}

function categoryOfFive(shape: string, isStraight: boolean, isFlush: boolean): number {
  if (isStraight && isFlush) return HAND_CATEGORIES.indexOf('straight_flush');
  if (shape === '44441') return HAND_CATEGORIES.indexOf('four_of_a_kind');
  if (shape === '33322') return HAND_CATEGORIES.indexOf('full_house');
  if (isFlush) return HAND_CATEGORIES.indexOf('flush');
  if (isStraight) return HAND_CATEGORIES.indexOf('straight');
  if (shape === '33311') return HAND_CATEGORIES.indexOf('three_of_a_kind');
  if (shape === '22221') return HAND_CATEGORIES.indexOf('two_pair');
  return HAND_CATEGORIES.indexOf(shape === '22111' ? 'pair' : 'high_card');
}
