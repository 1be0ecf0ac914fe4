import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { AdjustedToday } from './adjustment.rules';
import type { AdjustmentItemDto } from './adjustments.dto';

export interface NewAdjustment {
  readonly adjustmentId: string;
  readonly userId: string;
  readonly amountKrw: number;
  readonly reason: string;
  readonly message: string | null;
  readonly askedBy: string;
  readonly requestId: string | null;
  readonly transferId: string | null;
}

@Injectable()
export class AdjustmentsRepository {
  /**
   * Holds who asks and whom it is for until the transaction ends, so that what two requests add up
   * is added up one after the other. Null where there is no such account.
   */
  async lock(
    manager: EntityManager,
    userId: string,
    askedBy: string,
  ): Promise<{ readonly role: string; readonly status: string } | null> {
    const rows = await manager.query<{ id: string; role: string; status: string }[]>(
      'SELECT id, role, status FROM users WHERE id IN ($1, $2) ORDER BY id FOR NO KEY UPDATE',
      [userId, askedBy],
    );
    return rows.find(({ id }) => id === userId) ?? null;
  }

  async today(manager: EntityManager, userId: string, askedBy: string): Promise<AdjustedToday> {
    const [row] = await manager.query<Record<keyof AdjustedToday, string>[]>(
      `SELECT coalesce(sum(abs(a.amount_krw)) FILTER (
                WHERE a.asked_by = $2 AND a.request_id IS NULL), 0) AS "aloneByAskerKrw",
              coalesce(sum(abs(a.amount_krw)) FILTER (
                WHERE a.asked_by = $2 AND r.status IN ('pending', 'approved')), 0)
                AS "byTwoByAskerKrw",
              coalesce(sum(abs(a.amount_krw)) FILTER (
                WHERE a.user_id = $1 AND a.request_id IS NULL), 0) AS "aloneOfPlayerKrw"
       FROM adjustments a LEFT JOIN four_eyes_requests r ON r.id = a.request_id
       WHERE (a.asked_by = $2 OR a.user_id = $1) AND a.created_at > now() - interval '1 day'`,
      [userId, askedBy],
    );
    return {
      aloneByAskerKrw: Number(row?.aloneByAskerKrw ?? 0),
      byTwoByAskerKrw: Number(row?.byTwoByAskerKrw ?? 0),
      aloneOfPlayerKrw: Number(row?.aloneOfPlayerKrw ?? 0),
    };
  }

  async insert(manager: EntityManager, adjustment: NewAdjustment): Promise<void> {
    const { adjustmentId, userId, amountKrw, reason, message } = adjustment;
    const { askedBy, requestId, transferId } = adjustment;
    await manager.query(
      `INSERT INTO adjustments
         (id, user_id, amount_krw, reason, message, asked_by, request_id, transfer_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [adjustmentId, userId, amountKrw, reason, message, askedBy, requestId, transferId],
    );
  }

  /** The adjustment that a request asks for, until it is posted; null for none. */
  async ofRequest(manager: EntityManager, requestId: string): Promise<NewAdjustment | null> {
    const [row] = await manager.query<NewAdjustment[]>(
      `SELECT id AS "adjustmentId", user_id AS "userId", amount_krw AS "amountKrw", reason, message,
              asked_by AS "askedBy", request_id AS "requestId", transfer_id AS "transferId"
       FROM adjustments WHERE request_id = $1 AND transfer_id IS NULL FOR UPDATE`,
      [requestId],
    );
    return row ?? null;
  }

  /** False where it was posted before. */
  async posted(manager: EntityManager, adjustmentId: string, transferId: string): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      'UPDATE adjustments SET transfer_id = $2 WHERE id = $1 AND transfer_id IS NULL',
      [adjustmentId, transferId],
    );
    return count === 1;
  }

  /** Newest first, one row too many. */
  list(
    manager: EntityManager,
    userId: string | null,
    before: string | null,
    limit: number,
  ): Promise<AdjustmentItemDto[]> {
    return manager.query(
      `SELECT a.id AS "adjustmentId", a.user_id AS "userId", a.amount_krw AS "amountKrw",
              CASE WHEN a.transfer_id IS NOT NULL THEN 'posted'
                   WHEN r.status = 'pending' AND r.expires_at <= now() THEN 'expired'
                   ELSE r.status END AS state,
              a.reason, a.message, a.asked_by AS "askedBy", r.decided_by AS "approvedBy",
              a.transfer_id AS "transferId", a.created_at AS "createdAt"
       FROM adjustments a LEFT JOIN four_eyes_requests r ON r.id = a.request_id
       WHERE a.id < coalesce($1::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         AND ($2::uuid IS NULL OR a.user_id = $2)
       ORDER BY a.id DESC LIMIT $3`,
      [before, userId, limit + 1],
    );
  }
}
