import type { MigrationInterface, QueryRunner } from 'typeorm';

import { LEDGER_POST_ONE } from './0027-settle-hand';
import { AROUND_THE_HAND, inOtherWords, settleHand } from './0028-packed-records';
import { HAND_WITH_SEATS, handWithSeats } from './0029-players-in-hands';
import { ACCOUNTS_ARE_STACKS } from './0033-one-stack';

/**
 * Who asks whether a table is still his, and who takes it from another, wait for each other by a lock
 * that is in no log: locking the row, or writing what it says already, leaves bytes and dead rows at each
 * hand. Each statement of a function has a snapshot of its own, so that the token is read as whoever had the
 * lock before has left it. Nothing else writes to table_fences.
 */
const FENCES = `
CREATE FUNCTION wait_for_fence(this_table uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(this_table::text, 35));
END $$;

CREATE FUNCTION hold_fence(this_table uuid, asked bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  known bigint;
BEGIN
  PERFORM wait_for_fence(this_table);
  SELECT f.token INTO known FROM table_fences f WHERE f.table_id = this_table;
  IF known < asked OR known IS NULL THEN
    INSERT INTO table_fences AS f (table_id, token) VALUES (this_table, asked)
    ON CONFLICT ON CONSTRAINT "PK_table_fences" DO UPDATE SET token = excluded.token
      WHERE f.token < excluded.token;
  END IF;
  RETURN known <= asked OR known IS NULL;
END $$;

CREATE FUNCTION raise_fence(this_table uuid) RETURNS TABLE (token bigint, is_first boolean)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM wait_for_fence(this_table);
  RETURN QUERY INSERT INTO table_fences AS f (table_id, token)
    VALUES (this_table, nextval('fencing_token_seq'))
    ON CONFLICT ON CONSTRAINT "PK_table_fences" DO UPDATE SET token = excluded.token
      WHERE f.token < excluded.token
    RETURNING f.token, f.xmax = 0;
END $$;
`;

const FENCES_DOWN = 'DROP FUNCTION hold_fence, raise_fence, wait_for_fence';

/**
 * Posts what a hand has moved. Whoever calls it holds the fence of the table, under which alone chips at
 * its seats move: accounts need no lock before they are written, and each is written where it has what
 * its player began with, or nothing is. Checks, order and result are those of `ledger_post`: the name and
 * who cancels it, the sum, a version and a moment for each account that rise together.
 */
const LEDGER_POST_HAND = `
CREATE FUNCTION ledger_post_hand(posting jsonb, players jsonb, rake bigint) RETURNS uuid
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  this_hand CONSTANT uuid := posting ->> 'id';
  this_key CONSTANT text := posting ->> 'businessKey';
  largest CONSTANT bigint := 9007199254740991;
  broken CONSTANT text := 'CR001';
  account_ids uuid[];
  starts bigint[];
  ends bigint[];
  brought numeric;
  movers int;
  rake_account uuid;
  posted_at timestamptz;
  counted int;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7007, hashtext(this_key) & 63);
  SELECT array_agg(a.id ORDER BY a.id), array_agg(w.start_krw ORDER BY a.id),
    array_agg(w.end_krw ORDER BY a.id), coalesce(sum(w.end_krw - w.start_krw), 0), count(*),
    greatest(clock_timestamp(), max(a.changed_at))
  INTO account_ids, starts, ends, brought, movers, posted_at
  FROM jsonb_to_recordset(players) w (session_id uuid, start_krw bigint, end_krw bigint)
  LEFT JOIN ledger_account_owners o ON o.kind = 'in_play' AND o.owner_key = w.session_id::text
  LEFT JOIN ledger_accounts a ON a.id = o.account_id
  WHERE w.start_krw <> w.end_krw;

  IF brought + rake = 0 AND movers + sign(rake) > 1 AND rake BETWEEN 0 AND largest THEN
    INSERT INTO ledger_transfers
      (id, type, business_key, fingerprint, actor, request_id, memo, created_at)
    SELECT this_hand, posting ->> 'type', this_key, posting ->> 'fingerprint', posting ->> 'actor',
      posting ->> 'requestId', posting -> 'memo', posted_at
    WHERE NOT EXISTS (SELECT 1 FROM ledger_tombstones c
                      WHERE c.type = posting ->> 'type' AND c.business_key = this_key)
      AND NOT EXISTS (SELECT 1 FROM ledger_transfer_of(posting ->> 'type', this_key));
    GET DIAGNOSTICS counted = ROW_COUNT;
  END IF;
  IF counted IS DISTINCT FROM 1 THEN
    RAISE EXCEPTION 'the chips of a hand are there to be moved' USING ERRCODE = broken;
  END IF;

  IF rake > 0 THEN
    rake_account := (ledger_account_ids(ARRAY['rake'], ARRAY[''], ARRAY[NULL::uuid]))[1];
  END IF;
  WITH moved AS (
    UPDATE ledger_accounts a
    SET balance_krw = w.end_krw, version = a.version + 1, changed_at = posted_at
    FROM unnest(account_ids, starts, ends) w (id, start_krw, end_krw)
    WHERE a.id = w.id AND a.balance_krw = w.start_krw AND w.end_krw BETWEEN 0 AND largest
    RETURNING a.id, w.end_krw - w.start_krw AS amount, a.balance_krw, a.version)
  INSERT INTO ledger_entries (account_id, transfer_id, amount_krw, balance_after_krw, version)
  SELECT m.id, this_hand, m.amount, m.balance_krw, m.version FROM moved m
  UNION ALL
  SELECT rake_account, this_hand, rake, NULL, NULL WHERE rake > 0;
  GET DIAGNOSTICS counted = ROW_COUNT;
  IF counted <> movers + sign(rake) THEN
    RAISE EXCEPTION 'a hand begins with the stacks that PostgreSQL has' USING ERRCODE = broken;
  END IF;
  RETURN this_hand;
END $$;
`;

