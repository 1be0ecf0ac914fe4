import { setTimeout as wait } from 'node:timers/promises';

import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';

import { JobQueues } from '../queues/job-queues';
import { topicsOf, WORKED_QUEUES, type WorkedQueue } from '../queues/worked-queues';
import { OutboxRepository } from './outbox.repository';
import { pauseAfterMs, roomFor } from './outbox.rules';

const PAUSE_AFTER_FAULT_MS = 1_000;

/** Brings outbox rows to Bull, for as long as the app runs. Several may: each takes other rows. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private isStuck = false;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly queues: JobQueues,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Runs before the queues and the database are closed. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pauseMs = await this.pass();
      await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async pass(): Promise<number> {
    try {
      const sent = await this.send();
      if (this.isStuck) this.logger.log('the outbox moves again');
      this.isStuck = false;
      return pauseAfterMs(sent);
    } catch (cause) {
      if (!this.isStuck) this.logger.warn({ err: cause }, 'the outbox waits');
      this.isStuck = true;
      return PAUSE_AFTER_FAULT_MS;
    }
  }

  /** Sends what is due to every queue. Returns how many rows the fullest batch had. */
  async send(): Promise<number> {
    const sent = await Promise.all(WORKED_QUEUES.map((queue) => this.sendTo(queue)));
    return Math.max(...sent);
  }

  private async sendTo(queue: WorkedQueue): Promise<number> {
    const { waiting } = await this.queues.depth(queue);
    const room = roomFor(waiting);
    if (room === 0) return 0;
    const rows = await this.outbox.take(topicsOf(queue), room);
    if (rows.length === 0) return 0;
    try {
      const requests = rows.map(({ id, topic, requestId, attempts }) => ({
        job: { outboxId: id, topic, requestId },
        attempts,
      }));
      await this.queues.add(queue, requests);
    } catch (cause) {
      await this.outbox.giveBack(rows.map(({ id }) => id));
      throw cause;
    }
    return rows.length;
  }
}
