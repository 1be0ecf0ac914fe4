import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import {
  digestOf,
  HOLDS_RECORD,
  packHand,
  recordOf,
  unpackHand,
  type StoredRecord,
} from '@cardroom/packing';
import { assertInvariant } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { DAY_MS, partitionOf } from './archive.rules';

/** A stretch of time in which hands ended, in milliseconds since 1970; its end is not part of it. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

interface NewHand extends StoredRecord {
  readonly handId: string;
  readonly day: string;
}

const IN_SPAN = `h.ended_at >= to_timestamp($1::float8 / 1000)
  AND h.ended_at < to_timestamp($2::float8 / 1000)`;
const NEW = `${IN_SPAN} AND ${HOLDS_RECORD}
  AND NOT EXISTS (SELECT 1 FROM hand_archives a WHERE a.hand_id = h.id)`;

/** Packed copies of hands beside their records, and the end of the records. */
@Injectable()
export class ArchiveRepository {
  constructor(private readonly source: DataSource) {}

  /** How many hands that ended then have no copy yet. */
  async waiting({ fromMs, toMs }: Span): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>(
      `SELECT count(*) AS count FROM hands h WHERE ${NEW}`,
      [fromMs, toMs],
    );
    return row?.count ?? 0;
  }

  /**
   * Copies the next hands of a span, those of before records were packed after packing them. Each copy
   * is read back from PostgreSQL and opened before it counts. Returns them; none where all have one.
   */
  async pack({ fromMs, toMs }: Span, limit: number): Promise<ReadonlyMap<string, Buffer>> {
    return withTransaction(this.source, async (manager) => {
      const hands = await manager.query<NewHand[]>(
        `SELECT h.id AS "handId", h.record, h.archive,
                (h.ended_at AT TIME ZONE 'Asia/Seoul')::date::text AS day
         FROM hands h WHERE ${NEW} ORDER BY h.id LIMIT $3 FOR UPDATE OF h SKIP LOCKED`,
        [fromMs, toMs, limit],
      );
      for (const day of new Set(hands.map((hand) => hand.day))) await addPartition(manager, day);
      const copies = new Map(
        hands.map((hand) => [hand.handId, hand.record ?? packHand(recordOf(hand))]),
      );
      await store(manager, hands, copies);
      const stored = await manager.query<{ handId: string; packed: Buffer }[]>(
        'SELECT hand_id AS "handId", packed FROM hand_copies WHERE hand_id = ANY($1)',
        [[...copies.keys()]],
      );
      const opened = new Map(stored.map(({ handId, packed }) => [handId, unpackHand(packed)]));
      for (const hand of hands) {
        const isSame = isDeepStrictEqual(opened.get(hand.handId), recordOf(hand));
        assertInvariant(isSame, `the copy of hand ${hand.handId} is the hand`);
      }
      return copies;
    });
  }

  /** Takes the record away from hands of a span that have a copy. Returns how many. */
  async endRecords({ fromMs, toMs }: Span, limit: number): Promise<number> {
    const [, count] = await this.source.query<[unknown, number]>(
      `UPDATE hands SET archive = '{"events": [], "moved": true}', record = NULL WHERE id IN (
         SELECT h.id FROM hands h JOIN hand_archives a ON a.hand_id = h.id
         WHERE ${IN_SPAN} AND ${HOLDS_RECORD} LIMIT $3)`,
      [fromMs, toMs, limit],
    );
    return count;
  }

  /** Days before a moment whose copies are not all in cold storage, or whose partition still stands. */
  async warmDays(beforeMs: number): Promise<string[]> {
    const rows = await this.source.query<{ day: string }[]>(
      `SELECT DISTINCT day::text AS day FROM hand_archives
       WHERE cold_object IS NULL AND day < (to_timestamp($1::float8 / 1000) AT TIME ZONE 'Asia/Seoul')::date
       ORDER BY day`,
      [beforeMs],
    );
    return rows.map(({ day }) => day);
  }
}

/** Two that add the same one wait for each other here. */
async function addPartition(manager: EntityManager, day: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [partitionOf(day)]);
  await manager.query(
    `CREATE TABLE IF NOT EXISTS ${partitionOf(day)} PARTITION OF hand_copies
     FOR VALUES FROM ('${day}') TO ('${dayAfter(day)}')`,
  );
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

async function store(
  manager: EntityManager,
  hands: readonly NewHand[],
  copies: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const packed = hands.map(({ handId }) => copies.get(handId) ?? Buffer.alloc(0));
  const [ids, days] = [hands.map(({ handId }) => handId), hands.map(({ day }) => day)];
  await manager.query(
    `INSERT INTO hand_copies (hand_id, day, packed)
     SELECT * FROM unnest($1::uuid[], $2::date[], $3::bytea[])`,
    [ids, days, packed],
  );
  await manager.query(
    `INSERT INTO hand_archives (hand_id, day, sha256)
     SELECT * FROM unnest($1::uuid[], $2::date[], $3::bytea[])`,
    [ids, days, packed.map(digestOf)],
  );
}
