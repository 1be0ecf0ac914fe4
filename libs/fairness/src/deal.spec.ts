import { readFileSync } from 'node:fs';

import type { BegunDeal } from './announced-deal';
import { commitDeck, packSecret, unpackSecret } from './deck-commitment';
import { dealOf, permutationOf } from './deal';
import { nodeHashes as hashes } from './node-hashes.builder';
import { shuffledDeck } from './shuffle';

interface Vector extends Omit<BegunDeal, 'algorithm'> {
  readonly seed: string;
  readonly deck: string;
  readonly permutation: readonly number[];
  readonly dealt: string;
  readonly record: { readonly board: readonly { readonly place: number; readonly card: string }[] };
}

const { algorithm, vectors } = JSON.parse(
  readFileSync('docs/reference/fairness-vectors.json', 'utf8'),
) as { algorithm: string; vectors: Vector[] };
const name = (code: number): string =>
  `${'23456789TJQKA'[code >> 2] ?? ''}${'cdhs'[code & 3] ?? ''}`;
const secretOf = ({ seed, handId }: Vector) => {
  const bytes = Buffer.from(seed, 'hex');
  return { seed: bytes, deck: shuffledDeck(bytes, handId, hashes.hmac) };
};
const begunOf = ({ handId, root, commitments, seeds, dealOrder }: Vector): BegunDeal => ({
  ...{ handId, algorithm, root, commitments, seeds, dealOrder },
});

describe.each(vectors.map((vector) => [vector.handId, vector] as const))(
  'the vector of hand %s',
  (_, vector) => {
    const secret = secretOf(vector);

    it('§1 has the deck', () => {
      expect(secret.deck.map(name).join(' ')).toBe(vector.deck);
    });

    it('§2 has the root', () => {
      expect(commitDeck(vector.handId, secret, hashes).root).toBe(vector.root);
    });

    it('§4.2 has the permutation', () => {
      const permutation = permutationOf(begunOf(vector), hashes);
      expect(permutation).toEqual(vector.permutation);
    });

    it('§4.3 has the cards as they are dealt, and the proofs of the board', () => {
      const deal = dealOf(begunOf(vector), secret, hashes);
      expect(deal.deck.map(name).join(' ')).toBe(vector.dealt);
      for (const proof of vector.record.board) {
        const { card, ...opened } = deal.openingOf(deal.deck[proof.place] ?? -1);
        expect({ ...opened, card: name(card) }).toEqual(proof);
      }
    });
  },
);

describe('§2.2 a commitment', () => {
  const [vector] = vectors;
  if (vector === undefined) throw new Error('there are vectors');
  const { handId } = vector;
  const secret = secretOf(vector);
  const { root } = commitDeck(handId, secret, hashes);

  it('is another one for another hand, seed or order of cards', () => {
    const [a = 0, b = 0, ...rest] = secret.deck;
    const roots = [
      root,
      commitDeck('hand-2', secret, hashes).root,
      commitDeck(handId, { ...secret, seed: Buffer.alloc(32, 1) }, hashes).root,
      commitDeck(handId, { ...secret, deck: [b, a, ...rest] }, hashes).root,
    ];
    expect(new Set(roots).size).toBe(roots.length);
  });

  it('opens no position that there is not', () => {
    const commitment = commitDeck(handId, secret, hashes);
    expect(() => commitment.open(52)).toThrow(RangeError);
    expect(() => commitment.open(-1)).toThrow(RangeError);
  });

  it('can be made again from the secret as it rests', () => {
    const packed = packSecret(secret);
    expect(packed).toHaveLength(84);
    expect(commitDeck(handId, unpackSecret(packed), hashes).root).toBe(root);
  });

  it('gives each position a salt of its own, which says nothing of the others', () => {
    const commitment = commitDeck(handId, secret, hashes);
    const salts = secret.deck.map((_, position) => commitment.open(position).salt);
    expect(new Set(salts).size).toBe(52);
    expect(salts.join('')).not.toContain(vector.seed);
  });
});

describe('§4.1 the order of the cards', () => {
  const vector = vectors.find(({ seeds }) => seeds.length === 3);
  if (vector === undefined) throw new Error('a vector has three seeds');
  const begun = begunOf(vector);
  const key = (deal: BegunDeal): string => permutationOf(deal, hashes).join();
  const [first, ...others] = begun.seeds;

  it.each([
    ['an opened seed', { ...begun, seeds: [{ seat: 0, value: '00'.repeat(32) }, ...others] }],
    ['a seed that did not come', { ...begun, seeds: others }],
    ['a promise', { ...begun, commitments: begun.commitments.slice(1) }],
    ['the root', { ...begun, root: '00'.repeat(32) }],
    ['the hand', { ...begun, handId: 'y' }],
    ['the seats turned round', { ...begun, dealOrder: [...begun.dealOrder].reverse() }],
    ['a seat less', { ...begun, dealOrder: begun.dealOrder.slice(1) }],
    ['the algorithm', { ...begun, algorithm: 'cardroom-deal-0' }],
  ])('is another one with %s otherwise', (_, changed) => {
    expect(first?.seat).toBe(0);
    expect(key(changed)).not.toBe(key(begun));
  });
});
