import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORDS = `
ALTER TABLE hands ADD COLUMN second_board text;
CREATE TABLE hand_reveals (
  hand_id uuid NOT NULL CONSTRAINT "FK_hand_reveals_hands" REFERENCES hands (id),
  place integer NOT NULL CONSTRAINT "CK_hand_reveals_place" CHECK (place > 0),
  event jsonb NOT NULL,
  revealed_at timestamptz NOT NULL,
  CONSTRAINT "PK_hand_reveals" PRIMARY KEY (hand_id, place)
);
CREATE TRIGGER "TR_hand_reveals_append_only" BEFORE UPDATE OR DELETE ON hand_reveals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TR_hand_reveals_no_truncate" BEFORE TRUNCATE ON hand_reveals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE seat_sessions
  ADD COLUMN left_with_krw bigint CONSTRAINT "CK_seat_sessions_left_with" CHECK (left_with_krw >= 0),
  ADD COLUMN owes_small boolean NOT NULL DEFAULT false;
CREATE INDEX "IDX_seat_sessions_left" ON seat_sessions (table_id, closed_at)
  WHERE left_with_krw IS NOT NULL;
ALTER TABLE tables ADD COLUMN waiting jsonb NOT NULL DEFAULT '[]';
`;

/** What belongs to a hand after its end, and what a table remembers where Redis has lost it. */
export class Records1700000000014 implements MigrationInterface {
  readonly name = 'Records1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECORDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tables DROP COLUMN waiting;
      ALTER TABLE seat_sessions DROP COLUMN owes_small, DROP COLUMN left_with_krw;
      DROP TABLE hand_reveals;
      ALTER TABLE hands DROP COLUMN second_board;
    `);
  }
}
