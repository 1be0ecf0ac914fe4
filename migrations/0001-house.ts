import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACCOUNTS = `
CREATE TABLE users (
  id uuid CONSTRAINT "PK_users" PRIMARY KEY,
  email text NOT NULL,
  email_key text NOT NULL CONSTRAINT "UQ_users_email_key" UNIQUE,
  nickname text NOT NULL,
  nickname_key text NOT NULL CONSTRAINT "UQ_users_nickname_key" UNIQUE,
  password_hash text NOT NULL,
  role text NOT NULL DEFAULT 'player'
    CONSTRAINT "CK_users_role" CHECK (role IN ('player', 'support', 'cashier', 'risk', 'admin')),
  status text NOT NULL DEFAULT 'active'
    CONSTRAINT "CK_users_status" CHECK (status IN ('active', 'frozen', 'closed')),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE auth_sessions (
  id uuid CONSTRAINT "PK_auth_sessions" PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT "FK_auth_sessions_users" REFERENCES users (id),
  user_agent text NOT NULL,
  address text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_reason text
);
CREATE INDEX "IDX_auth_sessions_user_id" ON auth_sessions (user_id);
CREATE TABLE refresh_tokens (
  id uuid CONSTRAINT "PK_refresh_tokens" PRIMARY KEY,
  session_id uuid NOT NULL CONSTRAINT "FK_refresh_tokens_auth_sessions" REFERENCES auth_sessions (id),
  token_hash text NOT NULL CONSTRAINT "UQ_refresh_tokens_token_hash" UNIQUE,
  issued_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz
);
CREATE INDEX "IDX_refresh_tokens_session_id" ON refresh_tokens (session_id);
`;

const TABLES = `
CREATE TABLE stakes (
  id uuid CONSTRAINT "PK_stakes" PRIMARY KEY,
  name text NOT NULL CONSTRAINT "UQ_stakes_name" UNIQUE,
  small_blind_krw bigint NOT NULL,
  big_blind_krw bigint NOT NULL,
  ante_krw bigint NOT NULL DEFAULT 0,
  big_blind_ante_krw bigint NOT NULL DEFAULT 0,
  rake_bp integer NOT NULL CONSTRAINT "CK_stakes_rake_bp" CHECK (rake_bp BETWEEN 0 AND 10000),
  rake_cap_krw bigint NOT NULL CONSTRAINT "CK_stakes_rake_cap" CHECK (rake_cap_krw >= 0),
  CONSTRAINT "CK_stakes_blinds"
    CHECK (small_blind_krw >= 0 AND big_blind_krw > 0 AND small_blind_krw <= big_blind_krw),
  CONSTRAINT "CK_stakes_antes" CHECK (ante_krw >= 0 AND big_blind_ante_krw >= 0)
);
CREATE TABLE tables (
  id uuid CONSTRAINT "PK_tables" PRIMARY KEY,
  name text NOT NULL CONSTRAINT "UQ_tables_name" UNIQUE,
  stakes_id uuid NOT NULL CONSTRAINT "FK_tables_stakes" REFERENCES stakes (id),
  pool text NOT NULL DEFAULT 'main',
  max_seats integer NOT NULL CONSTRAINT "CK_tables_max_seats" CHECK (max_seats BETWEEN 2 AND 10),
  min_buy_in_bb integer NOT NULL DEFAULT 40,
  max_buy_in_bb integer NOT NULL DEFAULT 100,
  min_players_to_start integer NOT NULL DEFAULT 2
    CONSTRAINT "CK_tables_min_players" CHECK (min_players_to_start BETWEEN 2 AND 10),
  action_timeout_ms integer NOT NULL DEFAULT 15000,
  time_bank_ms integer NOT NULL DEFAULT 30000,
  showdown_pause_ms integer NOT NULL DEFAULT 3000,
  status text NOT NULL DEFAULT 'open'
    CONSTRAINT "CK_tables_status" CHECK (status IN ('open', 'closed')),
  hand_no bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "CK_tables_buy_in" CHECK (min_buy_in_bb > 0 AND min_buy_in_bb <= max_buy_in_bb),
  CONSTRAINT "CK_tables_clock"
    CHECK (action_timeout_ms >= 50 AND time_bank_ms >= 0 AND showdown_pause_ms >= 0)
);
CREATE INDEX "IDX_tables_pool" ON tables (pool) WHERE status = 'open';
CREATE TABLE seat_sessions (
  id uuid CONSTRAINT "PK_seat_sessions" PRIMARY KEY,
  table_id uuid NOT NULL CONSTRAINT "FK_seat_sessions_tables" REFERENCES tables (id),
  seat integer NOT NULL CONSTRAINT "CK_seat_sessions_seat" CHECK (seat BETWEEN 0 AND 9),
  user_id uuid NOT NULL CONSTRAINT "FK_seat_sessions_users" REFERENCES users (id),
  status text NOT NULL DEFAULT 'open'
    CONSTRAINT "CK_seat_sessions_status" CHECK (status IN ('open', 'closed')),
  stack_krw bigint NOT NULL CONSTRAINT "CK_seat_sessions_stack" CHECK (stack_krw >= 0),
  bought_in_krw bigint NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz
);
CREATE UNIQUE INDEX "UQ_seat_sessions_open_seat" ON seat_sessions (table_id, seat) WHERE status = 'open';
CREATE UNIQUE INDEX "UQ_seat_sessions_open_user" ON seat_sessions (table_id, user_id) WHERE status = 'open';
CREATE INDEX "IDX_seat_sessions_user_id" ON seat_sessions (user_id);
CREATE SEQUENCE fencing_token_seq;
CREATE TABLE table_fences (
  table_id uuid CONSTRAINT "PK_table_fences" PRIMARY KEY
    CONSTRAINT "FK_table_fences_tables" REFERENCES tables (id),
  token bigint NOT NULL
);
`;

