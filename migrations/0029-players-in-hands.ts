import type { MigrationInterface, QueryRunner } from 'typeorm';

import { HAND_AND_PLAYERS, settleHand } from './0028-packed-records';

/**
 * Who played a hand stands in the row of the hand, an array for each thing to know, all in the order of
 * seats: no row and no index entry for each player of each hand. Hands of before keep their rows in
 * `hand_players`. Rakes are checked by a function, which is short to parse in each statement.
 */
const SEATS = `
CREATE FUNCTION are_rakes_paid(rakes_krw bigint[], put_in_krw bigint[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN NOT EXISTS (SELECT 1 FROM unnest(rakes_krw, put_in_krw) w (rake, put_in)
                     WHERE rake NOT BETWEEN 0 AND put_in);
END $$;
ALTER TABLE hands
  ADD COLUMN seats smallint[],
  ADD COLUMN seat_session_ids uuid[],
  ADD COLUMN start_stacks_krw bigint[],
  ADD COLUMN end_stacks_krw bigint[],
  ADD COLUMN put_in_krw bigint[],
  ADD COLUMN rakes_krw bigint[],
  ADD COLUMN shown boolean[],
  ADD CONSTRAINT "CK_hands_seats" CHECK (
    num_nulls(seats, seat_session_ids, start_stacks_krw, end_stacks_krw, put_in_krw, rakes_krw, shown) = 7
    OR coalesce(player_count = ALL (ARRAY[
      cardinality(seats), cardinality(seat_session_ids), cardinality(start_stacks_krw),
      cardinality(end_stacks_krw), cardinality(put_in_krw), cardinality(rakes_krw),
      cardinality(shown)]), false)) NOT VALID,
  ADD CONSTRAINT "CK_hands_rakes" CHECK (are_rakes_paid(rakes_krw, put_in_krw)) NOT VALID;
ALTER TABLE hands VALIDATE CONSTRAINT "CK_hands_seats";
ALTER TABLE hands VALIDATE CONSTRAINT "CK_hands_rakes";
`;

const OF_ROWS = `
SELECT p.hand_id, p.seat, p.user_id, p.seat_session_id, p.start_stack_krw, p.end_stack_krw, p.net_krw,
  p.put_in_krw, p.shown, p.rake_krw
FROM hand_players p`;
const OF_ARRAYS = `
SELECT h.id AS hand_id, w.seat::int AS seat, s.user_id, w.seat_session_id, w.start_stack_krw,
  w.end_stack_krw, w.end_stack_krw - w.start_stack_krw AS net_krw, w.put_in_krw, w.shown, w.rake_krw
FROM hands h
CROSS JOIN LATERAL unnest(h.seats, h.seat_session_ids, h.start_stacks_krw, h.end_stacks_krw,
  h.put_in_krw, h.rakes_krw, h.shown)
  w (seat, seat_session_id, start_stack_krw, end_stack_krw, put_in_krw, rake_krw, shown)
JOIN seat_sessions s ON s.id = w.seat_session_id`;

/**
 * Who played, whichever form the hand has: of all hands, and of one. The function is for joins, where the
 * view would be read whole.
 */
const READING = `
CREATE VIEW hand_seats AS ${OF_ROWS} UNION ALL ${OF_ARRAYS};
CREATE FUNCTION seats_of_hand(hand uuid) RETURNS SETOF hand_seats LANGUAGE sql STABLE AS $$
  ${OF_ROWS} WHERE p.hand_id = hand UNION ALL ${OF_ARRAYS} WHERE h.id = hand
$$;
`;

/**
 * A player's hands are found by where and when he sat: seat sessions know which hands of their table
 * can be theirs: those after the one that was the newest when it opened, up to the one that is noted when it
 * closes. A trigger at the close would lock each row once more whenever its stack changes. What was closed
 * before sessions knew has
 * its hands in \`hand_players\`.
 */
