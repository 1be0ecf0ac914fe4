import { Injectable, Logger } from '@nestjs/common';
import { KillSwitches, withTransaction } from '@cardroom/database';
import { unitsForWon } from '@cardroom/money';
import { assertInvariant } from '@cardroom/platform';
import { Rates } from '@cardroom/rates';
import {
  PayoutGateway,
  revisionOf,
  type PayoutRequest,
  WithdrawalRepository,
  WithdrawalSteps,
  type Withdrawal,
} from '@cardroom/withdrawals';
import { DataSource, type EntityManager } from 'typeorm';

import { OutboxRepository } from '../outbox/outbox.repository';
import { PayoutFollower } from './payout.follower';
import { PayoutRepository } from './payout.repository';

/**
 * Sends withdrawals, each at most once: that it is being sent is committed before the gateway is
 * asked, and nothing leads back from there. Rule: docs/rules/withdrawals.md §7.
 */
@Injectable()
export class PayoutSender {
  private readonly logger = new Logger(PayoutSender.name);

  constructor(
    private readonly source: DataSource,
    private readonly gateway: PayoutGateway,
    private readonly follower: PayoutFollower,
    private readonly outbox: OutboxRepository,
    private readonly payouts: PayoutRepository,
    private readonly withdrawals: WithdrawalRepository,
    private readonly steps: WithdrawalSteps,
    private readonly switches: KillSwitches,
    private readonly rates: Rates,
  ) {}

  /**
   * Sends a queued withdrawal. Errors: throws where the gateway is away or there is no rate; then
   * it is still queued and can be tried again.
   */
  async send(id: string, outboxId: string): Promise<void> {
    const known = await this.gateway.byKey(id);
    if (known.kind === 'unknown') throw new Error('The payment gateway is away');
    assertInvariant(known.kind === 'absent', 'what is queued was never sent');
    const request = await withTransaction(this.source, (manager) =>
      this.begin(manager, id, outboxId),
    );
    if (request === null) return;
    const outcome = await this.gateway.send(request);
    switch (outcome.kind) {
      case 'taken':
        return this.follower.take(id, outcome.payout);
      case 'refused':
        return this.follower.refuse(id, outcome.status);
      case 'unknown':
        return this.follower.lose(id);
    }
  }

  /** Null where there is nothing to send; the row of work is done with this step either way. */
  private async begin(
    manager: EntityManager,
    id: string,
    outboxId: string,
  ): Promise<PayoutRequest | null> {
    const withdrawal = await this.withdrawals.find(manager, id, { lock: true });
    await this.outbox.done(outboxId, manager);
    if (withdrawal?.status !== 'queued') return null;
    if (!(await this.switches.isOn(manager, 'sending'))) {
      this.logger.warn({ withdrawalId: id }, 'sending is switched off; it stays queued');
      return null;
    }
    return this.fix(manager, withdrawal);
  }

  private async fix(manager: EntityManager, withdrawal: Withdrawal): Promise<PayoutRequest> {
    const { id, asset, network, address, amountKrw, revision } = withdrawal;
    assertInvariant(revision === revisionOf(id, withdrawal), 'what was approved is what is sent');
    const quoted = await this.rates.quote(manager, asset, network);
    if (!quoted.ok) throw new Error(`No rate to send at: ${quoted.code}`);
    const { quote } = quoted;
    const { units, remainder } = unitsForWon(BigInt(amountKrw), quote.rate);
    const refusal = await this.rates.use(manager, quote.id, { kind: 'withdrawal', id });
    assertInvariant(refusal === null, 'a quote that was just made can be used');
    await this.payouts.fixUnits(manager, id, quote, units);
    const amountUnits = units.toString();
    const details = { amountUnits, quoteId: quote.id, remainder: remainder.toString() };
    await this.steps.move(manager, withdrawal, 'submitting', { actor: 'sender', details });
    return { idempotencyKey: id, asset, network, address, amountUnits };
  }
}
