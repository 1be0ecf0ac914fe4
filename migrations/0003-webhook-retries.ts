import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an event that is still open is worked on again, and how often it was. */
export class WebhookRetries1700000000003 implements MigrationInterface {
  readonly name = 'WebhookRetries1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE webhook_events
        ADD COLUMN attempts integer NOT NULL DEFAULT 0,
        ADD COLUMN next_try_at timestamptz NOT NULL DEFAULT now();
      DROP INDEX "IDX_webhook_events_open";
      CREATE INDEX "IDX_webhook_events_open" ON webhook_events (next_try_at)
        WHERE processed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "IDX_webhook_events_open";
      CREATE INDEX "IDX_webhook_events_open" ON webhook_events (received_at)
        WHERE processed_at IS NULL;
      ALTER TABLE webhook_events DROP COLUMN attempts, DROP COLUMN next_try_at;
    `);
  }
}
