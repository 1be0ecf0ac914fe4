import { Injectable } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import { Ledger } from '@cardroom/ledger';
import { assertInvariant, currentRequestId, requestIdOf } from '@cardroom/platform';
import { VIP_TERMS } from '@cardroom/vip';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { DayRange } from './rake-days.repository';
import { accrualOf, paymentTransferOf, type OwedPayment } from './rakeback.rules';
import type { Chunk } from './rakeback.steps';

export interface PaidBatch extends Chunk {
  readonly paid: number;
  readonly paidKrw: number;
  /** Payments that the books refused; they stay owed. */
  readonly refused: number;
}

export interface WeekTotals {
  readonly players: number;
  readonly owedKrw: number;
  readonly unpaid: number;
}

/** What the players of a chunk paid: over the week, and over the days that end with it. */
const RUNNING = `
  running AS (
    SELECT user_id, sum(rake_krw)::bigint AS running_krw,
           coalesce(sum(rake_krw) FILTER (WHERE day >= $2), 0)::bigint AS week_krw
    FROM player_rake_days WHERE user_id > $1 AND day BETWEEN $3 AND $4
    GROUP BY user_id ORDER BY user_id LIMIT $5)`;

/** The same as `rakebackOf` of libs/vip, in one statement for many; a test compares both. */
const OWED = `
  levels AS (
    SELECT * FROM unnest($6::text[], $7::bigint[], $8::int[]) AS l (level, from_krw, rate_bp)),
  owed AS (
    SELECT r.user_id, r.week_krw, r.running_krw, l.level, l.rate_bp,
           r.week_krw * l.rate_bp / 10000 AS rakeback_krw
    FROM running r CROSS JOIN LATERAL (
      SELECT * FROM levels WHERE from_krw <= r.running_krw ORDER BY from_krw DESC LIMIT 1) l)`;

const LEVELS = [
  VIP_TERMS.map(({ level }) => level),
  VIP_TERMS.map(({ fromRakeKrw }) => fromRakeKrw),
  VIP_TERMS.map(({ rakebackBp }) => rakebackBp),
];

const CHUNK = `SELECT count(*) AS players, max(user_id::text) AS last FROM running`;

