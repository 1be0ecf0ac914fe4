import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { counter, gauge, HealthRegistry } from '@cardroom/platform';

import { OutboxRepository } from './outbox.repository';
import { backlogByQueue, backlogOfAll, type Backlog } from './outbox.rules';

const SWEEP_INTERVAL_MS = 10_000;
const COUNT_INTERVAL_MS = 5_000;

const sweptCounter = counter('outbox_swept_total', 'Outbox rows whose jobs were lost.');
const pendingGauge = gauge('outbox_pending', 'Outbox rows that are not done.', ['queue']);
const deadGauge = gauge('outbox_dead', 'Outbox rows that were given up.', ['queue']);
const lagGauge = gauge('outbox_lag_seconds', 'Age of the oldest outbox row that is not done.', [
  'queue',
]);

/**
 * Looks after rows whose jobs were lost with Redis or with their worker: the relay sends them
 * again. Two sweepers do what one does, for a row is given back once.
 */
@Injectable()
export class OutboxSweeper {
  private readonly logger = new Logger(OutboxSweeper.name);
  private latest: Backlog = backlogOfAll([]);

  constructor(
    private readonly outbox: OutboxRepository,
    health: HealthRegistry,
  ) {
    health.addDetails(() => ({ outbox: this.latest }));
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(): Promise<void> {
    try {
      const rows = await this.outbox.giveBackLost();
      if (rows === 0) return;
      sweptCounter.inc(rows);
      this.logger.warn({ rows }, 'jobs were lost; their rows are sent again');
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the outbox could not be swept');
    }
  }

  @Interval(COUNT_INTERVAL_MS)
  async count(): Promise<void> {
    try {
      const byQueue = backlogByQueue(await this.outbox.counts());
      this.latest = backlogOfAll(byQueue.values());
      for (const [queue, { pending, dead, oldestSeconds }] of byQueue) {
        pendingGauge.set({ queue }, pending);
        deadGauge.set({ queue }, dead);
        lagGauge.set({ queue }, oldestSeconds);
      }
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the outbox could not be counted');
    }
  }
}
