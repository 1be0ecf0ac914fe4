import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was backed up, so that the system itself can say when the last good backup is too old. */
export class Backups1700000000020 implements MigrationInterface {
  readonly name = 'Backups1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE backups (
        name text CONSTRAINT "PK_backups" PRIMARY KEY,
        kind text NOT NULL CONSTRAINT "CK_backups_kind" CHECK (kind IN ('base', 'dump', 'redis')),
        began_at timestamptz NOT NULL,
        done_at timestamptz NOT NULL DEFAULT now(),
        bytes bigint NOT NULL CONSTRAINT "CK_backups_bytes" CHECK (bytes > 0),
        CONSTRAINT "CK_backups_times" CHECK (done_at >= began_at)
      );
      CREATE INDEX "IDX_backups_kind" ON backups (kind, began_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE backups');
  }
}
