import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row for each period of a scheduled job: who claims it does the work, however many ask. */
const JOB_RUNS = `
CREATE TABLE job_runs (
  job text NOT NULL,
  period text NOT NULL,
  status text NOT NULL
    CONSTRAINT "CK_job_runs_status" CHECK (status IN ('running', 'done', 'failed')),
  attempts integer NOT NULL CONSTRAINT "CK_job_runs_attempts" CHECK (attempts >= 0),
  owner text NOT NULL,
  lease_until timestamptz NOT NULL,
  retry_at timestamptz,
  report jsonb,
  last_error text,
  first_started_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT "PK_job_runs" PRIMARY KEY (job, period),
  CONSTRAINT "CK_job_runs_done"
    CHECK ((status = 'done') = (finished_at IS NOT NULL AND report IS NOT NULL))
);
CREATE UNIQUE INDEX "UQ_job_runs_running" ON job_runs (job) WHERE status = 'running';
`;

/**
 * What stakes that name no rake of their own begin with, by their blinds; the row without blinds is
 * for all others.
 */
const RAKE_FIGURES = `
CREATE TABLE rake_figures (
  small_blind_krw bigint,
  big_blind_krw bigint,
  rate_bp integer NOT NULL CONSTRAINT "CK_rake_figures_rate" CHECK (rate_bp BETWEEN 0 AND 1000),
  cap_bb integer NOT NULL CONSTRAINT "CK_rake_figures_cap" CHECK (cap_bb BETWEEN 0 AND 10),
  CONSTRAINT "UQ_rake_figures_blinds" UNIQUE NULLS NOT DISTINCT (small_blind_krw, big_blind_krw),
  CONSTRAINT "CK_rake_figures_blinds" CHECK ((small_blind_krw IS NULL) = (big_blind_krw IS NULL))
);
INSERT INTO rake_figures (small_blind_krw, big_blind_krw, rate_bp, cap_bb) VALUES
  (1000, 2000, 500, 3), (5000, 10000, 500, 4), (25000, 50000, 400, 5), (NULL, NULL, 500, 3);
CREATE FUNCTION fill_stakes_rake() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  figures rake_figures;
BEGIN
  SELECT * INTO figures FROM rake_figures f
  WHERE f.small_blind_krw IS NULL
    OR (f.small_blind_krw, f.big_blind_krw) = (NEW.small_blind_krw, NEW.big_blind_krw)
  ORDER BY f.small_blind_krw IS NULL LIMIT 1;
  NEW.rake_bp := coalesce(NEW.rake_bp, figures.rate_bp);
  NEW.rake_cap_krw := coalesce(NEW.rake_cap_krw, figures.cap_bb * NEW.big_blind_krw);
  RETURN NEW;
END $$;
CREATE TRIGGER "TR_stakes_fill_rake" BEFORE INSERT ON stakes
  FOR EACH ROW EXECUTE FUNCTION fill_stakes_rake();
`;

