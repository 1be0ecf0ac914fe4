import { Injectable } from '@nestjs/common';
import { constraintOf } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

import type { Decision, FourEyesRequest, Proposal, RequestStatus } from './four-eyes.types';

const COLUMNS = `id AS "requestId", kind, subject_id AS "subjectId",
  beneficiary_id AS "beneficiaryId", payload, payload_hash AS "payloadHash", reason,
  CASE WHEN status = 'pending' AND expires_at <= $1 THEN 'expired' ELSE status END AS status,
  requested_by AS "requestedBy", requested_at AS "requestedAt", expires_at AS "expiresAt",
  decided_by AS "decidedBy", decided_at AS "decidedAt", decision_reason AS "decisionReason"`;

export interface RequestFilter {
  readonly status: RequestStatus;
  /** Null: of every kind. */
  readonly kind: string | null;
  readonly before: string | null;
  readonly limit: number;
}

/** Requests for two persons, as PostgreSQL has them. */
@Injectable()
export class FourEyesRepository {
  /** Errors: BusinessError REQUEST_PENDING where the same one waits. */
  async insert(
    manager: EntityManager,
    proposal: Proposal & {
      readonly requestId: string;
      readonly payloadHash: string;
      readonly requestedAt: Date;
      readonly expiresAt: Date;
    },
  ): Promise<void> {
    const { kind, subjectId, payloadHash, requestedAt } = proposal;
    await manager.query(
      `UPDATE four_eyes_requests SET status = 'expired'
       WHERE kind = $1 AND subject_id = $2 AND payload_hash = $3
         AND status = 'pending' AND expires_at <= $4`,
      [kind, subjectId, payloadHash, requestedAt],
    );
    try {
      await manager.query(
        `INSERT INTO four_eyes_requests (id, kind, subject_id, beneficiary_id, payload,
           payload_hash, reason, requested_by, requested_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[proposal.requestId, kind, subjectId, proposal.beneficiaryId ?? null],
          ...[JSON.stringify(proposal.payload), payloadHash, proposal.reason],
          ...[proposal.requestedBy, requestedAt, proposal.expiresAt],
        ],
      );
    } catch (cause) {
      if (constraintOf(cause) !== 'UQ_four_eyes_requests_pending') throw cause;
      throw new BusinessError('REQUEST_PENDING');
    }
  }

  async find(
    manager: EntityManager,
    requestId: string,
    now: Date,
  ): Promise<FourEyesRequest | null> {
    const [row] = await manager.query<FourEyesRequest[]>(
      `SELECT ${COLUMNS} FROM four_eyes_requests WHERE id = $2`,
      [now, requestId],
    );
    return row ?? null;
  }

  /** Holds the request until the transaction ends; who comes second sees what the first decided. */
  async lock(
    manager: EntityManager,
    requestId: string,
    now: Date,
  ): Promise<FourEyesRequest | null> {
    await manager.query('SELECT 1 FROM four_eyes_requests WHERE id = $1 FOR UPDATE', [requestId]);
    return this.find(manager, requestId, now);
  }

  /** False where it is not pending any more. */
  async decide(
    manager: EntityManager,
    decision: Decision & { readonly status: 'approved' | 'rejected'; readonly at: Date },
  ): Promise<boolean> {
    const [, count] = await manager.query<[unknown[], number]>(
      `UPDATE four_eyes_requests
       SET status = $2, decided_by = $3, decided_at = $4, decision_reason = $5
       WHERE id = $1 AND status = 'pending' AND expires_at > $4`,
      [decision.requestId, decision.status, decision.decidedBy, decision.at, decision.reason],
    );
    return count === 1;
  }

  /** Newest first, one row too many. */
  list(manager: EntityManager, filter: RequestFilter, now: Date): Promise<FourEyesRequest[]> {
    const { status, kind, before, limit } = filter;
    return manager.query(
      `SELECT ${COLUMNS} FROM four_eyes_requests
       WHERE id < coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         AND ($4::text IS NULL OR kind = $4)
         AND CASE $2 WHEN 'pending' THEN status = 'pending' AND expires_at > $1
                     WHEN 'expired' THEN status = 'expired'
                       OR (status = 'pending' AND expires_at <= $1)
                     ELSE status = $2 END
       ORDER BY id DESC LIMIT $5`,
      [now, status, before, kind, limit + 1],
    );
  }
}
