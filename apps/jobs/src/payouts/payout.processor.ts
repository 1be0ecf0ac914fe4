import { Process, Processor } from '@nestjs/bull';
import type { OutboxJob } from '@cardroom/protocol';
import type { Job } from 'bull';

import { OutboxWorker } from '../outbox/outbox.worker';
import { CONCURRENCY } from '../queues/worked-queues';
import { PayoutSender } from './payout.sender';

/** Withdrawals that are to be sent. */
@Processor('settlement')
export class PayoutProcessor {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly sender: PayoutSender,
  ) {}

  @Process({ concurrency: CONCURRENCY.settlement })
  async handle(job: Job<OutboxJob>): Promise<void> {
    await this.worker.run('settlement', job.data, async ({ withdrawalId }, outboxId) => {
      if (withdrawalId === undefined) throw new Error('The row names no withdrawal');
      await this.sender.send(withdrawalId, outboxId);
    });
  }
}
