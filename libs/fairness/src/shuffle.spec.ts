import { createHmac } from 'node:crypto';

import { below, shuffledDeck, SHUFFLE_VERSION, type HmacSha256 } from './shuffle';

const hmac: HmacSha256 = (key, data) => createHmac('sha256', key).update(data).digest();
const seedOf = (number: number): Buffer => {
  const seed = Buffer.alloc(32);
  seed.writeUInt32BE(number);
  return seed;
};

describe('§1 the shuffle', () => {
  it('gives each card once', () => {
    const deck = shuffledDeck(seedOf(1), 'hand-1', hmac);
    expect([...deck].sort((a, b) => a - b)).toEqual(Array.from({ length: 52 }, (_, code) => code));
  });

  it('is the same for the same seed and hand, and another for another hand', () => {
    const deck = shuffledDeck(seedOf(1), 'hand-1', hmac);
    expect(shuffledDeck(seedOf(1), 'hand-1', hmac)).toEqual(deck);
    expect(shuffledDeck(seedOf(1), 'hand-2', hmac)).not.toEqual(deck);
    expect(shuffledDeck(seedOf(2), 'hand-1', hmac)).not.toEqual(deck);
  });

  it('follows its description, written out here once more', () => {
    const seed = seedOf(7);
    const blocks = [0, 1, 2, 3, 4, 5, 6, 7].map((counter) => {
      const tail = Buffer.alloc(4);
      tail.writeUInt32BE(counter);
      return hmac(seed, Buffer.concat([Buffer.from(`${SHUFFLE_VERSION}\0hand-7\0`), tail]));
    });
    const bytes = Buffer.concat(blocks);
    const cards = Array.from({ length: 52 }, (_, code) => code);
    let at = 0;
    for (let n = 52; n > 1; n -= 1) {
      let word = bytes.readUInt32BE(4 * at++);
      while (word >= Math.floor(2 ** 32 / n) * n) word = bytes.readUInt32BE(4 * at++);
      [cards[n - 1], cards[word % n]] = [cards[word % n] ?? -1, cards[n - 1] ?? -1];
    }
    expect(shuffledDeck(seed, 'hand-7', hmac)).toEqual(cards);
  });

  it('throws words away from the largest multiple of n up', () => {
    const limit = 2 ** 32 - (2 ** 32 % 52);
    const words = [2 ** 32 - 1, limit, limit - 1];
    expect(below(52, () => words.shift() ?? 0)).toBe(51);
    expect(words).toEqual([]);
  });

  it('refuses a seed that is short', () => {
    expect(() => shuffledDeck(Buffer.alloc(31), 'hand', hmac)).toThrow(RangeError);
  });

  it('puts every card in every place about equally often', () => {
    const decks = 20_000;
    const counts = new Uint32Array(52 * 52);
    for (let hand = 0; hand < decks; hand += 1) {
      shuffledDeck(seedOf(hand), 'fixed', hmac).forEach((code, place) => {
        counts[place * 52 + code] = (counts[place * 52 + code] ?? 0) + 1;
      });
    }
    const expected = decks / 52;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 51 × 51 degrees of freedom: mean 2601, deviation 72; five deviations on each side.
    expect(chiSquare).toBeGreaterThan(2_240);
    expect(chiSquare).toBeLessThan(2_962);
  });
});
