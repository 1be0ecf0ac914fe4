import { Injectable } from '@nestjs/common';
import { isDeck, type Card, type Deck, type SeatIndex } from '@cardroom/engine';
import { packSecret, unpackSecret, type DealSecret } from '@cardroom/fairness';
import { SealedBox } from '@cardroom/platform';

export type HoleCardsBySeat = ReadonlyMap<SeatIndex, readonly Card[]>;

/** Seeds, decks and hole cards at rest: always sealed, always bound to their hand. */
@Injectable()
export class DeckVault {
  constructor(private readonly box: SealedBox) {}

  sealDeck(handId: string, deck: Deck): string {
    return this.box.seal(Uint8Array.from(deck), handId);
  }

  /** Errors: throws where the text was altered or belongs to another hand. */
  openDeck(handId: string, sealed: string): Deck {
    const deck = Array.from(this.box.open(sealed, handId));
    if (!isDeck(deck)) throw new Error('A sealed deck has 52 different cards');
    return deck;
  }

  sealDeal(handId: string, secret: DealSecret): string {
    return this.box.seal(packSecret(secret), `deal:${handId}`);
  }

  /** Errors: throws where the text was altered or belongs to another hand. */
  openDeal(handId: string, sealed: string): DealSecret {
    const secret = unpackSecret(this.box.open(sealed, `deal:${handId}`));
    if (!isDeck(secret.deck)) throw new Error('A sealed deck has 52 different cards');
    return secret;
  }

  sealHoleCards(handId: string, cards: HoleCardsBySeat): string {
    const bySeat = Object.fromEntries([...cards].map(([seat, pair]) => [String(seat), pair]));
    return this.box.seal(Buffer.from(JSON.stringify(bySeat)), `hole-cards:${handId}`);
  }
}
