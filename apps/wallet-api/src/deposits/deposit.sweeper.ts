import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { gauge, runWithRequestId } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { DepositRepository } from './deposit.repository';
import { DepositService } from './deposit.service';
import { PaymentGatewayClient } from './payment-gateway.client';
import { WebhookEventRepository } from './webhook-event.repository';

const SWEEP_INTERVAL_MS = 5_000;
const MAX_DEPOSITS_PER_SWEEP = 100;
const LIST_EVERY_SECONDS = 30;

const openGauge = gauge('deposits_open', 'Deposits that are not over, by where they stand.', [
  'status',
]);

/**
 * Follows deposits without the gateway's webhooks, which may be lost: those under way are read again
 * when their time comes, and the gateway's list says which payments nobody told of. Several processes
 * may sweep; a deposit and a page of the list are taken by one.
 */
@Injectable()
export class DepositSweeper {
  private readonly logger = new Logger(DepositSweeper.name);
  private sweeping: Promise<void> | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly deposits: DepositRepository,
    private readonly service: DepositService,
    private readonly gateway: PaymentGatewayClient,
    private readonly events: WebhookEventRepository,
  ) {}

  /** One sweep at a time; asked during one, it waits for that one. */
  @Interval(SWEEP_INTERVAL_MS)
  async sweep(): Promise<void> {
    if (!this.gateway.isConfigured) return;
    this.sweeping ??= this.sweepOnce().finally(() => {
      this.sweeping = null;
    });
    await this.sweeping;
  }

  private async sweepOnce(): Promise<void> {
    try {
      await this.lookAtDue();
      await this.lookAtNew();
      openGauge.reset();
      for (const { status, waiting } of await this.deposits.countOpen()) {
        openGauge.set({ status }, waiting);
      }
    } catch (cause) {
      this.logger.warn({ err: cause }, 'deposits could not be swept');
    }
  }

  private async lookAtDue(): Promise<void> {
    const due = await this.deposits.takeDue(MAX_DEPOSITS_PER_SWEEP);
    for (const { depositId, paymentId } of due) {
      await runWithRequestId(depositId, async () => {
        try {
          await this.service.look(paymentId);
        } catch (cause) {
          this.logger.warn({ depositId, err: cause }, 'a deposit will be looked at again');
        }
      });
    }
  }

  /**
   * Reads the gateway's list on from where it was read to. A payment that nobody told of becomes an
   * event of our own, which is tried, and given up to a person, as every event is.
   */
  private async lookAtNew(): Promise<void> {
    const position = await this.claimList();
    if (position === null) return;
    for (const { id, sequence } of await this.gateway.paymentsAfter(position)) {
      if (!(await this.deposits.isKnown(id))) {
        const event = { eventId: `list_${id}`, paymentId: id };
        await this.events.store(event.eventId, JSON.stringify(event));
      }
      await this.source.query(
        `UPDATE gateway_cursors SET position = $1 WHERE list = 'payments' AND position < $1`,
        [sequence],
      );
    }
  }

  private async claimList(): Promise<number | null> {
    const [row] = await this.source.query<{ position: number }[]>(
      `WITH due AS (
         UPDATE gateway_cursors SET next_at = now() + $1 * interval '1 second'
         WHERE list = 'payments' AND next_at <= now() RETURNING position)
       SELECT position FROM due`,
      [LIST_EVERY_SECONDS],
    );
    return row?.position ?? null;
  }
}
