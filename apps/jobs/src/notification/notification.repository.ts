import { Injectable } from '@nestjs/common';
import { leaveWork, withTransaction } from '@cardroom/database';
import {
  channelsFor,
  type Language,
  type NotificationChannel,
  type NotificationContent,
  type Preference,
} from '@cardroom/notifications';
import { DataSource, type EntityManager } from 'typeorm';

/** A notification that is not stored yet. */
export interface NewNotification {
  /** That of the outbox row it comes from: one row, one notification. */
  readonly id: string;
  readonly userId: string;
  readonly content: NotificationContent;
}

/** What a channel is given to send. */
export interface Outgoing {
  readonly id: string;
  readonly userId: string;
  readonly content: NotificationContent;
  readonly language: Language;
  readonly email: string;
  readonly createdAt: Date;
}

export type ClaimOutcome =
  | { readonly status: 'claimed'; readonly outgoing: Outgoing }
  | { readonly status: 'sent' }
  /** Another worker is at it, or its worker has just died. */
  | { readonly status: 'busy' };

/** Longer than a channel may take, shorter than the wait before a row is sent again. */
const CLAIM_SECONDS = 25;

interface OutgoingRow extends Omit<Outgoing, 'content'> {
  readonly topic: NotificationContent['topic'];
  readonly facts: object;
}

/** Notifications, and by which channels each has gone out. */
@Injectable()
export class NotificationRepository {
  constructor(private readonly source: DataSource) {}

  /**
   * Stores a notification and leaves work for each of its channels; does nothing where it is stored.
   * An account that is closed is told nothing.
   */
  async add(
    manager: EntityManager,
    { id, userId, content }: NewNotification,
    available: readonly NotificationChannel[],
  ): Promise<void> {
    const added = await manager.query<unknown[]>(
      `INSERT INTO notifications (id, user_id, topic, facts)
       SELECT $1, id, $3, $4 FROM users WHERE id = $2 AND status <> 'closed'
       ON CONFLICT DO NOTHING RETURNING 1`,
      [id, userId, content.topic, content.facts],
    );
    if (added.length === 0) return;
    const chosen = await manager.query<Preference[]>(
      `SELECT topic, channel, is_on AS "isOn" FROM notification_preferences
       WHERE user_id = $1 AND topic = $2`,
      [userId, content.topic],
    );
    for (const channel of channelsFor(content.topic, chosen, available)) {
      await manager.query(
        'INSERT INTO notification_deliveries (notification_id, channel) VALUES ($1, $2)',
        [id, channel],
      );
      const payload = { notificationId: id, channel };
      await leaveWork(manager, { topic: 'notification.send', payload, requestId: id });
    }
  }

  /** Takes one delivery for a while, so that no two workers send it at once. */
  async claim(id: string, channel: NotificationChannel): Promise<ClaimOutcome> {
    return withTransaction(this.source, async (manager) => {
      const [, claimed] = await manager.query<[unknown[], number]>(
        `UPDATE notification_deliveries SET claimed_until = now() + $3 * interval '1 second'
         WHERE notification_id = $1 AND channel = $2 AND sent_at IS NULL
           AND (claimed_until IS NULL OR claimed_until < now())`,
        [id, channel, CLAIM_SECONDS],
      );
      const [row] = await manager.query<(OutgoingRow & { readonly isSent: boolean })[]>(
        `SELECT n.id, n.user_id AS "userId", n.topic, n.facts, n.created_at AS "createdAt",
                u.language, u.email, d.sent_at IS NOT NULL AS "isSent"
         FROM notification_deliveries d
         JOIN notifications n ON n.id = d.notification_id JOIN users u ON u.id = n.user_id
         WHERE d.notification_id = $1 AND d.channel = $2`,
        [id, channel],
      );
      if (row === undefined) throw new Error(`Nothing is to be sent of ${id} by ${channel}`);
      const { topic, facts, isSent, ...rest } = row;
      if (isSent) return { status: 'sent' };
      if (claimed === 0) return { status: 'busy' };
      const content = { topic, facts } as NotificationContent;
      return { status: 'claimed', outgoing: { ...rest, content } };
    });
  }

  /** It did not go out: the next try may begin at once. */
  async release(id: string, channel: NotificationChannel): Promise<void> {
    await this.source.query(
      `UPDATE notification_deliveries SET claimed_until = NULL
       WHERE notification_id = $1 AND channel = $2 AND sent_at IS NULL`,
      [id, channel],
    );
  }

  async sent(manager: EntityManager, id: string, channel: NotificationChannel): Promise<void> {
    await manager.query(
      `UPDATE notification_deliveries SET sent_at = now(), claimed_until = NULL
       WHERE notification_id = $1 AND channel = $2 AND sent_at IS NULL`,
      [id, channel],
    );
  }
}
