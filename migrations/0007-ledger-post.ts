/**
 * Posts a batch in one round trip. The batch comes as parallel arrays: transfers, the accounts they
 * touch (each once), and entries that name both by their place. Each statement of the function has a
 * snapshot of its own, so what is read after the locks were taken is what the locks protect.
 *
 * The loop decides transfer by transfer on the balances that the one before it left, so that a batch
 * is the same as its transfers one by one; only then are the rows written, a statement a table.
 */
export const LEDGER_POST = `
CREATE FUNCTION ledger_account_ids(kinds text[], owner_keys text[], user_ids uuid[]) RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
  account_ids uuid[];
BEGIN
  FOR attempt IN 1 .. 2 LOOP
    SELECT array_agg(o.account_id ORDER BY w.place) INTO account_ids
    FROM unnest(kinds, owner_keys) WITH ORDINALITY w (kind, owner_key, place)
    LEFT JOIN ledger_account_owners o ON o.kind = w.kind AND o.owner_key = w.owner_key;
    IF array_position(account_ids, NULL) IS NULL THEN RETURN account_ids; END IF;
    -- The owner row decides who opened first; only its winner makes the account.
    WITH opened AS (
      INSERT INTO ledger_account_owners (kind, owner_key, account_id, user_id)
      SELECT w.kind, w.owner_key, gen_random_uuid(), w.user_id
      FROM unnest(kinds, owner_keys, user_ids) w (kind, owner_key, user_id) ORDER BY 1, 2
      ON CONFLICT DO NOTHING RETURNING kind, account_id, user_id)
    INSERT INTO ledger_accounts (id, kind, user_id, appended)
    SELECT account_id, kind, user_id, user_id IS NULL FROM opened;
  END LOOP;
  SELECT array_agg(o.account_id ORDER BY w.place) INTO account_ids
  FROM unnest(kinds, owner_keys) WITH ORDINALITY w (kind, owner_key, place)
  JOIN ledger_account_owners o ON o.kind = w.kind AND o.owner_key = w.owner_key;
  RETURN account_ids;
END $$;

CREATE FUNCTION ledger_post(
  ids uuid[], types text[], business_keys text[], fingerprints text[], actors text[],
  request_ids text[], memos text[], reverses uuid[],
  kinds text[], owner_keys text[], user_ids uuid[],
  entry_items int[], entry_accounts int[], amounts bigint[],
  asset_items int[], asset_accounts int[], assets text[], units numeric[])
RETURNS TABLE (item int, status text, code text, transfer_id uuid)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  largest CONSTANT bigint := 9007199254740991;
  account_ids uuid[];
  balances bigint[];
  versions bigint[];
  known_ids uuid[];
  known_prints text[];
  cancelled boolean[];
  earlier int[];
  statuses text[] := array_fill(NULL::text, ARRAY[cardinality(ids)]);
  codes text[] := array_fill(NULL::text, ARRAY[cardinality(ids)]);
  balances_after bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(amounts)]);
  entry_versions bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(amounts)]);
  first_entry int;
  last_entry int := 0;
  account int;
  total bigint;
  fault text;
  accepted int := 0;
  written int;
  posted_at timestamptz;
BEGIN
  -- Whoever cancels a transfer before it comes takes one of these locks for himself.
  PERFORM pg_advisory_xact_lock_shared(7007, bucket)
  FROM (SELECT DISTINCT hashtext(key) & 63 AS bucket FROM unnest(business_keys) key ORDER BY 1) b;
  account_ids := ledger_account_ids(kinds, owner_keys, user_ids);
  PERFORM 1 FROM ledger_accounts a
  WHERE a.id = ANY (account_ids) AND NOT a.appended ORDER BY a.id FOR NO KEY UPDATE;
  SELECT array_agg(a.balance_krw ORDER BY w.place), array_agg(a.version ORDER BY w.place),
         greatest(clock_timestamp(), max(a.changed_at))
  INTO balances, versions, posted_at
  FROM unnest(account_ids) WITH ORDINALITY w (id, place) JOIN ledger_accounts a ON a.id = w.id;
  SELECT array_agg(t.id ORDER BY w.place), array_agg(t.fingerprint ORDER BY w.place),
         array_agg(c.type IS NOT NULL ORDER BY w.place), array_agg(w.earlier ORDER BY w.place)
  INTO known_ids, known_prints, cancelled, earlier
  FROM (SELECT type, key, place, lag(place) OVER (PARTITION BY type, key ORDER BY place) AS earlier
        FROM unnest(types, business_keys) WITH ORDINALITY u (type, key, place)) w
  LEFT JOIN ledger_transfers t ON t.type = w.type AND t.business_key = w.key
  LEFT JOIN ledger_tombstones c ON c.type = w.type AND c.business_key = w.key;

  FOR i IN 1 .. cardinality(ids) LOOP
    first_entry := last_entry + 1;
    WHILE entry_items[last_entry + 1] = i LOOP last_entry := last_entry + 1; END LOOP;
    IF known_ids[i] IS NULL AND earlier[i] IS NOT NULL THEN
      known_ids[i] := known_ids[earlier[i]];
      known_prints[i] := known_prints[earlier[i]];
    END IF;
    IF known_ids[i] IS NOT NULL THEN
      IF known_prints[i] = fingerprints[i] THEN statuses[i] := 'replayed';
      ELSE statuses[i] := 'refused'; codes[i] := 'IDEMPOTENCY_CONFLICT'; END IF;
      CONTINUE;
    END IF;
    IF cancelled[i] THEN
      statuses[i] := 'refused'; codes[i] := 'TRANSFER_CANCELLED';
      CONTINUE;
    END IF;
    total := 0;
    fault := CASE WHEN last_entry <= first_entry THEN 'INVALID_AMOUNT' END;
    FOR e IN first_entry .. last_entry LOOP
      account := entry_accounts[e];
      total := total + amounts[e];
      balances[account] := balances[account] + amounts[e];
      IF amounts[e] = 0 OR balances[account] > largest THEN fault := 'INVALID_AMOUNT';
      ELSIF balances[account] < 0 AND user_ids[account] IS NOT NULL AND kinds[account] <> 'debt' THEN
        fault := coalesce(fault, 'INSUFFICIENT_FUNDS');
      END IF;
    END LOOP;
    IF total <> 0 THEN fault := 'INVALID_AMOUNT'; END IF;
    IF fault IS NULL THEN
      FOR e IN first_entry .. last_entry LOOP
        account := entry_accounts[e];
        CONTINUE WHEN user_ids[account] IS NULL;
        versions[account] := versions[account] + 1;
        balances_after[e] := balances[account];
        entry_versions[e] := versions[account];
      END LOOP;
      statuses[i] := 'posted';
      known_ids[i] := ids[i];
      known_prints[i] := fingerprints[i];
      accepted := accepted + 1;
    ELSE
      FOR e IN first_entry .. last_entry LOOP
        account := entry_accounts[e];
        balances[account] := balances[account] - amounts[e];
      END LOOP;
      statuses[i] := 'refused';
      codes[i] := fault;
    END IF;
  END LOOP;

  IF accepted > 0 THEN
    INSERT INTO ledger_transfers
      (id, type, business_key, fingerprint, actor, request_id, memo, reverses_transfer_id, created_at)
    SELECT w.id, w.type, w.key, w.print, w.actor, w.request_id, w.memo::jsonb, w.reversed, posted_at
    FROM unnest(ids, types, business_keys, fingerprints, actors, request_ids, memos, reverses, statuses)
      w (id, type, key, print, actor, request_id, memo, reversed, status)
    WHERE w.status = 'posted'
    ON CONFLICT ON CONSTRAINT "UQ_ledger_transfers_business_key" DO NOTHING;
    GET DIAGNOSTICS written = ROW_COUNT;
    IF written < accepted THEN
      RAISE EXCEPTION 'a transfer of the same name was posted meanwhile'
        USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO ledger_entries (account_id, transfer_id, user_id, amount_krw, balance_after_krw, version)
    SELECT a.id, t.id, a.user_id, e.amount, e.balance_after, e.version
    FROM unnest(entry_items, entry_accounts, amounts, balances_after, entry_versions)
      e (item, account, amount, balance_after, version)
    JOIN unnest(ids, statuses) WITH ORDINALITY t (id, status, place) ON t.place = e.item
    JOIN unnest(account_ids, user_ids) WITH ORDINALITY a (id, user_id, place) ON a.place = e.account
    WHERE t.status = 'posted';
    UPDATE ledger_accounts a
    SET balance_krw = w.balance, version = w.version, changed_at = posted_at
    FROM unnest(account_ids, user_ids, balances, versions) w (id, user_id, balance, version)
    WHERE a.id = w.id AND w.user_id IS NOT NULL AND a.version <> w.version;
    IF cardinality(asset_items) > 0 THEN
      INSERT INTO ledger_asset_entries (account_id, transfer_id, asset, units)
      SELECT account_ids[e.account], ids[e.item], e.asset, e.units
      FROM unnest(asset_items, asset_accounts, assets, units) e (item, account, asset, units)
      WHERE statuses[e.item] = 'posted';
    END IF;
  END IF;
  RETURN QUERY SELECT (w.place - 1)::int, w.status, w.code, w.id
    FROM unnest(statuses, codes, known_ids) WITH ORDINALITY w (status, code, id, place);
END $$;

CREATE FUNCTION ledger_cancel_before(wanted_type text, wanted_key text, why text) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7007, hashtext(wanted_key) & 63);
  IF EXISTS (SELECT 1 FROM ledger_transfers WHERE type = wanted_type AND business_key = wanted_key) THEN
    RETURN false;
  END IF;
  INSERT INTO ledger_tombstones (type, business_key, reason) VALUES (wanted_type, wanted_key, why)
  ON CONFLICT (type, business_key) DO NOTHING;
  RETURN FOUND;
END $$;

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
`;

/**
 * The balance of a house account is what was rolled up and what came since. Transactions below the
 * oldest one that still runs are over: what they appended can be added up once and for all.
 */
export const LEDGER_HOUSE = `
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
