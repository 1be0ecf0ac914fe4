import { Injectable } from '@nestjs/common';
import type { OutboxTopic } from '@cardroom/protocol';
import { DataSource, type EntityManager } from 'typeorm';

import { lostAfterSeconds, type TopicBacklog } from './outbox.rules';

/** A row on its way to a queue. */
export interface OutboxRow {
  readonly id: string;
  readonly topic: OutboxTopic;
  readonly requestId: string;
  /** Tries that have begun. */
  readonly attempts: number;
}

/** A row that a worker has begun; this try is counted. */
export interface OpenRow {
  readonly topic: OutboxTopic;
  readonly payload: Readonly<Record<string, string>>;
  readonly attempts: number;
}

/** The rows of work that transactions left behind; a row's own state says what is to be done. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly source: DataSource) {}

  /** Takes rows that nobody has sent, the oldest first; others who take get other rows. */
  async take(topics: readonly OutboxTopic[], limit: number): Promise<OutboxRow[]> {
    return this.update<OutboxRow>(
      `UPDATE outbox SET dispatched_at = now()
       WHERE id IN (
         SELECT id FROM outbox
         WHERE topic = ANY($1) AND dispatched_at IS NULL AND done_at IS NULL AND dead_at IS NULL
         ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id, topic, request_id AS "requestId", attempts`,
      [topics, limit],
    );
  }

  /** Undoes a taking whose jobs did not reach the queue. */
  async giveBack(ids: readonly string[]): Promise<void> {
    await this.source.query(
      'UPDATE outbox SET dispatched_at = NULL WHERE id = ANY($1) AND done_at IS NULL',
      [ids],
    );
  }

  /** Gives back the rows that were sent and never done. Returns how many. */
  async giveBackLost(): Promise<number> {
    const rows = await this.update(
      `UPDATE outbox SET dispatched_at = NULL
       WHERE done_at IS NULL AND dead_at IS NULL
         AND dispatched_at < now() - $1 * power(2, attempts) * interval '1 second'
       RETURNING 1`,
      [lostAfterSeconds(0)],
    );
    return rows.length;
  }

  /**
   * Begins a try of a row; null where it is done or given up. The try is counted before it is made,
   * so that a row whose work ends its worker is given up some time as well.
   */
  async begin(id: string): Promise<OpenRow | null> {
    const [row] = await this.update<OpenRow>(
      `UPDATE outbox SET attempts = attempts + 1
       WHERE id = $1 AND done_at IS NULL AND dead_at IS NULL
       RETURNING topic, payload, attempts`,
      [id],
    );
    return row ?? null;
  }

  /** In the caller's transaction where one is given: then it is done with that work or not at all. */
  async done(id: string, manager: EntityManager = this.source.manager): Promise<void> {
    await manager.query('UPDATE outbox SET done_at = now() WHERE id = $1 AND done_at IS NULL', [
      id,
    ]);
  }

  /** Notes why a try failed. */
  async failed(id: string, reason: string): Promise<void> {
    await this.source.query('UPDATE outbox SET last_error = $2 WHERE id = $1 AND done_at IS NULL', [
      id,
      reason,
    ]);
  }

  /** Gives a row up: it waits for a person, and nobody works on it until then. */
  async bury(id: string, reason: string): Promise<void> {
    await this.source.query(
      `UPDATE outbox SET dead_at = now(), last_error = coalesce(last_error, $2)
       WHERE id = $1 AND done_at IS NULL AND dead_at IS NULL`,
      [id, reason],
    );
  }

  /** By topic, of those with rows that are not done. */
  async counts(): Promise<TopicBacklog[]> {
    return this.source.query<TopicBacklog[]>(
      `SELECT topic, count(*) FILTER (WHERE dead_at IS NULL) AS pending,
              count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
              coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE dead_at IS NULL)), 0)::float8
                AS "oldestSeconds"
       FROM outbox WHERE done_at IS NULL GROUP BY topic`,
    );
  }

  /** Runs an UPDATE … RETURNING; the driver answers with the rows and their number. */
  private async update<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const [rows] = await this.source.query<[Row[], number]>(sql, [...parameters]);
    return rows;
  }
}
