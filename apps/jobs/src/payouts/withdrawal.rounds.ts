import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { KillSwitches, withTransaction } from '@cardroom/database';
import { gauge } from '@cardroom/platform';
import { WithdrawalRelease, WithdrawalRepository, WithdrawalSteps } from '@cardroom/withdrawals';
import { DataSource } from 'typeorm';

import { PayoutFollower } from './payout.follower';
import { PayoutRepository } from './payout.repository';

const ROUND_MS = 5_000;
const BATCH = 50;

/** What nobody has approved is looked at again after so long: an approval itself lets it go on. */
const AGAIN_SECONDS = 60;

const unknownGauge = gauge('withdrawals_unknown', 'Withdrawals that may have been sent or not.');
const waitingGauge = gauge('withdrawals_waiting', 'Withdrawals whose wait is over, not approved.');

/**
 * What happens to withdrawals with time. Any number of processes may go their rounds: each row is
 * claimed or moved by one of them.
 */
@Injectable()
export class WithdrawalRounds {
  private readonly logger = new Logger(WithdrawalRounds.name);
  private isRunning = false;

  constructor(
    private readonly source: DataSource,
    private readonly payouts: PayoutRepository,
    private readonly follower: PayoutFollower,
    private readonly withdrawals: WithdrawalRepository,
    private readonly steps: WithdrawalSteps,
    private readonly release: WithdrawalRelease,
    private readonly switches: KillSwitches,
  ) {}

  @Interval(ROUND_MS)
  async goRound(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      await this.releaseWaited();
      await this.expireUnapproved();
      await this.wake();
      await this.followSent();
      await this.count();
    } catch (cause) {
      this.logger.warn({ err: cause }, 'withdrawals could not be looked after');
    } finally {
      this.isRunning = false;
    }
  }

  /** Lets those go on whose wait is over. */
  async releaseWaited(): Promise<void> {
    for (const id of await this.payouts.claimWaited(BATCH, AGAIN_SECONDS)) {
      const outcome = await withTransaction(this.source, (manager) =>
        this.release.tryRelease(manager, id),
      );
      this.logger.log({ withdrawalId: id, outcome }, 'a withdrawal has waited');
    }
  }

  /** Gives back what nobody approved in time. */
  async expireUnapproved(): Promise<void> {
    for (const id of await this.payouts.expired(BATCH)) {
      await withTransaction(this.source, async (manager) => {
        const withdrawal = await this.withdrawals.find(manager, id, { lock: true });
        if (withdrawal?.status !== 'cooling') return;
        const step = { actor: 'withdrawals', reason: 'nobody approved it in time' };
        await this.steps.giveBack(manager, withdrawal, 'expired', step);
      });
    }
  }

  /** Wakes the sender for those whose work was given up, or put aside while sending was off. */
  async wake(): Promise<void> {
    if (!(await this.switches.isOn(this.source.manager, 'sending'))) return;
    const woken = await this.payouts.wakeQueued();
    if (woken > 0) this.logger.warn({ woken }, 'withdrawals are given to the sender again');
  }

  /** Asks the gateway about those that are due. */
  async followSent(): Promise<void> {
    for (const id of await this.payouts.claimDue(BATCH)) await this.follower.follow(id);
  }

  private async count(): Promise<void> {
    const { unknown, waitingForStaff } = await this.payouts.counts();
    unknownGauge.set(unknown);
    waitingGauge.set(waitingForStaff);
  }
}