const SESSIONS = `
ALTER TABLE seat_sessions
  ADD COLUMN after_hand_no bigint,
  ADD COLUMN until_hand_no bigint,
  ADD CONSTRAINT "CK_seat_sessions_hands" CHECK (after_hand_no < until_hand_no);
UPDATE seat_sessions s SET after_hand_no = t.hand_no FROM tables t
WHERE t.id = s.table_id AND s.status = 'open';
CREATE FUNCTION note_first_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.after_hand_no := (SELECT t.hand_no FROM tables t WHERE t.id = NEW.table_id);
  RETURN NEW;
END $$;
CREATE TRIGGER "TR_seat_sessions_opened" BEFORE INSERT ON seat_sessions
  FOR EACH ROW EXECUTE FUNCTION note_first_hand();
DROP INDEX "IDX_seat_sessions_user_id";
CREATE INDEX "IDX_seat_sessions_user_closed" ON seat_sessions (user_id, closed_at DESC NULLS FIRST);
`;

const SESSIONS_DOWN = `
DROP INDEX "IDX_seat_sessions_user_closed";
CREATE INDEX "IDX_seat_sessions_user_id" ON seat_sessions (user_id);
DROP TRIGGER "TR_seat_sessions_opened" ON seat_sessions;
DROP FUNCTION note_first_hand;
ALTER TABLE seat_sessions DROP COLUMN after_hand_no, DROP COLUMN until_hand_no;
`;

/**
 * The newest hands of a player before one, in no order: as many as wanted where there are as many, and perhaps
 * more. Session by session, the last closed first, until what is left is older than all that is wanted:
 * hands have ids that rise with time. A hand may go on for a while when one of its players has left, by clocks
 * that differ a little; it may have got its id, with its root, up to a day before it began.
 */
const PLAYERS_HANDS = `
CREATE FUNCTION time_of_uuid(id uuid) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0)
$$;
CREATE FUNCTION hands_of_player(player uuid, before uuid, since timestamptz, until timestamptz, wanted int)
RETURNS SETOF uuid
LANGUAGE plpgsql STABLE AS $$
DECLARE
  leeway CONSTANT interval := '1 hour';
  longest_wait CONSTANT interval := '1 day';
  seen uuid[] := ARRAY(
    SELECT p.hand_id FROM hand_players p JOIN hands h ON h.id = p.hand_id
    WHERE p.user_id = player AND p.hand_id < before AND h.ended_at >= since AND h.ended_at < until
    ORDER BY p.hand_id DESC LIMIT wanted);
  session record;
BEGIN
  FOR session IN
    SELECT s.id, s.table_id, s.after_hand_no, s.until_hand_no, s.closed_at FROM seat_sessions s
    WHERE s.user_id = player AND s.after_hand_no IS NOT NULL
      AND s.opened_at < least(until, time_of_uuid(before) + longest_wait)
    ORDER BY s.closed_at DESC NULLS FIRST
  LOOP
    EXIT WHEN session.closed_at + leeway < greatest(since, (
      SELECT time_of_uuid(w.id) FROM unnest(seen) w (id) ORDER BY w.id DESC OFFSET wanted - 1 LIMIT 1));
    seen := seen || ARRAY(
      SELECT h.id FROM hands h
      WHERE h.table_id = session.table_id AND h.hand_no > session.after_hand_no
        AND h.hand_no <= coalesce(session.until_hand_no, 9007199254740991)
        AND session.id = ANY (h.seat_session_ids)
        AND h.id < before AND h.ended_at >= since AND h.ended_at < until
      ORDER BY h.id DESC LIMIT wanted);
  END LOOP;
  RETURN QUERY SELECT unnest(seen);
END $$;
`;

/** Columns of what is sealed, and what is written into them. */
interface SealedColumns {
  readonly columns: string;
  readonly values: string;
}

