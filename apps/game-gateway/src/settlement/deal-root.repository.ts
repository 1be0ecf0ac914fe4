import { Injectable } from '@nestjs/common';
import type { AnnouncedDeal } from '@cardroom/fairness';
import { counter } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

const roots = counter('deal_roots_total', 'Roots of deals that ended.', ['outcome', 'reason']);

/** More than can be open at a table, finished hands that wait included; those of hands are open for good. */
const NEWEST_ROOTS = 100;

/** Counts the end of roots, once PostgreSQL has it. */
export const countRoots = (outcome: RootEnd['outcome'], reason: string | null, count = 1): void => {
  roots.inc({ outcome, reason: reason ?? '' }, count);
};

/** How a root ended. Rule: docs/rules/fairness.md §6. */
export interface RootEnd {
  readonly tableId: string;
  readonly deal: AnnouncedDeal;
  readonly outcome: 'settled' | 'voided';
  readonly voidReason: string | null;
  readonly endedAtMs: number;
}

/**
 * Every root that came out, and the end of those that no hand was played from; the others end as their
 * hands do (`deal_root_ends`).
 */
@Injectable()
export class DealRootRepository {
  constructor(private readonly source: DataSource) {}

  /** Notes a root that has just come out; its end may be known already. */
  async announced(tableId: string, { handId, algorithm, root }: AnnouncedDeal): Promise<void> {
    await this.source.query(
      `INSERT INTO deal_roots (hand_id, table_id, algorithm, root)
       SELECT $1, t.id, $3, $4 FROM tables t
       WHERE t.id = $2 AND NOT EXISTS (SELECT 1 FROM deal_roots r WHERE r.hand_id = $1)`,
      [handId, tableId, algorithm, root],
    );
  }

  /** Notes the end of a root that no hand was played from; once. */
  async ended(manager: EntityManager, end: RootEnd): Promise<void> {
    const { handId, algorithm, root } = end.deal;
    await manager.query(
      `INSERT INTO deal_roots (hand_id, table_id, algorithm, root, outcome, void_reason, ended_at)
       VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000))
       ON CONFLICT (hand_id) DO UPDATE SET outcome = excluded.outcome,
         void_reason = excluded.void_reason, ended_at = excluded.ended_at
         WHERE deal_roots.outcome IS NULL`,
      [handId, end.tableId, algorithm, root, end.outcome, end.voidReason, end.endedAtMs],
    );
  }

  /**
   * Ends the roots of a table that nobody knows the secret of any more: Redis has lost them. Only
   * its owner may say so, with the hands that it still knows. Returns how many there were.
   */
  async endLost(tableId: string, knownHandIds: readonly string[]): Promise<number> {
    const [, count] = await this.source.query<[unknown[], number]>(
      `UPDATE deal_roots SET outcome = 'voided', void_reason = 'state_lost', ended_at = now()
       WHERE hand_id IN (SELECT n.hand_id FROM deal_roots n WHERE n.table_id = $1
                         ORDER BY n.announced_at DESC LIMIT ${NEWEST_ROOTS})
         AND outcome IS NULL AND hand_id <> ALL ($2::uuid[])
         AND NOT EXISTS (SELECT 1 FROM hands h WHERE h.id = hand_id)`,
      [tableId, knownHandIds],
    );
    if (count > 0) countRoots('voided', 'state_lost', count);
    return count;
  }
}
