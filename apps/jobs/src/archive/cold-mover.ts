import { Inject, Injectable, Logger } from '@nestjs/common';
import { COLD_STORE, type ColdStore } from '@cardroom/archive';
import { withTransaction } from '@cardroom/database';
import { digestOf, unpackHand } from '@cardroom/packing';
import { assertInvariant, counter } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { OutboxRepository } from '../outbox/outbox.repository';
import {
  bundle,
  HANDS_PER_OBJECT,
  objectName,
  partitionOf,
  unbundle,
  type PackedHand,
} from './archive.rules';

const moved = counter('hand_archive_moved_total', 'Hands that went to cold storage.');

/**
 * Moves a day's packed hands to cold storage. An object is read back, compared byte by byte and opened
 * before its hands count as moved; the day's partition goes when all of them are.
 */
@Injectable()
export class ColdMover {
  private readonly logger = new Logger(ColdMover.name);

  constructor(
    private readonly source: DataSource,
    private readonly outbox: OutboxRepository,
    @Inject(COLD_STORE) private readonly cold: ColdStore,
  ) {}

  /** Moves what is left of a day, and marks the row as done with the end of its partition. */
  async moveDay(day: string, outboxId: string): Promise<void> {
    let hands: number;
    do {
      hands = await this.moveObject(day);
    } while (hands > 0);
    await withTransaction(this.source, async (manager) => {
      await lock(manager, day);
      await this.dropPartition(manager, day);
      await this.outbox.done(outboxId, manager);
    });
  }

  /** Returns how many hands went; 0 where none is left. Who is killed at it writes the same again. */
  private moveObject(day: string): Promise<number> {
    return withTransaction(this.source, async (manager) => {
      await lock(manager, day);
      const hands = await manager.query<PackedHand[]>(
        `SELECT c.hand_id AS "handId", c.packed FROM hand_copies c
         JOIN hand_archives a ON a.hand_id = c.hand_id
         WHERE c.day = $1 AND a.cold_object IS NULL ORDER BY c.hand_id LIMIT $2`,
        [day, HANDS_PER_OBJECT],
      );
      if (hands.length === 0) return 0;
      const [known] = await manager.query<{ count: number }[]>(
        'SELECT count(*) AS count FROM cold_objects WHERE day = $1',
        [day],
      );
      const name = objectName(day, (known?.count ?? 0) + 1);
      const { content, places } = bundle(hands);
      await this.cold.put(name, content);
      await this.compare(name, content);
      await manager.query(
        `INSERT INTO cold_objects (name, day, sha256, bytes, hands, verified_at)
         VALUES ($1, $2, $3, $4, $5, now())`,
        [name, day, digestOf(content), content.length, hands.length],
      );
      await manager.query(
        `UPDATE hand_archives a SET cold_object = $1, cold_offset = w.at, cold_bytes = w.bytes
         FROM unnest($2::uuid[], $3::bigint[], $4::int[]) AS w (hand_id, at, bytes)
         WHERE a.hand_id = w.hand_id AND a.cold_object IS NULL`,
        [
          ...[name, places.map(({ handId }) => handId), places.map(({ offset }) => offset)],
          places.map(({ bytes }) => bytes),
        ],
      );
      moved.inc(hands.length);
      this.logger.log({ name, hands: hands.length, bytes: content.length }, 'hands went cold');
      return hands.length;
    });
  }

  private async compare(name: string, content: Buffer): Promise<void> {
    const back = await this.cold.read(name);
    if (!back.equals(content)) throw new Error(`${name} is not what was written`);
    for (const { packed } of unbundle(back)) unpackHand(packed);
  }

  private async dropPartition(manager: EntityManager, day: string): Promise<void> {
    const [left] = await manager.query<{ count: number }[]>(
      `SELECT count(*) AS count FROM hand_copies c
       LEFT JOIN hand_archives a ON a.hand_id = c.hand_id AND a.cold_object IS NOT NULL
       WHERE c.day = $1 AND a.hand_id IS NULL`,
      [day],
    );
    assertInvariant(left?.count === 0, `all hands of ${day} are in cold storage`);
    await manager.query(`DROP TABLE IF EXISTS ${partitionOf(day)}`);
  }
}

/** One at a time moves a day. The same lock is held by who adds its partition. */
const lock = async (manager: EntityManager, day: string): Promise<void> => {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [partitionOf(day)]);
};