const HANDS = `
CREATE TABLE hands (
  id uuid CONSTRAINT "PK_hands" PRIMARY KEY,
  table_id uuid NOT NULL CONSTRAINT "FK_hands_tables" REFERENCES tables (id),
  hand_no bigint NOT NULL,
  fencing_token bigint NOT NULL,
  button_seat integer NOT NULL,
  board text NOT NULL,
  pot_krw bigint NOT NULL CONSTRAINT "CK_hands_pot" CHECK (pot_krw >= 0),
  rake_krw bigint NOT NULL CONSTRAINT "CK_hands_rake" CHECK (rake_krw BETWEEN 0 AND pot_krw),
  outcome text NOT NULL CONSTRAINT "CK_hands_outcome" CHECK (outcome IN ('settled', 'voided')),
  void_reason text,
  player_count integer NOT NULL,
  archive jsonb NOT NULL,
  sealed_cards text,
  transfer_id uuid,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "UQ_hands_table_hand_no" UNIQUE (table_id, hand_no),
  CONSTRAINT "CK_hands_void_reason" CHECK ((outcome = 'voided') = (void_reason IS NOT NULL))
);
CREATE TABLE hand_players (
  hand_id uuid NOT NULL CONSTRAINT "FK_hand_players_hands" REFERENCES hands (id),
  seat integer NOT NULL,
  user_id uuid NOT NULL CONSTRAINT "FK_hand_players_users" REFERENCES users (id),
  seat_session_id uuid NOT NULL CONSTRAINT "FK_hand_players_seat_sessions" REFERENCES seat_sessions (id),
  start_stack_krw bigint NOT NULL,
  end_stack_krw bigint NOT NULL,
  net_krw bigint NOT NULL,
  put_in_krw bigint NOT NULL,
  shown boolean NOT NULL,
  CONSTRAINT "PK_hand_players" PRIMARY KEY (hand_id, seat),
  CONSTRAINT "CK_hand_players_net" CHECK (net_krw = end_stack_krw - start_stack_krw)
);
CREATE INDEX "IDX_hand_players_user_hand" ON hand_players (user_id, hand_id);
CREATE TABLE outbox (
  id uuid CONSTRAINT "PK_outbox" PRIMARY KEY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  request_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  dispatched_at timestamptz,
  done_at timestamptz,
  dead_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  last_error text
);
CREATE INDEX "IDX_outbox_open" ON outbox (created_at) WHERE done_at IS NULL AND dead_at IS NULL;
CREATE TABLE player_day_stats (
  user_id uuid NOT NULL CONSTRAINT "FK_player_day_stats_users" REFERENCES users (id),
  day date NOT NULL,
  hands integer NOT NULL DEFAULT 0,
  won_hands integer NOT NULL DEFAULT 0,
  vpip_hands integer NOT NULL DEFAULT 0,
  pfr_hands integer NOT NULL DEFAULT 0,
  showdown_hands integer NOT NULL DEFAULT 0,
  net_krw bigint NOT NULL DEFAULT 0,
  put_in_krw bigint NOT NULL DEFAULT 0,
  CONSTRAINT "PK_player_day_stats" PRIMARY KEY (user_id, day)
);
CREATE TABLE processed_hands (
  hand_id uuid CONSTRAINT "PK_processed_hands" PRIMARY KEY,
  processed_at timestamptz NOT NULL DEFAULT now()
);
`;

