/**
 * The committed shuffle, algorithm `cardroom-shuffle-1`. Rule: docs/rules/fairness.md §1.
 *
 * Hash functions and the seed are arguments: nothing here is random.
 */

import { ascii, bigEndian, handIdBytes, HASH_BYTES, type HmacSha256 } from './bytes';

export const SHUFFLE_VERSION = 'cardroom-shuffle-1';
export const SEED_BYTES = 32;

const DECK_SIZE = 52;
const WORD_BYTES = 4;
const WORDS = 2 ** 32;

/** Where 32-bit words come from, one after the other. */
export type WordSource = () => number;

/**
 * Words of HMAC-SHA256 in counter mode: key = seed, data = version ‖ 0 ‖ hand id ‖ 0 ‖ counter.
 *
 * Rule: docs/rules/fairness.md §1.2. Errors: RangeError for a seed that is not 32 bytes, a hand id
 * that is not 1 to 64 printable ASCII characters, or a hash that is not 32 bytes.
 */
export function wordsOf(seed: Uint8Array, handId: string, hmac: HmacSha256): WordSource {
  if (seed.length !== SEED_BYTES) throw new RangeError('A seed has 32 bytes');
  const label = [...ascii(SHUFFLE_VERSION), 0, ...handIdBytes(handId), 0];
  const input = Uint8Array.from([...label, ...bigEndian(0)]);
  const hash = hmac(seed);
  let counter = 0;
  let block: Uint8Array = new Uint8Array();
  let offset = 0;
  return () => {
    if (offset >= block.length) {
      input.set(bigEndian(counter), label.length);
      block = hash(input);
      if (block.length !== HASH_BYTES) throw new RangeError('HMAC-SHA256 gives 32 bytes');
      counter += 1;
      offset = 0;
    }
    const word = new DataView(block.buffer, block.byteOffset).getUint32(offset);
    offset += WORD_BYTES;
    return word;
  };
}

/**
 * A number of 0 … n-1, each equally likely: words at or above the largest multiple of n are thrown
 * away, because taking their remainder would favour the small numbers.
 *
 * Rule: docs/rules/fairness.md §1.3. Errors: RangeError unless n is a whole number from 1 to 2^32.
 */
export function below(n: number, next: WordSource): number {
  if (!Number.isInteger(n) || n < 1 || n > WORDS) throw new RangeError('n is from 1 to 2^32');
  const limit = WORDS - (WORDS % n);
  for (;;) {
    const word = next();
    if (word < limit) return word % n;
  }
}

/**
 * The deck of a hand: 52 card codes, Fisher-Yates from the last place down. The k-th card dealt is
 * the k-th of the deck.
 *
 * Rule: docs/rules/fairness.md §1.4.
 *
 * @example shuffledDeck(seed, handId, hmac) // [17, 3, 44, …]
 */
export function shuffledDeck(seed: Uint8Array, handId: string, hmac: HmacSha256): number[] {
  const next = wordsOf(seed, handId, hmac);
  const deck = Array.from({ length: DECK_SIZE }, (_, code) => code);
  for (let place = DECK_SIZE - 1; place > 0; place -= 1) {
    const other = below(place + 1, next);
    const moved = deck[place] ?? 0;
    deck[place] = deck[other] ?? 0;
    deck[other] = moved;
  }
  return deck;
}
