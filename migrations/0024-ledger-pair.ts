import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How both accounts are locked and read: the lower id first; accounts of the house are appended to
 * and not locked.
 */
export const PAIR_LOCKING = `
  IF is_plain AND first_user IS NOT NULL AND (second_user IS NULL OR first_id < second_id) THEN
    SELECT a.balance_krw + amount, a.version + 1, a.changed_at
    INTO first_balance, first_version, first_changed
    FROM ledger_accounts a WHERE a.id = first_id FOR NO KEY UPDATE;
  END IF;
  IF is_plain AND second_user IS NOT NULL THEN
    SELECT a.balance_krw - amount, a.version + 1, a.changed_at
    INTO second_balance, second_version, second_changed
    FROM ledger_accounts a WHERE a.id = second_id FOR NO KEY UPDATE;
  END IF;
  IF is_plain AND first_user IS NOT NULL AND first_version IS NULL THEN
    SELECT a.balance_krw + amount, a.version + 1, a.changed_at
    INTO first_balance, first_version, first_changed
    FROM ledger_accounts a WHERE a.id = first_id FOR NO KEY UPDATE;
  END IF;
`;

const BEFORE_LOCKING = `
CREATE FUNCTION ledger_post_pair(
  new_id uuid, new_type text, new_key text, print text, by_actor text, request text, memo_json text,
  reversed uuid,
  first_kind text, first_key text, first_user uuid, second_kind text, second_key text, second_user uuid,
  amount bigint)
RETURNS TABLE (item int, status text, code text, transfer_id uuid)
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  largest CONSTANT bigint := 9007199254740991;
  first_id uuid;
  second_id uuid;
  first_balance bigint;
  second_balance bigint;
  first_version bigint;
  second_version bigint;
  first_changed timestamptz;
  second_changed timestamptz;
  posted_at timestamptz;
  is_plain boolean;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7007, hashtext(new_key) & 63);
  SELECT a.account_id, b.account_id INTO first_id, second_id
  FROM ledger_account_owners a, ledger_account_owners b
  WHERE a.kind = first_kind AND a.owner_key = first_key
    AND b.kind = second_kind AND b.owner_key = second_key
    AND NOT EXISTS (
      SELECT 1 FROM ledger_tombstones c WHERE c.type = new_type AND c.business_key = new_key);
  is_plain := FOUND;

`;

const AFTER_LOCKING = `
  is_plain := is_plain AND greatest(first_balance, second_balance) <= largest
    AND (first_balance >= 0 OR first_user IS NULL OR first_kind = 'debt')
    AND (second_balance >= 0 OR second_user IS NULL OR second_kind = 'debt');

  IF is_plain THEN
    posted_at := greatest(clock_timestamp(), first_changed, second_changed);
    INSERT INTO ledger_transfers
      (id, type, business_key, fingerprint, actor, request_id, memo, reverses_transfer_id, created_at)
    VALUES (new_id, new_type, new_key, print, by_actor, request, memo_json::jsonb, reversed, posted_at)
    ON CONFLICT ON CONSTRAINT "UQ_ledger_transfers_business_key" DO NOTHING;
    is_plain := FOUND;
  END IF;
  IF is_plain IS NOT TRUE THEN
    RETURN QUERY SELECT p.item, p.status, p.code, p.transfer_id FROM ledger_post(
      ARRAY[new_id], ARRAY[new_type], ARRAY[new_key], ARRAY[print], ARRAY[by_actor], ARRAY[request],
      ARRAY[memo_json], ARRAY[reversed],
      ARRAY[first_kind, second_kind], ARRAY[first_key, second_key], ARRAY[first_user, second_user],
      ARRAY[1, 1], ARRAY[1, 2], ARRAY[amount, -amount],
      ARRAY[]::int[], ARRAY[]::int[], ARRAY[]::text[], ARRAY[]::numeric[]) p;
    RETURN;
  END IF;

  INSERT INTO ledger_entries (account_id, transfer_id, user_id, amount_krw, balance_after_krw, version)
  VALUES (first_id, new_id, first_user, amount, first_balance, first_version),
         (second_id, new_id, second_user, -amount, second_balance, second_version);
  IF first_user IS NOT NULL THEN
    UPDATE ledger_accounts
    SET balance_krw = first_balance, version = first_version, changed_at = posted_at
    WHERE id = first_id;
  END IF;
  IF second_user IS NOT NULL THEN
    UPDATE ledger_accounts
    SET balance_krw = second_balance, version = second_version, changed_at = posted_at
    WHERE id = second_id;
  END IF;
  item := 0;
  status := 'posted';
  transfer_id := new_id;
  RETURN NEXT;
END $$;
`;

/**
 * The commonest transfer by far, one amount from one account to another, posted by the fewest
 * statements. It takes its locks in the order in which `ledger_post` takes them, and hands over to
 * it whatever is not plain: an account that is not open yet, a key that is known or cancelled, a
 * balance that does not allow it. Nothing is written before that is known, so rules and answers are
 * those of `ledger_post`.
 */
export const ledgerPostPair = (locking: string): string =>
  `${BEFORE_LOCKING}${locking}${AFTER_LOCKING}`;

/** A way of its own for the transfer between two accounts. */
export class LedgerPair1700000000024 implements MigrationInterface {
  readonly name = 'LedgerPair1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ledgerPostPair(PAIR_LOCKING));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION ledger_post_pair');
  }
}
