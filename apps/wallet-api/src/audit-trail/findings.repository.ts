import { Injectable } from '@nestjs/common';
import { Reads } from '@cardroom/database';
import { DataSource, type EntityManager } from 'typeorm';

export const FINDING_STATUSES = ['open', 'explained', 'closed'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

export interface FindingItem {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
  readonly status: FindingStatus;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly timesSeen: number;
  readonly resolvedBy: string | null;
  readonly resolution: string | null;
}

export interface Resolution {
  readonly status: Exclude<FindingStatus, 'open'>;
  readonly reason: string;
  readonly userId: string;
}

/** Differences that the reconciliation found, for those who explain them. */
@Injectable()
export class FindingsRepository {
  constructor(
    private readonly source: DataSource,
    private readonly reads: Reads,
  ) {}

  /** Newest first; reads one row too many. */
  list(
    status: FindingStatus | undefined,
    before: string | null,
    limit: number,
  ): Promise<FindingItem[]> {
    return this.reads.query(
      `SELECT id, kind, subject, expected, found, status, first_seen_at AS "firstSeenAt",
         last_seen_at AS "lastSeenAt", times_seen AS "timesSeen", resolved_by AS "resolvedBy", resolution
       FROM reconciliation_findings
       WHERE ($1::text IS NULL OR status = $1) AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [status ?? null, before, limit + 1],
    );
  }

  /** What an open finding is about, once it is resolved; null where no open one has the id. */
  async resolve(
    manager: EntityManager,
    id: string,
    { status, reason, userId }: Resolution,
  ): Promise<string | null> {
    const [row] = await manager.query<{ subject: string }[]>(
      `WITH resolved AS (
         UPDATE reconciliation_findings
         SET status = $2, resolution = $3, resolved_by = $4, resolved_at = now()
         WHERE id = $1 AND status = 'open' RETURNING subject)
       SELECT subject FROM resolved`,
      [id, status, reason, userId],
    );
    return row?.subject ?? null;
  }

  async exists(id: string): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      'SELECT 1 FROM reconciliation_findings WHERE id = $1',
      [id],
    );
    return rows.length === 1;
  }
}
