/** What the dealer binds itself to before the deal. Rule: docs/rules/fairness.md §2. */
import { ascii, bigEndian, handIdBytes, HASH_BYTES, toHex, type Hashes } from './bytes';
import { merkleTree } from './merkle';

const SALT_LABEL = 'cardroom-salt-1';
const LEAF = 0x00;

/** A hand's secret: known to its dealer alone until a card is opened. */
export interface DealSecret {
  /** 32 random bytes: the salts follow from them. */
  readonly seed: Uint8Array;
  /** Card codes as they were committed: position p holds `deck[p]`. */
  readonly deck: readonly number[];
}

/** A secret as bytes, for sealing: the seed, then a byte for each card. */
export const packSecret = ({ seed, deck }: DealSecret): Uint8Array =>
  Uint8Array.from([...seed, ...deck]);

/** Reads what `packSecret` wrote. */
export const unpackSecret = (bytes: Uint8Array): DealSecret => ({
  seed: bytes.slice(0, HASH_BYTES),
  deck: Array.from(bytes.slice(HASH_BYTES)),
});

/** What lets anybody check that a committed position holds a card. */
export interface CardProof {
  readonly position: number;
  readonly card: number;
  /** Hex of 32 bytes. */
  readonly salt: string;
  /** Hex of the hashes beside the way from the leaf to the root, the lowest first. */
  readonly path: readonly string[];
}

export interface DeckCommitment {
  /** Hex of 32 bytes: published before the deal. */
  readonly root: string;
  /** Errors: RangeError for a position that the deck does not have. */
  open(position: number): CardProof;
}

/**
 * Commits to a deck: a salt for each position, a leaf over hand, position, card and salt, and the
 * root of their tree.
 *
 * Rule: docs/rules/fairness.md §2.2, §2.3. Errors: RangeError for a hand id that is not printable ASCII.
 *
 * @example commitDeck('hand-1', { seed, deck }, hashes).root // '5f3a…'
 */
export function commitDeck(
  handId: string,
  { seed, deck }: DealSecret,
  { sha256, hmac }: Hashes,
): DeckCommitment {
  const hand = handIdBytes(handId);
  const label = [...ascii(SALT_LABEL), 0, ...hand, 0];
  const saltInput = Uint8Array.from([...label, ...bigEndian(0)]);
  const saltOf = hmac(seed);
  const salts = deck.map((_, position) => {
    saltInput.set(bigEndian(position), label.length);
    return saltOf(saltInput);
  });
  const place = 1 + hand.length;
  const leafInput = Uint8Array.from([LEAF, ...hand, 0, 0, ...new Uint8Array(HASH_BYTES)]);
  const leaves = salts.map((salt, position) => {
    leafInput.set([position, deck[position] ?? 0], place);
    leafInput.set(salt, place + 2);
    return sha256(leafInput);
  });
  const tree = merkleTree(leaves, sha256);
  return {
    root: toHex(tree.root),
    open: (position) => {
      const [card, salt] = [deck[position], salts[position]];
      if (card === undefined || salt === undefined) throw new RangeError('No such position');
      return { position, card, salt: toHex(salt), path: tree.pathOf(position).map(toHex) };
    },
  };
}
