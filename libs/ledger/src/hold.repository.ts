import { Injectable } from '@nestjs/common';
import { krw, type Krw } from '@cardroom/money';
import { assertInvariant } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

import type { Hold, HoldPosting, HoldStatus } from './hold-types';

export interface HoldRow {
  readonly id: string;
  readonly user_id: string;
  readonly amount_krw: number;
  readonly posted_krw: number;
  readonly status: HoldStatus;
  readonly expires_at: Date | null;
  readonly posting_transfer_id: string | null;
  readonly release_transfer_id: string | null;
  readonly is_over: boolean;
}

interface NewHold {
  readonly holdId: string;
  readonly userId: string;
  readonly transferId: string;
  readonly amountKrw: Krw;
  readonly actor: string;
  readonly expiresAt: Date | null;
}

interface Resolution {
  readonly holdId: string;
  readonly status: Exclude<HoldStatus, 'held'>;
  readonly postedKrw: Krw;
  readonly actor: string;
  readonly postingId: string | null;
  readonly releaseId: string | null;
}

const COLUMNS = `id, user_id, amount_krw, posted_krw, status, expires_at, posting_transfer_id,
  release_transfer_id, coalesce(expires_at <= now(), false) AS is_over`;

/** The rows of holds; the money of a hold is in the ledger. */
@Injectable()
export class HoldRepository {
  async insert(manager: EntityManager, hold: NewHold): Promise<void> {
    const { holdId, userId, transferId, amountKrw, actor, expiresAt } = hold;
    await manager.query(
      `INSERT INTO ledger_holds (id, user_id, transfer_id, amount_krw, actor, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [holdId, userId, transferId, amountKrw, actor, expiresAt],
    );
  }

  /** Whoever else wants to resolve it waits until the caller's transaction ends. */
  async lock(manager: EntityManager, holdId: string): Promise<HoldRow | null> {
    const [row] = await manager.query<HoldRow[]>(
      `SELECT ${COLUMNS} FROM ledger_holds WHERE id = $1 FOR UPDATE`,
      [holdId],
    );
    return row ?? null;
  }

  async find(manager: EntityManager, holdId: string): Promise<Hold | null> {
    const [row] = await manager.query<HoldRow[]>(
      `SELECT ${COLUMNS} FROM ledger_holds WHERE id = $1`,
      [holdId],
    );
    if (row === undefined) return null;
    return {
      ...{ id: row.id, userId: row.user_id, status: row.status, expiresAt: row.expires_at },
      ...{ amountKrw: krw(row.amount_krw), postedKrw: krw(row.posted_krw) },
    };
  }

  async resolve(manager: EntityManager, resolution: Resolution): Promise<void> {
    const { holdId, status, postedKrw, actor, postingId, releaseId } = resolution;
    const rows = await manager.query<unknown[]>(
      `WITH resolved AS (
         UPDATE ledger_holds SET status = $2, posted_krw = $3, resolved_by = $4, resolved_at = now(),
           posting_transfer_id = $5, release_transfer_id = $6
         WHERE id = $1 AND status = 'held' RETURNING 1)
       SELECT 1 FROM resolved`,
      [holdId, status, postedKrw, actor, postingId, releaseId],
    );
    assertInvariant(rows.length === 1, 'a hold that is locked and open can be resolved');
  }

  /** Whether a transfer is the one that this posting asks for. */
  async isTransfer(
    manager: EntityManager,
    transferId: string,
    { type, businessKey }: HoldPosting,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM ledger_transfers WHERE id = $1 AND type = $2 AND business_key = $3',
      [transferId, type, businessKey],
    );
    return rows.length === 1;
  }

  /** The holds that are over, the longest over first; those that somebody resolves now are left out. */
  async due(manager: EntityManager, limit: number): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM ledger_holds
       WHERE status = 'held' AND expires_at IS NOT NULL AND expires_at <= now()
       ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }
}
