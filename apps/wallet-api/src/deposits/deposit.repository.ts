import { Injectable } from '@nestjs/common';
import { Reads } from '@cardroom/database';
import { assertInvariant } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { mayBecome } from './deposit.rules';
import { QUEUE_STATUSES, type Deposit, type DepositStatus } from './deposit.types';
import type { Payment } from './payment-gateway.client';

const COLUMNS = `id AS "depositId", user_id AS "userId", asset, network, txid,
  output_index AS "outputIndex", amount_units AS "amountUnits", address, payment_id AS "paymentId",
  status, confirmations, confirmations_needed AS "confirmationsNeeded", amount_krw AS "amountKrw",
  debt_paid_krw AS "debtPaidKrw", rate_quote_id AS "rateQuoteId", transfer_id AS "transferId", checks,
  resolution, resolution_reason AS "resolutionReason", resolved_by AS "resolvedBy",
  created_at AS "createdAt", credited_at AS "creditedAt", reversed_at AS "reversedAt"`;

const NEWEST = `'ffffffff-ffff-ffff-ffff-ffffffffffff'`;

/** A change of a deposit's columns, by their names in the database. */
type Change = Readonly<
  Partial<
    Record<
      | ('confirmations' | 'rate_quote_id' | 'amount_krw' | 'transfer_id' | 'remainder')
      | ('debt_paid_krw' | 'reversal_transfer_id' | 'user_id' | 'next_check_at'),
      unknown
    >
  >
>;

export interface NewDeposit {
  readonly payment: Payment;
  readonly userId: string | null;
  readonly status: DepositStatus;
  readonly confirmationsNeeded: number | null;
}

export interface DepositStep {
  readonly status: DepositStatus;
  readonly confirmations: number;
  readonly at: Date;
}

/** Deposits as PostgreSQL has them. */
@Injectable()
export class DepositRepository {
  constructor(
    private readonly source: DataSource,
    private readonly reads: Reads,
  ) {}

