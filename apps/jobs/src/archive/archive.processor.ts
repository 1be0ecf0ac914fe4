import { Process, Processor } from '@nestjs/bull';
import type { OutboxJob } from '@cardroom/protocol';
import type { Job } from 'bull';

import { OutboxWorker } from '../outbox/outbox.worker';
import { CONCURRENCY } from '../queues/worked-queues';
import { ColdMover } from './cold-mover';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days on their way to cold storage. */
@Processor('archive')
export class ArchiveProcessor {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly mover: ColdMover,
  ) {}

  @Process({ concurrency: CONCURRENCY.archive })
  async handle(job: Job<OutboxJob>): Promise<void> {
    await this.worker.run('archive', job.data, async ({ day = '' }, outboxId) => {
      if (!DAY.test(day)) throw new Error('The row names no day');
      await this.mover.moveDay(day, outboxId);
    });
  }
}
