import { Injectable } from '@nestjs/common';
import type {
  Language,
  NotificationContent,
  NotificationTopic,
  Preference,
} from '@cardroom/notifications';
import { DataSource } from 'typeorm';

export interface StoredNotification {
  readonly id: string;
  readonly topic: NotificationTopic;
  readonly facts: NotificationContent['facts'];
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface NotificationList {
  readonly userId: string;
  readonly unreadOnly: boolean;
  readonly before: string | null;
  readonly limit: number;
}

/** What a user was told, and how the user wants to be told. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly source: DataSource) {}

  /** Newest first; reads one row too many. */
  list({ userId, unreadOnly, before, limit }: NotificationList): Promise<StoredNotification[]> {
    return this.source.query(
      `SELECT id, topic, facts, created_at AS "createdAt", read_at AS "readAt" FROM notifications
       WHERE user_id = $1 AND (NOT $2 OR read_at IS NULL) AND ($3::uuid IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4`,
      [userId, unreadOnly, before, limit + 1],
    );
  }

  async unread(userId: string): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>(
      'SELECT count(*) AS count FROM notifications WHERE user_id = $1 AND read_at IS NULL',
      [userId],
    );
    return row?.count ?? 0;
  }

  /** False where the user has no such notification; one that was read stays as it is. */
  async read(userId: string, id: string): Promise<boolean> {
    const [, count] = await this.source.query<[unknown, number]>(
      `UPDATE notifications SET read_at = coalesce(read_at, now()) WHERE id = $1 AND user_id = $2`,
      [id, userId],
    );
    return count === 1;
  }

  /** All that there are up to one of them: newer ones, which the user has not seen, stay unread. */
  async readUpTo(userId: string, id: string): Promise<void> {
    await this.source.query(
      `UPDATE notifications SET read_at = now()
       WHERE user_id = $1 AND id <= $2 AND read_at IS NULL`,
      [userId, id],
    );
  }

  async language(userId: string): Promise<Language> {
    const [row] = await this.source.query<{ language: Language }[]>(
      'SELECT language FROM users WHERE id = $1',
      [userId],
    );
    return row?.language ?? 'ko';
  }

  async setLanguage(userId: string, language: Language): Promise<void> {
    await this.source.query('UPDATE users SET language = $2 WHERE id = $1', [userId, language]);
  }

  preferences(userId: string): Promise<Preference[]> {
    return this.source.query(
      `SELECT topic, channel, is_on AS "isOn" FROM notification_preferences WHERE user_id = $1`,
      [userId],
    );
  }

  async setPreference(userId: string, { topic, channel, isOn }: Preference): Promise<void> {
    await this.source.query(
      `INSERT INTO notification_preferences (user_id, topic, channel, is_on) VALUES ($1, $2, $3, $4)
       ON CONFLICT (user_id, topic, channel) DO UPDATE SET is_on = excluded.is_on, changed_at = now()`,
      [userId, topic, channel, isOn],
    );
  }
}
