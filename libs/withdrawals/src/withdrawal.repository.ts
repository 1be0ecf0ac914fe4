import { Injectable } from '@nestjs/common';
import { fingerprintOf } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { assertInvariant, currentRequestId } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { addressKeyOf, type PayoutNetwork } from './payout-address';
import { canFollow, RETURNED_STATUSES, type WithdrawalStatus } from './withdrawal-status';
import type { RollingSums } from './withdrawal.rules';
import type {
  Move,
  NewWithdrawal,
  Withdrawal,
  WithdrawalChecks,
  WithdrawalEvent,
  WithdrawalTerms,
} from './withdrawal.types';

interface WithdrawalRow {
  readonly id: string;
  readonly user_id: string;
  readonly asset: string;
  readonly network: PayoutNetwork;
  readonly address: string;
  readonly amount_krw: number;
  readonly fee_krw: number;
  readonly revision: string;
  readonly quoted_units: string;
  readonly sending_quote_id: string | null;
  readonly amount_units: string | null;
  readonly status: WithdrawalStatus;
  readonly persons_needed: number;
  readonly approvals: number;
  readonly checked: WithdrawalChecks;
  readonly cooling_until: Date;
  readonly security_delay_seconds: number;
  readonly expires_at: Date;
  readonly payout_id: string | null;
  readonly txid: string | null;
  readonly confirmations: number;
  readonly checks_made: number;
  readonly created_at: Date;
  readonly changed_at: Date;
}

const SELECT = `
  SELECT w.*, (SELECT count(*) FROM withdrawal_approvals a WHERE a.withdrawal_id = w.id) AS approvals
  FROM withdrawals w`;

const withdrawalOf = (row: WithdrawalRow): Withdrawal => ({
  id: row.id,
  userId: row.user_id,
  asset: row.asset,
  network: row.network,
  address: row.address,
  amountKrw: krw(row.amount_krw),
  feeKrw: krw(row.fee_krw),
  status: row.status,
  revision: row.revision,
  quotedUnits: BigInt(row.quoted_units),
  amountUnits: row.amount_units === null ? null : BigInt(row.amount_units),
  sendingQuoteId: row.sending_quote_id,
  personsNeeded: row.persons_needed,
  approvals: row.approvals,
  checked: row.checked,
  coolingUntil: row.cooling_until,
  securityDelaySeconds: row.security_delay_seconds,
  expiresAt: row.expires_at,
  payoutId: row.payout_id,
  txid: row.txid,
  confirmations: row.confirmations,
  checksMade: row.checks_made,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});

/** SHA-256 of the terms: what staff approve, and what is compared before it is sent. */
export const revisionOf = (id: string, terms: WithdrawalTerms): string =>
  fingerprintOf({
    ...{ id, userId: terms.userId, asset: terms.asset, network: terms.network },
    ...{ address: terms.address, amountKrw: terms.amountKrw, feeKrw: terms.feeKrw },
  });

/** Withdrawals and their events. Every change of status is conditional and leaves an event. */
@Injectable()
export class WithdrawalRepository {
  /**
   * Makes the requests of a player, and those to an address, wait for each other until the caller's
   * transaction ends. The locks are taken in one order, so that no two wait for each other.
   */
  async lock(
    manager: EntityManager,
    { userId, network, address }: Pick<WithdrawalTerms, 'userId' | 'network' | 'address'>,
  ): Promise<void> {
    const names = [`withdrawals-of:${userId}`, `withdrawals-to:${addressKeyOf(network, address)}`];
    for (const name of names.sort()) {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
    }
  }

  /** What is on its way or was sent in the last 24 hours; what was returned does not count. */
  async rollingSums(
    manager: EntityManager,
    { userId, network, address }: Pick<WithdrawalTerms, 'userId' | 'network' | 'address'>,
  ): Promise<RollingSums> {
    const [row] = await manager.query<{ player: string; address: string }[]>(
      `SELECT coalesce(sum(amount_krw) FILTER (WHERE user_id = $1), 0)::text AS player,
              coalesce(sum(amount_krw) FILTER (WHERE address_key = $2), 0)::text AS address
       FROM withdrawals
       WHERE (user_id = $1 OR address_key = $2) AND created_at > now() - interval '24 hours'
         AND status <> ALL($3)`,
      [userId, addressKeyOf(network, address), RETURNED_STATUSES],
    );
    return { playerKrw: Number(row?.player ?? 0), addressKrw: Number(row?.address ?? 0) };
  }

