import { Process, Processor } from '@nestjs/bull';
import { Logger } from '@nestjs/common';
import type { OutboxJob } from '@cardroom/protocol';
import type { Job } from 'bull';

import { OutboxRepository } from '../outbox/outbox.repository';
import { OutboxWorker } from '../outbox/outbox.worker';

/**
 * What players should hear of: credited deposits, rakeback, a new level. Nobody is told yet: there is
 * neither mail nor a message in the app. The row is marked as done with a line in the log, so that
 * the outbox drains.
 */
@Processor('notification')
export class NoticeProcessor {
  private readonly logger = new Logger(NoticeProcessor.name);

  constructor(
    private readonly worker: OutboxWorker,
    private readonly outbox: OutboxRepository,
  ) {}

  @Process()
  async handle(job: Job<OutboxJob>): Promise<void> {
    await this.worker.run('notification', job.data, async (about, outboxId) => {
      await this.outbox.done(outboxId);
      const { topic } = job.data;
      this.logger.debug({ topic, about }, 'a notice is due; telling the player is not built');
    });
  }
}
