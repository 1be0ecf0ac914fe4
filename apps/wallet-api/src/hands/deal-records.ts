import { Injectable } from '@nestjs/common';
import { card, formatCard, isCard } from '@cardroom/engine';
import { dealOf, unpackSecret, type BegunDeal } from '@cardroom/fairness';
import { HASHES, SealedBox } from '@cardroom/platform';
import { handRecord, type CardOpening, type HandRecord } from '@cardroom/protocol';

import type { HandRow } from './hand.repository';

type DealtHand = Pick<HandRow, 'handId' | 'seat' | 'sealedDeal'> & {
  readonly archive: { readonly events: readonly object[]; readonly deal?: BegunDeal | null };
};

/** What a player may check of the deal of a past hand. Rule: docs/rules/fairness.md §5. */
@Injectable()
export class DealRecords {
  constructor(private readonly box: SealedBox) {}

  /** Of the reader's cards and those that everybody saw; null where the hand had no root. */
  of({ handId, seat, archive, sealedDeal }: DealtHand): HandRecord | null {
    const begun = archive.deal ?? null;
    if (begun === null || sealedDeal === null) return null;
    const secret = unpackSecret(this.box.open(sealedDeal, `deal:${handId}`));
    const deal = dealOf(begun, secret, HASHES);
    const own = ownPlaces(begun, seat).flatMap((place) => deal.deck[place] ?? []);
    const codes = new Set([...own, ...archive.events.flatMap(publicCards)]);
    const openings = [...codes].map((code): CardOpening => {
      const { place, position, salt, path } = deal.openingOf(code);
      return { place, card: formatCard(card(code)), position, salt, path };
    });
    return handRecord(begun, openings);
  }
}

function ownPlaces({ dealOrder }: BegunDeal, seat: number): number[] {
  const turn = dealOrder.indexOf(seat);
  return turn < 0 ? [] : [turn, turn + dealOrder.length];
}

const publicCards = (event: object): number[] =>
  'cards' in event && Array.isArray(event.cards) ? event.cards.filter(isCard) : [];
