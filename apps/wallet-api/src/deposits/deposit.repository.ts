import { Injectable } from '@nestjs/common';
import { Ledger } from '@cardroom/ledger';
import { krw, type Krw } from '@cardroom/money';
import { assertInvariant, currentRequestId } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { worthOf } from './deposit.rules';
import { developmentQuoteId } from './development-rate';
import type { Payment } from './payment-gateway.client';

const ACTOR = 'payment-gateway';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type DepositOutcome =
  'credited' | 'duplicate' | 'tx_conflict' | 'unknown_address' | 'under_min' | 'manual_review';

/** Deposits: what payments became. */
@Injectable()
export class DepositRepository {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Takes a confirmed payment in: deposit, ledger and outbox, in the caller's transaction and once
   * a payment, whichever events tell of it.
   */
  async take(manager: EntityManager, payment: Payment): Promise<DepositOutcome> {
    const known = await knownAmount(manager, payment);
    if (known !== null) return known === payment.amountUnits ? 'duplicate' : 'tx_conflict';
    if (!(await isUser(manager, payment.address))) return 'unknown_address';
    const worth = worthOf(BigInt(payment.amountUnits));
    switch (worth.verdict) {
      case 'under_min':
        return 'under_min';
      case 'manual_review':
        await insertDeposit(manager, payment, { depositId: uuidv7(), status: 'manual_review' });
        return 'manual_review';
      case 'credit':
        await this.credit(manager, payment, worth.amountKrw);
        return 'credited';
    }
  }

  private async credit(manager: EntityManager, payment: Payment, amountKrw: Krw): Promise<void> {
    const depositId = uuidv7();
    const transferId = await this.post(manager, payment, { depositId, amountKrw });
    const credit = { amountKrw, transferId, quoteId: await developmentQuoteId(manager) };
    await insertDeposit(manager, payment, { depositId, status: 'credited', credit });
    await manager.query(
      'INSERT INTO outbox (id, topic, payload, request_id) VALUES ($1, $2, $3, $4)',
      [uuidv7(), 'deposit.credited', { depositId }, currentRequestId() ?? depositId],
    );
  }

  private async post(
    manager: EntityManager,
    payment: Payment,
    { depositId, amountKrw }: { readonly depositId: string; readonly amountKrw: Krw },
  ): Promise<string> {
    const { asset, network, txid, outputIndex, address: userId } = payment;
    const units = BigInt(payment.amountUnits);
    const clearing = { kind: 'gateway_clearing', asset } as const;
    const [outcome] = await this.ledger.post(manager, [
      {
        id: uuidv7(),
        type: 'crypto_deposit',
        businessKey: `${network}:${txid}:${outputIndex}`,
        actor: ACTOR,
        requestId: currentRequestId() ?? depositId,
        memo: { depositId, asset, network, txid, amountUnits: payment.amountUnits },
        entries: [
          { account: clearing, amountKrw: krw(0 - amountKrw) },
          { account: { kind: 'available', userId }, amountKrw },
        ],
        assets: [
          { account: clearing, asset, units },
          { account: { kind: 'fx' }, asset, units: -units },
        ],
      },
    ]);
    assertInvariant(outcome?.status === 'posted', 'a payment is credited once');
    return outcome.transferId;
  }
}

interface NewDeposit {
  readonly depositId: string;
  readonly status: 'credited' | 'manual_review';
  readonly credit?: {
    readonly amountKrw: Krw;
    readonly transferId: string;
    readonly quoteId: string;
  };
}

async function insertDeposit(
  manager: EntityManager,
  payment: Payment,
  { depositId, status, credit }: NewDeposit,
): Promise<void> {
  await manager.query(
    `INSERT INTO deposits (id, user_id, asset, network, txid, output_index, amount_units, status,
       rate_quote_id, amount_krw, transfer_id, credited_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, CASE WHEN $8 = 'credited' THEN now() END)`,
    [
      ...[depositId, payment.address, payment.asset, payment.network, payment.txid],
      ...[payment.outputIndex, payment.amountUnits, status],
      ...[credit?.quoteId ?? null, credit?.amountKrw ?? null, credit?.transferId ?? null],
    ],
  );
}

async function knownAmount(manager: EntityManager, payment: Payment): Promise<string | null> {
  // The lock makes two deliveries of one payment wait for each other.
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${payment.network}:${payment.txid}:${payment.outputIndex}`,
  ]);
  const [row] = await manager.query<{ amount_units: string }[]>(
    'SELECT amount_units FROM deposits WHERE network = $1 AND txid = $2 AND output_index = $3',
    [payment.network, payment.txid, payment.outputIndex],
  );
  return row?.amount_units ?? null;
}

async function isUser(manager: EntityManager, userRef: string): Promise<boolean> {
  if (!UUID.test(userRef)) return false;
  const rows = await manager.query<unknown[]>('SELECT 1 FROM users WHERE id = $1', [userRef]);
  return rows.length === 1;
}