  /**
   * Finds the deposit of a payment and keeps others away from that payment until the transaction
   * ends, also where there is no deposit yet.
   */
  async lockPayment(
    manager: EntityManager,
    { network, txid, outputIndex }: Pick<Payment, 'network' | 'txid' | 'outputIndex'>,
  ): Promise<Deposit | null> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${network}:${txid}:${outputIndex}`,
    ]);
    const [row] = await manager.query<Deposit[]>(
      `SELECT ${COLUMNS} FROM deposits WHERE network = $1 AND txid = $2 AND output_index = $3
       FOR UPDATE`,
      [network, txid, outputIndex],
    );
    return row ?? null;
  }

  async insert(manager: EntityManager, deposit: NewDeposit): Promise<Deposit> {
    const { payment, userId, status, confirmationsNeeded } = deposit;
    const [row] = await manager.query<Deposit[]>(
      `INSERT INTO deposits (id, user_id, asset, network, txid, output_index, amount_units, address,
         payment_id, status, confirmations, confirmations_needed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${COLUMNS}`,
      [
        ...[uuidv7(), userId, payment.asset, payment.network, payment.txid, payment.outputIndex],
        ...[payment.amountUnits, payment.address, payment.id, status, payment.confirmations],
        confirmationsNeeded,
      ],
    );
    assertInvariant(row !== undefined, 'a deposit that was inserted comes back');
    await addStep(manager, row);
    return row;
  }

  /** Moves a deposit on, which is locked. Errors: InvariantError where the rules know no such step. */
  async move(
    manager: EntityManager,
    deposit: Deposit,
    to: DepositStatus,
    change: Change = {},
  ): Promise<Deposit> {
    assertInvariant(
      mayBecome(deposit.status, to),
      `a deposit goes from ${deposit.status} to ${to}`,
    );
    const moved = await this.update(manager, deposit, { ...change, status: to });
    await addStep(manager, moved);
    return moved;
  }

  /** Changes a locked deposit that stays where it is. */
  async update(
    manager: EntityManager,
    deposit: Deposit,
    change: Change & { readonly status?: DepositStatus },
  ): Promise<Deposit> {
    const names = Object.keys(change);
    const [rows] = await manager.query<[Deposit[], number]>(
      `UPDATE deposits SET ${names.map((name, index) => `${name} = $${index + 4}, `).join('')}
         credited_at = CASE WHEN $2 = 'credited' THEN coalesce(credited_at, now()) ELSE credited_at END,
         reversed_at = CASE WHEN $2 = 'reversed' THEN coalesce(reversed_at, now()) END
       WHERE id = $1 AND status = $3 RETURNING ${COLUMNS}`,
      [
        ...[deposit.depositId, change.status ?? deposit.status, deposit.status],
        ...Object.values(change),
      ],
    );
    const [row] = rows;
    assertInvariant(row !== undefined, 'a locked deposit is where it was');
    return row;
  }

  /** When it is looked at again; null: never on its own. */
  async watch(
    manager: EntityManager,
    deposit: Pick<Deposit, 'depositId'>,
    inSeconds: number | null,
  ): Promise<void> {
    await manager.query(
      `UPDATE deposits SET next_check_at = now() + $2 * interval '1 second' WHERE id = $1`,
      [deposit.depositId, inSeconds],
    );
  }

  /**
   * Takes deposits whose time to be looked at has come, and puts their next time off: of several who
   * ask, each gets others.
   */
  async takeDue(
    limit: number,
  ): Promise<{ readonly depositId: string; readonly paymentId: string }[]> {
    return this.source.query(
      `WITH due AS (
         SELECT id FROM deposits WHERE next_check_at <= now() AND payment_id IS NOT NULL
         ORDER BY next_check_at LIMIT $1 FOR UPDATE SKIP LOCKED
       ), taken AS (
         UPDATE deposits d SET checks = d.checks + 1, next_check_at = now() + interval '1 minute'
         FROM due WHERE d.id = due.id RETURNING d.id, d.payment_id)
       SELECT id AS "depositId", payment_id AS "paymentId" FROM taken`,
      [limit],
    );
  }

  async find(manager: EntityManager, depositId: string): Promise<Deposit | null> {
    const [row] = await manager.query<Deposit[]>(`SELECT ${COLUMNS} FROM deposits WHERE id = $1`, [
      depositId,
    ]);
    return row ?? null;
  }

  async steps(manager: EntityManager, depositId: string): Promise<DepositStep[]> {
    return manager.query(
      'SELECT status, confirmations, at FROM deposit_steps WHERE deposit_id = $1 ORDER BY step',
      [depositId],
    );
  }

  /** A player's deposits, newest first; one row too many. */
  listOf(userId: string, before: string | null, limit: number): Promise<Deposit[]> {
    return this.reads.query(
      `SELECT ${COLUMNS} FROM deposits WHERE user_id = $1 AND id < coalesce($2::uuid, ${NEWEST})
       ORDER BY id DESC LIMIT $3`,
      [userId, before, limit + 1],
    );
  }

  /** Deposits of a status, newest first; without one, those that wait for a person. One row too many. */
  list(status: DepositStatus | null, before: string | null, limit: number): Promise<Deposit[]> {
    const filter = status === null ? 'resolution IS NULL AND status = ANY($3)' : 'status = $3';
    return this.reads.query(
      `SELECT ${COLUMNS} FROM deposits WHERE ${filter} AND id < coalesce($1::uuid, ${NEWEST})
       ORDER BY id DESC LIMIT $2`,
      [before, limit + 1, status ?? QUEUE_STATUSES],
    );
  }

  /** Ends a deposit's wait for a person. False where somebody else did. */
  async resolve(
    manager: EntityManager,
    depositId: string,
    by: {
      readonly resolution: 'released' | 'rejected';
      readonly staffId: string;
      readonly reason: string;
    },
  ): Promise<boolean> {
    const [, count] = await manager.query<[unknown[], number]>(
      `UPDATE deposits SET resolution = $2, resolved_by = $3, resolution_reason = $4,
         resolved_at = now()
       WHERE id = $1 AND resolution IS NULL`,
      [depositId, by.resolution, by.staffId, by.reason],
    );
    return count === 1;
  }

  async isKnown(paymentId: string): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      'SELECT 1 FROM deposits WHERE payment_id = $1',
      [paymentId],
    );
    return rows.length > 0;
  }

  /** How many wait, by status. */
  countOpen(): Promise<{ readonly status: DepositStatus; readonly waiting: number }[]> {
    return this.source.query(
      `SELECT status, count(*)::int AS waiting FROM deposits
       WHERE resolution IS NULL AND status NOT IN ('credited', 'orphaned', 'reversed')
       GROUP BY status`,
    );
  }
}

async function addStep(manager: EntityManager, deposit: Deposit): Promise<void> {
  await manager.query(
    `INSERT INTO deposit_steps (deposit_id, step, status, confirmations)
     SELECT $1, count(*) + 1, $2, $3 FROM deposit_steps WHERE deposit_id = $1`,
    [deposit.depositId, deposit.status, deposit.confirmations],
  );
}
