import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { isDeck, parseCards, type Deck } from '@cardroom/engine';
import { SEED_BYTES, shuffledDeck } from '@cardroom/fairness';

export interface HandPlace {
  readonly tableId: string;
  readonly handId: string;
  readonly handNo: number;
}

/** Where the cards of a hand come from. */
export abstract class DeckSource {
  abstract deckFor(hand: HandPlace): Deck;
}

/** A fresh deck a hand from the operating system's randomness. Rule: docs/rules/fairness.md §1. */
export class FairDeckSource extends DeckSource {
  override deckFor({ handId }: HandPlace): Deck {
    const deck = shuffledDeck(randomBytes(SEED_BYTES), handId, (key, data) =>
      createHmac('sha256', key).update(data).digest(),
    );
    if (!isDeck(deck)) throw new Error('A shuffle gives 52 different cards');
    return deck;
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

  override deckFor({ tableId, handNo }: HandPlace): Deck {
    const deck = parseCards(this.decks[tableId]?.[handNo - 1] ?? '');
    if (deck === null || !isDeck(deck)) {
      throw new Error(`The script has no deck for hand ${handNo} of table ${tableId}`);
    }
    return deck;
  }
}
