import type { MigrationInterface, QueryRunner } from 'typeorm';

const WITHDRAWALS = `
CREATE TABLE withdrawals (
  id uuid CONSTRAINT "PK_withdrawals" PRIMARY KEY
    CONSTRAINT "FK_withdrawals_holds" REFERENCES ledger_holds (id),
  user_id uuid NOT NULL CONSTRAINT "FK_withdrawals_users" REFERENCES users (id),
  asset text NOT NULL,
  network text NOT NULL,
  address text NOT NULL,
  address_key text NOT NULL,
  amount_krw bigint NOT NULL CONSTRAINT "CK_withdrawals_amount" CHECK (amount_krw > 0),
  fee_krw bigint NOT NULL CONSTRAINT "CK_withdrawals_fee" CHECK (fee_krw >= 0),
  revision text NOT NULL,
  quote_id uuid NOT NULL CONSTRAINT "FK_withdrawals_quotes" REFERENCES rate_quotes (id),
  quoted_units numeric(78, 0) NOT NULL
    CONSTRAINT "CK_withdrawals_quoted_units" CHECK (quoted_units > 0),
  sending_quote_id uuid CONSTRAINT "FK_withdrawals_sending_quotes" REFERENCES rate_quotes (id),
  amount_units numeric(78, 0) CONSTRAINT "CK_withdrawals_units" CHECK (amount_units > 0),
  status text NOT NULL DEFAULT 'requested' CONSTRAINT "CK_withdrawals_status" CHECK (status IN (
    'requested', 'cooling', 'approved', 'queued', 'submitting', 'submitted', 'confirming', 'completed',
    'unknown', 'cancelled_by_user', 'rejected', 'expired', 'failed_returned')),
  persons_needed integer NOT NULL
    CONSTRAINT "CK_withdrawals_persons" CHECK (persons_needed BETWEEN 0 AND 2),
  checked jsonb NOT NULL,
  cooling_until timestamptz NOT NULL,
  security_delay_seconds integer NOT NULL,
  expires_at timestamptz NOT NULL,
  payout_id text,
  txid text,
  confirmations integer NOT NULL DEFAULT 0,
  next_check_at timestamptz,
  checks_made integer NOT NULL DEFAULT 0,
  request_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "CK_withdrawals_sent" CHECK (
    status NOT IN ('submitting', 'submitted', 'confirming', 'completed', 'unknown')
    OR (sending_quote_id IS NOT NULL AND amount_units IS NOT NULL))
);
CREATE INDEX "IDX_withdrawals_user" ON withdrawals (user_id, id);
CREATE INDEX "IDX_withdrawals_user_created" ON withdrawals (user_id, created_at);
CREATE INDEX "IDX_withdrawals_address_created" ON withdrawals (address_key, created_at);
CREATE INDEX "IDX_withdrawals_status" ON withdrawals (status, id);
CREATE INDEX "IDX_withdrawals_cooling" ON withdrawals (cooling_until) WHERE status = 'cooling';
CREATE INDEX "IDX_withdrawals_checks" ON withdrawals (next_check_at) WHERE next_check_at IS NOT NULL;

CREATE TABLE withdrawal_events (
  id uuid CONSTRAINT "PK_withdrawal_events" PRIMARY KEY,
  withdrawal_id uuid NOT NULL
    CONSTRAINT "FK_withdrawal_events_withdrawals" REFERENCES withdrawals (id),
  from_status text,
  to_status text NOT NULL,
  actor text NOT NULL,
  reason text,
  details jsonb NOT NULL DEFAULT '{}',
  request_id text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX "IDX_withdrawal_events_withdrawal" ON withdrawal_events (withdrawal_id, id);
CREATE TABLE withdrawal_approvals (
  withdrawal_id uuid NOT NULL
    CONSTRAINT "FK_withdrawal_approvals_withdrawals" REFERENCES withdrawals (id),
  approver_id uuid NOT NULL CONSTRAINT "FK_withdrawal_approvals_users" REFERENCES users (id),
  revision text NOT NULL,
  reason text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "PK_withdrawal_approvals" PRIMARY KEY (withdrawal_id, approver_id)
);
`;

