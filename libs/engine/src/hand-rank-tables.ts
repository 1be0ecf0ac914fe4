import { packRows, readPacked, type PackedRows } from './packed-rows';
import { assertInvariant } from './result';

/**
 * The tables behind `rankHand`, built once when the library is loaded.
 *
 * Each card has a key whose upper bits tell its rank and whose lower nine its suit. The sum of the
 * keys of five to seven cards tells the multiset of their ranks and the number of cards of each
 * suit. Flushes are looked up by the set of the suited ranks, everything else by the sum of the
 * rank keys. Classes of equal strength are numbered from 1 (7-5-4-3-2) to 7462 (royal flush).
 */
export interface RankTables {
  /** By card: rank key and suit key. */
  readonly cardKeys: Int32Array;
  /** By cards missing to seven and sum of suit keys: the suit held five times or more, or -1. */
  readonly flushSuits: Int8Array;
  /** By suit and card (`suit << 6 | card`): the bit of the card's rank where it is of that suit. */
  readonly suitedBits: Uint16Array;
  /** By set of suited ranks. */
  readonly flushClasses: Uint16Array;
  /** By rank sum, for hands of five, six and seven cards. */
  readonly fiveClasses: PackedRows;
  readonly sixClasses: PackedRows;
  readonly sevenClasses: PackedRows;
  /** First class of each category, weakest category first. */
  readonly categoryStarts: readonly number[];
}

export const FULL_SIZE = 7;
export const SUIT_BITS = 9;
const RANK_COUNT = 13;
/** Sums of up to seven of these, at most four of each, differ whenever the multisets differ. */
const RANK_KEYS = [
  0, 1, 5, 22, 98, 453, 2031, 8698, 22854, 83661, 262349, 636345, 1479181,
] as const;
/** The sum of up to seven tells how many cards of each suit there are. */
const SUIT_KEYS = [0, 1, 8, 57] as const;

const rankKeyOf = (rank: number): number => RANK_KEYS[rank] ?? 0;

/** Builds all tables; the same on every machine. */
export function buildRankTables(): RankTables {
  const { fiveClasses, flushClasses, categoryStarts } = fiveCardClasses();
  for (const size of [6, 7]) {
    for (const mask of setsOf(size)) flushClasses[mask] = bestFlush(mask, flushClasses);
  }
  const sixClasses = bestClasses(6, fiveClasses);
  const sevenClasses = bestClasses(7, sixClasses);
  return {
    cardKeys: cardKeys(),
    flushSuits: flushSuits(),
    suitedBits: suitedBits(),
    flushClasses,
    fiveClasses,
    sixClasses,
    sevenClasses,
    categoryStarts,
  };
}

function cardKeys(): Int32Array {
  const keys = new Int32Array(RANK_COUNT * SUIT_KEYS.length);
  return keys.map((_, card) => (rankKeyOf(card >> 2) << SUIT_BITS) | (SUIT_KEYS[card & 3] ?? 0));
}

function suitedBits(): Uint16Array {
  const bits = new Uint16Array(SUIT_KEYS.length << 6);
  for (let card = 0; card < RANK_COUNT * SUIT_KEYS.length; card += 1) {
    bits[((card & 3) << 6) | card] = 1 << (card >> 2);
  }
  return bits;
}

function flushSuits(): Int8Array {
  const suits = new Int8Array((FULL_SIZE - 4) << SUIT_BITS).fill(-1);
  for (const size of [5, 6, 7]) {
    for (let suited = 5; suited <= size; suited += 1) {
      SUIT_KEYS.forEach((key, suit) => {
        for (const rest of suitSums(size - suited, suit)) {
          suits[((FULL_SIZE - size) << SUIT_BITS) | (suited * key + rest)] = suit;
        }
      });
    }
  }
  return suits;
}

/** Sums of the suit keys of up to two cards that are of other suits than `suit`. */
function suitSums(cards: number, suit: number): number[] {
  if (cards === 0) return [0];
  const others = SUIT_KEYS.filter((_, other) => other !== suit);
  return suitSums(cards - 1, suit).flatMap((sum) => others.map((key) => sum + key));
}

/** Sets of `count` ranks as bits, in rising order: the higher the best rank, the later. */
function setsOf(count: number, below = RANK_COUNT): number[] {
  if (count === 0) return [0];
  const sets: number[] = [];
  for (let top = count - 1; top < below; top += 1) {
    for (const rest of setsOf(count - 1, top)) sets.push((1 << top) | rest);
  }
  return sets;
}

