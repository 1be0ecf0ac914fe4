import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { gauge, HealthRegistry } from '@cardroom/platform';

import { JobQueues } from './job-queues';
import { WORKED_QUEUES } from './worked-queues';

const LOOK_INTERVAL_MS = 5_000;

const depthGauge = gauge('queue_jobs', 'Jobs in a queue.', ['queue', 'state']);

/** Says how the queues are: readiness, depth, details for the health page. */
@Injectable()
export class QueueHealth implements OnModuleInit {
  private readonly logger = new Logger(QueueHealth.name);
  private depths: Readonly<Record<string, { waiting: number; active: number }>> = {};

  constructor(
    private readonly queues: JobQueues,
    private readonly health: HealthRegistry,
  ) {}

  onModuleInit(): void {
    this.health.addReadinessCheck({ name: 'redis-queue', check: () => this.queues.ping() });
    this.health.addDetails(() => ({ queues: this.depths }));
  }

  @Interval(LOOK_INTERVAL_MS)
  async look(): Promise<void> {
    try {
      const depths = WORKED_QUEUES.map(
        async (queue) => [queue, await this.queues.depth(queue)] as const,
      );
      this.depths = Object.fromEntries(await Promise.all(depths));
      for (const [queue, { waiting, active }] of Object.entries(this.depths)) {
        depthGauge.set({ queue, state: 'waiting' }, waiting);
        depthGauge.set({ queue, state: 'active' }, active);
      }
    } catch (cause) {
      this.logger.debug({ err: cause }, 'the queues could not be counted');
    }
  }
}
