import type { MigrationInterface, QueryRunner } from 'typeorm';

const WAITS = `'under_min', 'unsupported_asset', 'unknown_address', 'rate_hold', 'aml_hold', 'manual_review'`;
const OTHERS = `'detected', 'confirming', 'confirmed', 'credited', 'orphaned', 'reversed'`;

const statuses = (waits: string): string => `
  ALTER TABLE deposits DROP CONSTRAINT "CK_deposits_status";
  ALTER TABLE deposits ADD CONSTRAINT "CK_deposits_status" CHECK (status IN (${OTHERS}, ${waits}));
  DROP INDEX "IDX_deposits_queue";
  CREATE INDEX "IDX_deposits_queue" ON deposits (id)
    WHERE resolution IS NULL AND status IN (${waits});`;

/** Deposits wait that would pass the limit which their player has set. */
export class DepositLimits1700000000017 implements MigrationInterface {
  readonly name = 'DepositLimits1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statuses(`${WAITS}, 'limit_hold'`));
  }

  /** Who goes back forgets the limit: such a deposit is confirmed, and is credited. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE deposits SET status = 'confirmed' WHERE status = 'limit_hold'`);
    await runner.query(statuses(WAITS));
  }
}
