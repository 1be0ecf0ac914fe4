import { Injectable } from '@nestjs/common';
import { isCard, type Card } from '@cardroom/engine';
import { SealedBox } from '@cardroom/platform';

export interface SealedHand {
  readonly handId: string;
  /** Null where the hand was voided before its deck was known to be kept. */
  readonly sealedCards: string | null;
}

/** Takes a player's own two cards out of the sealed ones of a hand, and no others. */
@Injectable()
export class OwnCards {
  constructor(private readonly box: SealedBox) {}

  /** The cards of a seat; none where the hand has none. */
  of({ handId, sealedCards }: SealedHand, seat: number): Card[] {
    if (sealedCards === null) return [];
    const opened = Buffer.from(this.box.open(sealedCards, `hole-cards:${handId}`));
    const bySeat = JSON.parse(opened.toString('utf8')) as Record<string, unknown>;
    const own = bySeat[String(seat)];
    return Array.isArray(own) ? own.filter(isCard) : [];
  }
}
