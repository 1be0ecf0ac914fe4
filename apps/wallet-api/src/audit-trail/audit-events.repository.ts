import { Injectable } from '@nestjs/common';
import type { AuditOutcome } from '@cardroom/audit';
import { Reads } from '@cardroom/database';

export interface AuditEventItem {
  readonly id: string;
  readonly recordedAt: Date;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly action: string;
  readonly subject: string;
  readonly outcome: AuditOutcome;
  readonly reason: string | null;
  readonly details: object;
  readonly requestId: string | null;
}

export interface AuditEventFilter {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Audit events, for those who look into them. */
@Injectable()
export class AuditEventsRepository {
  constructor(private readonly reads: Reads) {}

  /** Newest first; `before` is the last event of the page before. Reads one row too many. */
  search(
    { actor, action, subject, from, to }: AuditEventFilter,
    before: string | null,
    limit: number,
  ): Promise<AuditEventItem[]> {
    return this.reads.query(
      `SELECT id, recorded_at AS "recordedAt", actor_id AS "actorId", actor_role AS "actorRole", action,
         subject, outcome, reason, details, request_id AS "requestId"
       FROM audit_events
       WHERE ($1::text IS NULL OR actor_id = $1) AND ($2::text IS NULL OR action = $2)
         AND ($3::text IS NULL OR subject = $3)
         AND ($4::timestamptz IS NULL OR recorded_at >= $4)
         AND ($5::timestamptz IS NULL OR recorded_at < $5)
         AND ($6::uuid IS NULL OR id < $6)
       ORDER BY id DESC LIMIT $7`,
      [actor ?? null, action ?? null, subject ?? null, from ?? null, to ?? null, before, limit + 1],
    );
  }
}
