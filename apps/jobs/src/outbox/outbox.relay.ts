import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { gauge } from '@cardroom/platform';
import { QUEUE_OF_TOPIC, type OutboxJob, type QueueName } from '@cardroom/protocol';
import type { Queue } from 'bull';

import { OutboxRepository, type OutboxRow } from './outbox.repository';

const RELAY_INTERVAL_MS = 250;
const SWEEP_INTERVAL_MS = 10_000;
const COUNT_INTERVAL_MS = 5_000;
const BATCH = 200;
/** A job that is not done after this long was lost: with Redis, or with its worker. */
const LOST_AFTER_SECONDS = 60;
const NEVER_SECONDS = 10 * 365 * 24 * 3600;
const KEPT_JOBS = { age: 3_600, count: 1_000 };

const pendingGauge = gauge('outbox_pending', 'Outbox rows that are not done.');
const deadGauge = gauge('outbox_dead', 'Outbox rows that were given up.');
const lagGauge = gauge('outbox_lag_seconds', 'Age of the oldest outbox row that is not done.');

/** Brings outbox rows to Bull: a wake-up only, for the row itself says whether it is done. */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly queues: Readonly<Partial<Record<QueueName, Queue<OutboxJob>>>>;
  private busy = false;

  constructor(
    private readonly outbox: OutboxRepository,
    @InjectQueue('analytics') analytics: Queue<OutboxJob>,
    @InjectQueue('notification') notification: Queue<OutboxJob>,
  ) {
    this.queues = { analytics, notification };
  }

  @Interval(RELAY_INTERVAL_MS)
  relay(): Promise<void> {
    return this.send(NEVER_SECONDS);
  }

  /** Sends again what was sent and never done. */
  @Interval(SWEEP_INTERVAL_MS)
  sweep(): Promise<void> {
    return this.send(LOST_AFTER_SECONDS);
  }

  @Interval(COUNT_INTERVAL_MS)
  async count(): Promise<void> {
    try {
      const { pending, dead, oldestSeconds } = await this.outbox.counts();
      pendingGauge.set(pending);
      deadGauge.set(dead);
      lagGauge.set(oldestSeconds);
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the outbox could not be counted');
    }
  }

  /** Sends what is due; rows whose jobs did not reach Redis are given back. */
  async send(sentBeforeSeconds: number): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const rows = await this.outbox.take(BATCH, sentBeforeSeconds);
      const sent = await Promise.allSettled(rows.map((row) => this.enqueue(row)));
      const lost = rows.filter((_, index) => sent[index]?.status === 'rejected');
      if (lost.length > 0) await this.outbox.giveBack(lost.map((row) => row.id));
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the outbox waits');
    } finally {
      this.busy = false;
    }
  }

  private async enqueue({ id, topic, requestId }: OutboxRow): Promise<void> {
    const queue = this.queues[QUEUE_OF_TOPIC[topic]];
    if (queue === undefined) throw new Error(`No queue works on ${topic}`);
    // No job id of its own: a swept row must not meet a finished job of the same name.
    await queue.add(
      { outboxId: id, topic, requestId },
      { attempts: 1, removeOnComplete: KEPT_JOBS, removeOnFail: KEPT_JOBS },
    );
  }
}
