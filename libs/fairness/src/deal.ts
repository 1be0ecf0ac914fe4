/** From a committed deck to the cards as they are dealt. Rule: docs/rules/fairness.md §4. */
import type { BegunDeal } from './announced-deal';
import { ascii, handIdBytes, hashBytes, type Hashes } from './bytes';
import {
  commitDeck,
  type CardProof,
  type DealSecret,
  type DeckCommitment,
} from './deck-commitment';
import { shuffledDeck } from './shuffle';

/** A proof, and which card of the deal it is: 0 for the first card dealt. */
export interface DealtCardProof extends CardProof {
  readonly place: number;
}

/** A hand's deck in the order of dealing. */
export interface Deal {
  /** The k-th card dealt is `deck[k]`. */
  readonly deck: readonly number[];
  /** The proof of one of its cards. Errors: RangeError for a card that no deck holds. */
  openingOf(card: number): DealtCardProof;
}

/**
 * All that is public before the first card, as bytes: none of it can be changed afterwards without
 * changing the order of the cards. Rule: docs/rules/fairness.md §4.1.
 */
function transcript(deal: BegunDeal): Uint8Array {
  const { handId, algorithm, root, commitments, seeds, dealOrder } = deal;
  const seedOf = (seat: number): string | undefined =>
    seeds.find((opened) => opened.seat === seat)?.value;
  return Uint8Array.from([
    ...[...ascii(algorithm), 0, ...handIdBytes(handId), 0, ...hashBytes(root)],
    commitments.length,
    ...commitments.flatMap(({ seat, commitment }) => {
      const seed = seedOf(seat);
      const opened = seed === undefined ? [0] : [1, ...hashBytes(seed)];
      return [seat, ...hashBytes(commitment), ...opened];
    }),
    dealOrder.length,
    ...dealOrder,
  ]);
}

/**
 * The committed position of each card dealt, in the order of dealing: public from the moment of the
 * deal, and beyond anybody's choice as soon as one opened seed is honest.
 *
 * Rule: docs/rules/fairness.md §4.2.
 */
export function permutationOf(deal: BegunDeal, { sha256, hmac }: Hashes): number[] {
  return shuffledDeck(sha256(transcript(deal)), deal.handId, hmac);
}

/**
 * Deals a committed deck: the k-th card dealt is the one at position `permutation[k]`.
 *
 * Rule: docs/rules/fairness.md §4.3. Whoever has the commitment to the secret at hand gives it along.
 *
 * @example dealOf(begun, { seed, deck }, hashes).deck[0] // the first card of the first seat dealt in
 */
export function dealOf(
  begun: BegunDeal,
  secret: DealSecret,
  hashes: Hashes,
  commitment: DeckCommitment = commitDeck(begun.handId, secret, hashes),
): Deal {
  const permutation = permutationOf(begun, hashes);
  const deck = permutation.map((position) => secret.deck[position] ?? 0);
  return {
    deck,
    openingOf: (card) => {
      const place = deck.indexOf(card);
      return { place, ...commitment.open(permutation[place] ?? -1) };
    },
  };
}
