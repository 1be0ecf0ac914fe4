import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What players, tables and the house played, by day of Seoul. */
const STATISTICS = `
ALTER TABLE player_day_stats
  ADD COLUMN three_bet_chances integer NOT NULL DEFAULT 0,
  ADD COLUMN three_bet_hands integer NOT NULL DEFAULT 0,
  ADD COLUMN aggressive_actions integer NOT NULL DEFAULT 0,
  ADD COLUMN calls integer NOT NULL DEFAULT 0,
  ADD COLUMN rake_krw bigint NOT NULL DEFAULT 0;
CREATE INDEX "IDX_player_day_stats_day" ON player_day_stats (day);
CREATE TABLE table_day_stats (
  table_id uuid NOT NULL CONSTRAINT "FK_table_day_stats_tables" REFERENCES tables (id),
  day date NOT NULL,
  hands integer NOT NULL,
  player_hands integer NOT NULL,
  pot_krw bigint NOT NULL,
  rake_krw bigint NOT NULL,
  CONSTRAINT "PK_table_day_stats" PRIMARY KEY (table_id, day)
);
CREATE INDEX "IDX_table_day_stats_day" ON table_day_stats (day);
CREATE TABLE house_day_stats (
  day date CONSTRAINT "PK_house_day_stats" PRIMARY KEY,
  hands integer NOT NULL,
  active_players integer NOT NULL,
  pot_krw bigint NOT NULL,
  rake_krw bigint NOT NULL,
  counted_at timestamptz NOT NULL DEFAULT now()
);
`;

/**
 * Compressed copies of hands, in partitions by day of Seoul. A partition goes when its hands were read
 * back from cold storage. The JSON of a hand goes only where its copy is here or in cold storage.
 */
const ARCHIVE = `
CREATE TABLE hand_copies (
  hand_id uuid NOT NULL,
  day date NOT NULL,
  packed bytea NOT NULL,
  CONSTRAINT "PK_hand_copies" PRIMARY KEY (hand_id, day)
) PARTITION BY RANGE (day);
CREATE TABLE hand_archives (
  hand_id uuid CONSTRAINT "PK_hand_archives" PRIMARY KEY
    CONSTRAINT "FK_hand_archives_hands" REFERENCES hands (id),
  day date NOT NULL,
  sha256 bytea NOT NULL CONSTRAINT "CK_hand_archives_digest" CHECK (length(sha256) = 32),
  cold_object text,
  cold_offset bigint,
  cold_bytes integer,
  archived_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "CK_hand_archives_cold" CHECK (num_nonnulls(cold_object, cold_offset, cold_bytes) IN (0, 3))
);
CREATE INDEX "IDX_hand_archives_warm" ON hand_archives (day) WHERE cold_object IS NULL;
CREATE TABLE cold_objects (
  name text CONSTRAINT "PK_cold_objects" PRIMARY KEY,
  day date NOT NULL,
  sha256 bytea NOT NULL CONSTRAINT "CK_cold_objects_digest" CHECK (length(sha256) = 32),
  bytes bigint NOT NULL CONSTRAINT "CK_cold_objects_bytes" CHECK (bytes > 0),
  hands integer NOT NULL CONSTRAINT "CK_cold_objects_hands" CHECK (hands > 0),
  verified_at timestamptz NOT NULL
);
ALTER TABLE hand_archives ADD CONSTRAINT "FK_hand_archives_cold_objects"
  FOREIGN KEY (cold_object) REFERENCES cold_objects (name);

CREATE FUNCTION refuse_hand_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.archive = '{"events": [], "moved": true}'
    AND to_jsonb(NEW) - 'archive' = to_jsonb(OLD) - 'archive'
    AND EXISTS (SELECT 1 FROM hand_archives a WHERE a.hand_id = OLD.id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER "TR_hands_append_only" ON hands;
CREATE TRIGGER "TR_hands_append_only" BEFORE UPDATE OR DELETE ON hands
  FOR EACH ROW EXECUTE FUNCTION refuse_hand_change();
`;

/** Statistics made for reading, and where the record of a hand is when it is no longer with the hand. */
export class StatisticsAndArchive1700000000019 implements MigrationInterface {
  readonly name = 'StatisticsAndArchive1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATISTICS);
    await runner.query(ARCHIVE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "TR_hands_append_only" ON hands;
      CREATE TRIGGER "TR_hands_append_only" BEFORE UPDATE OR DELETE ON hands
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      DROP FUNCTION refuse_hand_change();
      DROP TABLE hand_archives, cold_objects, hand_copies;
      DROP TABLE house_day_stats, table_day_stats;
      DROP INDEX "IDX_player_day_stats_day";
      ALTER TABLE player_day_stats DROP COLUMN rake_krw, DROP COLUMN calls,
        DROP COLUMN aggressive_actions, DROP COLUMN three_bet_hands, DROP COLUMN three_bet_chances;
    `);
  }
}
