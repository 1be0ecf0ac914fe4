import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { isDeck, parseCards, type Deck } from '@cardroom/engine';
import { SEED_BYTES, shuffledDeck } from '@cardroom/fairness';
import { HASHES } from '@cardroom/platform';

export interface HandPlace {
  readonly tableId: string;
  readonly handId: string;
  readonly handNo: number;
}

/** A deck for a hand, and the seed of its commitment: null where somebody else knows the deck. */
export interface NewDeck {
  readonly deck: Deck;
  readonly seed: Uint8Array | null;
}

/** Where the cards of a hand come from. */
export abstract class DeckSource {
  abstract deckFor(hand: HandPlace): NewDeck;
}

/** A fresh deck a hand from the operating system's randomness. Rule: docs/rules/fairness.md §1. */
export class FairDeckSource extends DeckSource {
  override deckFor({ handId }: HandPlace): NewDeck {
    const seed = randomBytes(SEED_BYTES);
    const deck = shuffledDeck(seed, handId, HASHES.hmac);
    if (!isDeck(deck)) throw new Error('A shuffle gives 52 different cards');
    return { deck, seed };
  }
}

/**
 * Decks from a file, for playing recorded hands again: `{ tableId: [deck of hand 1, …] }`, a deck
 * being 52 cards written one after the other. Never in production.
 */
export class ScriptedDeckSource extends DeckSource {
  private readonly decks: Readonly<Record<string, readonly string[]>>;

  constructor(file: string) {
    super();
    this.decks = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  }

  override deckFor({ tableId, handNo }: HandPlace): NewDeck {
    const deck = parseCards(this.decks[tableId]?.[handNo - 1] ?? '');
    if (deck === null || !isDeck(deck)) {
      throw new Error(`The script has no deck for hand ${handNo} of table ${tableId}`);
    }
    return { deck, seed: null };
  }
}