/** What a closed week owes and what of it is paid. Rule: docs/rules/vip.md §2. */
@Injectable()
export class RakebackRepository {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
  ) {}

  /** Notes what the next players of a closed week are owed; those noted before stay as they are. */
  async noteOwed(
    week: string,
    days: { readonly weekFromDay: string; readonly running: DayRange },
    after: string,
    limit: number,
  ): Promise<Chunk> {
    const [chunk] = await this.source.query<Chunk[]>(
      `WITH ${RUNNING}, ${OWED}, noted AS (
         INSERT INTO rakeback_payments
           (week, user_id, rake_krw, running_rake_krw, level, rate_bp, rakeback_krw)
         SELECT $9, user_id, week_krw, running_krw, level, rate_bp, rakeback_krw
         FROM owed WHERE rakeback_krw > 0
         ON CONFLICT DO NOTHING RETURNING 1)
       ${CHUNK}`,
      [after, days.weekFromDay, days.running.fromDay, days.running.toDay, limit, ...LEVELS, week],
    );
    return chunk ?? { players: 0, last: null };
  }

  /** What a week would owe to the next players: as `noteOwed`, and writes nothing. */
  async previewOwed(
    days: { readonly weekFromDay: string; readonly running: DayRange },
    after: string,
    limit: number,
  ): Promise<Chunk & { readonly owedPlayers: number; readonly owedKrw: number }> {
    const [chunk] = await this.source.query<
      (Chunk & { readonly owedPlayers: number; readonly owedKrw: number })[]
    >(
      `WITH ${RUNNING}, ${OWED}
       SELECT count(*) AS players, max(user_id::text) AS last,
              count(*) FILTER (WHERE rakeback_krw > 0) AS "owedPlayers",
              coalesce(sum(rakeback_krw), 0)::bigint AS "owedKrw" FROM owed`,
      [after, days.weekFromDay, days.running.fromDay, days.running.toDay, limit, ...LEVELS],
    );
    return chunk ?? { players: 0, last: null, owedPlayers: 0, owedKrw: 0 };
  }

  async totals(week: string): Promise<WeekTotals> {
    const [row] = await this.source.query<WeekTotals[]>(
      `SELECT count(*) AS players, coalesce(sum(rakeback_krw), 0)::bigint AS "owedKrw",
              count(*) FILTER (WHERE paid_at IS NULL) AS unpaid
       FROM rakeback_payments WHERE week = $1`,
      [week],
    );
    return row ?? { players: 0, owedKrw: 0, unpaid: 0 };
  }

  /** Moves all that a week owes from the rake to what is owed; once. */
  async accrue(week: string, { players, owedKrw }: WeekTotals): Promise<void> {
    await withTransaction(this.source, async (manager) => {
      const [, changed] = await manager.query<[unknown[], number]>(
        `UPDATE rakeback_weeks SET owed_at = now(), players = $2, rakeback_krw = $3
         WHERE week = $1 AND owed_at IS NULL`,
        [week, players, owedKrw],
      );
      if (changed === 0 || owedKrw === 0) return;
      const [outcome] = await this.ledger.post(manager, [accrualOf(week, owedKrw)]);
      assertInvariant(outcome?.status === 'posted', 'what a week owes is noted once');
    });
  }

  /** Pays the next players of a week, each once: rows, books and outbox in one transaction. */
  async payBatch(week: string, after: string, limit: number): Promise<PaidBatch> {
    return withTransaction(this.source, async (manager) => {
      const owed = await manager.query<OwedPayment[]>(
        `SELECT user_id AS "userId", rake_krw AS "rakeKrw", level, rate_bp AS "rateBp",
                rakeback_krw AS "rakebackKrw"
         FROM rakeback_payments WHERE week = $1 AND user_id > $2 AND paid_at IS NULL
         ORDER BY user_id LIMIT $3 FOR UPDATE SKIP LOCKED`,
        [week, after, limit],
      );
      const outcomes = await this.ledger.post(
        manager,
        owed.map((payment) => paymentTransferOf(week, payment)),
      );
      const paid = owed.flatMap((payment, place) => {
        const outcome = outcomes[place];
        return outcome === undefined || outcome.status === 'refused'
          ? []
          : [{ ...payment, transferId: outcome.transferId }];
      });
      await markPaid(manager, week, paid);
      return {
        players: owed.length,
        last: owed.at(-1)?.userId ?? null,
        paid: paid.length,
        paidKrw: paid.reduce((sum, { rakebackKrw }) => sum + rakebackKrw, 0),
        refused: owed.length - paid.length,
      };
    });
  }

  /** A week is paid when nothing of it is owed any more. */
  async finish(week: string): Promise<void> {
    await this.source.query(
      `UPDATE rakeback_weeks SET paid_at = now() WHERE week = $1 AND paid_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM rakeback_payments WHERE week = $1 AND paid_at IS NULL)`,
      [week],
    );
  }
}

async function markPaid(
  manager: EntityManager,
  week: string,
  paid: readonly { readonly userId: string; readonly transferId: string }[],
): Promise<void> {
  const userIds = paid.map(({ userId }) => userId);
  const [, marked] = await manager.query<[unknown[], number]>(
    `UPDATE rakeback_payments p SET transfer_id = w.transfer_id, paid_at = now()
     FROM unnest($2::uuid[], $3::uuid[]) AS w (user_id, transfer_id)
     WHERE p.week = $1 AND p.user_id = w.user_id AND p.paid_at IS NULL`,
    [week, userIds, paid.map(({ transferId }) => transferId)],
  );
  assertInvariant(marked === paid.length, 'a payment that is locked is paid once');
  await manager.query(
    `INSERT INTO outbox (id, topic, payload, request_id)
     SELECT w.id, 'rakeback.paid', jsonb_build_object('userId', w.user_id, 'week', $3::text), $4
     FROM unnest($1::uuid[], $2::uuid[]) AS w (id, user_id)`,
    [userIds.map(() => uuidv7()), userIds, week, requestIdOf(currentRequestId())],
  );
}
