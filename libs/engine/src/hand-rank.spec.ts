import fc from 'fast-check';

import { card, parseCards, type Card } from './cards';
import { categoryOf, HAND_CATEGORIES, rank7, rankHand } from './hand-rank';
import { buildRankTables } from './hand-rank-tables';
import { naiveRank } from './naive-rank.builder';

const DECK = Array.from({ length: 52 }, (_, code) => card(code));

const cards = (text: string): Card[] => {
  const parsed = parseCards(text);
  if (parsed === null) throw new Error(`${text} is not a list of cards`);
  return parsed;
};

/** Calls `visit` with every five cards; the array is always the same one. */
function eachFive(visit: (hand: readonly Card[]) => void): void {
  const hand = DECK.slice(0, 5);
  const choose = (from: number, place: number): void => {
    for (let code = from; code <= 52 - (5 - place); code += 1) {
      hand[place] = DECK[code] ?? card(0);
      if (place < 4) choose(code + 1, place + 1);
      else visit(hand);
    }
  };
  choose(0, 0);
}

describe('§6.1 the ranking of hands', () => {
  it('reproduces the published frequencies of all 2,598,960 five-card hands', () => {
    const counts = new Uint32Array(7_463);
    eachFive((hand) => {
      const rank = rankHand(hand);
      counts[rank] = (counts[rank] ?? 0) + 1;
    });
    const totals = new Map(HAND_CATEGORIES.map((category) => [category, 0]));
    counts.forEach((count, rank) => {
      if (rank > 0) totals.set(categoryOf(rank), (totals.get(categoryOf(rank)) ?? 0) + count);
    });
    expect(counts[0]).toBe(0);
    expect(Object.fromEntries(totals)).toEqual({
      high_card: 1_302_540,
      pair: 1_098_240,
      two_pair: 123_552,
      three_of_a_kind: 54_912,
      straight: 10_200,
      flush: 5_108,
      full_house: 3_744,
      four_of_a_kind: 624,
      straight_flush: 40,
    });
  });

  it.each([5, 6, 7])('orders random hands of %i cards as a ranking without tables does', (size) => {
    const hand = fc.shuffledSubarray(DECK, { minLength: size, maxLength: size });
    fc.assert(
      fc.property(hand, hand, (one, other) => {
        const [first, second] = [naiveRank(one), naiveRank(other)];
        expect(Math.sign(rankHand(one) - rankHand(other))).toBe(
          Math.sign(first.strength - second.strength),
        );
        expect(categoryOf(rankHand(one))).toBe(first.category);
      }),
      { numRuns: 1_500 },
    );
  });

  it('gives every class of strength a number of its own, from 1 to 7462', () => {
    const strengths = new Map<number, number>();
    eachFive((hand) => {
      const rank = rankHand(hand);
      if (!strengths.has(rank)) strengths.set(rank, naiveRank(hand).strength);
    });
    const inOrder = [...strengths].sort(([a], [b]) => a - b);
    expect(inOrder.map(([rank]) => rank)).toEqual(Array.from({ length: 7_462 }, (_, i) => i + 1));
    expect(inOrder.map(([, strength]) => strength)).toEqual(
      inOrder.map(([, strength]) => strength).sort((a, b) => a - b),
    );
  });

  it('is the same for loose cards as for an array, in any order', () => {
    const hand = fc.shuffledSubarray(DECK, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(hand, (dealt) => {
        const [a, b, c, d, e, f, g] = dealt as [Card, Card, Card, Card, Card, Card, Card];
        expect(rank7(a, b, c, d, e, f, g)).toBe(rankHand(dealt));
        expect(rank7(g, e, c, a, b, d, f)).toBe(rankHand(dealt));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a royal flush', 'AsKsQsJsTs2c3d', '9s8s7s6s5sAcAd'],
    ['a straight above the wheel', '2c3d4h5s6cKdQh', 'Ac2d3h4s5cKdQh'],
    ['the higher of two flushes of six cards', 'As9s7s5s3s2sKd', 'Ks9s7s5s3s2sAd'],
    ['the higher second trips as the pair of a full house', 'AcAdAhKcKdKh2s', 'AcAdAhQcQdQh2s'],
    ['the best kicker', 'AcAdKhQs9c3d2h', 'AcAdKhQs8c3d2h'],
  ])('puts %s first', (_name, better, worse) => {
    expect(rankHand(cards(better))).toBeGreaterThan(rankHand(cards(worse)));
  });

  it('splits where the best five are equal: the board, the third pair, a kicker that does not play', () => {
    const board = 'AsKdQhJcTs';
    expect(rankHand(cards(`${board}2c3d`))).toBe(rankHand(cards(`${board}9c9d`)));
    expect(rankHand(cards('AcAdKhKs4c4dQh'))).toBe(rankHand(cards('AcAdKhKs5c5dQh')));
    expect(rankHand(cards('AcAdKhQsJc3d2h'))).toBe(rankHand(cards('AcAdKhQsJc4d2h')));
  });

  it('needs tables of less than half a megabyte', () => {
    const tables = buildRankTables();
    const { cardKeys, flushSuits, suitedBits, flushClasses } = tables;
    const packed = [tables.fiveClasses, tables.sixClasses, tables.sevenClasses];
    const arrays = packed.flatMap(({ rowShifts, values }) => [
      rowShifts.byteLength,
      values.byteLength,
    ]);
    const others = [cardKeys, flushSuits, suitedBits, flushClasses].map(
      ({ byteLength }) => byteLength,
    );
    const bytes = [...arrays, ...others].reduce((sum, each) => sum + each, 0);
    expect(bytes).toBeGreaterThan(49_205 * 2);
    expect(bytes).toBeLessThan(2 ** 19);
  });

  it.each(['', 'AsKsQsJs', 'AsKsQsJsTs9s8s7s'])('refuses to rank %j', (text) => {
    expect(() => rankHand(cards(text))).toThrow(RangeError);
  });
});
