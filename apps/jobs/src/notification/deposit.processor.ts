import { Process, Processor } from '@nestjs/bull';
import { Logger } from '@nestjs/common';
import type { OutboxJob } from '@cardroom/protocol';
import type { Job } from 'bull';

import { OutboxRepository } from '../outbox/outbox.repository';
import { OutboxWorker } from '../outbox/outbox.worker';

/**
 * Credited deposits. Nobody is told of them yet: there is neither mail nor a message in the app. The
 * row is marked as done with a line in the log, so that the outbox drains.
 */
@Processor('notification')
export class DepositProcessor {
  private readonly logger = new Logger(DepositProcessor.name);

  constructor(
    private readonly worker: OutboxWorker,
    private readonly outbox: OutboxRepository,
  ) {}

  @Process()
  async handle(job: Job<OutboxJob>): Promise<void> {
    await this.worker.run('notification', job.data, async ({ depositId }, outboxId) => {
      await this.outbox.done(outboxId);
      this.logger.log({ depositId }, 'a deposit was credited; telling the player is not built');
    });
  }
}
