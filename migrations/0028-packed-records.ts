import { unpackHand } from '@cardroom/packing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Records are packed by who writes them. Those that are there stay as they are: what reads hands knows
 * both forms, and a row has one of them. What is packed is not pressed again by PostgreSQL, and stays in
 * its row.
 */
const RECORDS = `
ALTER TABLE hands ADD COLUMN record bytea, ALTER COLUMN archive DROP NOT NULL,
  ADD CONSTRAINT "CK_hands_record" CHECK (num_nonnulls(record, archive) = 1) NOT VALID;
ALTER TABLE hands ALTER COLUMN record SET STORAGE EXTERNAL;
ALTER TABLE hands SET (toast_tuple_target = 4080);
ALTER TABLE hands VALIDATE CONSTRAINT "CK_hands_record";
`;

/** A row is emptied of its record where the archive has a copy; nothing else of a hand ever changes. */
const refuseHandChange = (taken: string, others: string): string => `
CREATE OR REPLACE FUNCTION refuse_hand_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND ${taken}
    AND ${others}
    AND EXISTS (SELECT 1 FROM hand_archives a WHERE a.hand_id = OLD.id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
`;

const REFUSING = refuseHandChange(
  `NEW.archive = '{"events": [], "moved": true}' AND NEW.record IS NULL`,
  `to_jsonb(NEW) - '{archive,record}'::text[] = to_jsonb(OLD) - '{archive,record}'::text[]`,
);
const REFUSING_DOWN = refuseHandChange(
  `NEW.archive = '{"events": [], "moved": true}'`,
  `to_jsonb(NEW) - 'archive' = to_jsonb(OLD) - 'archive'`,
);

/**
 * The end of a root that was played is the end of its hand; the row of the root is written once, before
 * the deal. Roots that ended without a hand say so themselves.
 */
const ROOTS = `
DROP INDEX "IDX_deal_roots_open", "IDX_deal_roots_ended";
CREATE INDEX "IDX_deal_roots_table_announced" ON deal_roots (table_id, announced_at);
CREATE INDEX "IDX_deal_roots_ended" ON deal_roots (ended_at) WHERE ended_at IS NOT NULL;
CREATE VIEW deal_root_ends AS
SELECT r.hand_id, r.table_id, r.algorithm, r.root, r.announced_at,
  coalesce(h.outcome, r.outcome) AS outcome,
  CASE WHEN h.id IS NULL THEN r.void_reason ELSE h.void_reason END AS void_reason,
  coalesce(h.ended_at, r.ended_at) AS ended_at
FROM deal_roots r LEFT JOIN hands h ON h.id = r.hand_id;
`;

const ROOTS_DOWN = `
DROP VIEW deal_root_ends;
UPDATE deal_roots r SET outcome = h.outcome, void_reason = h.void_reason, ended_at = h.ended_at
FROM hands h WHERE h.id = r.hand_id AND r.outcome IS NULL;
DROP INDEX "IDX_deal_roots_table_announced", "IDX_deal_roots_ended";
CREATE INDEX "IDX_deal_roots_ended" ON deal_roots (ended_at);
CREATE INDEX "IDX_deal_roots_open" ON deal_roots (table_id) WHERE outcome IS NULL;
`;

/** What is written for a table finds it there; a table that others name is not taken away. */
const TABLES_KEPT = `
ALTER TABLE hands DROP CONSTRAINT "FK_hands_tables";
ALTER TABLE deal_roots DROP CONSTRAINT "FK_deal_roots_tables";
CREATE TRIGGER "TR_tables_kept" BEFORE DELETE ON tables
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;

const TABLES_KEPT_DOWN = `
DROP TRIGGER "TR_tables_kept" ON tables;
ALTER TABLE hands ADD CONSTRAINT "FK_hands_tables" FOREIGN KEY (table_id) REFERENCES tables (id);
ALTER TABLE deal_roots
  ADD CONSTRAINT "FK_deal_roots_tables" FOREIGN KEY (table_id) REFERENCES tables (id);
`;

/** What a finished hand leaves beside its row: its table, who owes a blind, its work, its root. */
export const AROUND_THE_HAND = `\
  UPDATE tables SET hand_no = greatest(hand_no, (hand ->> 'hand_no')::bigint), waiting = hand -> 'waiting'
  WHERE id = this_table;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a hand is played at a table' USING ERRCODE = broken;
  END IF;
  UPDATE seat_sessions SET owes_small = NOT owes_small
  WHERE table_id = this_table AND status = 'open'
    AND owes_small <> ((hand -> 'owing_small') ? id::text);

  INSERT INTO outbox (id, topic, payload, request_id)
  VALUES ((hand ->> 'outbox_id')::uuid, 'hand.' || (hand ->> 'outcome'),
    jsonb_build_object('handId', this_hand), hand ->> 'request_id');

  -- Where the root could not be written before the deal.
  IF hand ? 'root' THEN
    INSERT INTO deal_roots (hand_id, table_id, algorithm, root)
    VALUES (this_hand, this_table, hand ->> 'algorithm', hand ->> 'root')
    ON CONFLICT (hand_id) DO NOTHING;
  END IF;
`;

/** The stack of a seat stands in its row too. */
const SEATS_WITH_STACKS = `\
    UPDATE seat_sessions s SET stack_krw = w.end_krw
    FROM jsonb_to_recordset(players) w (session_id uuid, start_krw bigint, end_krw bigint)
    WHERE s.id = w.session_id AND s.status = 'open' AND s.stack_krw = w.start_krw
      AND w.start_krw <> w.end_krw;
    GET DIAGNOSTICS counted = ROW_COUNT;
    IF counted <> (SELECT count(*) FROM jsonb_to_recordset(players) w (start_krw bigint, end_krw bigint)
                   WHERE w.start_krw <> w.end_krw) THEN
      RAISE EXCEPTION 'a hand begins with the stacks that PostgreSQL has' USING ERRCODE = broken;
    END IF;