const DEPOSITS = `
CREATE TABLE rate_quotes (
  id uuid CONSTRAINT "PK_rate_quotes" PRIMARY KEY,
  asset text NOT NULL,
  numerator_krw bigint NOT NULL CONSTRAINT "CK_rate_quotes_numerator" CHECK (numerator_krw > 0),
  denominator_units numeric(78, 0) NOT NULL
    CONSTRAINT "CK_rate_quotes_denominator" CHECK (denominator_units > 0),
  source text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE webhook_events (
  provider text NOT NULL,
  event_id text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  body text NOT NULL,
  processed_at timestamptz,
  outcome text,
  CONSTRAINT "PK_webhook_events" PRIMARY KEY (provider, event_id)
);
CREATE INDEX "IDX_webhook_events_open" ON webhook_events (received_at) WHERE processed_at IS NULL;
CREATE TABLE deposits (
  id uuid CONSTRAINT "PK_deposits" PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT "FK_deposits_users" REFERENCES users (id),
  asset text NOT NULL,
  network text NOT NULL,
  txid text NOT NULL,
  output_index integer NOT NULL,
  amount_units numeric(78, 0) NOT NULL CONSTRAINT "CK_deposits_units" CHECK (amount_units > 0),
  rate_quote_id uuid CONSTRAINT "FK_deposits_rate_quotes" REFERENCES rate_quotes (id),
  amount_krw bigint,
  status text NOT NULL CONSTRAINT "CK_deposits_status" CHECK (status IN (
    'detected', 'confirming', 'confirmed', 'credited', 'under_min', 'unsupported_asset',
    'unknown_address', 'rate_hold', 'aml_hold', 'manual_review', 'orphaned', 'reversed')),
  transfer_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  credited_at timestamptz,
  CONSTRAINT "UQ_deposits_payment" UNIQUE (network, txid, output_index),
  CONSTRAINT "CK_deposits_credited" CHECK (
    status <> 'credited' OR (amount_krw > 0 AND rate_quote_id IS NOT NULL AND transfer_id IS NOT NULL))
);
CREATE INDEX "IDX_deposits_user_id" ON deposits (user_id, id);
`;

/** History is never rewritten: the database refuses, whoever asks. */
const APPEND_ONLY = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
${['hands', 'hand_players', 'rate_quotes']
  .map(
    (table) => `
CREATE TRIGGER "TR_${table}_append_only" BEFORE UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TR_${table}_no_truncate" BEFORE TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('')}
`;

/** Accounts and sessions, tables and seats, hands and their outbox, deposits. */
export class House1700000000001 implements MigrationInterface {
  readonly name = 'House1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ACCOUNTS, TABLES, HANDS, DEPOSITS, APPEND_ONLY]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE deposits, webhook_events, rate_quotes, processed_hands, player_day_stats, outbox,
        hand_players, hands, table_fences, seat_sessions, tables, stakes,
        refresh_tokens, auth_sessions, users;
      DROP SEQUENCE fencing_token_seq;
      DROP FUNCTION refuse_change();
    `);
  }
}
