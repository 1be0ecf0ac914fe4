import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { counter } from '@cardroom/platform';
import type { OutboxJob } from '@cardroom/protocol';
import type { JobOptions, Queue } from 'bull';

import type { QueueConnections } from './queue-connection';
import type { WorkedQueue } from './worked-queues';

const stalled = counter('jobs_stalled_total', 'Jobs whose worker fell silent.', ['queue']);

/**
 * A job that ran leaves the queue at once: the outbox row says what became of it, and a job that
 * stayed would keep another with its id out when a row is opened again.
 */
const JOB_OPTIONS: JobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true };

/** A job for an outbox row. The same try of the same row has the same id, so Bull takes it once. */
export interface JobRequest {
  readonly job: OutboxJob;
  readonly attempts: number;
}

/** The Bull queues of this app. Bull is a wake-up, at least once; what is done is in PostgreSQL. */
@Injectable()
export class JobQueues implements BeforeApplicationShutdown {
  private readonly logger = new Logger(JobQueues.name);

  constructor(
    private readonly queues: ReadonlyMap<WorkedQueue, Queue<OutboxJob>>,
    private readonly connections: Pick<QueueConnections, 'disconnect'>,
  ) {
    for (const [name, queue] of queues) this.listen(name, queue);
  }

  /** Workers finish what they hold while PostgreSQL is still connected, and take nothing new. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.connections.disconnect();
  }

  async add(name: WorkedQueue, requests: readonly JobRequest[]): Promise<void> {
    await this.queue(name).addBulk(
      requests.map(({ job, attempts }) => ({
        data: job,
        opts: { ...JOB_OPTIONS, jobId: `${job.outboxId}.${attempts}` },
      })),
    );
  }

  async depth(name: WorkedQueue): Promise<{ waiting: number; active: number }> {
    const { waiting, active } = await this.queue(name).getJobCounts();
    return { waiting, active };
  }

  /** Errors: rejects where the Redis of the queues does not answer. */
  async ping(): Promise<void> {
    for (const queue of this.queues.values()) await queue.client.ping();
  }

  private queue(name: WorkedQueue): Queue<OutboxJob> {
    const queue = this.queues.get(name);
    if (queue === undefined) throw new Error(`No queue is called ${name}`);
    return queue;
  }

  private listen(name: WorkedQueue, queue: Queue<OutboxJob>): void {
    let isAway = false;
    queue.on('error', (error: NodeJS.ErrnoException) => {
      if (!isAway) {
        const reason = error.code ?? error.message;
        this.logger.warn({ queue: name, reason }, 'the Redis of the queues is away');
      }
      isAway = true;
    });
    queue.client.on('ready', () => {
      if (isAway) this.logger.log({ queue: name }, 'the Redis of the queues is back');
      isAway = false;
    });
    queue.on('stalled', ({ data }) => {
      stalled.inc({ queue: name });
      this.logger.warn({ queue: name, outboxId: data.outboxId }, 'a job is given to a new worker');
    });
    queue.on('failed', ({ data }, error) => {
      const { outboxId } = data;
      this.logger.warn({ queue: name, outboxId, err: error }, 'a job could not be noted');
    });
  }
}
