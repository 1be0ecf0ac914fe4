import { Injectable } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import { Ledger } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { assertInvariant, currentRequestId } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { developmentQuoteId, wonFor } from './development-rate';
import type { Payment } from './payment-gateway.client';

const PROVIDER = 'payment-gateway';

export type CreditOutcome =
  'credited' | 'duplicate' | 'tx_conflict' | 'unknown_address' | 'under_min';

/** Webhook events and the deposits they lead to: stored first, credited once. */
@Injectable()
export class DepositRepository {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
  ) {}

  /** Stores an event; false where it was stored and worked off before. */
  async receive(eventId: string, body: string): Promise<boolean> {
    const [row] = await this.source.query<{ is_open: boolean }[]>(
      `INSERT INTO webhook_events (provider, event_id, body) VALUES ($1, $2, $3)
       ON CONFLICT (provider, event_id) DO UPDATE SET received_at = webhook_events.received_at
       RETURNING processed_at IS NULL AS is_open`,
      [PROVIDER, eventId, body],
    );
    return row?.is_open ?? false;
  }

  async close(eventId: string, outcome: string): Promise<void> {
    await this.source.query(
      `UPDATE webhook_events SET processed_at = now(), outcome = $3
       WHERE provider = $1 AND event_id = $2 AND processed_at IS NULL`,
      [PROVIDER, eventId, outcome],
    );
  }

  /** Credits a confirmed payment: deposit, ledger and outbox in one transaction, once a payment. */
  async credit(payment: Payment): Promise<CreditOutcome> {
    return withTransaction(this.source, async (manager) => {
      const known = await knownAmount(manager, payment);
      if (known !== null) return known === payment.amountUnits ? 'duplicate' : 'tx_conflict';
      if (!(await isPlayer(manager, payment.userRef))) return 'unknown_address';
      const amountKrw = wonFor(BigInt(payment.amountUnits));
      if (amountKrw === 0) return 'under_min';
      const depositId = uuidv7();
      const transferId = await this.post(manager, payment, depositId);
      await manager.query(
        `INSERT INTO deposits (id, user_id, asset, network, txid, output_index, amount_units,
           rate_quote_id, amount_krw, status, transfer_id, credited_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'credited', $10, now())`,
        [
          ...[depositId, payment.userRef, payment.asset, payment.network, payment.txid],
          ...[payment.outputIndex, payment.amountUnits, await developmentQuoteId(manager)],
          ...[amountKrw, transferId],
        ],
      );
      await manager.query(
        'INSERT INTO outbox (id, topic, payload, request_id) VALUES ($1, $2, $3, $4)',
        [uuidv7(), 'deposit.credited', { depositId }, currentRequestId() ?? depositId],
      );
      return 'credited';
    });
  }

  private async post(manager: EntityManager, payment: Payment, depositId: string): Promise<string> {
    const { asset, network, txid, outputIndex, userRef: userId } = payment;
    const units = BigInt(payment.amountUnits);
    const amountKrw = wonFor(units);
    const clearing = { kind: 'gateway_clearing', asset } as const;
    const [outcome] = await this.ledger.post(manager, [
      {
        id: uuidv7(),
        type: 'crypto_deposit',
        businessKey: `${network}:${txid}:${outputIndex}`,
        actor: PROVIDER,
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

async function isPlayer(manager: EntityManager, userRef: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM users WHERE id::text = $1', [userRef]);
  return rows.length === 1;
}
