import type { MigrationInterface, QueryRunner } from 'typeorm';

const WAITS = `'under_min', 'unsupported_asset', 'unknown_address', 'rate_hold', 'aml_hold', 'manual_review'`;
const OTHERS = `'detected', 'confirming', 'confirmed', 'credited', 'orphaned', 'reversed'`;

const statuses = (waits: string): string => `
  ALTER TABLE deposits DROP CONSTRAINT "CK_deposits_status";
  ALTER TABLE deposits ADD CONSTRAINT "CK_deposits_status" CHECK (status IN (${OTHERS}, ${waits}));
  DROP INDEX "IDX_deposits_queue";
  CREATE INDEX "IDX_deposits_queue" ON deposits (id)
    WHERE resolution IS NULL AND status IN (${waits});`;

/** The sealer reads steps by their transaction; those of before are sealed as of this one. */
const SEALED_STEPS = `
  ALTER TABLE withdrawal_events
    ADD COLUMN recorded_xid xid8 NOT NULL DEFAULT pg_current_xact_id();
  CREATE INDEX "IDX_withdrawal_events_xid" ON withdrawal_events (recorded_xid);`;

/** Deposits wait that would pass their player's limit; steps of withdrawals are sealed. */
export class LimitsAndSteps1700000000017 implements MigrationInterface {
  readonly name = 'LimitsAndSteps1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statuses(`${WAITS}, 'limit_hold'`));
    await runner.query(SEALED_STEPS);
  }

  /** Who goes back forgets the limit: such a deposit is confirmed, and is credited. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE withdrawal_events DROP COLUMN recorded_xid');
    await runner.query(`UPDATE deposits SET status = 'confirmed' WHERE status = 'limit_hold'`);
    await runner.query(statuses(WAITS));
  }
}