/** Looks up who played, and writes the row of the hand. */
export const handWithSeats = ({ columns, values }: SealedColumns): string => `
  SELECT count(*) INTO counted
  FROM jsonb_to_recordset(players) w (user_id uuid, session_id uuid)
  JOIN seat_sessions s ON s.id = w.session_id AND s.user_id = w.user_id AND s.table_id = this_table;
  IF counted <> jsonb_array_length(players) THEN
    RAISE EXCEPTION 'a hand is played by those who sit at its table' USING ERRCODE = broken;
  END IF;

  INSERT INTO hands (id, table_id, hand_no, fencing_token, button_seat, board, second_board, pot_krw,
    rake_krw, outcome, void_reason, player_count, record, ${columns}, transfer_id,
    started_at, ended_at, seats, seat_session_ids, start_stacks_krw, end_stacks_krw, put_in_krw,
    rakes_krw, shown)
  SELECT this_hand, this_table, h.hand_no, token, h.button_seat, h.board, h.second_board,
    h.pot_krw, h.rake_krw, h.outcome, h.void_reason, jsonb_array_length(players), packed,
    ${values}, posted_id,
    to_timestamp(h.started_at_ms / 1000), to_timestamp(h.ended_at_ms / 1000), w.*
  FROM jsonb_to_record(hand) h (hand_no bigint, button_seat int, board text, second_board text,
    pot_krw bigint, rake_krw bigint, outcome text, void_reason text, sealed_cards text,
    sealed_deal text, started_at_ms double precision, ended_at_ms double precision),
  (SELECT coalesce(array_agg(p.seat ORDER BY p.seat), '{}'),
     coalesce(array_agg(p.session_id ORDER BY p.seat), '{}'),
     coalesce(array_agg(p.start_krw ORDER BY p.seat), '{}'),
     coalesce(array_agg(p.end_krw ORDER BY p.seat), '{}'),
     coalesce(array_agg(p.put_in_krw ORDER BY p.seat), '{}'),
     coalesce(array_agg(p.rake_krw ORDER BY p.seat), '{}'),
     coalesce(array_agg(p.shown ORDER BY p.seat), '{}')
   FROM jsonb_to_recordset(players) p (seat smallint, session_id uuid, start_krw bigint, end_krw bigint,
     put_in_krw bigint, shown boolean, rake_krw bigint)) w;
`;

/** What is sealed, as the text that it came in. */
export const HAND_WITH_SEATS = handWithSeats({
  columns: 'sealed_cards, sealed_deal',
  values: 'h.sealed_cards, h.sealed_deal',
});

/** What the arrays say, as rows again. */
const SEATS_DOWN = `
INSERT INTO hand_players (hand_id, seat, user_id, seat_session_id, start_stack_krw, end_stack_krw,
  net_krw, put_in_krw, shown, rake_krw)
SELECT w.hand_id, w.seat, w.user_id, w.seat_session_id, w.start_stack_krw, w.end_stack_krw, w.net_krw,
  w.put_in_krw, w.shown, w.rake_krw FROM (${OF_ARRAYS}) w;
DROP FUNCTION hands_of_player, time_of_uuid, seats_of_hand;
DROP VIEW hand_seats;
ALTER TABLE hands DROP COLUMN seats, DROP COLUMN seat_session_ids, DROP COLUMN start_stacks_krw,
  DROP COLUMN end_stacks_krw, DROP COLUMN put_in_krw, DROP COLUMN rakes_krw, DROP COLUMN shown;
DROP FUNCTION are_rakes_paid;
`;

/** A finished hand is one row, with all who played it. */
export class PlayersInHands1700000000029 implements MigrationInterface {
  readonly name = 'PlayersInHands1700000000029';

  async up(runner: QueryRunner): Promise<void> {
    const parts = [SEATS, READING, SESSIONS, PLAYERS_HANDS, settleHand(HAND_WITH_SEATS)];
    for (const part of parts) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const part of [settleHand(HAND_AND_PLAYERS), SEATS_DOWN, SESSIONS_DOWN]) {
      await runner.query(part);
    }
  }
}
