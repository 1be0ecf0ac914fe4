import { Injectable } from '@nestjs/common';
import type { OutboxTopic } from '@cardroom/protocol';
import { DataSource } from 'typeorm';

export interface OutboxRow {
  readonly id: string;
  readonly topic: OutboxTopic;
  readonly requestId: string;
}

/** The rows of work that transactions left behind; a row's own state says what is to be done. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly source: DataSource) {}

  /** Takes rows that nobody has sent, or that were sent long ago and are still not done. */
  async take(limit: number, sentBeforeSeconds: number): Promise<OutboxRow[]> {
    const [rows] = await this.source.query<[OutboxRow[], number]>(
      `UPDATE outbox SET dispatched_at = now()
       WHERE id IN (
         SELECT id FROM outbox WHERE done_at IS NULL AND dead_at IS NULL
           AND (dispatched_at IS NULL OR dispatched_at < now() - $2 * interval '1 second')
         ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id, topic, request_id AS "requestId"`,
      [limit, sentBeforeSeconds],
    );
    return rows;
  }

  /** Undoes a taking whose jobs did not reach the queue. */
  async giveBack(ids: readonly string[]): Promise<void> {
    await this.source.query(
      'UPDATE outbox SET dispatched_at = NULL WHERE id = ANY($1) AND done_at IS NULL',
      [ids],
    );
  }

  /** What a job is about; null where it is done or given up. */
  async open(id: string): Promise<{ topic: OutboxTopic; payload: Record<string, string> } | null> {
    const [row] = await this.source.query<
      { topic: OutboxTopic; payload: Record<string, string> }[]
    >('SELECT topic, payload FROM outbox WHERE id = $1 AND done_at IS NULL AND dead_at IS NULL', [
      id,
    ]);
    return row ?? null;
  }

  async done(id: string): Promise<void> {
    await this.source.query('UPDATE outbox SET done_at = now() WHERE id = $1 AND done_at IS NULL', [
      id,
    ]);
  }

  /** Notes a failure; after `maxAttempts` the row is set aside for a person to look at. */
  async failed(id: string, reason: string, maxAttempts: number): Promise<void> {
    await this.source.query(
      `UPDATE outbox SET attempts = attempts + 1, last_error = $2,
         dead_at = CASE WHEN attempts + 1 >= $3 THEN now() END
       WHERE id = $1 AND done_at IS NULL`,
      [id, reason.slice(0, 500), maxAttempts],
    );
  }

  async counts(): Promise<{ pending: number; dead: number; oldestSeconds: number }> {
    const [row] = await this.source.query<
      { pending: number; dead: number; oldest: number | null }[]
    >(
      `SELECT count(*) FILTER (WHERE dead_at IS NULL) AS pending,
              count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
              extract(epoch FROM now() - min(created_at) FILTER (WHERE dead_at IS NULL))::float8 AS oldest
       FROM outbox WHERE done_at IS NULL`,
    );
    return { pending: row?.pending ?? 0, dead: row?.dead ?? 0, oldestSeconds: row?.oldest ?? 0 };
  }
}
