import type { MigrationInterface, QueryRunner } from 'typeorm';

const DROPPED = `
ALTER TABLE outbox
  ADD COLUMN dropped_at timestamptz,
  ADD CONSTRAINT "CK_outbox_dropped"
    CHECK (dropped_at IS NULL OR (dead_at IS NOT NULL AND done_at IS NOT NULL));
CREATE INDEX "IDX_outbox_dead" ON outbox (id) WHERE dead_at IS NOT NULL AND done_at IS NULL;
`;

const NOTIFICATIONS = `
ALTER TABLE users ADD COLUMN language text NOT NULL DEFAULT 'ko'
  CONSTRAINT "CK_users_language" CHECK (language IN ('ko', 'en'));
CREATE TABLE notifications (
  id uuid CONSTRAINT "PK_notifications" PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT "FK_notifications_users" REFERENCES users (id),
  topic text NOT NULL,
  facts jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  read_at timestamptz
);
CREATE INDEX "IDX_notifications_user" ON notifications (user_id, id);
CREATE INDEX "IDX_notifications_unread" ON notifications (user_id) WHERE read_at IS NULL;
CREATE TABLE notification_deliveries (
  notification_id uuid NOT NULL
    CONSTRAINT "FK_notification_deliveries_notifications" REFERENCES notifications (id),
  channel text NOT NULL
    CONSTRAINT "CK_notification_deliveries_channel" CHECK (channel IN ('email', 'webhook', 'in_app')),
  claimed_until timestamptz,
  sent_at timestamptz,
  CONSTRAINT "PK_notification_deliveries" PRIMARY KEY (notification_id, channel)
);
CREATE TABLE notification_preferences (
  user_id uuid NOT NULL CONSTRAINT "FK_notification_preferences_users" REFERENCES users (id),
  topic text NOT NULL,
  channel text NOT NULL
    CONSTRAINT "CK_notification_preferences_channel" CHECK (channel IN ('email', 'webhook', 'in_app')),
  is_on boolean NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "PK_notification_preferences" PRIMARY KEY (user_id, topic, channel),
  CONSTRAINT "CK_notification_preferences_security"
    CHECK (is_on OR topic <> 'security.event' OR channel <> 'email')
);
`;

/** What players are told and how, and work that was given up and dropped by staff. */
export class Notifications1700000000018 implements MigrationInterface {
  readonly name = 'Notifications1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DROPPED);
    await runner.query(NOTIFICATIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE notification_preferences, notification_deliveries, notifications;
      ALTER TABLE users DROP COLUMN language;
      DROP INDEX "IDX_outbox_dead";
      ALTER TABLE outbox DROP COLUMN dropped_at;
    `);
  }
}
