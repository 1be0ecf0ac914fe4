import { Process, Processor } from '@nestjs/bull';
import type { OutboxJob } from '@cardroom/protocol';
import type { Job } from 'bull';

import { OutboxWorker } from '../outbox/outbox.worker';
import { PayoutSender } from './payout.sender';

const CONCURRENCY = 4;

/** Withdrawals that are to be sent. */
@Processor('settlement')
export class PayoutProcessor {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly sender: PayoutSender,
  ) {}

  @Process({ concurrency: CONCURRENCY })
  async handle(job: Job<OutboxJob>): Promise<void> {
    await this.worker.run('settlement', job.data, async ({ withdrawalId }, outboxId) => {
      if (withdrawalId === undefined) throw new Error('The row names no withdrawal');
      await this.sender.send(withdrawalId, outboxId);
    });
  }
}
