import { Process, Processor } from '@nestjs/bull';
import type { OutboxJob } from '@cardroom/protocol';
import type { Job } from 'bull';

import { OutboxWorker } from '../outbox/outbox.worker';
import { CONCURRENCY } from '../queues/worked-queues';
import { StatisticsRepository } from './statistics.repository';

/** Counts finished hands into statistics; a void hand adds nothing, which counting it shows. */
@Processor('analytics')
export class AnalyticsProcessor {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly statistics: StatisticsRepository,
  ) {}

  @Process({ concurrency: CONCURRENCY.analytics })
  async handle(job: Job<OutboxJob>): Promise<void> {
    await this.worker.run('analytics', job.data, async ({ handId }, outboxId) => {
      if (handId === undefined) throw new Error('The row names no hand');
      await this.statistics.count(handId, outboxId);
    });
  }
}
