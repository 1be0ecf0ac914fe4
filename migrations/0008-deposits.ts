import type { MigrationInterface, QueryRunner } from 'typeorm';

const ASSETS = `
CREATE TABLE assets (
  asset text NOT NULL CONSTRAINT "CK_assets_asset" CHECK (asset ~ '^[A-Z]{2,10}$'),
  network text NOT NULL CONSTRAINT "CK_assets_network" CHECK (network ~ '^[a-z]{2,20}$'),
  decimals integer NOT NULL CONSTRAINT "CK_assets_decimals" CHECK (decimals BETWEEN 0 AND 30),
  token_contract text,
  min_deposit_units numeric(78, 0) NOT NULL
    CONSTRAINT "CK_assets_min_deposit" CHECK (min_deposit_units > 0),
  final_confirmations integer NOT NULL
    CONSTRAINT "CK_assets_final" CHECK (final_confirmations > 0),
  deposits_enabled boolean NOT NULL DEFAULT true,
  CONSTRAINT "PK_assets" PRIMARY KEY (asset, network)
);
CREATE TABLE asset_confirmations (
  asset text NOT NULL,
  network text NOT NULL,
  from_units numeric(78, 0) NOT NULL
    CONSTRAINT "CK_asset_confirmations_from" CHECK (from_units >= 0),
  confirmations integer NOT NULL
    CONSTRAINT "CK_asset_confirmations_number" CHECK (confirmations > 0),
  CONSTRAINT "PK_asset_confirmations" PRIMARY KEY (asset, network, from_units),
  CONSTRAINT "FK_asset_confirmations_assets"
    FOREIGN KEY (asset, network) REFERENCES assets (asset, network)
);
INSERT INTO assets
  (asset, network, decimals, token_contract, min_deposit_units, final_confirmations)
VALUES
  ('BTC', 'bitcoin', 8, NULL, 1000, 12),
  ('ETH', 'ethereum', 18, NULL, 100000000000000, 64),
  ('USDT', 'ethereum', 6, '0xdac17f958d2ee523a2206206994597c13d831ec7', 10000, 64),
  ('USDC', 'ethereum', 6, '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', 10000, 64);
INSERT INTO asset_confirmations (asset, network, from_units, confirmations) VALUES
  ('BTC', 'bitcoin', 0, 3), ('BTC', 'bitcoin', 100000000, 6),
  ('ETH', 'ethereum', 0, 12), ('ETH', 'ethereum', 30000000000000000000, 32),
  ('USDT', 'ethereum', 0, 12), ('USDT', 'ethereum', 100000000000, 32),
  ('USDC', 'ethereum', 0, 12), ('USDC', 'ethereum', 100000000000, 32);
CREATE TABLE deposit_addresses (
  id uuid CONSTRAINT "PK_deposit_addresses" PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT "FK_deposit_addresses_users" REFERENCES users (id),
  asset text NOT NULL,
  network text NOT NULL,
  address text NOT NULL,
  address_key text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "FK_deposit_addresses_assets"
    FOREIGN KEY (asset, network) REFERENCES assets (asset, network),
  CONSTRAINT "UQ_deposit_addresses_user" UNIQUE (user_id, asset, network),
  CONSTRAINT "UQ_deposit_addresses_address" UNIQUE (network, address_key)
);
`;

const RATES = `
CREATE TABLE rate_samples (
  asset text NOT NULL,
  sampled_at timestamptz NOT NULL DEFAULT now(),
  numerator_krw numeric(78, 0) NOT NULL
    CONSTRAINT "CK_rate_samples_numerator" CHECK (numerator_krw > 0),
  denominator numeric(78, 0) NOT NULL
    CONSTRAINT "CK_rate_samples_denominator" CHECK (denominator > 0),
  sources jsonb NOT NULL,
  jumped boolean NOT NULL,
  CONSTRAINT "PK_rate_samples" PRIMARY KEY (asset, sampled_at)
);
CREATE TABLE rate_sampling (
  is_only boolean NOT NULL DEFAULT true CONSTRAINT "PK_rate_sampling" PRIMARY KEY
    CONSTRAINT "CK_rate_sampling_only" CHECK (is_only),
  next_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO rate_sampling DEFAULT VALUES;
ALTER TABLE rate_quotes
  ALTER COLUMN numerator_krw TYPE numeric(78, 0),
  ADD COLUMN network text,
  ADD COLUMN sampled_at timestamptz,
  ADD COLUMN expires_at timestamptz;
CREATE TABLE rate_quote_uses (
  quote_id uuid CONSTRAINT "PK_rate_quote_uses" PRIMARY KEY
    CONSTRAINT "FK_rate_quote_uses_quotes" REFERENCES rate_quotes (id),
  used_by_kind text NOT NULL
    CONSTRAINT "CK_rate_quote_uses_kind" CHECK (used_by_kind IN ('deposit', 'withdrawal')),
  used_by_id uuid NOT NULL,
  used_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "UQ_rate_quote_uses_user" UNIQUE (used_by_kind, used_by_id)
);
`;

