import { Injectable } from '@nestjs/common';
import type { OutboxTopic } from '@cardroom/protocol';
import { DataSource, type EntityManager } from 'typeorm';

export interface DeadLetter {
  readonly id: string;
  readonly topic: OutboxTopic;
  /** Ids only: what the work is about. */
  readonly about: Readonly<Record<string, string>>;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly requestId: string;
  readonly createdAt: Date;
  readonly deadAt: Date;
}

const DEAD = 'dead_at IS NOT NULL AND done_at IS NULL';

/** Rows of the outbox that were given up and wait for a person. */
@Injectable()
export class DeadLettersRepository {
  constructor(private readonly source: DataSource) {}

  /** Oldest first; reads one row too many. */
  list(topics: readonly OutboxTopic[], after: string | null, limit: number): Promise<DeadLetter[]> {
    return this.source.query(
      `SELECT id, topic, payload AS about, attempts, last_error AS "lastError",
              request_id AS "requestId", created_at AS "createdAt", dead_at AS "deadAt"
       FROM outbox WHERE ${DEAD} AND topic = ANY($1) AND ($2::uuid IS NULL OR id > $2)
       ORDER BY id LIMIT $3`,
      [topics, after, limit + 1],
    );
  }

  /** The topic of one, held until the transaction ends; null where none has the id. */
  async hold(manager: EntityManager, id: string): Promise<OutboxTopic | null> {
    const [row] = await manager.query<{ topic: OutboxTopic }[]>(
      `SELECT topic FROM outbox WHERE id = $1 AND ${DEAD} FOR UPDATE`,
      [id],
    );
    return row?.topic ?? null;
  }

  /** Has all of some topics tried again, from the first try on. Returns their ids. */
  async replay(
    manager: EntityManager,
    which: { readonly id: string } | { readonly topics: readonly OutboxTopic[] },
  ): Promise<string[]> {
    const [condition, value] =
      'id' in which
        ? (['id = $1', which.id] as const)
        : (['topic = ANY($1)', which.topics] as const);
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE outbox SET attempts = 0, dead_at = NULL, dispatched_at = NULL
       WHERE ${DEAD} AND ${condition} RETURNING id`,
      [value],
    );
    return rows.map(({ id }) => id);
  }

  /** It is never done; its row says so for good. */
  async drop(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `UPDATE outbox SET done_at = now(), dropped_at = now() WHERE id = $1 AND ${DEAD}`,
      [id],
    );
  }
}