  /** Writes a request down, as it was asked for. The hold of its id must be there. */
  async insert(manager: EntityManager, asked: NewWithdrawal): Promise<void> {
    const { id, userId, asset, network, address, requestId } = asked;
    await manager.query(
      `INSERT INTO withdrawals (id, user_id, asset, network, address, address_key, amount_krw,
         fee_krw, revision, quote_id, quoted_units, persons_needed, checked, cooling_until,
         security_delay_seconds, expires_at, request_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        ...[id, userId, asset, network, address, addressKeyOf(network, address)],
        ...[asked.amountKrw, asked.feeKrw, revisionOf(id, asked)],
        ...[asked.quoteId, asked.quotedUnits.toString(), asked.personsNeeded, asked.checked],
        ...[asked.coolingUntil, asked.securityDelaySeconds, asked.expiresAt, requestId],
      ],
    );
    await manager.query(
      `INSERT INTO withdrawal_events (id, withdrawal_id, to_status, actor, request_id)
       VALUES ($1, $2, 'requested', $3, $4)`,
      [uuidv7(), id, userId, requestId],
    );
  }

  /**
   * Takes a withdrawal one step on and writes the event, in one statement. Returns which event of
   * the withdrawal it is; null where it was no longer in the status that the caller saw: then nothing
   * has changed.
   */
  async move(manager: EntityManager, move: Move): Promise<number | null> {
    assertInvariant(canFollow(move.from, move.to), 'a withdrawal moves as the rules allow');
    const [event] = await manager.query<{ number: number }[]>(
      `WITH moved AS (
         UPDATE withdrawals SET status = $3, changed_at = now()
         WHERE id = $1 AND status = $2 RETURNING id)
       INSERT INTO withdrawal_events
         (id, withdrawal_id, from_status, to_status, actor, reason, details, request_id)
       SELECT $4, id, $2, $3, $5, $6, $7, $8 FROM moved
       RETURNING 1 + (SELECT count(*)::int FROM withdrawal_events e WHERE e.withdrawal_id = $1)
         AS number`,
      [
        ...[move.id, move.from, move.to, uuidv7(), move.actor],
        ...[move.reason ?? null, move.details ?? {}, currentRequestId() ?? null],
      ],
    );
    return event?.number ?? null;
  }

  /** Null where there is none, or where it is another player's. */
  async find(
    manager: EntityManager,
    id: string,
    { userId, lock = false }: { readonly userId?: string; readonly lock?: boolean } = {},
  ): Promise<Withdrawal | null> {
    const [row] = await manager.query<WithdrawalRow[]>(
      `${SELECT} WHERE w.id = $1 AND ($2::uuid IS NULL OR w.user_id = $2)
       ${lock ? 'FOR UPDATE OF w' : ''}`,
      [id, userId ?? null],
    );
    return row === undefined ? null : withdrawalOf(row);
  }

  /** Newest first, before a given one; one more than the page holds. */
  async list(
    manager: EntityManager,
    filter: { readonly userId?: string; readonly statuses?: readonly WithdrawalStatus[] },
    before: string | null,
    limit: number,
  ): Promise<Withdrawal[]> {
    const rows = await manager.query<WithdrawalRow[]>(
      `${SELECT} WHERE ($1::uuid IS NULL OR w.user_id = $1)
         AND ($2::text[] IS NULL OR w.status = ANY($2)) AND ($3::uuid IS NULL OR w.id < $3)
       ORDER BY w.id DESC LIMIT $4`,
      [filter.userId ?? null, filter.statuses ?? null, before, limit + 1],
    );
    return rows.map(withdrawalOf);
  }

  /** Makes a waiting withdrawal wait longer; never shorter. */
  async waitUntil(manager: EntityManager, id: string, until: Date): Promise<void> {
    await manager.query(
      `UPDATE withdrawals SET cooling_until = $2, expires_at = expires_at + ($2 - cooling_until)
       WHERE id = $1 AND status = 'cooling' AND cooling_until < $2`,
      [id, until],
    );
  }

  /** Writes an approval down. False where this person has approved it before. */
  async addApproval(
    manager: EntityManager,
    id: string,
    approval: { readonly approverId: string; readonly revision: string; readonly reason: string },
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO withdrawal_approvals (withdrawal_id, approver_id, revision, reason)
       VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1`,
      [id, approval.approverId, approval.revision, approval.reason],
    );
    return rows.length === 1;
  }

  /** Keeps the transaction that paid it; nobody has to ask the gateway about it any more. */
  async noteTransaction(manager: EntityManager, id: string, txid: string): Promise<void> {
    await manager.query(
      'UPDATE withdrawals SET txid = $2, next_check_at = NULL WHERE id = $1 AND txid IS NULL',
      [id, txid],
    );
  }

  async events(manager: EntityManager, id: string): Promise<WithdrawalEvent[]> {
    const rows = await manager.query<
      {
        from_status: WithdrawalStatus | null;
        to_status: WithdrawalStatus;
        actor: string;
        reason: string | null;
        details: Record<string, unknown>;
        created_at: Date;
      }[]
    >('SELECT * FROM withdrawal_events WHERE withdrawal_id = $1 ORDER BY id', [id]);
    return rows.map((row) => ({
      ...{ fromStatus: row.from_status, toStatus: row.to_status, actor: row.actor },
      ...{ reason: row.reason, details: row.details, createdAt: row.created_at },
    }));
  }
}
