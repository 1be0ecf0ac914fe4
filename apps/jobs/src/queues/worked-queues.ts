import { OUTBOX_TOPICS, QUEUE_OF_TOPIC, type OutboxTopic } from '@cardroom/protocol';

/** A queue that some topic of the outbox leads to. */
export type WorkedQueue = (typeof QUEUE_OF_TOPIC)[OutboxTopic];

/**
 * How many jobs of each queue one process works on at a time: a slow mail server takes nothing from
 * withdrawals. A topic with a new queue does not compile until the queue is listed here.
 */
export const CONCURRENCY = {
  analytics: 4,
  archive: 1,
  notification: 8,
  settlement: 4,
} as const satisfies Record<WorkedQueue, number>;

export const WORKED_QUEUES = Object.keys(CONCURRENCY) as readonly WorkedQueue[];

export const topicsOf = (queue: WorkedQueue): readonly OutboxTopic[] =>
  OUTBOX_TOPICS.filter((topic) => QUEUE_OF_TOPIC[topic] === queue);
