import { Injectable, Logger } from '@nestjs/common';
import { counter, ErrorReporter, runWithRequestId } from '@cardroom/platform';
import type { OutboxJob, QueueName } from '@cardroom/protocol';

import { OutboxRepository } from './outbox.repository';

const MAX_ATTEMPTS = 5;
const processed = counter('jobs_processed_total', 'Jobs that ran.', ['queue', 'outcome']);

/** Does the work of an open row; must leave the row done. */
export type OutboxHandler = (
  payload: Readonly<Record<string, string>>,
  outboxId: string,
) => Promise<void>;

/** What every worker of the outbox has in common: look at the row, do it, note what went wrong. */
@Injectable()
export class OutboxWorker {
  private readonly logger = new Logger(OutboxWorker.name);

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly reporter: ErrorReporter,
  ) {}

  async run(queue: QueueName, job: OutboxJob, handle: OutboxHandler): Promise<void> {
    await runWithRequestId(job.requestId, async () => {
      const row = await this.outbox.open(job.outboxId);
      if (row === null) {
        processed.inc({ queue, outcome: 'repeated' });
        return;
      }
      try {
        await handle(row.payload, job.outboxId);
        processed.inc({ queue, outcome: 'done' });
        this.logger.debug({ topic: row.topic, outboxId: job.outboxId }, 'job done');
      } catch (cause) {
        processed.inc({ queue, outcome: 'failed' });
        this.logger.error({ topic: row.topic, outboxId: job.outboxId, err: cause }, 'job failed');
        this.reporter.report(cause);
        const reason = cause instanceof Error ? cause.message : String(cause);
        await this.outbox.failed(job.outboxId, reason, MAX_ATTEMPTS);
      }
    });
  }
}
