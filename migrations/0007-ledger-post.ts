/**
 * Posts a batch in one round trip. The batch comes as parallel arrays: transfers, the accounts they
 * touch (each once), and entries that name both by their place. Each statement of the function has a
 * snapshot of its own, so what is read after the locks were taken is what the locks protect.
 *
 * The loop decides transfer by transfer on the balances that the one before it left, so that a batch
 * is the same as its transfers one by one; only then are the rows written, a statement a table. Where
 * nothing stands against any transfer of a batch, the same is added up without the loop.
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
LANGUAGE plpgsql
-- One plan for batches of every size, which finds rows by their indexes however few there are yet:
-- planning anew costs more than posting.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  largest CONSTANT bigint := 9007199254740991;
  account_ids uuid[];
  balances bigint[];
  versions bigint[];
  known_ids uuid[];
  known_prints text[];
  cancelled boolean[];
  is_clean boolean;
  earlier int[];
  statuses text[] := array_fill(NULL::text, ARRAY[cardinality(ids)]);
  codes text[] := array_fill(NULL::text, ARRAY[cardinality(ids)]);
  balances_after bigint[];
  entry_versions bigint[];
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
  PERFORM 1 FROM unnest(account_ids, user_ids) w (id, user_id) JOIN ledger_accounts a ON a.id = w.id
  WHERE w.user_id IS NOT NULL ORDER BY a.id FOR NO KEY UPDATE OF a;
  SELECT array_agg(a.balance_krw ORDER BY w.place), array_agg(a.version ORDER BY w.place),
         greatest(clock_timestamp(), max(a.changed_at))
  INTO balances, versions, posted_at
  FROM unnest(account_ids) WITH ORDINALITY w (id, place) JOIN ledger_accounts a ON a.id = w.id;
  SELECT array_agg(t.id ORDER BY w.place), array_agg(t.fingerprint ORDER BY w.place),
         array_agg(c.type IS NOT NULL ORDER BY w.place), array_agg(w.earlier ORDER BY w.place),
         cardinality(ids) > 4 AND bool_and(t.id IS NULL AND c.type IS NULL AND w.earlier IS NULL)
  INTO known_ids, known_prints, cancelled, earlier, is_clean
  FROM (SELECT type, key, place, lag(place) OVER (PARTITION BY type, key ORDER BY place) AS earlier
        FROM unnest(types, business_keys) WITH ORDINALITY u (type, key, place)) w
  LEFT JOIN ledger_transfers t ON t.type = w.type AND t.business_key = w.key
  LEFT JOIN ledger_tombstones c ON c.type = w.type AND c.business_key = w.key;

  IF is_clean THEN
    SELECT count(*) = cardinality(ids) INTO is_clean
    FROM (SELECT 1 FROM unnest(entry_items, amounts) e (item, amount)
          GROUP BY item HAVING sum(amount) = 0 AND count(*) > 1 AND bool_and(amount <> 0)) even;
  END IF;
  IF is_clean THEN
    SELECT array_agg(CASE WHEN s.user_id IS NOT NULL THEN s.after END ORDER BY s.place),
           array_agg(CASE WHEN s.user_id IS NOT NULL THEN s.version END ORDER BY s.place),
           bool_and(s.after <= largest AND (s.after >= 0 OR s.user_id IS NULL OR s.kind = 'debt'))
    INTO balances_after, entry_versions, is_clean
    FROM (SELECT e.place, a.kind, a.user_id, a.version + row_number() OVER of_account AS version,
                 a.balance + (sum(e.amount) OVER of_account)::bigint AS after
          FROM unnest(entry_accounts, amounts) WITH ORDINALITY e (account, amount, place)
          JOIN unnest(kinds, user_ids, balances, versions) WITH ORDINALITY
            a (kind, user_id, balance, version, place) ON a.place = e.account
          WINDOW of_account AS (PARTITION BY e.account ORDER BY e.place)) s;
  END IF;
  IF is_clean THEN
    SELECT array_agg(a.balance + coalesce(s.amount, 0) ORDER BY a.place),
           array_agg(a.version + coalesce(s.entries, 0) ORDER BY a.place)
    INTO balances, versions
    FROM unnest(balances, versions) WITH ORDINALITY a (balance, version, place)
    LEFT JOIN (SELECT e.account, sum(e.amount)::bigint AS amount, count(*) AS entries
               FROM unnest(entry_accounts, amounts) e (account, amount) GROUP BY e.account) s
      ON s.account = a.place;
    statuses := array_fill('posted'::text, ARRAY[cardinality(ids)]);
    known_ids := ids;
    accepted := cardinality(ids);
  ELSE
    balances_after := array_fill(NULL::bigint, ARRAY[cardinality(amounts)]);
    entry_versions := array_fill(NULL::bigint, ARRAY[cardinality(amounts)]);
  END IF;

  FOR i IN 1 .. CASE WHEN is_clean THEN 0 ELSE cardinality(ids) END LOOP
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
`;
