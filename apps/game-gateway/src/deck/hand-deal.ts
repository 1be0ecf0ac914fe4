import { card, formatCard, isDeck, type Card, type Deck } from '@cardroom/engine';
import {
  commitDeck,
  DEAL_ALGORITHM,
  dealOf,
  type BegunDeal,
  type DealEvent,
  type DealSecret,
  type DeckCommitment,
  type SeedCommitment,
} from '@cardroom/fairness';
import { HASHES } from '@cardroom/platform';
import type { CardOpening } from '@cardroom/protocol';

/** The cards of a hand as its dealer has them. */
export interface HandDeal {
  /** The k-th card dealt is `deck[k]`. */
  readonly deck: Deck;
  /** What its root was made of; null where the hand has no root. */
  readonly secret: DealSecret | null;
  /** The proofs of some of its cards; none where the hand has no root. */
  readonly openingsOf: (cards: readonly Card[]) => CardOpening[];
}

/** Made at the announcement, needed again at the deal: 155 hashes. A secret is of one hand alone. */
const decksCommitted = new WeakMap<DealSecret, DeckCommitment>();

function commitmentOf(handId: string, secret: DealSecret): DeckCommitment {
  const known = decksCommitted.get(secret);
  if (known !== undefined) return known;
  const made = commitDeck(handId, secret, HASHES);
  decksCommitted.set(secret, made);
  return made;
}

/** The root of a deck, bound to the players' promises of now. Rule: docs/rules/fairness.md §2.4. */
export const announcementOf = (
  handId: string,
  secret: DealSecret,
  commitments: readonly SeedCommitment[],
): DealEvent => ({
  type: 'root_announced',
  handId,
  algorithm: DEAL_ALGORITHM,
  root: commitmentOf(handId, secret).root,
  commitments,
});

/** The deal of a committed deck. Rule: docs/rules/fairness.md §4. */
export function committedDeal(begun: BegunDeal, secret: DealSecret): HandDeal {
  const deal = dealOf(begun, secret, HASHES, commitmentOf(begun.handId, secret));
  const { deck } = deal;
  if (!isDeck(deck)) throw new Error('A permutation keeps the 52 cards');
  const opened = (code: Card): CardOpening => {
    const { place, position, salt, path } = deal.openingOf(code);
    return { place, card: formatCard(card(code)), position, salt, path };
  };
  return { deck, secret, openingsOf: (cards) => cards.map(opened) };
}

/** A deck that is dealt as it is, without a root. */
export const plainDeal = (deck: Deck): HandDeal => ({ deck, secret: null, openingsOf: () => [] });