`;

/**
 * Writes everything that a finished hand leaves, or nothing, in one round trip: whoever calls it
 * holds the fence of the table by the token. A hand that is there already is 'repeated'. The function
 * before it stays for those who still call it.
 *
 * Each player is looked up with seat session, user and table, which says more than foreign keys do that
 * lock two rows a player for it. `rows` are the statements that write the hand and who played it, `chips`
 * those that check, once they are posted, that the hand began with the stacks that PostgreSQL has.
 */
export const settleHand = (rows: string, chips = SEATS_WITH_STACKS): string => `
CREATE OR REPLACE FUNCTION settle_hand(hand jsonb, record bytea, players jsonb, posting jsonb, token bigint)
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
  posted text;
  posted_id uuid;
  counted int;
BEGIN
  IF EXISTS (SELECT 1 FROM hands WHERE id = this_hand) THEN RETURN 'repeated'; END IF;

  IF posting IS NOT NULL THEN
    SELECT p.status, p.transfer_id INTO posted, posted_id FROM ledger_post_one(posting) p;
    IF posted IS DISTINCT FROM 'posted' THEN
      RAISE EXCEPTION 'the chips of a hand are there to be moved' USING ERRCODE = broken;
    END IF;
${chips}  END IF;

${rows}
${AROUND_THE_HAND}  RETURN 'settled';
END $$;
`;

/** A row of the hand, and one for each that played it. */
export const HAND_AND_PLAYERS = `
  INSERT INTO hands (id, table_id, hand_no, fencing_token, button_seat, board, second_board, pot_krw,
    rake_krw, outcome, void_reason, player_count, record, sealed_cards, sealed_deal, transfer_id,
    started_at, ended_at)
  SELECT this_hand, this_table, h.hand_no, token, h.button_seat, h.board, h.second_board,
    h.pot_krw, h.rake_krw, h.outcome, h.void_reason, jsonb_array_length(players), packed,
    h.sealed_cards, h.sealed_deal, posted_id,
    to_timestamp(h.started_at_ms / 1000), to_timestamp(h.ended_at_ms / 1000)
  FROM jsonb_to_record(hand) h (hand_no bigint, button_seat int, board text, second_board text,
    pot_krw bigint, rake_krw bigint, outcome text, void_reason text, sealed_cards text,
    sealed_deal text, started_at_ms double precision, ended_at_ms double precision);

  INSERT INTO hand_players (hand_id, seat, user_id, seat_session_id, start_stack_krw, end_stack_krw,
    net_krw, put_in_krw, shown, rake_krw)
  SELECT this_hand, w.seat, s.user_id, s.id, w.start_krw, w.end_krw, w.end_krw - w.start_krw,
    w.put_in_krw, w.shown, w.rake_krw
  FROM jsonb_to_recordset(players) w (seat int, user_id uuid, session_id uuid, start_krw bigint,
    end_krw bigint, put_in_krw bigint, shown boolean, rake_krw bigint)
  JOIN seat_sessions s ON s.id = w.session_id AND s.user_id = w.user_id AND s.table_id = this_table;
  GET DIAGNOSTICS counted = ROW_COUNT;
  IF counted <> jsonb_array_length(players) THEN
    RAISE EXCEPTION 'a hand is played by those who sit at its table' USING ERRCODE = broken;
  END IF;
`;

const SETTLE_HAND_DOWN = 'DROP FUNCTION settle_hand(jsonb, bytea, jsonb, jsonb, bigint)';

const RECORDS_DOWN = `
ALTER TABLE hands DROP CONSTRAINT "CK_hands_record", DROP COLUMN record,
  ALTER COLUMN archive SET NOT NULL;
ALTER TABLE hands RESET (toast_tuple_target);
`;

const HANDS_PER_BATCH = 500;

/** Hands are written once and for all; a migration may say the same in other words. */
export async function inOtherWords(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  await runner.query('ALTER TABLE hands DISABLE TRIGGER "TR_hands_append_only"');
  await work();
  await runner.query('ALTER TABLE hands ENABLE TRIGGER "TR_hands_append_only"');
}

async function unpackAll(runner: QueryRunner): Promise<void> {
  for (;;) {
    const packed = (await runner.query(
      `SELECT id, record FROM hands WHERE record IS NOT NULL LIMIT ${HANDS_PER_BATCH}`,
    )) as { readonly id: string; readonly record: Buffer }[];
    if (packed.length === 0) return;
    await runner.query(
      `UPDATE hands h SET archive = w.archive, record = NULL
       FROM unnest($1::uuid[], $2::jsonb[]) w (id, archive) WHERE h.id = w.id`,
      [packed.map(({ id }) => id), packed.map(({ record }) => JSON.stringify(unpackHand(record)))],
    );
  }
}

/** A finished hand in fewer bytes: its record packed, its root written once. */
export class PackedRecords1700000000028 implements MigrationInterface {
  readonly name = 'PackedRecords1700000000028';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [RECORDS, REFUSING, ROOTS, TABLES_KEPT, settleHand(HAND_AND_PLAYERS)]) {
      await runner.query(part);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await inOtherWords(runner, () => unpackAll(runner));
    for (const part of [
      SETTLE_HAND_DOWN,
      TABLES_KEPT_DOWN,
      ROOTS_DOWN,
      REFUSING_DOWN,
      RECORDS_DOWN,
    ]) {
      await runner.query(part);
    }
  }
}
