import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { Difference, UnitsOfAssets } from './reconciliation.rules';

/** More differences of one kind are one fault: the first of them say enough. */
const MAX_ROWS = 100;

const BALANCES = `
  SELECT o.kind, o.owner_key, a.balance_krw FROM ledger_account_owners o
  JOIN ledger_accounts a ON a.id = o.account_id`;

/** Chips in play without an open seat, and seats that brought other chips than the books have. */
const SEATS = `
  SELECT 'seat-session:' || a.owner_key AS subject, a.balance_krw::text AS expected, '0' AS found
  FROM (${BALANCES} WHERE o.kind = 'in_play') a LEFT JOIN seat_sessions s ON s.id::text = a.owner_key
  WHERE a.balance_krw <> 0 AND s.status IS DISTINCT FROM 'open'
  UNION ALL
  SELECT 'seat-session:' || s.id, coalesce(m.brought_krw, 0)::text, s.bought_in_krw::text
  FROM seat_sessions s LEFT JOIN seat_movements m ON m.owner_key = s.id::text
  WHERE s.bought_in_krw <> coalesce(m.brought_krw, 0)`;

const RAKE = `
  SELECT 'hand:' || coalesce(h.id::text, 'of transfer ' || e.transfer_id) AS subject,
         coalesce(e.amount_krw, 0)::text AS expected, coalesce(h.rake_krw, 0)::text AS found
  FROM (SELECT id, transfer_id, rake_krw FROM hands WHERE rake_krw <> 0) h
  FULL JOIN (
    SELECT e.transfer_id, e.amount_krw FROM ledger_account_owners o
    JOIN ledger_entries e ON e.account_id = o.account_id
    JOIN ledger_transfers t ON t.id = e.transfer_id AND t.type = 'hand'
    WHERE o.kind = 'rake') e ON e.transfer_id = h.transfer_id
  WHERE coalesce(e.amount_krw, 0) <> coalesce(h.rake_krw, 0)`;

const HOLDS = `
  SELECT 'player:' || coalesce(h.user_id::text, a.owner_key) AS subject,
         coalesce(a.balance_krw, 0)::text AS expected, coalesce(h.held_krw, 0)::text AS found
  FROM (SELECT user_id, sum(amount_krw) AS held_krw FROM ledger_holds
        WHERE status = 'held' GROUP BY user_id) h
  FULL JOIN (${BALANCES} WHERE o.kind = 'withdrawal_hold') a ON a.owner_key = h.user_id::text
  WHERE coalesce(a.balance_krw, 0) <> coalesce(h.held_krw, 0)`;

/** What the books say, and the findings where others say otherwise. */
@Injectable()
export class ReconciliationRepository {
  /** Seats, rake and holds against the books, each in one statement: one moment for both sides. */
  async differences(manager: EntityManager): Promise<Difference[]> {
    const found: Difference[] = [];
    for (const [kind, sql] of [
      ['seats', SEATS],
      ['rake', RAKE],
      ['holds', HOLDS],
    ] as const) {
      const rows = await manager.query<Omit<Difference, 'kind'>[]>(`${sql} LIMIT ${MAX_ROWS}`);
      found.push(...rows.map((row) => ({ kind, ...row })));
    }
    return found;
  }

  /**
   * What the gateway must hold of each asset: what the books have there, without payouts that the
   * gateway may have taken already and the books not yet.
   */
  async unitsAtGateway(manager: EntityManager): Promise<UnitsOfAssets> {
    const rows = await manager.query<{ asset: string; units: string }[]>(
      `SELECT asset, sum(units)::text AS units FROM (
         SELECT e.asset, e.units FROM ledger_account_owners o
         JOIN ledger_asset_entries e ON e.account_id = o.account_id
         WHERE o.kind = 'gateway_clearing'
         UNION ALL
         SELECT asset, 0 - amount_units FROM withdrawals
         WHERE status IN ('submitting', 'submitted', 'confirming', 'unknown')) moved
       GROUP BY asset`,
    );
    return new Map(rows.map(({ asset, units }) => [asset, BigInt(units)]));
  }

  /** What players could ask for: wallets, holds, chips at tables, and rakeback that is not paid yet. */
  async owedKrw(manager: EntityManager): Promise<bigint> {
    const [row] = await manager.query<{ owed: string }[]>(
      `SELECT (
         (SELECT coalesce(sum(balance_krw), 0) FROM ledger_accounts
          WHERE kind IN ('available', 'withdrawal_hold', 'in_play'))
         + (SELECT coalesce(greatest(sum(e.amount_krw), 0), 0) FROM ledger_account_owners o
            JOIN ledger_entries e ON e.account_id = o.account_id
            WHERE o.kind = 'rakeback_liability'))::text AS owed`,
    );
    return BigInt(row?.owed ?? 0);
  }

  /**
   * Notes a difference: one row as long as it is the same one. What staff have explained stays
   * explained, what they have closed opens anew. True where it is a new one.
   */
  async note(manager: EntityManager, difference: Difference): Promise<boolean> {
    const { kind, subject, expected, found } = difference;
    const fingerprint = createHash('sha256').update(`${expected} ${found}`).digest('hex');
    const [row] = await manager.query<{ times_seen: number }[]>(
      `INSERT INTO reconciliation_findings (id, kind, subject, fingerprint, expected, found)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (kind, subject, fingerprint) WHERE status <> 'closed'
       DO UPDATE SET last_seen_at = now(), times_seen = reconciliation_findings.times_seen + 1
       RETURNING times_seen`,
      [uuidv7(), kind, subject, fingerprint, expected, found],
    );
    return row?.times_seen === 1;
  }

  async countOpen(manager: EntityManager): Promise<number> {
    const [row] = await manager.query<{ n: number }[]>(
      `SELECT count(*) AS n FROM reconciliation_findings WHERE status = 'open'`,
    );
    return row?.n ?? 0;
  }
}
