import { QUEUE_OF_TOPIC, type OutboxTopic } from '@cardroom/protocol';

import { WORKED_QUEUES, type WorkedQueue } from '../queues/worked-queues';

/** A row is given up after so many tries and waits for a person. */
export const MAX_ATTEMPTS = 5;

/** What others than the house must take is tried for four hours: their outages are longer. */
const LONGER: Partial<Record<OutboxTopic, number>> = { 'notification.send': 10 };

export const maxAttemptsOf = (topic: OutboxTopic): number => LONGER[topic] ?? MAX_ATTEMPTS;

/** How long a row that was sent may stay undone before it counts as lost, in seconds. */
const FIRST_WAIT_SECONDS = 15;

/**
 * How long to wait for a row that was tried so often, in seconds: 15, then twice as long each time.
 * Five tries take about eight minutes, so that a short outage gives nothing up.
 */
export const lostAfterSeconds = (attempts: number): number => FIRST_WAIT_SECONDS * 2 ** attempts;

/** At most so many jobs of a queue wait in Redis; the rest of a backlog waits in PostgreSQL. */
const MAX_WAITING_JOBS = 1_000;
export const BATCH_ROWS = 200;

/** How many rows may be sent to a queue in which so many jobs wait. */
export const roomFor = (waitingJobs: number): number =>
  Math.max(0, Math.min(BATCH_ROWS, MAX_WAITING_JOBS - waitingJobs));

/** The pause before the outbox is looked at again, in milliseconds: shorter the more there was. */
export function pauseAfterMs(sentRows: number): number {
  if (sentRows >= BATCH_ROWS) return 0;
  return sentRows > 0 ? 250 : 500;
}

/** What is left to do. */
export interface Backlog {
  readonly pending: number;
  readonly dead: number;
  /** Age of the oldest that is neither done nor given up, in seconds; 0 where there is none. */
  readonly oldestSeconds: number;
}

export interface TopicBacklog extends Backlog {
  readonly topic: string;
}

const NO_BACKLOG: Backlog = { pending: 0, dead: 0, oldestSeconds: 0 };

const together = (one: Backlog, other: Backlog): Backlog => ({
  pending: one.pending + other.pending,
  dead: one.dead + other.dead,
  oldestSeconds: Math.max(one.oldestSeconds, other.oldestSeconds),
});

/** What waits for each queue, by what waits of each topic; every queue is there. */
export function backlogByQueue(topics: readonly TopicBacklog[]): ReadonlyMap<WorkedQueue, Backlog> {
  const of = new Map(WORKED_QUEUES.map((queue) => [queue, NO_BACKLOG]));
  for (const { topic, ...backlog } of topics) {
    const queue = (QUEUE_OF_TOPIC as Readonly<Record<string, WorkedQueue | undefined>>)[topic];
    if (queue !== undefined) of.set(queue, together(of.get(queue) ?? NO_BACKLOG, backlog));
  }
  return of;
}

export const backlogOfAll = (backlogs: Iterable<Backlog>): Backlog =>
  [...backlogs].reduce(together, NO_BACKLOG);
