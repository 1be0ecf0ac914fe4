import { Injectable } from '@nestjs/common';
import { HandArchive } from '@cardroom/archive';
import type { HandEvent } from '@cardroom/engine';
import { Reads } from '@cardroom/database';
import { isMoved, recordOf, type HandRecordJson, type StoredRecord } from '@cardroom/packing';
import { BusinessError } from '@cardroom/platform';
import { DataSource } from 'typeorm';

export interface HandListRow {
  readonly handId: string;
  readonly tableId: string;
  readonly handNo: number;
  readonly outcome: 'settled' | 'voided';
  readonly netKrw: number;
  readonly potKrw: number;
  readonly endedAt: Date;
}

/** With all that happened in it, whatever its row holds of that. */
interface Recorded {
  readonly archive: HandRecordJson;
}

interface HandFacts {
  readonly handId: string;
  readonly tableId: string;
  readonly handNo: number;
  readonly outcome: 'settled' | 'voided';
  readonly board: string;
  /** Null where the hand was run once. */
  readonly secondBoard: string | null;
  readonly potKrw: number;
  readonly rakeKrw: number;
  /** The secret behind the root; null where there was none. */
  readonly sealedDeal: string | null;
  /** Null where the hand was voided before its deck was known to be kept. */
  readonly sealedCards: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** The reader's seat in it. */
  readonly seat: number;
}

export type HandRow = HandFacts & Recorded;

interface RecordFacts {
  readonly handId: string;
  readonly sealedCards: string | null;
  readonly startedAt: Date;
  readonly tableName: string;
  readonly maxSeats: number;
  /** Nicknames by seat. */
  readonly names: Readonly<Record<string, string>>;
  readonly seatsByUser: Readonly<Record<string, number>>;
}

/** A hand with all that a record of it tells. */
export type RecordRow = RecordFacts & Recorded;

/** Which hands of a player: those before another one, and of a time. */
export interface RecordsPage {
  readonly before: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly limit: number;
}

/** A hand as PostgreSQL has it: the record in its row, the cards that were turned up after its end beside it. */
type Stored<Facts> = Facts &
  StoredRecord & { readonly handId: string; readonly reveals: readonly HandEvent[] | null };

const LIST_COLUMNS = `h.id AS "handId", h.table_id AS "tableId", h.hand_no AS "handNo", h.outcome,
  h.pot_krw AS "potKrw", h.ended_at AS "endedAt"`;

const STORED = `h.record, h.archive,
  (SELECT jsonb_agg(r.event ORDER BY r.place) FROM hand_reveals r WHERE r.hand_id = h.id) AS reveals`;

/** The hand that a page goes on from; the newest of all where it is the first page. */
const BEFORE = `coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')`;

/** In base64, whether it is kept so or as bytes. */
const SEALED_CARDS = 'sealed_text(h.sealed_cards_bytes, h.sealed_cards) AS "sealedCards"';
const SEALED_DEAL = 'sealed_text(h.sealed_deal_bytes, h.sealed_deal) AS "sealedDeal"';

const RECORD_COLUMNS = `h.id AS "handId", ${STORED}, ${SEALED_CARDS},
  h.started_at AS "startedAt", t.name AS "tableName", t.max_seats AS "maxSeats",
  jsonb_object_agg(p.seat, u.nickname) AS names,
  jsonb_object_agg(p.user_id, p.seat) AS "seatsByUser"`;

const RECORD_TABLES = `hands h JOIN tables t ON t.id = h.table_id
  CROSS JOIN LATERAL seats_of_hand(h.id) p JOIN users u ON u.id = p.user_id`;

/** Hands as those who played them may read them. */
@Injectable()
export class HandRepository {
  constructor(
    private readonly source: DataSource,
    private readonly reads: Reads,
    private readonly archive: HandArchive,
  ) {}

  list(userId: string, before: string | null, limit: number): Promise<HandListRow[]> {
    return this.reads.query(
      `SELECT ${LIST_COLUMNS}, p.net_krw AS "netKrw"
       FROM hands h CROSS JOIN LATERAL seats_of_hand(h.id) p
       WHERE p.user_id = $1 AND h.id = ANY (ARRAY(
         SELECT hands_of_player($1, ${BEFORE}, '-infinity', 'infinity', $3) AS id
         ORDER BY id DESC LIMIT $3))
       ORDER BY h.id DESC`,
      [userId, before, limit + 1],
    );
  }

  /** Null where there is no such hand, or the reader did not play it: nobody can tell which. */
  async find(userId: string, handId: string): Promise<HandRow | null> {
    const [row] = await this.source.query<Stored<HandFacts>[]>(
      `SELECT ${LIST_COLUMNS}, h.board, h.second_board AS "secondBoard",
              h.rake_krw AS "rakeKrw", ${STORED},
              ${SEALED_CARDS}, ${SEALED_DEAL},
              h.started_at AS "startedAt", p.seat
       FROM hands h CROSS JOIN LATERAL seats_of_hand(h.id) p
       WHERE p.user_id = $1 AND h.id = $2`,
      [userId, handId],
    );
    return row === undefined ? null : this.whole(row);
  }

  /** Null where there is no such hand. Whoever calls it looks at who asks. */
  async record(handId: string): Promise<RecordRow | null> {
    const [row] = await this.source.query<Stored<RecordFacts>[]>(
      `SELECT ${RECORD_COLUMNS} FROM ${RECORD_TABLES} WHERE h.id = $1 GROUP BY h.id, t.id`,
      [handId],
    );
    return row === undefined ? null : this.whole(row);
  }

  /** The newest hands of a player, one more than the limit where there are more. */
  async records(userId: string, { before, from, to, limit }: RecordsPage): Promise<RecordRow[]> {
    const rows = await this.reads.query<Stored<RecordFacts>[]>(
      `SELECT ${RECORD_COLUMNS} FROM ${RECORD_TABLES} WHERE h.id = ANY (ARRAY(
         SELECT hands_of_player($1, ${BEFORE}, coalesce($3::timestamptz, '-infinity'),
           coalesce($4::timestamptz, 'infinity'), $5) AS id
         ORDER BY id DESC LIMIT $5))
       GROUP BY h.id, t.id ORDER BY h.id DESC`,
      [userId, before, from, to, limit + 1],
    );
    return Promise.all(rows.map((row) => this.whole(row)));
  }

  /**
   * The hand with its record, from wherever that is, and with the cards that were turned up later.
   *
   * Errors: SERVICE_UNAVAILABLE where the record cannot be read now.
   */
  private async whole<Facts>(row: Stored<Facts>): Promise<Facts & Recorded> {
    const record = isMoved(row) ? await this.archived(row.handId) : recordOf(row);
    return { ...row, archive: { ...record, events: [...record.events, ...(row.reveals ?? [])] } };
  }

  private async archived(handId: string): Promise<HandRecordJson> {
    const found = await this.archive.find(handId);
    if (found === null) throw new BusinessError('SERVICE_UNAVAILABLE');
    return found.record;
  }
}
