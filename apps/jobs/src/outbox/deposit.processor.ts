import { Process, Processor } from '@nestjs/bull';
import type { OutboxJob } from '@cardroom/protocol';
import type { Job } from 'bull';

import { OutboxRepository } from './outbox.repository';
import { OutboxWorker } from './outbox.worker';

/**
 * Credited deposits. Telling the player by e-mail or in the app comes with the notifications; until
 * then the row is only marked as seen, so that the outbox drains.
 */
@Processor('notification')
export class DepositProcessor {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly outbox: OutboxRepository,
  ) {}

  @Process()
  async handle(job: Job<OutboxJob>): Promise<void> {
    await this.worker.run('notification', job.data, (_payload, outboxId) =>
      this.outbox.done(outboxId),
    );
  }
}
