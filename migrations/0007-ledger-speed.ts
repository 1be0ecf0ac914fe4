import type { MigrationInterface, QueryRunner } from 'typeorm';

import { FIRST_LEDGER_FUNCTIONS } from './0002-ledger';
import { LEDGER_POST } from './0007-ledger-post';
import { LEDGER_READING } from './0007-ledger-reading';

/** A hold is resolved once; the row that says how stays as it is. */
const HOLDS = `
ALTER TABLE ledger_holds
  ADD COLUMN actor text NOT NULL DEFAULT 'system',
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN resolved_by text,
  ADD COLUMN posting_transfer_id uuid CONSTRAINT "FK_ledger_holds_postings" REFERENCES ledger_transfers (id),
  ADD COLUMN release_transfer_id uuid CONSTRAINT "FK_ledger_holds_releases" REFERENCES ledger_transfers (id),
  ADD CONSTRAINT "UQ_ledger_holds_transfer" UNIQUE (transfer_id),
  ADD CONSTRAINT "CK_ledger_holds_resolved" CHECK ((status = 'held') = (resolved_at IS NULL)),
  ADD CONSTRAINT "CK_ledger_holds_posting" CHECK (
    (status = 'posted') = (posted_krw > 0) AND (status = 'posted') = (posting_transfer_id IS NOT NULL)),
  ADD CONSTRAINT "CK_ledger_holds_release" CHECK (
    (status <> 'held' AND posted_krw < amount_krw) = (release_transfer_id IS NOT NULL));
ALTER TABLE ledger_holds ALTER COLUMN actor DROP DEFAULT;
CREATE INDEX "IDX_ledger_holds_user" ON ledger_holds (user_id) WHERE status = 'held';
CREATE INDEX "IDX_ledger_holds_due" ON ledger_holds (expires_at)
  WHERE status = 'held' AND expires_at IS NOT NULL;
CREATE TRIGGER "TR_ledger_holds_once" BEFORE UPDATE ON ledger_holds
  FOR EACH ROW WHEN (OLD.status <> 'held') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TR_ledger_holds_no_delete" BEFORE DELETE ON ledger_holds
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;

const HOLDS_DOWN = `
DROP TRIGGER "TR_ledger_holds_once" ON ledger_holds;
DROP TRIGGER "TR_ledger_holds_no_delete" ON ledger_holds;
DROP INDEX "IDX_ledger_holds_user", "IDX_ledger_holds_due";
ALTER TABLE ledger_holds
  DROP CONSTRAINT "UQ_ledger_holds_transfer", DROP CONSTRAINT "CK_ledger_holds_resolved",
  DROP CONSTRAINT "CK_ledger_holds_posting", DROP CONSTRAINT "CK_ledger_holds_release",
  DROP COLUMN actor, DROP COLUMN created_at, DROP COLUMN resolved_by,
  DROP COLUMN posting_transfer_id, DROP COLUMN release_transfer_id;
`;

/** An answer is written with its row: a request that did not end leaves nothing behind. */
const IDEMPOTENCY = `
ALTER TABLE ledger_idempotency
  ADD CONSTRAINT "CK_ledger_idempotency_key" CHECK (length(key) BETWEEN 1 AND 128),
  ADD CONSTRAINT "CK_ledger_idempotency_answered" CHECK ((answer IS NULL) = (answered_at IS NULL));
CREATE INDEX "IDX_ledger_idempotency_created" ON ledger_idempotency (created_at);
`;

const IDEMPOTENCY_DOWN = `
DROP INDEX "IDX_ledger_idempotency_created";
ALTER TABLE ledger_idempotency
  DROP CONSTRAINT "CK_ledger_idempotency_key", DROP CONSTRAINT "CK_ledger_idempotency_answered";
`;

/**
 * What each posting pays for and does not need: a check of the transfer that the same function has
 * just written, and places in unique indexes for columns that are empty.
 */
const STORAGE = `
ALTER TABLE ledger_accounts ADD COLUMN changed_at timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE ledger_entries DROP CONSTRAINT "FK_ledger_entries_transfers";
ALTER TABLE ledger_entries DROP CONSTRAINT "UQ_ledger_entries_version";
CREATE UNIQUE INDEX "UQ_ledger_entries_version" ON ledger_entries (account_id, version)
  WHERE version IS NOT NULL;
CREATE INDEX "IDX_ledger_entries_house" ON ledger_entries (account_id, posted_xid)
  WHERE version IS NULL;
ALTER TABLE ledger_transfers DROP CONSTRAINT "UQ_ledger_transfers_reverses";
CREATE UNIQUE INDEX "UQ_ledger_transfers_reverses" ON ledger_transfers (reverses_transfer_id)
  WHERE reverses_transfer_id IS NOT NULL;
`;

const STORAGE_DOWN = `
DROP INDEX "UQ_ledger_transfers_reverses", "IDX_ledger_entries_house", "UQ_ledger_entries_version";
ALTER TABLE ledger_transfers
  ADD CONSTRAINT "UQ_ledger_transfers_reverses" UNIQUE (reverses_transfer_id);
ALTER TABLE ledger_entries
  ADD CONSTRAINT "UQ_ledger_entries_version" UNIQUE (account_id, version),
  ADD CONSTRAINT "FK_ledger_entries_transfers"
    FOREIGN KEY (transfer_id) REFERENCES ledger_transfers (id);
ALTER TABLE ledger_accounts DROP COLUMN changed_at;
`;

const OLD_FUNCTIONS_DOWN = `
DROP FUNCTION ledger_post(jsonb), ledger_apply(jsonb), ledger_faults(jsonb), ledger_entries_of(jsonb);
`;

const FUNCTIONS_DOWN = `
DROP VIEW ledger_house_balances;
DROP FUNCTION ledger_roll_up, ledger_balance_at, ledger_cancel_before, ledger_post, ledger_account_ids;
`;

const GRANTS = `
DO $$ BEGIN
  GRANT DELETE ON ledger_idempotency TO cardroom_app;
  GRANT SELECT ON ledger_house_balances TO cardroom_app;
EXCEPTION WHEN insufficient_privilege OR undefined_object THEN
  RAISE NOTICE 'grants of cardroom_app were left to the administrator';
END $$;
`;

/** Holds that are resolved once, answers that are remembered, and posting in one round trip. */
export class LedgerSpeed1700000000007 implements MigrationInterface {
  readonly name = 'LedgerSpeed1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    const functions = [OLD_FUNCTIONS_DOWN, LEDGER_POST, LEDGER_READING];
    for (const part of [HOLDS, IDEMPOTENCY, STORAGE, ...functions, GRANTS]) {
      await runner.query(part);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const functions = [FUNCTIONS_DOWN, FIRST_LEDGER_FUNCTIONS];
    for (const part of [...functions, STORAGE_DOWN, IDEMPOTENCY_DOWN, HOLDS_DOWN]) {
      await runner.query(part);
    }
  }
}
