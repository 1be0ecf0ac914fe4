import { setTimeout as wait } from 'node:timers/promises';

import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ErrorReporter, gauge, requestIdOf, runWithRequestId } from '@cardroom/platform';

import { DepositService } from './deposit.service';
import { WebhookEventRepository, type OpenEvent } from './webhook-event.repository';

const SWEEP_INTERVAL_MS = 15_000;
const MAX_EVENTS_PER_SWEEP = 100;

/** A gateway that hangs does not hold up the end of the process: its event stays open. */
const STOP_WAIT_MS = 5_000;

/** With an hour between the later tries, about a day: then a person has to look. */
const MAX_ATTEMPTS = 30;

const openGauge = gauge('deposit_events_open', 'Events of the payment gateway not worked off.');

/**
 * Works on events that were stored and not finished: the gateway, PostgreSQL or this process was
 * away when they came. Several processes may sweep; an event is taken by one.
 */
@Injectable()
export class DepositEventSweeper implements OnModuleDestroy {
  private readonly logger = new Logger(DepositEventSweeper.name);
  private sweeping: Promise<void> | null = null;
  private isStopping = false;

  constructor(
    private readonly events: WebhookEventRepository,
    private readonly deposits: DepositService,
    private readonly reporter: ErrorReporter,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await Promise.race([this.sweeping, wait(STOP_WAIT_MS, undefined, { ref: false })]);
  }

  /** One sweep at a time; asked during one, it waits for that one. */
  @Interval(SWEEP_INTERVAL_MS)
  async sweep(): Promise<void> {
    this.sweeping ??= this.sweepOnce().finally(() => {
      this.sweeping = null;
    });
    await this.sweeping;
  }

  private async sweepOnce(): Promise<void> {
    try {
      for (let taken = 0; taken < MAX_EVENTS_PER_SWEEP && !this.isStopping; taken += 1) {
        const event = await this.events.takeDue();
        if (event === null) break;
        await runWithRequestId(requestIdOf(event.eventId), () => this.work(event));
      }
      openGauge.set(await this.events.countOpen());
    } catch (cause) {
      this.logger.warn({ err: cause }, 'deposit events could not be swept');
    }
  }

  private async work({ eventId, body, attempts }: OpenEvent): Promise<void> {
    try {
      if (attempts <= MAX_ATTEMPTS) {
        await this.deposits.workStored(body);
        return;
      }
      await this.deposits.setAside(eventId);
      this.logger.error({ eventId, attempts }, 'a deposit event was given up: look at it');
      this.reporter.report(new Error('A deposit event was given up'), { money: true });
    } catch (cause) {
      this.logger.warn({ eventId, attempts, err: cause }, 'a deposit event will be tried again');
    }
  }
}