/** What was asked for, and what the second factor was given for, is what is sent. */
const FIXED_TERMS = `
CREATE FUNCTION refuse_new_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the terms of a withdrawal are fixed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "TR_withdrawals_fixed_terms" BEFORE UPDATE ON withdrawals FOR EACH ROW
  WHEN ((OLD.id, OLD.user_id, OLD.asset, OLD.network, OLD.address, OLD.address_key, OLD.amount_krw,
         OLD.fee_krw, OLD.revision, OLD.persons_needed, OLD.created_at)
    IS DISTINCT FROM
        (NEW.id, NEW.user_id, NEW.asset, NEW.network, NEW.address, NEW.address_key, NEW.amount_krw,
         NEW.fee_krw, NEW.revision, NEW.persons_needed, NEW.created_at)
    OR (OLD.amount_units IS NOT NULL AND NEW.amount_units IS DISTINCT FROM OLD.amount_units))
  EXECUTE FUNCTION refuse_new_terms();
`;

const RESPONSIBLE_PLAY = `
CREATE TABLE play_limits (
  user_id uuid NOT NULL CONSTRAINT "FK_play_limits_users" REFERENCES users (id),
  kind text NOT NULL CONSTRAINT "CK_play_limits_kind" CHECK (kind IN ('deposit', 'loss')),
  period text NOT NULL CONSTRAINT "CK_play_limits_period" CHECK (period IN ('day', 'week', 'month')),
  amount_krw bigint CONSTRAINT "CK_play_limits_amount" CHECK (amount_krw > 0),
  next_amount_krw bigint CONSTRAINT "CK_play_limits_next_amount" CHECK (next_amount_krw > 0),
  next_from timestamptz,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "PK_play_limits" PRIMARY KEY (user_id, kind, period),
  CONSTRAINT "CK_play_limits_next" CHECK (next_amount_krw IS NULL OR next_from IS NOT NULL)
);
CREATE TABLE play_limit_changes (
  id uuid CONSTRAINT "PK_play_limit_changes" PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT "FK_play_limit_changes_users" REFERENCES users (id),
  kind text NOT NULL,
  period text NOT NULL,
  amount_krw bigint,
  effective_from timestamptz NOT NULL,
  request_id text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX "IDX_play_limit_changes_user" ON play_limit_changes (user_id, id);
CREATE TABLE play_exclusions (
  id uuid CONSTRAINT "PK_play_exclusions" PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT "FK_play_exclusions_users" REFERENCES users (id),
  kind text NOT NULL CONSTRAINT "CK_play_exclusions_kind" CHECK (kind IN ('cool_off', 'self_exclusion')),
  until_at timestamptz,
  request_id text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "CK_play_exclusions_until" CHECK (kind = 'self_exclusion' OR until_at IS NOT NULL)
);
CREATE INDEX "IDX_play_exclusions_user" ON play_exclusions (user_id, until_at);
`;

const APPEND_ONLY = [
  'withdrawal_events',
  'withdrawal_approvals',
  'play_limit_changes',
  'play_exclusions',
]
  .map(
    (table) => `
CREATE TRIGGER "TR_${table}_append_only" BEFORE UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TR_${table}_no_truncate" BEFORE TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('');

/** Withdrawals with their events and approvals; limits and exclusions that players set themselves. */
export class Withdrawals1700000000009 implements MigrationInterface {
  readonly name = 'Withdrawals1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [WITHDRAWALS, FIXED_TERMS, RESPONSIBLE_PLAY, APPEND_ONLY])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE play_exclusions, play_limit_changes, play_limits,
        withdrawal_approvals, withdrawal_events, withdrawals;
      DROP FUNCTION refuse_new_terms();
    `);
  }
}
