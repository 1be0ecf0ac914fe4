import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ledgerPostPair, PAIR_LOCKING } from './0024-ledger-pair';

/**
 * PostgreSQL parses the checks of a table again in each statement that writes to it, and parsing the
 * list of all types took longer than writing the row. A call is short to parse, and what it calls
 * stays parsed; in SQL instead of PL/pgSQL it would be inlined, list and all.
 */
const TYPES = `
CREATE FUNCTION ledger_knows_type(type text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN type IN (
    'crypto_deposit', 'crypto_withdrawal', 'buy_in', 'cash_out', 'top_up', 'hand',
    'rakeback', 'adjustment', 'reversal', 'hold', 'release');
END $$;
ALTER TABLE ledger_transfers DROP CONSTRAINT "CK_ledger_transfers_type",
  ADD CONSTRAINT "CK_ledger_transfers_type" CHECK (ledger_knows_type(type));
`;

const TYPES_DOWN = `
ALTER TABLE ledger_transfers DROP CONSTRAINT "CK_ledger_transfers_type",
  ADD CONSTRAINT "CK_ledger_transfers_type" CHECK (type IN (
    'crypto_deposit', 'crypto_withdrawal', 'buy_in', 'cash_out', 'top_up', 'hand',
    'rakeback', 'adjustment', 'reversal', 'hold', 'release'));
DROP FUNCTION ledger_knows_type;
`;

/** The key that begins with the transfer finds its entries too: one index less to write. */
const KEY = `
DROP INDEX "IDX_ledger_entries_transfer";
ALTER TABLE ledger_entries DROP CONSTRAINT "PK_ledger_entries",
  ADD CONSTRAINT "PK_ledger_entries" PRIMARY KEY (transfer_id, account_id);
`;

const KEY_DOWN = `
ALTER TABLE ledger_entries DROP CONSTRAINT "PK_ledger_entries",
  ADD CONSTRAINT "PK_ledger_entries" PRIMARY KEY (account_id, transfer_id);
CREATE INDEX "IDX_ledger_entries_transfer" ON ledger_entries (transfer_id);
`;

/** Each account is read in one place, whichever comes first. */
export const LIGHTER_LOCKING = `
  FOR turn IN 1 .. CASE WHEN is_plain THEN 2 ELSE 0 END LOOP
    IF (turn = 1) = (first_id < second_id) THEN
      CONTINUE WHEN first_user IS NULL;
      SELECT a.balance_krw + amount, a.version + 1, a.changed_at
      INTO first_balance, first_version, first_changed
      FROM ledger_accounts a WHERE a.id = first_id FOR NO KEY UPDATE;
    ELSE
      CONTINUE WHEN second_user IS NULL;
      SELECT a.balance_krw - amount, a.version + 1, a.changed_at
      INTO second_balance, second_version, second_changed
      FROM ledger_accounts a WHERE a.id = second_id FOR NO KEY UPDATE;
    END IF;
  END LOOP;
`;

/** What a posting pays for and does not need, once more. */
export class LedgerLighter1700000000025 implements MigrationInterface {
  readonly name = 'LedgerLighter1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [
      TYPES,
      KEY,
      'DROP FUNCTION ledger_post_pair',
      ledgerPostPair(LIGHTER_LOCKING),
    ]) {
      await runner.query(part);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const pair = ['DROP FUNCTION ledger_post_pair', ledgerPostPair(PAIR_LOCKING)];
    for (const part of [...pair, KEY_DOWN, TYPES_DOWN]) await runner.query(part);
  }
}