function sumOfSet(mask: number): number {
  let sum = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1)
    sum += rankKeyOf(31 - Math.clz32(rest & -rest));
  return sum;
}

/** Five ranks in a row, from the wheel (A-2-3-4-5) to the broadway. */
const STRAIGHTS = [0b1_0000_0000_1111, ...Array.from({ length: 9 }, (_, low) => 0b1_1111 << low)];

/** Hands of `first` ranks that come `times` times and `then` ranks that come `thenTimes` times. */
interface Shape {
  readonly first: number;
  readonly times: number;
  readonly then: number;
  readonly thenTimes: number;
}
const PAIR: Shape = { first: 1, times: 2, then: 3, thenTimes: 1 };
const TWO_PAIR: Shape = { first: 2, times: 2, then: 1, thenTimes: 1 };
const THREE_OF_A_KIND: Shape = { first: 1, times: 3, then: 2, thenTimes: 1 };
const FULL_HOUSE: Shape = { first: 1, times: 3, then: 1, thenTimes: 2 };
const FOUR_OF_A_KIND: Shape = { first: 1, times: 4, then: 1, thenTimes: 1 };

/** Rank sums of a shape, weakest hand first. */
function sumsOf({ first, times, then, thenTimes }: Shape): number[] {
  const lows = setsOf(then).map((mask) => ({ mask, sum: thenTimes * sumOfSet(mask) }));
  return setsOf(first).flatMap((high) => {
    const highSum = times * sumOfSet(high);
    return lows.filter(({ mask }) => (mask & high) === 0).map(({ sum }) => highSum + sum);
  });
}

/** Numbers all five-card hands by listing them from the weakest to the strongest. */
function fiveCardClasses(): Pick<RankTables, 'fiveClasses' | 'flushClasses' | 'categoryStarts'> {
  const sums: number[] = [];
  const classes: number[] = [];
  const flushClasses = new Uint16Array(1 << RANK_COUNT);
  const categoryStarts: number[] = [];
  let strengthClass = 0;
  const addSums = (next: readonly number[]): void => {
    categoryStarts.push(strengthClass + 1);
    for (const sum of next) {
      sums.push(sum);
      classes.push((strengthClass += 1));
    }
  };
  const addFlushes = (masks: readonly number[]): void => {
    categoryStarts.push(strengthClass + 1);
    for (const mask of masks) flushClasses[mask] = strengthClass += 1;
  };
  const gapped = setsOf(5).filter((mask) => !STRAIGHTS.includes(mask));
  addSums(gapped.map(sumOfSet));
  [PAIR, TWO_PAIR, THREE_OF_A_KIND].map(sumsOf).forEach(addSums);
  addSums(STRAIGHTS.map(sumOfSet));
  addFlushes(gapped);
  [FULL_HOUSE, FOUR_OF_A_KIND].map(sumsOf).forEach(addSums);
  addFlushes(STRAIGHTS);
  assertInvariant(strengthClass === 7_462, 'there are 7462 classes of five-card hands');
  return { fiveClasses: packRows(sums, classes), flushClasses, categoryStarts };
}

/** Classes of all multisets of `size` ranks: the best of those with one rank fewer. */
function bestClasses(size: number, fewer: PackedRows): PackedRows {
  const sums: number[] = [];
  const classes: number[] = [];
  const keys: number[] = [];
  const extend = (from: number, sum: number): void => {
    if (keys.length === size) {
      sums.push(sum);
      classes.push(keys.reduce((best, key) => Math.max(best, readPacked(fewer, sum - key)), 0));
      return;
    }
    for (let rank = from; rank < RANK_COUNT; rank += 1) {
      const key = rankKeyOf(rank);
      if (keys.length >= 4 && keys[keys.length - 4] === key) continue;
      keys.push(key);
      extend(rank, sum + key);
      keys.pop();
    }
  };
  extend(0, 0);
  return packRows(sums, classes);
}

/** The best class of six or seven suited ranks: the best of those with one rank fewer. */
function bestFlush(mask: number, flushClasses: Uint16Array): number {
  let best = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    best = Math.max(best, flushClasses[mask & ~(rest & -rest)] ?? 0);
  }
  return best;
}
