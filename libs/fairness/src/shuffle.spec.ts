import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { HmacSha256 } from './bytes';
import { below, shuffledDeck, SHUFFLE_VERSION, wordsOf } from './shuffle';

const hmac: HmacSha256 = (key) => (data) => createHmac('sha256', key).update(data).digest();
const seedOf = (number: number): Buffer => {
  const seed = Buffer.alloc(32);
  seed.writeUInt32BE(number);
  return seed;
};
const inOrder = Array.from({ length: 52 }, (_, code) => code);

describe('§1.1 the input', () => {
  it('gives the same deck for the same seed and hand, and another for another', () => {
    const deck = shuffledDeck(seedOf(1), 'hand-1', hmac);
    expect(shuffledDeck(seedOf(1), 'hand-1', hmac)).toEqual(deck);
    expect(shuffledDeck(seedOf(1), 'hand-2', hmac)).not.toEqual(deck);
    expect(shuffledDeck(seedOf(2), 'hand-1', hmac)).not.toEqual(deck);
  });

  it.each([0, 31, 33])('refuses a seed of %i bytes', (length) => {
    expect(() => shuffledDeck(Buffer.alloc(length), 'hand', hmac)).toThrow(RangeError);
  });

  it.each(['', 'a\0b', 'a b', 'é', 'x'.repeat(65)])('refuses the hand id %j', (handId) => {
    expect(() => shuffledDeck(seedOf(1), handId, hmac)).toThrow(RangeError);
  });

  it('refuses a hash that is not of 32 bytes', () => {
    expect(() => shuffledDeck(seedOf(1), 'hand', () => () => new Uint8Array())).toThrow(RangeError);
  });
});

describe('§1.2 words', () => {
  it('are the blocks of HMAC-SHA256 over version, hand and counter, 4 bytes each', () => {
    const next = wordsOf(seedOf(7), 'hand-7', hmac);
    const words = Array.from({ length: 20 }, next);
    const blocks = [0, 1, 2].map((counter) =>
      hmac(seedOf(7))(
        Buffer.from(`${SHUFFLE_VERSION}\0hand-7\0\0\0\0${String.fromCharCode(counter)}`),
      ),
    );
    const bytes = Buffer.concat(blocks);
    expect(words).toEqual(words.map((_, at) => bytes.readUInt32BE(4 * at)));
  });

  it('are read alike when the hash gives a part of a larger buffer', () => {
    const inside: HmacSha256 = (key) => (data) =>
      Buffer.concat([Buffer.alloc(5), hmac(key)(data), Buffer.alloc(3)]).subarray(5, 37);
    expect(shuffledDeck(seedOf(1), 'h', inside)).toEqual(shuffledDeck(seedOf(1), 'h', hmac));
  });
});

describe('§1.3 a number below n', () => {
  const limit = 2 ** 32 - (2 ** 32 % 52);

  it('throws words away from the largest multiple of n up', () => {
    const words = [2 ** 32 - 1, limit, limit - 1];
    expect(below(52, () => words.shift() ?? 0)).toBe(51);
    expect(words).toEqual([]);
  });

  it('throws nothing away where n divides 2^32', () => {
    expect(below(2, () => 2 ** 32 - 1)).toBe(1);
    expect(below(1, () => 2 ** 32 - 1)).toBe(0);
    expect(below(2 ** 32, () => 2 ** 32 - 1)).toBe(2 ** 32 - 1);
  });

  it('gives each number exactly as often, over all words that are kept', () => {
    for (let n = 1; n <= 52; n += 1) expect((2 ** 32 - (2 ** 32 % n)) % n).toBe(0);
  });

  it.each([0, -1, 1.5, NaN, 2 ** 32 + 1])('refuses n = %p', (n) => {
    expect(() => below(n, () => 0)).toThrow(RangeError);
  });

  it('a deck goes on with the next word after one that was thrown away', () => {
    const isFirst = (data: Uint8Array): boolean => data.at(-1) === 0;
    const planted: HmacSha256 = (key) => (data) =>
      isFirst(data) ? new Uint8Array(32).fill(0xff) : hmac(key)(data);
    // For n = 52 the eight words of the first block are all rejected.
    const shifted: HmacSha256 = (key) => (data) => {
      const later = Uint8Array.from(data);
      later.set([(data.at(-1) ?? 0) + 1], data.length - 1);
      return hmac(key)(later);
    };
    expect(shuffledDeck(seedOf(1), 'h', planted)).toEqual(shuffledDeck(seedOf(1), 'h', shifted));
  });
});

describe('§1.4 the deck', () => {
  it('has each card once', () => {
    for (let number = 0; number < 500; number += 1) {
      const deck = shuffledDeck(seedOf(number), `hand-${number}`, hmac);
      expect([...deck].sort((a, b) => a - b)).toEqual(inOrder);
    }
  });

  it('follows its description, written out here once more', () => {
    const seed = seedOf(7);
    const counters = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const bytes = Buffer.concat(
      counters.map((counter) => {
        const tail = Buffer.alloc(4);
        tail.writeUInt32BE(counter);
        return hmac(seed)(Buffer.concat([Buffer.from(`${SHUFFLE_VERSION}\0hand-7\0`), tail]));
      }),
    );
    const cards = [...inOrder];
    let at = 0;
    for (let n = 52; n > 1; n -= 1) {
      let word = bytes.readUInt32BE(4 * at++);
      while (word >= Math.floor(2 ** 32 / n) * n) word = bytes.readUInt32BE(4 * at++);
      [cards[n - 1], cards[word % n]] = [cards[word % n] ?? -1, cards[n - 1] ?? -1];
    }
    expect(shuffledDeck(seed, 'hand-7', hmac)).toEqual(cards);
  });

  it('puts every card in every place about equally often, over 100,000 decks', () => {
    const decks = 100_000;
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
  }, 120_000);
});

describe('the vectors of docs/rules/fairness.md', () => {
  const page = readFileSync('docs/rules/fairness.md', 'utf8');
  const rows = [...page.matchAll(/^\| `([0-9a-f]{64})` \| `(\S+)` \| `([^`]+)` \|$/gm)];
  const name = (code: number): string => `${'23456789TJQKA'[code >> 2]}${'cdhs'[code & 3]}`;

  it('are three', () => {
    expect(rows).toHaveLength(3);
    expect(page).toContain(`\`${SHUFFLE_VERSION}\``);
  });

  it.each(rows.map(([, seed = '', handId = '', deck = '']) => [handId, seed, deck]))(
    'hand %s',
    (handId, seed, deck) => {
      const dealt = shuffledDeck(Buffer.from(seed, 'hex'), handId, hmac);
      expect(dealt.map(name).join(' ')).toBe(deck);
    },
  );
});
