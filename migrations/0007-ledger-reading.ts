/**
 * The balance of a house account is what was rolled up and what came since. Transactions below the
 * oldest one that still runs are over: what they appended can be added up once and for all.
 */
export const LEDGER_READING = `
-- Finds the last entry up to a moment by halving: versions and moments of an account rise together.
CREATE FUNCTION ledger_balance_at(account uuid, moment timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
  low bigint := 0;
  high bigint := coalesce((SELECT a.version FROM ledger_accounts a WHERE a.id = account), 0);
  middle bigint;
BEGIN
  WHILE low < high LOOP
    middle := (low + high + 1) / 2;
    IF (SELECT t.created_at <= moment FROM ledger_entries e JOIN ledger_transfers t ON t.id = e.transfer_id
        WHERE e.account_id = account AND e.version = middle) THEN low := middle;
    ELSE high := middle - 1; END IF;
  END LOOP;
  RETURN coalesce((SELECT e.balance_after_krw FROM ledger_entries e
                   WHERE e.account_id = account AND e.version = low), 0);
END $$;

CREATE VIEW ledger_house_balances AS
SELECT o.kind, o.owner_key, o.account_id, r.rolled_at,
       (coalesce(r.balance_krw, 0) + coalesce((
         SELECT sum(e.amount_krw) FROM ledger_entries e
         WHERE e.account_id = o.account_id AND e.version IS NULL
           AND e.posted_xid >= coalesce(r.below_xid, '0'::xid8)), 0))::bigint AS balance_krw
FROM ledger_account_owners o LEFT JOIN ledger_house_rollups r ON r.account_id = o.account_id
WHERE o.user_id IS NULL;

CREATE FUNCTION ledger_roll_up() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  rolled int;
BEGIN
  PERFORM pg_advisory_xact_lock(7008, 0);
  INSERT INTO ledger_house_rollups AS h (account_id, balance_krw, below_xid)
  SELECT o.account_id, coalesce(r.balance_krw, 0) + coalesce((
           SELECT sum(e.amount_krw) FROM ledger_entries e
           WHERE e.account_id = o.account_id AND e.version IS NULL AND e.posted_xid < x.horizon
             AND e.posted_xid >= coalesce(r.below_xid, '0'::xid8)), 0), x.horizon
  FROM ledger_account_owners o
  CROSS JOIN (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS horizon) x
  LEFT JOIN ledger_house_rollups r ON r.account_id = o.account_id
  WHERE o.user_id IS NULL
  ON CONFLICT (account_id) DO UPDATE
  SET balance_krw = excluded.balance_krw, below_xid = excluded.below_xid, rolled_at = now();
  GET DIAGNOSTICS rolled = ROW_COUNT;
  RETURN rolled;
END $$;
`;
