/** Work that leaves a transaction through the outbox. A job carries ids only. */

export const QUEUE_NAMES = ['settlement', 'analytics', 'notification', 'archive'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

export const OUTBOX_TOPICS = [
  'hand.settled',
  'hand.voided',
  'deposit.credited',
  'withdrawal.queued',
  'withdrawal.changed',
  'rakeback.paid',
  'vip.level_changed',
  'security.event',
  'notification.send',
  'archive.day',
] as const;
export type OutboxTopic = (typeof OUTBOX_TOPICS)[number];

/** What may mean that somebody else has a player's account, or wants it. */
export type SecurityEvent =
  | 'new_device'
  | 'password_changed'
  | 'second_factor_changed'
  | 'refresh_token_reused'
  | 'account_frozen';

export interface OutboxPayloads {
  'hand.settled': { readonly handId: string };
  'hand.voided': { readonly handId: string };
  'deposit.credited': { readonly depositId: string };
  'withdrawal.queued': { readonly withdrawalId: string };
  /** `revision` is the number of its step: the first event of a withdrawal is "1". */
  'withdrawal.changed': { readonly withdrawalId: string; readonly revision: string };
  'rakeback.paid': { readonly userId: string; readonly week: string };
  'vip.level_changed': { readonly userId: string };
  'security.event': { readonly userId: string; readonly what: SecurityEvent };
  'notification.send': { readonly notificationId: string; readonly channel: string };
  /** A day of Seoul whose hands go to cold storage. */
  'archive.day': { readonly day: string };
}

/** Which queue works on a topic. */
export const QUEUE_OF_TOPIC = {
  'hand.settled': 'analytics',
  'hand.voided': 'analytics',
  'deposit.credited': 'notification',
  'withdrawal.queued': 'settlement',
  'withdrawal.changed': 'notification',
  'rakeback.paid': 'notification',
  'vip.level_changed': 'notification',
  'security.event': 'notification',
  'notification.send': 'notification',
  'archive.day': 'archive',
} as const satisfies Record<OutboxTopic, QueueName>;

/** The data of every Bull job: which outbox row to do; the row says the rest. */
export interface OutboxJob {
  readonly outboxId: string;
  readonly topic: OutboxTopic;
  readonly requestId: string;
}