/** What is sealed is kept as the bytes that it is; what was written as text stays, and is read as text. */
const SEALED = `
ALTER TABLE hands ADD COLUMN sealed_cards_bytes bytea, ADD COLUMN sealed_deal_bytes bytea;
CREATE FUNCTION sealed_text(bytes bytea, written text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(translate(encode(bytes, 'base64'), E'\\n', ''), written)
$$;
`;

const SEALED_IN_WORDS = `
UPDATE hands SET sealed_cards = sealed_text(sealed_cards_bytes, sealed_cards),
  sealed_deal = sealed_text(sealed_deal_bytes, sealed_deal)
WHERE num_nonnulls(sealed_cards_bytes, sealed_deal_bytes) > 0`;

const SEALED_DOWN = `
DROP FUNCTION sealed_text;
ALTER TABLE hands DROP COLUMN sealed_cards_bytes, DROP COLUMN sealed_deal_bytes;
`;

const HAND_WITH_BYTES = handWithSeats({
  columns: 'sealed_cards_bytes, sealed_deal_bytes',
  values: `decode(h.sealed_cards, 'base64'), decode(h.sealed_deal, 'base64')`,
});

/**
 * Writes everything that a finished hand leaves, or nothing, in one round trip: whoever calls it
 * holds the fence of the table by the token. A hand that is there already is 'repeated'. Its arguments stand in another
 * order than those of the function before it, which no gateway may go on calling: it held the fence otherwise.
 */
const SETTLE_HAND = `
CREATE FUNCTION settle_hand(token bigint, hand jsonb, record bytea, players jsonb, posting jsonb)
RETURNS text
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  this_hand CONSTANT uuid := hand ->> 'id';
  this_table CONSTANT uuid := hand ->> 'table_id';
  packed CONSTANT bytea := record;
  broken CONSTANT text := 'CR001';
  posted_id uuid;
  counted int;
BEGIN
  IF EXISTS (SELECT 1 FROM hands WHERE id = this_hand) THEN RETURN 'repeated'; END IF;
  IF posting IS NOT NULL THEN
    posted_id := ledger_post_hand(posting, players, (hand ->> 'rake_krw')::bigint);
  END IF;

${HAND_WITH_BYTES}
${AROUND_THE_HAND}  RETURN 'settled';
END $$;
`;

const BEFORE = 'DROP FUNCTION settle_hand(jsonb, bytea, jsonb, jsonb, bigint), ledger_post_one';
const SETTLE_HAND_DOWN = `
DROP FUNCTION settle_hand(bigint, jsonb, bytea, jsonb, jsonb), ledger_post_hand`;

/** A hand in fewer bytes: no lock of accounts and fences in the log, what is sealed as bytes. */
export class HandsLighter1700000000035 implements MigrationInterface {
  readonly name = 'HandsLighter1700000000035';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [FENCES, LEDGER_POST_HAND, SEALED, BEFORE, SETTLE_HAND]) {
      await runner.query(part);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await inOtherWords(runner, () => runner.query(SEALED_IN_WORDS));
    for (const part of [
      ...[SETTLE_HAND_DOWN, LEDGER_POST_ONE, settleHand(HAND_WITH_SEATS, ACCOUNTS_ARE_STACKS)],
      ...[SEALED_DOWN, FENCES_DOWN],
    ]) {
      await runner.query(part);
    }
  }
}
