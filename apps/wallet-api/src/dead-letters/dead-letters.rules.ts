import {
  OUTBOX_TOPICS,
  QUEUE_OF_TOPIC,
  type OutboxTopic,
  type QueueName,
} from '@cardroom/protocol';

/** The topics whose work a queue does; all of them where none is named. */
export const topicsOf = (queue: QueueName | undefined): readonly OutboxTopic[] =>
  OUTBOX_TOPICS.filter((topic) => queue === undefined || QUEUE_OF_TOPIC[topic] === queue);

/** What moves money is tried again, or waits; nobody drops it. */
export const mayBeDropped = (topic: OutboxTopic): boolean => QUEUE_OF_TOPIC[topic] !== 'settlement';
