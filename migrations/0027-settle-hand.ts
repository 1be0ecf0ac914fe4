import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A transfer that comes as JSON, for statements that post it beside other things. */
export const LEDGER_POST_ONE = `
CREATE FUNCTION ledger_post_one(posting jsonb) RETURNS TABLE (status text, code text, transfer_id uuid)
LANGUAGE sql AS $$
  SELECT p.status, p.code, p.transfer_id
  FROM (
    SELECT array_agg(e.kind ORDER BY e.place) AS kinds,
           array_agg(e."ownerKey" ORDER BY e.place) AS owner_keys,
           array_agg(e."userId" ORDER BY e.place) AS user_ids,
           array_agg(e."amountKrw" ORDER BY e.place) AS amounts,
           array_agg(e.place::int ORDER BY e.place) AS places, array_agg(1) AS items
    FROM ROWS FROM (jsonb_to_recordset(posting -> 'entries')
      AS (kind text, "ownerKey" text, "userId" uuid, "amountKrw" bigint))
      WITH ORDINALITY e (kind, "ownerKey", "userId", "amountKrw", place)) s,
  LATERAL ledger_post(
    ARRAY[(posting ->> 'id')::uuid], ARRAY[posting ->> 'type'], ARRAY[posting ->> 'businessKey'],
    ARRAY[posting ->> 'fingerprint'], ARRAY[posting ->> 'actor'], ARRAY[posting ->> 'requestId'],
    ARRAY[posting ->> 'memo'], ARRAY[NULL::uuid],
    s.kinds, s.owner_keys, s.user_ids, s.items, s.places, s.amounts,
    ARRAY[]::int[], ARRAY[]::int[], ARRAY[]::text[], ARRAY[]::numeric[]) p
$$;
`;

/**
 * Writes everything that a finished hand leaves, or nothing, in one round trip: whoever calls it
 * holds the fence of the table. A hand that is there already is 'repeated'.
 *
 * Each player is looked up with seat session, user and table, which says more than the foreign keys
 * did that locked two rows a player for it.
 */
export const SETTLE_HAND = `
CREATE FUNCTION settle_hand(hand jsonb, record jsonb, players jsonb, posting jsonb) RETURNS text
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  this_hand CONSTANT uuid := hand ->> 'id';
  this_table CONSTANT uuid := hand ->> 'table_id';
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
    UPDATE seat_sessions s SET stack_krw = w.end_krw
    FROM jsonb_to_recordset(players) w (session_id uuid, start_krw bigint, end_krw bigint)
    WHERE s.id = w.session_id AND s.status = 'open' AND s.stack_krw = w.start_krw
      AND w.start_krw <> w.end_krw;
    GET DIAGNOSTICS counted = ROW_COUNT;
    IF counted <> (SELECT count(*) FROM jsonb_to_recordset(players) w (start_krw bigint, end_krw bigint)
                   WHERE w.start_krw <> w.end_krw) THEN
      RAISE EXCEPTION 'a hand begins with the stacks that PostgreSQL has' USING ERRCODE = broken;
    END IF;
  END IF;

  INSERT INTO hands (id, table_id, hand_no, fencing_token, button_seat, board, second_board, pot_krw,
    rake_krw, outcome, void_reason, player_count, archive, sealed_cards, sealed_deal, transfer_id,
    started_at, ended_at)
  SELECT this_hand, this_table, h.hand_no, h.fencing_token, h.button_seat, h.board, h.second_board,
    h.pot_krw, h.rake_krw, h.outcome, h.void_reason, jsonb_array_length(players), record,
    h.sealed_cards, h.sealed_deal, posted_id,
    to_timestamp(h.started_at_ms / 1000), to_timestamp(h.ended_at_ms / 1000)
  FROM jsonb_to_record(hand) h (hand_no bigint, fencing_token bigint, button_seat int, board text,
    second_board text, pot_krw bigint, rake_krw bigint, outcome text, void_reason text,
    sealed_cards text, sealed_deal text, started_at_ms double precision, ended_at_ms double precision);

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

  UPDATE tables SET hand_no = greatest(hand_no, (hand ->> 'hand_no')::bigint), waiting = hand -> 'waiting'
  WHERE id = this_table;
  UPDATE seat_sessions SET owes_small = NOT owes_small
  WHERE table_id = this_table AND status = 'open'
    AND owes_small <> ((hand -> 'owing_small') ? id::text);

  INSERT INTO outbox (id, topic, payload, request_id)
  VALUES ((hand ->> 'outbox_id')::uuid, 'hand.' || (hand ->> 'outcome'),
    jsonb_build_object('handId', this_hand), hand ->> 'request_id');

  IF hand ? 'root' THEN
    INSERT INTO deal_roots (hand_id, table_id, algorithm, root, outcome, void_reason, ended_at)
    VALUES (this_hand, this_table, hand ->> 'algorithm', hand ->> 'root', hand ->> 'outcome',
      hand ->> 'void_reason', to_timestamp((hand ->> 'ended_at_ms')::double precision / 1000))
    ON CONFLICT (hand_id) DO UPDATE SET outcome = excluded.outcome,
      void_reason = excluded.void_reason, ended_at = excluded.ended_at
      WHERE deal_roots.outcome IS NULL;
  END IF;
  RETURN 'settled';
END $$;
`;

/** Who sat where is kept like what they played: rows that others name are not taken away. */
const KEPT = `
ALTER TABLE hand_players DROP CONSTRAINT "FK_hand_players_users",
  DROP CONSTRAINT "FK_hand_players_seat_sessions";
CREATE TRIGGER "TR_seat_sessions_kept" BEFORE DELETE ON seat_sessions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;

const KEPT_DOWN = `
DROP TRIGGER "TR_seat_sessions_kept" ON seat_sessions;
ALTER TABLE hand_players
  ADD CONSTRAINT "FK_hand_players_users" FOREIGN KEY (user_id) REFERENCES users (id),
  ADD CONSTRAINT "FK_hand_players_seat_sessions"
    FOREIGN KEY (seat_session_id) REFERENCES seat_sessions (id);
`;

/** A finished hand is one statement. */
export class SettleHand1700000000027 implements MigrationInterface {
  readonly name = 'SettleHand1700000000027';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LEDGER_POST_ONE, SETTLE_HAND, KEPT]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION settle_hand, ledger_post_one; ${KEPT_DOWN}`);
  }
}
