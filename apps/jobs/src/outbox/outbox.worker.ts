import { Injectable, Logger } from '@nestjs/common';
import { counter, ErrorReporter, histogram, runWithRequestId, traced } from '@cardroom/platform';
import type { OutboxJob } from '@cardroom/protocol';

import type { WorkedQueue } from '../queues/worked-queues';
import { OutboxRepository, type OpenRow } from './outbox.repository';
import { maxAttemptsOf } from './outbox.rules';

const processed = counter('jobs_processed_total', 'Jobs that ran.', ['queue', 'outcome']);
const duration = histogram('job_duration_seconds', 'Time of one job.', ['queue']);

const MAX_REASON_LENGTH = 500;

/** Does the work of an open row; must leave the row done. */
export type OutboxHandler = (payload: OpenRow['payload'], outboxId: string) => Promise<void>;

type Outcome = 'done' | 'repeated' | 'failed' | 'dead';

/**
 * What every worker of the outbox has in common: look at the row, do it, note what went wrong.
 *
 * A failed try is noted in the row and tried again by the sweeper; only where even that cannot be
 * noted (PostgreSQL is away) the job itself fails, and its try does not count.
 */
@Injectable()
export class OutboxWorker {
  private readonly logger = new Logger(OutboxWorker.name);

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly reporter: ErrorReporter,
  ) {}

  async run(queue: WorkedQueue, job: OutboxJob, handle: OutboxHandler): Promise<void> {
    const { outboxId, topic, requestId } = job;
    await runWithRequestId(requestId, async () => {
      const end = duration.startTimer({ queue });
      const outcome = await traced({ name: `job ${topic}` }, () => this.attempt(outboxId, handle));
      end();
      processed.inc({ queue, outcome });
      this.logger.debug({ queue, topic, outboxId, outcome }, 'job ran');
    });
  }

  private async attempt(outboxId: string, handle: OutboxHandler): Promise<Outcome> {
    const row = await this.outbox.begin(outboxId);
    if (row === null) return 'repeated';
    const maxAttempts = maxAttemptsOf(row.topic);
    if (row.attempts > maxAttempts)
      return this.giveUp(outboxId, row, 'its workers ended each time');
    try {
      await handle(row.payload, outboxId);
      return 'done';
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const { topic, attempts } = row;
      this.logger.error({ topic, outboxId, attempts, err: cause }, 'a job failed');
      this.reporter.report(cause);
      await this.outbox.failed(outboxId, reason.slice(0, MAX_REASON_LENGTH));
      return attempts >= maxAttempts ? this.giveUp(outboxId, row, reason) : 'failed';
    }
  }

  private async giveUp(outboxId: string, row: OpenRow, reason: string): Promise<Outcome> {
    await this.outbox.bury(outboxId, reason);
    this.logger.error({ topic: row.topic, outboxId }, 'a row of the outbox was given up');
    return 'dead';
  }
}
