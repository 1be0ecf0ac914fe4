import { Injectable } from '@nestjs/common';
import type { NotificationContent, NotificationTopic } from '@cardroom/notifications';
import type { EntityManager } from 'typeorm';

import type { OpenRow } from '../outbox/outbox.repository';

type Payload = OpenRow['payload'];

interface Told {
  readonly userId: string;
  readonly facts: object;
}

/** Each topic's statement, and the ids of the payload that it takes. */
const FACTS_OF: Readonly<
  Record<NotificationTopic, { readonly sql: string; readonly takes: readonly string[] }>
> = {
  'deposit.credited': {
    takes: ['depositId'],
    sql: `SELECT user_id AS "userId", jsonb_build_object(
            'depositId', id, 'amountKrw', amount_krw, 'asset', asset) AS facts
          FROM deposits WHERE id = $1`,
  },
  // The step that the row was written for, not the one that the withdrawal has come to since.
  'withdrawal.changed': {
    takes: ['withdrawalId', 'revision'],
    sql: `SELECT w.user_id AS "userId", jsonb_build_object('withdrawalId', w.id,
            'step', e.to_status, 'amountKrw', w.amount_krw, 'asset', w.asset) AS facts
          FROM withdrawals w, LATERAL (
            SELECT to_status FROM withdrawal_events WHERE withdrawal_id = w.id
            ORDER BY id OFFSET $2::int - 1 LIMIT 1) e
          WHERE w.id = $1`,
  },
  'rakeback.paid': {
    takes: ['userId', 'week'],
    sql: `SELECT user_id AS "userId",
            jsonb_build_object('week', week, 'rakebackKrw', rakeback_krw) AS facts
          FROM rakeback_payments WHERE user_id = $1 AND week = $2`,
  },
  'vip.level_changed': {
    takes: ['userId'],
    sql: `SELECT u.id AS "userId", jsonb_build_object('level', coalesce(v.level, 'bronze')) AS facts
          FROM users u LEFT JOIN vip_levels v ON v.user_id = u.id WHERE u.id = $1`,
  },
  'security.event': {
    takes: ['userId', 'what'],
    sql: `SELECT id AS "userId", jsonb_build_object('what', $2::text) AS facts
          FROM users WHERE id = $1`,
  },
};

/** What a row of the outbox tells whom. */
@Injectable()
export class NotificationFactsRepository {
  /** Errors: throws where the row names nothing that there is. */
  async read(
    manager: EntityManager,
    topic: NotificationTopic,
    payload: Payload,
  ): Promise<{ readonly userId: string; readonly content: NotificationContent }> {
    const { sql, takes } = FACTS_OF[topic];
    const [told] = await manager.query<Told[]>(
      sql,
      takes.map((name) => payload[name]),
    );
    if (told === undefined) throw new Error(`The row of ${topic} names nothing that there is`);
    const content = { topic, facts: told.facts } as NotificationContent;
    return { userId: told.userId, content };
  }
}