/** Versions of the rake of stakes; what stakes began with stays in `stakes` and is the first. */
const RAKE_TERMS = `
CREATE TABLE rake_terms (
  stakes_id uuid NOT NULL CONSTRAINT "FK_rake_terms_stakes" REFERENCES stakes (id),
  effective_from timestamptz NOT NULL,
  rate_bp integer NOT NULL CONSTRAINT "CK_rake_terms_rate" CHECK (rate_bp BETWEEN 0 AND 10000),
  cap_krw bigint NOT NULL CONSTRAINT "CK_rake_terms_cap" CHECK (cap_krw >= 0),
  request_id uuid CONSTRAINT "FK_rake_terms_requests" REFERENCES four_eyes_requests (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "PK_rake_terms" PRIMARY KEY (stakes_id, effective_from),
  CONSTRAINT "CK_rake_terms_future"
    CHECK ((effective_from = '-infinity') = (request_id IS NULL) AND
           (effective_from = '-infinity' OR effective_from > created_at))
);
INSERT INTO rake_terms (stakes_id, effective_from, rate_bp, cap_krw)
SELECT id, '-infinity', rake_bp, rake_cap_krw FROM stakes;
CREATE FUNCTION begin_rake_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rake_terms (stakes_id, effective_from, rate_bp, cap_krw)
  VALUES (NEW.id, '-infinity', NEW.rake_bp, NEW.rake_cap_krw);
  RETURN NULL;
END $$;
CREATE TRIGGER "TR_stakes_begin_rake_terms" AFTER INSERT ON stakes
  FOR EACH ROW EXECUTE FUNCTION begin_rake_terms();
CREATE TRIGGER "TR_stakes_rake_stays" BEFORE UPDATE OF rake_bp, rake_cap_krw ON stakes
  FOR EACH ROW WHEN ((OLD.rake_bp, OLD.rake_cap_krw) IS DISTINCT FROM (NEW.rake_bp, NEW.rake_cap_krw))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TR_rake_terms_append_only" BEFORE UPDATE OR DELETE ON rake_terms
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;

/**
 * Whose rake it was. Hands that are there already get it by the same rule: rounded down, what is
 * left over to the largest remainders, then to the lower seat.
 */
const ATTRIBUTION = `
ALTER TABLE hand_players ADD COLUMN rake_krw bigint NOT NULL DEFAULT 0
  CONSTRAINT "CK_hand_players_rake" CHECK (rake_krw BETWEEN 0 AND put_in_krw);
ALTER TABLE hand_players DISABLE TRIGGER "TR_hand_players_append_only";
WITH exact AS (
  SELECT p.hand_id, p.seat, h.rake_krw, sum(p.put_in_krw) OVER hand AS whole_krw,
         h.rake_krw::numeric * p.put_in_krw AS weighted
  FROM hand_players p JOIN hands h ON h.id = p.hand_id AND h.rake_krw > 0
  WINDOW hand AS (PARTITION BY p.hand_id)
), cut AS (
  SELECT hand_id, seat, rake_krw, div(weighted, whole_krw) AS part_krw,
         row_number() OVER (PARTITION BY hand_id ORDER BY mod(weighted, whole_krw) DESC, seat) AS place
  FROM exact WHERE whole_krw > 0
), parts AS (
  SELECT hand_id, seat, part_krw,
         place <= rake_krw - sum(part_krw) OVER (PARTITION BY hand_id) AS gets_odd
  FROM cut
)
UPDATE hand_players p SET rake_krw = w.part_krw + CASE WHEN w.gets_odd THEN 1 ELSE 0 END
FROM parts w WHERE p.hand_id = w.hand_id AND p.seat = w.seat;
ALTER TABLE hand_players ENABLE TRIGGER "TR_hand_players_append_only";
`;

/**
 * Rake of players by day, counted once a hand; weeks that are closed, and what they pay. A hand may
 * leave for the archive before its mark does, so the mark refers to none.
 */
const RAKEBACK = `
CREATE TABLE rake_hands (
  hand_id uuid CONSTRAINT "PK_rake_hands" PRIMARY KEY,
  day date NOT NULL
);
CREATE INDEX "IDX_rake_hands_day" ON rake_hands USING brin (day);
CREATE INDEX "IDX_hands_ended_at" ON hands USING brin (ended_at) WITH (pages_per_range = 16);
CREATE TABLE player_rake_days (
  user_id uuid NOT NULL CONSTRAINT "FK_player_rake_days_users" REFERENCES users (id),
  day date NOT NULL,
  hands integer NOT NULL CONSTRAINT "CK_player_rake_days_hands" CHECK (hands > 0),
  rake_krw bigint NOT NULL CONSTRAINT "CK_player_rake_days_rake" CHECK (rake_krw > 0),
  CONSTRAINT "PK_player_rake_days" PRIMARY KEY (user_id, day)
);
CREATE INDEX "IDX_player_rake_days_day" ON player_rake_days (day);
CREATE TABLE rakeback_weeks (
  week text CONSTRAINT "PK_rakeback_weeks" PRIMARY KEY,
  from_day date NOT NULL CONSTRAINT "UQ_rakeback_weeks_from_day" UNIQUE
    CONSTRAINT "CK_rakeback_weeks_monday" CHECK (extract(isodow FROM from_day) = 1),
  closed_at timestamptz NOT NULL DEFAULT now(),
  owed_at timestamptz,
  players integer NOT NULL DEFAULT 0 CONSTRAINT "CK_rakeback_weeks_players" CHECK (players >= 0),
  rakeback_krw bigint NOT NULL DEFAULT 0
    CONSTRAINT "CK_rakeback_weeks_rakeback" CHECK (rakeback_krw >= 0),
  paid_at timestamptz,
  CONSTRAINT "CK_rakeback_weeks_order" CHECK (paid_at IS NULL OR owed_at IS NOT NULL)
);
CREATE TABLE rakeback_payments (
  week text NOT NULL CONSTRAINT "FK_rakeback_payments_weeks" REFERENCES rakeback_weeks (week),
  user_id uuid NOT NULL CONSTRAINT "FK_rakeback_payments_users" REFERENCES users (id),
  rake_krw bigint NOT NULL,
  running_rake_krw bigint NOT NULL,
  level text NOT NULL CONSTRAINT "CK_rakeback_payments_level"
    CHECK (level IN ('bronze', 'silver', 'gold', 'platinum', 'diamond')),
  rate_bp integer NOT NULL CONSTRAINT "CK_rakeback_payments_rate" CHECK (rate_bp BETWEEN 0 AND 10000),
  rakeback_krw bigint NOT NULL CONSTRAINT "CK_rakeback_payments_amount"
    CHECK (rakeback_krw > 0 AND rakeback_krw = rake_krw * rate_bp / 10000),
  transfer_id uuid CONSTRAINT "UQ_rakeback_payments_transfer" UNIQUE,
  paid_at timestamptz,
  CONSTRAINT "PK_rakeback_payments" PRIMARY KEY (week, user_id),
  CONSTRAINT "CK_rakeback_payments_paid" CHECK ((transfer_id IS NULL) = (paid_at IS NULL))
);
CREATE INDEX "IDX_rakeback_payments_user" ON rakeback_payments (user_id, week);
CREATE INDEX "IDX_rakeback_payments_unpaid" ON rakeback_payments (week, user_id)
  WHERE paid_at IS NULL;
