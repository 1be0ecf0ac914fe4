import { OUTBOX_TOPICS, QUEUE_OF_TOPIC, type OutboxTopic } from '@cardroom/protocol';

/** A queue that some topic of the outbox leads to. */
export type WorkedQueue = (typeof QUEUE_OF_TOPIC)[OutboxTopic];

/** A topic with a new queue does not compile until the queue is listed here, and so has a worker. */
const WORKED: Readonly<Record<WorkedQueue, true>> = {
  analytics: true,
  notification: true,
  settlement: true,
};

export const WORKED_QUEUES = Object.keys(WORKED) as readonly WorkedQueue[];

export const topicsOf = (queue: WorkedQueue): readonly OutboxTopic[] =>
  OUTBOX_TOPICS.filter((topic) => QUEUE_OF_TOPIC[topic] === queue);