const DEPOSITS = `
ALTER TABLE deposits
  ALTER COLUMN user_id DROP NOT NULL,
  ADD COLUMN payment_id text CONSTRAINT "UQ_deposits_payment_id" UNIQUE,
  ADD COLUMN address text,
  ADD COLUMN confirmations integer NOT NULL DEFAULT 0
    CONSTRAINT "CK_deposits_confirmations" CHECK (confirmations >= 0),
  ADD COLUMN confirmations_needed integer,
  ADD COLUMN next_check_at timestamptz,
  ADD COLUMN checks integer NOT NULL DEFAULT 0,
  ADD COLUMN remainder numeric(78, 0) CONSTRAINT "CK_deposits_remainder" CHECK (remainder >= 0),
  ADD COLUMN debt_paid_krw bigint NOT NULL DEFAULT 0
    CONSTRAINT "CK_deposits_debt_paid" CHECK (debt_paid_krw >= 0),
  ADD COLUMN reversal_transfer_id uuid,
  ADD COLUMN reversed_at timestamptz,
  ADD COLUMN resolution text
    CONSTRAINT "CK_deposits_resolution" CHECK (resolution IN ('released', 'rejected')),
  ADD COLUMN resolution_reason text,
  ADD COLUMN resolved_by uuid CONSTRAINT "FK_deposits_resolved_by" REFERENCES users (id),
  ADD COLUMN resolved_at timestamptz,
  ADD CONSTRAINT "CK_deposits_credited_user" CHECK (status <> 'credited' OR user_id IS NOT NULL),
  ADD CONSTRAINT "CK_deposits_reversed" CHECK (
    status <> 'reversed' OR (transfer_id IS NOT NULL AND reversal_transfer_id IS NOT NULL)),
  ADD CONSTRAINT "CK_deposits_resolved" CHECK (
    (resolution IS NULL) = (resolved_at IS NULL) AND (resolution IS NULL) = (resolved_by IS NULL)
    AND (resolution IS NULL) = (resolution_reason IS NULL));
CREATE INDEX "IDX_deposits_due" ON deposits (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX "IDX_deposits_queue" ON deposits (id) WHERE resolution IS NULL AND status IN
  ('under_min', 'unsupported_asset', 'unknown_address', 'rate_hold', 'aml_hold', 'manual_review');
CREATE TABLE deposit_steps (
  deposit_id uuid NOT NULL CONSTRAINT "FK_deposit_steps_deposits" REFERENCES deposits (id),
  step integer NOT NULL,
  status text NOT NULL,
  confirmations integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "PK_deposit_steps" PRIMARY KEY (deposit_id, step)
);
CREATE TABLE gateway_cursors (
  list text CONSTRAINT "PK_gateway_cursors" PRIMARY KEY,
  position bigint NOT NULL,
  next_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO gateway_cursors (list, position) VALUES ('payments', 0);
CREATE TABLE withdrawal_freezes (
  id uuid CONSTRAINT "PK_withdrawal_freezes" PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT "FK_withdrawal_freezes_users" REFERENCES users (id),
  reason text NOT NULL,
  deposit_id uuid CONSTRAINT "FK_withdrawal_freezes_deposits" REFERENCES deposits (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  lifted_at timestamptz,
  lifted_by uuid CONSTRAINT "FK_withdrawal_freezes_lifted_by" REFERENCES users (id),
  lift_reason text,
  CONSTRAINT "CK_withdrawal_freezes_lifted" CHECK (
    (lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL))
);
CREATE INDEX "IDX_withdrawal_freezes_active" ON withdrawal_freezes (user_id)
  WHERE lifted_at IS NULL;
`;

const APPEND_ONLY = ['rate_samples', 'rate_quote_uses', 'deposit_steps']
  .map(
    (table) => `
CREATE TRIGGER "TR_${table}_append_only" BEFORE UPDATE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION refuse_change();`,
  )
  .join('');

/** Assets and players' addresses, samples and quotes of rates, the states of a deposit. */
export class Deposits1700000000008 implements MigrationInterface {
  readonly name = 'Deposits1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ASSETS, RATES, DEPOSITS, APPEND_ONLY]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE withdrawal_freezes, gateway_cursors, deposit_steps, rate_quote_uses, rate_sampling,
        rate_samples, deposit_addresses, asset_confirmations, assets;
      DELETE FROM deposits WHERE user_id IS NULL;
      ALTER TABLE deposits
        DROP CONSTRAINT "CK_deposits_credited_user", DROP CONSTRAINT "CK_deposits_reversed",
        DROP CONSTRAINT "CK_deposits_resolved";
      DROP INDEX "IDX_deposits_due", "IDX_deposits_queue";
      ALTER TABLE deposits
        DROP COLUMN payment_id, DROP COLUMN address, DROP COLUMN confirmations,
        DROP COLUMN confirmations_needed, DROP COLUMN next_check_at, DROP COLUMN checks,
        DROP COLUMN remainder, DROP COLUMN debt_paid_krw, DROP COLUMN reversal_transfer_id,
        DROP COLUMN reversed_at, DROP COLUMN resolution, DROP COLUMN resolution_reason,
        DROP COLUMN resolved_by, DROP COLUMN resolved_at,
        ALTER COLUMN user_id SET NOT NULL;
      ALTER TABLE rate_quotes
        DROP COLUMN network, DROP COLUMN sampled_at, DROP COLUMN expires_at,
        ALTER COLUMN numerator_krw TYPE bigint;
    `);
  }
}
