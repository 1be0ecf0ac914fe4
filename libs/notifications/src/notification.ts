import type { VipLevel } from '@cardroom/vip';

/** What players are told of: the topics of the outbox that become notifications. */
export const NOTIFICATION_TOPICS = [
  'deposit.credited',
  'withdrawal.changed',
  'rakeback.paid',
  'vip.level_changed',
  'security.event',
] as const;
export type NotificationTopic = (typeof NOTIFICATION_TOPICS)[number];

export const isNotificationTopic = (topic: string): topic is NotificationTopic =>
  (NOTIFICATION_TOPICS as readonly string[]).includes(topic);

export const NOTIFICATION_CHANNELS = ['email', 'webhook', 'in_app'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Steps of a withdrawal that its player hears of. */
export const TOLD_WITHDRAWAL_STEPS = [
  'cooling',
  'approved',
  'submitted',
  'completed',
  'cancelled_by_user',
  'rejected',
  'expired',
  'failed_returned',
] as const;
export type ToldWithdrawalStep = (typeof TOLD_WITHDRAWAL_STEPS)[number];

export const TOLD_SECURITY_EVENTS = [
  'new_device',
  'password_changed',
  'second_factor_changed',
  'refresh_token_reused',
  'account_frozen',
] as const;
export type ToldSecurityEvent = (typeof TOLD_SECURITY_EVENTS)[number];

/** What a notification says, without its words. Amounts in won. */
export interface NotificationFacts {
  readonly 'deposit.credited': {
    readonly depositId: string;
    readonly amountKrw: number;
    readonly asset: string;
  };
  readonly 'withdrawal.changed': {
    readonly withdrawalId: string;
    readonly step: ToldWithdrawalStep;
    readonly amountKrw: number;
    readonly asset: string;
  };
  readonly 'rakeback.paid': { readonly week: string; readonly rakebackKrw: number };
  readonly 'vip.level_changed': { readonly level: VipLevel };
  readonly 'security.event': { readonly what: ToldSecurityEvent };
}

/** A topic with the facts that belong to it. */
export type NotificationContent = {
  readonly [T in NotificationTopic]: { readonly topic: T; readonly facts: NotificationFacts[T] };
}[NotificationTopic];
