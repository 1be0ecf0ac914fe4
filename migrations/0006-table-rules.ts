import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  'structure',
  'straddle',
  'run_it_twice',
  'rabbit_hunt',
  'rathole_window_ms',
  'away_removal_ms',
  'seat_offer_ms',
];

/** What a table plays by; tables that are there already get what most tables have. */
export class TableRules1700000000006 implements MigrationInterface {
  readonly name = 'TableRules1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tables
        ADD COLUMN structure text NOT NULL DEFAULT 'no-limit'
          CONSTRAINT "CK_tables_structure"
            CHECK (structure IN ('no-limit', 'pot-limit', 'fixed-limit')),
        ADD COLUMN straddle text NOT NULL DEFAULT 'none'
          CONSTRAINT "CK_tables_straddle" CHECK (straddle IN ('none', 'under_the_gun', 'button')),
        ADD COLUMN run_it_twice boolean NOT NULL DEFAULT false,
        ADD COLUMN rabbit_hunt boolean NOT NULL DEFAULT false,
        ADD COLUMN rathole_window_ms integer NOT NULL DEFAULT 3600000,
        ADD COLUMN away_removal_ms integer NOT NULL DEFAULT 900000,
        ADD COLUMN seat_offer_ms integer NOT NULL DEFAULT 30000,
        ADD CONSTRAINT "CK_tables_waits"
          CHECK (rathole_window_ms >= 0 AND away_removal_ms >= 1000 AND seat_offer_ms >= 1000);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE tables ${COLUMNS.map((column) => `DROP COLUMN ${column}`).join(', ')}`,
    );
  }
}