`;

/** The level of each player as of a day, for lists and for telling who rose or fell. */
const LEVELS = `
CREATE TABLE vip_levels (
  user_id uuid CONSTRAINT "PK_vip_levels" PRIMARY KEY
    CONSTRAINT "FK_vip_levels_users" REFERENCES users (id),
  level text NOT NULL CONSTRAINT "CK_vip_levels_level"
    CHECK (level IN ('bronze', 'silver', 'gold', 'platinum', 'diamond')),
  running_rake_krw bigint NOT NULL,
  day date NOT NULL,
  since_day date NOT NULL,
  CONSTRAINT "CK_vip_levels_since" CHECK (since_day <= day)
);
CREATE INDEX "IDX_vip_levels_level" ON vip_levels (level);
`;

/** What the schedules have run; the terms of rake, whose rake it was, and what is paid back. */
export class RakeAndVip1700000000011 implements MigrationInterface {
  readonly name = 'RakeAndVip1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [JOB_RUNS, RAKE_FIGURES, RAKE_TERMS, ATTRIBUTION, RAKEBACK, LEVELS]) {
      await runner.query(part);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "IDX_hands_ended_at";
      DROP TABLE vip_levels, rakeback_payments, rakeback_weeks, player_rake_days, rake_hands;
      ALTER TABLE hand_players DROP COLUMN rake_krw;
      DROP TRIGGER "TR_stakes_rake_stays" ON stakes;
      DROP TRIGGER "TR_stakes_begin_rake_terms" ON stakes;
      DROP TRIGGER "TR_stakes_fill_rake" ON stakes;
      DROP FUNCTION begin_rake_terms, fill_stakes_rake;
      DROP TABLE rake_terms, rake_figures, job_runs;
    `);
  }
}
