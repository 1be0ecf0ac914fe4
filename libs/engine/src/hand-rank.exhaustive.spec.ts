import { card, type Card } from './cards';
import { categoryOf, HAND_CATEGORIES, rank7 } from './hand-rank';
import { naiveRank } from './naive-rank.builder';

type Seven = readonly [Card, Card, Card, Card, Card, Card, Card];

const DECK = Array.from({ length: 52 }, (_, code) => card(code));
/** A prime, so that the sample does not follow the order of the deck. */
const SAMPLE_EVERY = 10_007;

interface Count {
  readonly ofRank: Uint32Array;
  readonly sample: { readonly hand: Seven; readonly rank: number }[];
}

/** Ranks all seven-card hands that begin with the two cards, and counts the ranks. */
function countFrom(a: number, b: number, count: Count, handsBefore: number): number {
  const at = (code: number): Card => DECK[code] ?? card(0);
  let hands = handsBefore;
  for (let c = b + 1; c < 48; c += 1)
    for (let d = c + 1; d < 49; d += 1)
      for (let e = d + 1; e < 50; e += 1)
        for (let f = e + 1; f < 51; f += 1)
          for (let g = f + 1; g < 52; g += 1) {
            const rank = rank7(at(a), at(b), at(c), at(d), at(e), at(f), at(g));
            count.ofRank[rank] = (count.ofRank[rank] ?? 0) + 1;
            hands += 1;
            if (hands % SAMPLE_EVERY !== 0) continue;
            count.sample.push({ hand: [at(a), at(b), at(c), at(d), at(e), at(f), at(g)], rank });
          }
  return hands;
}

function countAll(): Count {
  const count: Count = { ofRank: new Uint32Array(7_463), sample: [] };
  let hands = 0;
  for (let a = 0; a < 46; a += 1)
    for (let b = a + 1; b < 47; b += 1) hands = countFrom(a, b, count, hands);
  return count;
}

describe('§6.1 the ranking of all 133,784,560 seven-card hands', () => {
  const { ofRank, sample } = countAll();

  it('reproduces the published frequencies of the nine categories', () => {
    const totals = new Map(HAND_CATEGORIES.map((category) => [category, 0]));
    ofRank.forEach((count, rank) => {
      if (rank > 0) totals.set(categoryOf(rank), (totals.get(categoryOf(rank)) ?? 0) + count);
    });
    expect(ofRank[0]).toBe(0);
    expect(Object.fromEntries(totals)).toEqual({
      high_card: 23_294_460,
      pair: 58_627_800,
      two_pair: 31_433_400,
      three_of_a_kind: 6_461_620,
      straight: 6_180_020,
      flush: 4_047_644,
      full_house: 3_473_184,
      four_of_a_kind: 224_848,
      straight_flush: 41_584,
    });
  });

  it('reaches 4824 of the 7462 classes: with seven cards the weakest are never the best', () => {
    expect(ofRank.filter((count) => count > 0)).toHaveLength(4_824);
  });

  it('orders every 10,007th hand as a ranking without tables does', () => {
    const ranked = sample.map(({ hand, rank }) => ({ rank, ...naiveRank(hand) }));
    ranked.sort((a, b) => a.strength - b.strength);
    expect(ranked).toHaveLength(Math.floor(133_784_560 / SAMPLE_EVERY));
    ranked.forEach((hand, index) => {
      const before = ranked[index - 1];
      if (before === undefined) return;
      expect(Math.sign(hand.rank - before.rank)).toBe(Math.sign(hand.strength - before.strength));
      expect(hand.category).toBe(categoryOf(hand.rank));
    });
  });
});
