import { Injectable } from '@nestjs/common';
import { CLOCKS_APART_MS, firstIdAt } from '@cardroom/database';
import { krw, type Krw } from '@cardroom/money';
import { currentRequestId } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { LIMIT_KINDS, LIMIT_PERIODS, type Limit, type LimitKind } from './limit.rules';

interface LimitRow {
  readonly kind: Limit['kind'];
  readonly period: Limit['period'];
  readonly amount_krw: number | null;
  readonly next_amount_krw: number | null;
  readonly next_from: Date | null;
}

/** What a player has excluded himself from, and until when; null is for ever. */
export interface Exclusion {
  readonly kind: 'cool_off' | 'self_exclusion';
  readonly until: Date | null;
}

const asKrw = (amount: number | null): Krw | null => (amount === null ? null : krw(amount));

const limitOf = (row: LimitRow): Limit => ({
  ...{ kind: row.kind, period: row.period, amountKrw: asKrw(row.amount_krw) },
  next:
    row.next_from === null
      ? null
      : { amountKrw: asKrw(row.next_amount_krw), fromMs: row.next_from.getTime() },
});

/** Limits and exclusions that players set themselves, as PostgreSQL has them. */
@Injectable()
export class LimitRepository {
  /** The moment of the transaction, by the clock that all processes share. */
  async nowMs(manager: EntityManager): Promise<number> {
    const [row] = await manager.query<{ now: Date }[]>('SELECT now() AS now');
    if (row === undefined) throw new Error('the database tells the time');
    return row.now.getTime();
  }

  /** Makes changes of one player wait for each other. */
  async lock(manager: EntityManager, userId: string): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `limits-of:${userId}`,
    ]);
  }

  /** Every limit that there can be, in one order; those that were never set are null. */
  async limits(manager: EntityManager, userId: string): Promise<Limit[]> {
    const rows = await manager.query<LimitRow[]>(
      'SELECT kind, period, amount_krw, next_amount_krw, next_from FROM play_limits WHERE user_id = $1',
      [userId],
    );
    return LIMIT_KINDS.flatMap((kind) =>
      LIMIT_PERIODS.map((period) => {
        const row = rows.find((each) => each.kind === kind && each.period === period);
        return row === undefined ? { kind, period, amountKrw: null, next: null } : limitOf(row);
      }),
    );
  }

  async put(
    manager: EntityManager,
    userId: string,
    { kind, period, amountKrw, next }: Limit,
  ): Promise<void> {
    const nextFrom = next === null ? null : new Date(next.fromMs);
    await manager.query(
      `INSERT INTO play_limits (user_id, kind, period, amount_krw, next_amount_krw, next_from)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (user_id, kind, period) DO UPDATE SET amount_krw = excluded.amount_krw,
         next_amount_krw = excluded.next_amount_krw, next_from = excluded.next_from,
         changed_at = now()`,
      [userId, kind, period, amountKrw, next?.amountKrw ?? null, nextFrom],
    );
    await manager.query(
      `INSERT INTO play_limit_changes
         (id, user_id, kind, period, amount_krw, effective_from, request_id)
       VALUES ($1, $2, $3, $4, $5, coalesce($6, now()), $7)`,
      [
        ...[uuidv7(), userId, kind, period, next === null ? amountKrw : next.amountKrw],
        ...[nextFrom, currentRequestId() ?? null],
      ],
    );
  }

  /** The exclusion that lasts longest; null where the player may play. */
  async exclusion(manager: EntityManager, userId: string): Promise<Exclusion | null> {
    const [row] = await manager.query<Exclusion[]>(
      `SELECT kind, until_at AS "until" FROM play_exclusions
       WHERE user_id = $1 AND (until_at IS NULL OR until_at > now())
       ORDER BY until_at DESC NULLS FIRST LIMIT 1`,
      [userId],
    );
    return row ?? null;
  }

  async addExclusion(
    manager: EntityManager,
    userId: string,
    { kind, until }: Exclusion,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO play_exclusions (id, user_id, kind, until_at, request_id)
       VALUES ($1, $2, $3, $4, $5)`,
      [uuidv7(), userId, kind, until, currentRequestId() ?? null],
    );
  }

  /** Those of these players who are excluded now. */
  async excludedOf(manager: EntityManager, userIds: readonly string[]): Promise<string[]> {
    if (userIds.length === 0) return [];
    const rows = await manager.query<{ user_id: string }[]>(
      `SELECT DISTINCT user_id FROM play_exclusions
       WHERE user_id = ANY($1) AND (until_at IS NULL OR until_at > now())`,
      [userIds],
    );
    return rows.map(({ user_id: userId }) => userId);
  }

  /** Those who excluded themselves within so many seconds. */
  async newlyExcluded(manager: EntityManager, withinSeconds: number): Promise<string[]> {
    const rows = await manager.query<{ user_id: string }[]>(
      `SELECT DISTINCT user_id FROM play_exclusions
       WHERE created_at > now() - make_interval(secs => $1)
         AND (until_at IS NULL OR until_at > now())`,
      [withinSeconds],
    );
    return rows.map(({ user_id: userId }) => userId);
  }

  /**
   * What was used of each kind of limit since a moment: deposits that were credited, or what the
   * finished hands lost, less what they won.
   */
  async usedKrw(
    manager: EntityManager,
    userId: string,
    { kind, since }: { readonly kind: LimitKind; readonly since: Date },
  ): Promise<number> {
    const firstId = firstIdAt(since.getTime() - CLOCKS_APART_MS);
    const parameters = kind === 'loss' ? [userId, since, firstId] : [userId, since];
    const [row] = await manager.query<{ used: string }[]>(USED[kind], parameters);
    return Number(row?.used ?? 0);
  }

  /** Chips at tables: they can still be lost. */
  async inPlayKrw(manager: EntityManager, userId: string): Promise<number> {
    const [row] = await manager.query<{ chips: string }[]>(
      `SELECT coalesce(sum(stack_krw), 0)::text AS chips FROM seat_stacks
       WHERE user_id = $1 AND status = 'open'`,
      [userId],
    );
    return Number(row?.chips ?? 0);
  }
}

/** What was posted to the seats of sessions that were open at a moment or later. */
const OF_SESSIONS = `
  SELECT e.transfer_id, e.amount_krw FROM seat_sessions s
  JOIN ledger_account_owners o ON o.kind = 'in_play' AND o.owner_key = s.id::text
  JOIN ledger_entries e ON e.account_id = o.account_id AND e.version IS NOT NULL AND e.user_id IS NULL
  WHERE s.user_id = $1 AND (s.closed_at IS NULL OR s.closed_at >= $2::timestamptz - interval '1 hour')`;

/** Hands of before carry their player, and ids that were made when they were posted. */
const OF_BEFORE = `
  SELECT e.transfer_id, e.amount_krw FROM ledger_entries e WHERE e.user_id = $1 AND e.transfer_id >= $3`;

const USED: Readonly<Record<LimitKind, string>> = {
  deposit: `SELECT coalesce(sum(amount_krw), 0)::text AS used FROM deposits
            WHERE user_id = $1 AND status = 'credited' AND credited_at >= $2`,
  loss: `SELECT (-coalesce(sum(e.amount_krw), 0))::text AS used
         FROM (${OF_SESSIONS} UNION ALL ${OF_BEFORE}) e
         CROSS JOIN LATERAL (
           SELECT type, created_at FROM ledger_transfers WHERE id = e.transfer_id LIMIT 1) t
         WHERE t.type = 'hand' AND t.created_at >= $2`,
};
