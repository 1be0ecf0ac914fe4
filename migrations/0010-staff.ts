import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What went before in a player's account is what a withdrawal is delayed by. */
const PEOPLE = `
ALTER TABLE users
  ADD COLUMN status_reason text,
  ADD COLUMN status_changed_at timestamptz,
  ADD COLUMN password_changed_at timestamptz,
  ADD COLUMN factor_changed_at timestamptz;
ALTER TABLE auth_sessions
  ADD COLUMN has_second_factor boolean NOT NULL DEFAULT false;
CREATE TABLE second_factors (
  user_id uuid CONSTRAINT "PK_second_factors" PRIMARY KEY
    CONSTRAINT "FK_second_factors_users" REFERENCES users (id),
  sealed_secret text,
  enabled_at timestamptz,
  last_step bigint,
  pending_sealed_secret text,
  pending_since timestamptz,
  CONSTRAINT "CK_second_factors_enabled" CHECK ((sealed_secret IS NULL) = (enabled_at IS NULL)),
  CONSTRAINT "CK_second_factors_pending"
    CHECK ((pending_sealed_secret IS NULL) = (pending_since IS NULL))
);
CREATE TABLE recovery_codes (
  user_id uuid NOT NULL CONSTRAINT "FK_recovery_codes_second_factors"
    REFERENCES second_factors (user_id) ON DELETE CASCADE,
  code_hash text NOT NULL,
  used_at timestamptz,
  CONSTRAINT "PK_recovery_codes" PRIMARY KEY (user_id, code_hash)
);
CREATE TABLE player_notes (
  id uuid CONSTRAINT "PK_player_notes" PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT "FK_player_notes_users" REFERENCES users (id),
  author_id uuid NOT NULL CONSTRAINT "FK_player_notes_authors" REFERENCES users (id),
  text text NOT NULL CONSTRAINT "CK_player_notes_text" CHECK (length(text) BETWEEN 1 AND 2000),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX "IDX_player_notes_user" ON player_notes (user_id, id);
`;

/** A switch that is not there is off, but for tables and logins: see KillSwitches. */
const SWITCHES = `
CREATE TABLE kill_switches (
  name text CONSTRAINT "PK_kill_switches" PRIMARY KEY,
  is_on boolean NOT NULL,
  reason text NOT NULL,
  actor text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "CK_kill_switches_name" CHECK (
    name IN ('deposit_credit', 'automatic_approval', 'sending', 'buy_in')
    OR name ~ '^(table|login):[0-9a-f-]{36}$')
);
INSERT INTO kill_switches (name, is_on, reason, actor)
SELECT name, true, 'as installed', 'system'
FROM unnest(ARRAY['deposit_credit', 'automatic_approval', 'sending', 'buy_in']) AS name;
`;

const FOUR_EYES = `
CREATE TABLE four_eyes_requests (
  id uuid CONSTRAINT "PK_four_eyes_requests" PRIMARY KEY,
  kind text NOT NULL,
  subject_id text NOT NULL,
  beneficiary_id uuid CONSTRAINT "FK_four_eyes_requests_beneficiaries" REFERENCES users (id),
  payload jsonb NOT NULL,
  payload_hash text NOT NULL,
  reason text NOT NULL,
  status text NOT NULL DEFAULT 'pending' CONSTRAINT "CK_four_eyes_requests_status"
    CHECK (status IN ('pending', 'approved', 'rejected', 'expired')),
  requested_by uuid NOT NULL
    CONSTRAINT "FK_four_eyes_requests_requesters" REFERENCES users (id),
  requested_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  decided_by uuid CONSTRAINT "FK_four_eyes_requests_deciders" REFERENCES users (id),
  decided_at timestamptz,
  decision_reason text,
  CONSTRAINT "CK_four_eyes_requests_decided" CHECK (
    (status IN ('approved', 'rejected')) = (decided_by IS NOT NULL)
    AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT "CK_four_eyes_requests_two_persons" CHECK (
    status <> 'approved' OR (decided_by <> requested_by
      AND (beneficiary_id IS NULL OR decided_by <> beneficiary_id)))
);
CREATE UNIQUE INDEX "UQ_four_eyes_requests_pending"
  ON four_eyes_requests (kind, subject_id, payload_hash) WHERE status = 'pending';
CREATE INDEX "IDX_four_eyes_requests_status" ON four_eyes_requests (status, id);
CREATE INDEX "IDX_four_eyes_requests_requester" ON four_eyes_requests (requested_by, kind, id);
`;

/** Second factors, notes on players, kill switches, and what two persons decide. */
export class Staff1700000000010 implements MigrationInterface {
  readonly name = 'Staff1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PEOPLE, SWITCHES, FOUR_EYES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE four_eyes_requests, kill_switches, player_notes, recovery_codes, second_factors;
      ALTER TABLE auth_sessions DROP COLUMN has_second_factor;
      ALTER TABLE users DROP COLUMN status_reason, DROP COLUMN status_changed_at,
        DROP COLUMN password_changed_at, DROP COLUMN factor_changed_at;
    `);
  }
}
