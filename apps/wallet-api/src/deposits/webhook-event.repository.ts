import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

const PROVIDER = 'payment-gateway';

/** The request that brought an event works on it first; the sweep begins after this. */
const FIRST_RETRY_SECONDS = 30;
const MAX_RETRY_SECONDS = 3_600;

export interface OpenEvent {
  readonly eventId: string;
  readonly body: string;
  readonly attempts: number;
}

/** Events of the payment gateway: stored before anything else, open until they are worked off. */
@Injectable()
export class WebhookEventRepository {
  constructor(private readonly source: DataSource) {}

  /** Stores an event; false where it was stored and worked off before. */
  async store(eventId: string, body: string): Promise<boolean> {
    const [row] = await this.source.query<{ is_open: boolean }[]>(
      `INSERT INTO webhook_events (provider, event_id, body, next_try_at)
       VALUES ($1, $2, $3, now() + $4 * interval '1 second')
       ON CONFLICT (provider, event_id) DO UPDATE SET received_at = webhook_events.received_at
       RETURNING processed_at IS NULL AS is_open`,
      [PROVIDER, eventId, body, FIRST_RETRY_SECONDS],
    );
    return row?.is_open ?? false;
  }

  /**
   * Takes one open event whose time has come and puts its next try off, twice as long each time up
   * to an hour: of several who ask, each gets another event. Null where none is due.
   */
  async takeDue(): Promise<OpenEvent | null> {
    const [event] = await this.source.query<OpenEvent[]>(
      `WITH due AS (
         SELECT provider, event_id FROM webhook_events
         WHERE provider = $1 AND processed_at IS NULL AND next_try_at <= now()
         ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED
       ), taken AS (
         UPDATE webhook_events e
         SET attempts = e.attempts + 1,
             next_try_at = now()
               + least($3::float8, $2 * 2 ^ least(e.attempts + 1, 20)) * interval '1 second'
         FROM due WHERE e.provider = due.provider AND e.event_id = due.event_id
         RETURNING e.event_id, e.body, e.attempts
       )
       SELECT event_id AS "eventId", body, attempts FROM taken`,
      [PROVIDER, FIRST_RETRY_SECONDS, MAX_RETRY_SECONDS],
    );
    return event ?? null;
  }

  /** Keeps others away from an event until the transaction ends; false where it is worked off. */
  async lockOpen(manager: EntityManager, eventId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM webhook_events
       WHERE provider = $1 AND event_id = $2 AND processed_at IS NULL FOR UPDATE`,
      [PROVIDER, eventId],
    );
    return rows.length === 1;
  }

  async close(manager: EntityManager, eventId: string, outcome: string): Promise<void> {
    await manager.query(
      `UPDATE webhook_events SET processed_at = now(), outcome = $3
       WHERE provider = $1 AND event_id = $2 AND processed_at IS NULL`,
      [PROVIDER, eventId, outcome],
    );
  }

  async countOpen(): Promise<number> {
    const [row] = await this.source.query<{ open: number }[]>(
      'SELECT count(*)::int AS open FROM webhook_events WHERE processed_at IS NULL',
    );
    return row?.open ?? 0;
  }
}
