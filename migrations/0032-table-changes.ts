import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One number that rises with what gateways have to know of tables: whoever has read it before needs
 * not read all tables again. It rises at the end of a transaction, where nobody waits for the others
 * who change something else.
 */
const CHANGES = `
CREATE TABLE table_changes (
  is_only boolean CONSTRAINT "PK_table_changes" PRIMARY KEY DEFAULT true
    CONSTRAINT "CK_table_changes_only" CHECK (is_only),
  version bigint NOT NULL DEFAULT 0
);
INSERT INTO table_changes DEFAULT VALUES;
CREATE FUNCTION note_table_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE table_changes SET version = version + 1;
  RETURN NULL;
END $$;
`;

/** Not hand_no and waiting, which each hand writes. */
const SETTINGS_OF_TABLES = [
  ...['name', 'stakes_id', 'pool', 'status', 'max_seats', 'min_buy_in_bb', 'max_buy_in_bb'],
  ...['min_players_to_start', 'action_timeout_ms', 'time_bank_ms', 'showdown_pause_ms'],
  ...['structure', 'straddle', 'run_it_twice', 'rabbit_hunt', 'rathole_window_ms'],
  ...['away_removal_ms', 'seat_offer_ms'],
];

const trigger = (table: string, events: string, condition = ''): string => `
CREATE CONSTRAINT TRIGGER "TR_${table}_change" AFTER ${events} ON ${table}
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW ${condition} EXECUTE FUNCTION note_table_change();`;

const TRIGGERS = [
  trigger('tables', `INSERT OR UPDATE OF ${SETTINGS_OF_TABLES.join(', ')} OR DELETE`),
  trigger('stakes', 'UPDATE'),
  trigger('rake_terms', 'INSERT'),
  trigger('kill_switches', 'INSERT OR UPDATE', `WHEN (NEW.name LIKE 'table:%')`),
].join('');

/** The newest are looked for every few seconds by every gateway. */
const NEWEST_EXCLUSIONS = `
CREATE INDEX "IDX_play_exclusions_created" ON play_exclusions (created_at);`;

/** What gateways ask PostgreSQL again and again costs the same however many tables and players there are. */
export class TableChanges1700000000032 implements MigrationInterface {
  readonly name = 'TableChanges1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CHANGES, TRIGGERS, NEWEST_EXCLUSIONS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "IDX_play_exclusions_created";
      DROP TRIGGER "TR_tables_change" ON tables;
      DROP TRIGGER "TR_stakes_change" ON stakes;
      DROP TRIGGER "TR_rake_terms_change" ON rake_terms;
      DROP TRIGGER "TR_kill_switches_change" ON kill_switches;
      DROP FUNCTION note_table_change();
      DROP TABLE table_changes;
    `);
  }
}
