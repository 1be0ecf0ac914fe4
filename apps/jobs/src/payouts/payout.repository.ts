import { Injectable } from '@nestjs/common';
import { leaveWork } from '@cardroom/database';
import { assertInvariant } from '@cardroom/platform';
import type { Quote } from '@cardroom/rates';
import { checkAgainSeconds, type Payout } from '@cardroom/withdrawals';
import { DataSource, type EntityManager } from 'typeorm';

import { SENT_STATUSES } from './payout.rules';

/** After so long a sender that has not said what became of it is taken for dead. */
const SENDER_SILENT_SECONDS = 60;

/** What stands on its row but is not its status: amounts, the gateway's names, when to look again. */
@Injectable()
export class PayoutRepository {
  constructor(private readonly source: DataSource) {}

  /** Fixes what is sent, once and for all; the database refuses another amount. */
  async fixUnits(manager: EntityManager, id: string, quote: Quote, units: bigint): Promise<void> {
    const [, rows] = await manager.query<[unknown[], number]>(
      `UPDATE withdrawals SET amount_units = $2, sending_quote_id = $3,
         next_check_at = now() + $4 * interval '1 second'
       WHERE id = $1 AND status = 'queued' AND amount_units IS NULL`,
      [id, units.toString(), quote.id, SENDER_SILENT_SECONDS],
    );
    assertInvariant(rows === 1, 'an amount is fixed once');
  }

  /**
   * Keeps what the gateway said; once it has ended nobody looks again, and after news of it soon.
   */
  async note(manager: EntityManager, id: string, payout: Payout): Promise<void> {
    await manager.query(
      `UPDATE withdrawals SET payout_id = $2, txid = coalesce($3, txid), confirmations = $4,
         next_check_at = CASE WHEN NOT status = ANY($5) THEN NULL
           WHEN payout_id IS DISTINCT FROM $2 OR confirmations <> $4
             THEN now() + $6 * interval '1 second'
           ELSE coalesce(next_check_at, now()) END,
         checks_made = CASE WHEN payout_id IS DISTINCT FROM $2 OR confirmations <> $4 THEN 0
           ELSE checks_made END
       WHERE id = $1`,
      [
        ...[id, payout.payoutId, payout.txid, payout.confirmations, SENT_STATUSES],
        checkAgainSeconds(0),
      ],
    );
  }

  /** Looks again soon: the gateway's silence is no answer. */
  async lookAgainSoon(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `UPDATE withdrawals SET next_check_at = now() + $2 * interval '1 second', checks_made = 0
       WHERE id = $1`,
      [id, checkAgainSeconds(0)],
    );
  }

  /** Takes withdrawals that are due to be asked about; others who take get others. */
  async claimDue(limit: number): Promise<string[]> {
    const [rows] = await this.source.query<[{ id: string; checks: number }[], number]>(
      `UPDATE withdrawals SET checks_made = checks_made + 1,
         next_check_at = now() + least($3, $2 * power(2, least(checks_made, 20))) * interval '1 second'
       WHERE id IN (
         SELECT id FROM withdrawals
         WHERE next_check_at <= now() AND status = ANY($4)
         ORDER BY next_check_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [limit, checkAgainSeconds(0), checkAgainSeconds(Number.MAX_SAFE_INTEGER), SENT_STATUSES],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes withdrawals whose wait is over, to be let go on. */
  async claimWaited(limit: number, againSeconds: number): Promise<string[]> {
    const [rows] = await this.source.query<[{ id: string }[], number]>(
      `UPDATE withdrawals SET next_check_at = now() + $2 * interval '1 second'
       WHERE id IN (
         SELECT id FROM withdrawals
         WHERE status = 'cooling' AND cooling_until <= now()
           AND (next_check_at IS NULL OR next_check_at <= now())
         ORDER BY cooling_until LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [limit, againSeconds],
    );
    return rows.map(({ id }) => id);
  }

  /** Withdrawals that nobody approved in time. */
  async expired(limit: number): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT id FROM withdrawals WHERE status = 'cooling' AND expires_at <= now()
       ORDER BY id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Leaves work for withdrawals that are queued and have none: it was given up, or put aside. */
  async wakeQueued(): Promise<number> {
    const ids = await this.source.query<{ id: string; request_id: string }[]>(
      `SELECT w.id, w.request_id FROM withdrawals w
       WHERE w.status = 'queued' AND w.changed_at < now() - interval '30 seconds'
         AND NOT EXISTS (SELECT 1 FROM outbox o
           WHERE o.topic = 'withdrawal.queued' AND o.done_at IS NULL AND o.dead_at IS NULL
             AND o.payload ->> 'withdrawalId' = w.id::text)
       ORDER BY w.id LIMIT 100`,
    );
    for (const { id, request_id: requestId } of ids) {
      await leaveWork(this.source.manager, {
        ...{ topic: 'withdrawal.queued', payload: { withdrawalId: id }, requestId },
      });
    }
    return ids.length;
  }

  /** How many are in each status that a person should know of. */
  async counts(): Promise<{ readonly unknown: number; readonly waitingForStaff: number }> {
    const [row] = await this.source.query<{ unknown: number; waiting: number }[]>(
      `SELECT count(*) FILTER (WHERE status = 'unknown')::int AS unknown,
              count(*) FILTER (WHERE status = 'cooling' AND cooling_until <= now())::int AS waiting
       FROM withdrawals WHERE status IN ('unknown', 'cooling')`,
    );
    return { unknown: row?.unknown ?? 0, waitingForStaff: row?.waiting ?? 0 };
  }
}
