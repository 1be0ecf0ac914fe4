import { Injectable } from '@nestjs/common';
import { seatIndex } from '@cardroom/engine';
import { BusinessError } from '@cardroom/platform';
import type { PlayedHand } from '@cardroom/records';

import { HandRepository, type RecordRow, type RecordsPage } from './hand.repository';
import { OwnCards } from './own-cards';

/** Hands as they may leave the house: with the cards that their reader may see. */
@Injectable()
export class HandRecords {
  constructor(
    private readonly hands: HandRepository,
    private readonly ownCards: OwnCards,
  ) {}

  /** A hand as one of its players saw it. Errors: NOT_FOUND, also where the reader did not play it. */
  async ofPlayer(handId: string, userId: string): Promise<PlayedHand> {
    const row = await this.find(handId);
    const seat = row.seatsByUser[userId];
    if (seat === undefined) throw new BusinessError('NOT_FOUND');
    return this.asSeenFrom(row, seat);
  }

  /** Hands as one of their players saw them, newest first, and one more than the page holds. */
  async pageOfPlayer(userId: string, page: RecordsPage): Promise<PlayedHand[]> {
    const rows = await this.hands.records(userId, page);
    return rows.flatMap((row) => {
      const seat = row.seatsByUser[userId];
      return seat === undefined ? [] : [this.asSeenFrom(row, seat)];
    });
  }

  /** A hand as everybody at the table saw it. Errors: NOT_FOUND. */
  async asShown(handId: string): Promise<PlayedHand> {
    return toPlayedHand(await this.find(handId), []);
  }

  private asSeenFrom(row: RecordRow, seat: number): PlayedHand {
    const cards = this.ownCards.of(row, seat);
    return toPlayedHand(row, cards.length > 0 ? [{ seat: seatIndex(seat), cards }] : []);
  }

  private async find(handId: string): Promise<RecordRow> {
    const row = await this.hands.record(handId);
    if (row === null) throw new BusinessError('NOT_FOUND');
    return row;
  }
}

const toPlayedHand = (row: RecordRow, knownCards: PlayedHand['knownCards']): PlayedHand => ({
  handId: row.handId,
  events: row.archive.events,
  knownCards,
  names: row.names,
  tableName: row.tableName,
  maxSeats: row.maxSeats,
  startedAt: row.startedAt.toISOString(),
});
