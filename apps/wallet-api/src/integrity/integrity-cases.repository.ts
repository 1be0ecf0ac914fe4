import { Injectable } from '@nestjs/common';
import { Reads } from '@cardroom/database';
import type { Evidence, HandOfEvidence, SuspicionKind } from '@cardroom/integrity';
import { DataSource, type EntityManager } from 'typeorm';

export const CASE_STATUSES = ['open', 'confirmed', 'dismissed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export interface CaseItem {
  readonly id: string;
  readonly kind: SuspicionKind;
  readonly userId: string;
  readonly nickname: string;
  readonly partnerId: string | null;
  readonly partnerNickname: string | null;
  readonly score: number;
  readonly status: CaseStatus;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
}

export interface CaseDetails extends CaseItem {
  readonly evidence: Evidence;
  readonly hands: readonly HandOfEvidence[];
  readonly windowFrom: Date;
  readonly windowTo: Date;
  readonly resolvedBy: string | null;
  readonly resolution: string | null;
}

export interface CaseFilter {
  readonly kind?: SuspicionKind;
  readonly status?: CaseStatus;
  readonly userId?: string;
  readonly minScore?: number;
}

const ITEM = `c.id, c.kind, c.user_id AS "userId", u.nickname, c.partner_id AS "partnerId",
  p.nickname AS "partnerNickname", c.score, c.status, c.first_seen_at AS "firstSeenAt",
  c.last_seen_at AS "lastSeenAt"`;
const CASES = `integrity_cases c JOIN users u ON u.id = c.user_id
  LEFT JOIN users p ON p.id = c.partner_id`;

/** Suspicious play that the watch has seen, for those who judge it. */
@Injectable()
export class IntegrityCasesRepository {
  constructor(
    private readonly source: DataSource,
    private readonly reads: Reads,
  ) {}

  /** Newest first; reads one row too many. */
  list(filter: CaseFilter, before: string | null, limit: number): Promise<CaseItem[]> {
    const { kind = null, status = null, userId = null, minScore = null } = filter;
    return this.reads.query(
      `SELECT ${ITEM} FROM ${CASES}
       WHERE ($1::text IS NULL OR c.kind = $1) AND ($2::text IS NULL OR c.status = $2)
         AND ($3::uuid IS NULL OR c.user_id = $3 OR c.partner_id = $3)
         AND ($4::double precision IS NULL OR c.score >= $4) AND ($5::uuid IS NULL OR c.id < $5)
       ORDER BY c.id DESC LIMIT $6`,
      [kind, status, userId, minScore, before, limit + 1],
    );
  }

  async find(manager: EntityManager, id: string): Promise<CaseDetails | null> {
    const [row] = await manager.query<CaseDetails[]>(
      `SELECT ${ITEM}, c.evidence, c.hands, c.window_from AS "windowFrom", c.window_to AS "windowTo",
         c.resolved_by AS "resolvedBy", c.resolution
       FROM ${CASES} WHERE c.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** False where no open case has the id. */
  async resolve(
    manager: EntityManager,
    id: string,
    { status, reason, userId }: { status: CaseStatus; reason: string; userId: string },
  ): Promise<boolean> {
    const [, count] = await manager.query<[unknown[], number]>(
      `UPDATE integrity_cases
       SET status = $2, resolution = $3, resolved_by = $4, resolved_at = now()
       WHERE id = $1 AND status = 'open'`,
      [id, status, reason, userId],
    );
    return count === 1;
  }

  async exists(id: string): Promise<boolean> {
    const rows = await this.source.query<unknown[]>('SELECT 1 FROM integrity_cases WHERE id = $1', [
      id,
    ]);
    return rows.length === 1;
  }
}
