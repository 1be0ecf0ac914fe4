import { assertInvariant } from './result';
import type { Card } from './cards';

/**
 * Ranking of five to seven cards by table lookup.
 *
 * Each rank has a key such that the sum of the keys tells the multiset of ranks of up to seven
 * cards. A hash table maps the sum to the hand's class of equal strength; flushes are looked up by
 * the bit set of the suited ranks. Classes are numbered from 1 (7-5-4-3-2) to 7462 (royal flush).
 */

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

const RANK_COUNT = 13;
/** Sums of up to seven of these, at most four of each, differ whenever the multisets differ. */
const RANK_KEYS = [
  0, 1, 5, 22, 98, 453, 2031, 8698, 22854, 83661, 262349, 636345, 1479181,
] as const;
/** Added once a card, so that hands of five, six and seven cards share one table. */
const CARD_KEY = 1 << 24;

const SLOT_BITS = 18;
const SLOTS = 1 << SLOT_BITS;
const slotOf = (sum: number): number => Math.imul(sum, 0x9e3779b1) >>> (32 - SLOT_BITS);

const sums = new Int32Array(SLOTS);
const classes = new Uint16Array(SLOTS);
const flushClasses = new Uint16Array(1 << RANK_COUNT);
/** First class of each category, weakest category first; filled when the tables are built. */
const categoryStarts: number[] = [];

/** Five ranks as a number that orders hands: category, then ranks by count and height. */
function strengthOf(ranks: readonly number[], suited: boolean): number {
  const counts = new Map<number, number>();
  for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  const groups = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const shape = groups.map(([, count]) => count).join('');
  const straightTop = shape === '11111' ? straightTopOf(groups.map(([rank]) => rank)) : -1;
  const category = categoryOfShape(shape, suited, straightTop >= 0);
  const kickers = straightTop >= 0 ? [straightTop] : groups.map(([rank]) => rank);
  while (kickers.length < 5) kickers.push(0);
  return kickers.reduce((value, rank) => value * RANK_COUNT + rank, category);
}

/** Top rank of a straight of five different ranks given from high to low, or -1. */
function straightTopOf(ranks: readonly number[]): number {
  const [high = 0, second = 0, , , low = 0] = ranks;
  if (high - low === 4) return high;
  const isWheel = high === RANK_COUNT - 1 && second === 3 && low === 0;
  return isWheel ? 3 : -1;
}

function categoryOfShape(shape: string, suited: boolean, straight: boolean): number {
  if (suited) return straight ? 8 : 5;
  if (straight) return 4;
  return { '41': 7, '32': 6, '311': 3, '221': 2, '2111': 1 }[shape] ?? 0;
}

/** Calls `visit` with every multiset of `size` ranks, at most four of each, in rising order. */
function eachMultiset(size: number, visit: (ranks: readonly number[]) => void): void {
  const ranks: number[] = [];
  const extend = (from: number): void => {
    if (ranks.length === size) {
      visit(ranks);
      return;
    }
    for (let rank = from; rank < RANK_COUNT; rank += 1) {
      if (ranks.length >= 4 && ranks.at(-4) === rank) continue;
      ranks.push(rank);
      extend(rank);
      ranks.pop();
    }
  };
  extend(0);
}

const sumOf = (ranks: readonly number[]): number =>
  ranks.reduce((sum, rank) => sum + (RANK_KEYS[rank] ?? 0) + CARD_KEY, 0);

function store(sum: number, strengthClass: number): void {
  let slot = slotOf(sum);
  while (sums[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
  sums[slot] = sum;
  classes[slot] = strengthClass;
}

function lookUp(sum: number): number {
  let slot = slotOf(sum);
  while (sums[slot] !== sum) slot = (slot + 1) & (SLOTS - 1);
  return classes[slot] ?? 0;
}

/** The best class of a multiset of six or seven ranks: the best of those with one rank fewer. */
function bestWithoutOne(ranks: readonly number[]): number {
  let best = 0;
  for (let index = 0; index < ranks.length; index += 1) {
    if (index > 0 && ranks[index] === ranks[index - 1]) continue;
    best = Math.max(best, lookUp(sumOf(ranks) - (RANK_KEYS[ranks[index] ?? 0] ?? 0) - CARD_KEY));
  }
  return best;
}

function bestFlush(mask: number): number {
  let best = flushClasses[mask] ?? 0;
  if (best !== 0) return best;
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    best = Math.max(best, flushClasses[mask & ~(rest & -rest)] ?? 0);
  }
  return best;
}

const bitCount = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

const maskOf = (ranks: readonly number[]): number =>
  ranks.reduce((mask, rank) => mask | (1 << rank), 0);

function buildFiveCardTables(): void {
  const hands: { ranks: number[]; suited: boolean; strength: number }[] = [];
  eachMultiset(5, (ranks) => {
    hands.push({ ranks: [...ranks], suited: false, strength: strengthOf(ranks, false) });
    if (new Set(ranks).size === 5) {
      hands.push({ ranks: [...ranks], suited: true, strength: strengthOf(ranks, true) });
    }
  });
  hands.sort((a, b) => a.strength - b.strength);
  let strengthClass = 0;
  let last = -1;
  for (const hand of hands) {
    if (hand.strength !== last) strengthClass += 1;
    last = hand.strength;
    const category = Math.floor(hand.strength / RANK_COUNT ** 5);
    categoryStarts[category] ??= strengthClass;
    if (hand.suited) flushClasses[maskOf(hand.ranks)] = strengthClass;
    else store(sumOf(hand.ranks), strengthClass);
  }
  assertInvariant(strengthClass === 7462, 'there are 7462 classes of five-card hands');
}

function buildTables(): void {
  buildFiveCardTables();
  for (const size of [6, 7]) {
    eachMultiset(size, (ranks) => store(sumOf(ranks), bestWithoutOne(ranks)));
    for (let mask = 0; mask < flushClasses.length; mask += 1) {
      if (bitCount(mask) === size) flushClasses[mask] = bestFlush(mask);
    }
  }
}

buildTables();

/**
 * Ranks five to seven cards; the higher number wins, equal numbers split.
 *
 * Rule: docs/rules/holdem.md §6.1.
 *
 * @example rankHand(parseCards('AsKsQsJsTs')) // 7462
 */
export function rankHand(cards: readonly Card[]): number {
  let sum = 0;
  let suitCounts = 0;
  for (const card of cards) {
    sum += (RANK_KEYS[card >> 2] ?? 0) + CARD_KEY;
    suitCounts += 1 << ((card & 3) << 3);
  }
  const flushSuit = flushSuitOf(suitCounts);
  if (flushSuit < 0) return lookUp(sum);
  let mask = 0;
  for (const card of cards) if ((card & 3) === flushSuit) mask |= 1 << (card >> 2);
  // With five suited cards of seven, neither four of a kind nor a full house is possible.
  return flushClasses[mask] ?? 0;
}

/** The suit of which there are five or more, or -1; counts are packed eight bits a suit. */
function flushSuitOf(suitCounts: number): number {
  const reached = (suitCounts + 0x7b7b7b7b) & 0x80808080;
  return reached === 0 ? -1 : (31 - Math.clz32(reached)) >> 3;
}

/** The category of a rank that `rankHand` gave. */
export function categoryOf(rank: number): HandCategory {
  const index = categoryStarts.findLastIndex((start) => start <= rank);
  const category = HAND_CATEGORIES[index];
  assertInvariant(category !== undefined, 'a rank belongs to a category');
  return category;
}
