/** Work that leaves a transaction through the outbox. A job carries ids only. */

export const QUEUE_NAMES = ['settlement', 'analytics', 'notification', 'archive'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

export const OUTBOX_TOPICS = [
  'hand.settled',
  'hand.voided',
  'deposit.credited',
  'withdrawal.queued',
  'rakeback.paid',
  'vip.level_changed',
] as const;
export type OutboxTopic = (typeof OUTBOX_TOPICS)[number];

export interface OutboxPayloads {
  'hand.settled': { readonly handId: string };
  'hand.voided': { readonly handId: string };
  'deposit.credited': { readonly depositId: string };
  'withdrawal.queued': { readonly withdrawalId: string };
  'rakeback.paid': { readonly userId: string; readonly week: string };
  'vip.level_changed': { readonly userId: string };
}

/** Which queue works on a topic. */
export const QUEUE_OF_TOPIC = {
  'hand.settled': 'analytics',
  'hand.voided': 'analytics',
  'deposit.credited': 'notification',
  'withdrawal.queued': 'settlement',
  'rakeback.paid': 'notification',
  'vip.level_changed': 'notification',
} as const satisfies Record<OutboxTopic, QueueName>;

/** The data of every Bull job: which outbox row to do; the row says the rest. */
export interface OutboxJob {
  readonly outboxId: string;
  readonly topic: OutboxTopic;
  readonly requestId: string;
}
