import { Injectable, Logger } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import { counter, ErrorReporter } from '@cardroom/platform';
import {
  PayoutGateway,
  WithdrawalRepository,
  WithdrawalSteps,
  type Payout,
  type Withdrawal,
} from '@cardroom/withdrawals';
import { DataSource, type EntityManager } from 'typeorm';

import { PayoutRepository } from './payout.repository';
import { stepAfter } from './payout.rules';

const conflicts = counter('payout_conflicts_total', 'Payouts that are not as they were asked for.');

const ACTOR = 'payment-gateway';

/** Takes the gateway's word on payouts over into withdrawals, and asks for it. */
@Injectable()
export class PayoutFollower {
  private readonly logger = new Logger(PayoutFollower.name);

  constructor(
    private readonly source: DataSource,
    private readonly gateway: PayoutGateway,
    private readonly payouts: PayoutRepository,
    private readonly withdrawals: WithdrawalRepository,
    private readonly steps: WithdrawalSteps,
    private readonly reporter: ErrorReporter,
  ) {}

  /** Asks about a withdrawal that is the gateway's. */
  async follow(id: string): Promise<void> {
    const found = await this.gateway.byKey(id);
    if (found.kind === 'found') await this.take(id, found.payout);
    else if (found.kind === 'absent') await this.missing(id);
  }

  /** Takes what the gateway said over. Said twice it changes nothing. */
  async take(id: string, payout: Payout): Promise<void> {
    await withTransaction(this.source, async (manager) => {
      const withdrawal = await this.withdrawals.find(manager, id, { lock: true });
      if (withdrawal === null) return;
      const step = stepAfter(withdrawal, payout);
      if (step.kind === 'conflict') {
        conflicts.inc();
        this.logger.error({ withdrawalId: id, what: step.what }, 'a payout is not as asked for');
        this.reporter.report(new Error('A payout is not as it was asked for'), { money: true });
        return;
      }
      if (step.kind === 'move') await this.move(manager, withdrawal, { payout, to: step.to });
      await this.payouts.note(manager, id, payout);
    });
  }

  /** Nobody knows whether it was paid: from now on it is only asked for. */
  async lose(id: string): Promise<void> {
    await withTransaction(this.source, async (manager) => {
      const withdrawal = await this.withdrawals.find(manager, id, { lock: true });
      if (withdrawal?.status !== 'submitting') return;
      const step = { actor: 'sender', reason: 'the gateway did not say what became of it' };
      await this.steps.move(manager, withdrawal, 'unknown', step);
      await this.payouts.lookAgainSoon(manager, id);
      this.logger.error({ withdrawalId: id }, 'it is not known whether a withdrawal was sent');
    });
  }

  /** The gateway has read it and will not pay. */
  async refuse(id: string, status: number): Promise<void> {
    await withTransaction(this.source, async (manager) => {
      const withdrawal = await this.withdrawals.find(manager, id, { lock: true });
      if (withdrawal?.status !== 'submitting') return;
      const step = { actor: ACTOR, reason: 'the gateway refused it', details: { status } };
      await this.steps.giveBack(manager, withdrawal, 'failed_returned', step);
    });
    this.logger.error({ withdrawalId: id, status }, 'the gateway refused a withdrawal');
  }

  /** The key is not there: a sender that died before it could send, or one that sends just now. */
  private async missing(id: string): Promise<void> {
    this.logger.warn({ withdrawalId: id }, 'the gateway does not know a withdrawal');
    await this.lose(id);
  }

  private async move(
    manager: EntityManager,
    withdrawal: Withdrawal,
    {
      payout,
      to,
    }: {
      readonly payout: Payout;
      readonly to: 'submitted' | 'confirming' | 'completed' | 'failed_returned';
    },
  ): Promise<void> {
    const { payoutId, txid, confirmations } = payout;
    const step = { actor: ACTOR, details: { payoutId, txid, confirmations } };
    if (to === 'completed' && txid !== null) {
      await this.steps.complete(manager, withdrawal, txid, step);
    } else if (to === 'failed_returned') {
      await this.steps.giveBack(manager, withdrawal, to, { ...step, reason: 'the payout failed' });
    } else await this.steps.move(manager, withdrawal, to, step);
  }
}
