import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARTITIONS = 8;

const partitionsOf = (table: string, storage = ''): string =>
  Array.from(
    { length: PARTITIONS },
    (_, index) => `
CREATE TABLE ${table}_${index} PARTITION OF ${table}
  FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${index})${storage};`,
  ).join('');

const ACCOUNTS = `
CREATE TABLE ledger_account_owners (
  kind text NOT NULL CONSTRAINT "CK_ledger_account_owners_kind" CHECK (kind IN (
    'available', 'withdrawal_hold', 'debt', 'in_play',
    'rake', 'rakeback_liability', 'fx', 'adjustments', 'gateway_clearing')),
  owner_key text NOT NULL,
  account_id uuid NOT NULL CONSTRAINT "UQ_ledger_account_owners_account" UNIQUE,
  user_id uuid,
  CONSTRAINT "PK_ledger_account_owners" PRIMARY KEY (kind, owner_key)
);
CREATE INDEX "IDX_ledger_account_owners_user" ON ledger_account_owners (user_id);
CREATE TABLE ledger_accounts (
  id uuid NOT NULL,
  kind text NOT NULL,
  user_id uuid,
  appended boolean NOT NULL,
  balance_krw bigint NOT NULL DEFAULT 0,
  version bigint NOT NULL DEFAULT 0,
  CONSTRAINT "PK_ledger_accounts" PRIMARY KEY (id),
  CONSTRAINT "CK_ledger_accounts_balance" CHECK (appended OR kind = 'debt' OR balance_krw >= 0),
  CONSTRAINT "CK_ledger_accounts_appended" CHECK (NOT appended OR (balance_krw = 0 AND version = 0))
) PARTITION BY HASH (id);
${partitionsOf('ledger_accounts', ' WITH (fillfactor = 70)')}
`;

const TRANSFERS = `
CREATE TABLE ledger_transfers (
  id uuid CONSTRAINT "PK_ledger_transfers" PRIMARY KEY,
  type text NOT NULL CONSTRAINT "CK_ledger_transfers_type" CHECK (type IN (
    'crypto_deposit', 'crypto_withdrawal', 'buy_in', 'cash_out', 'top_up', 'hand',
    'rakeback', 'adjustment', 'reversal', 'hold', 'release')),
  business_key text NOT NULL,
  fingerprint text NOT NULL,
  actor text NOT NULL,
  request_id text,
  memo jsonb NOT NULL DEFAULT '{}',
  reverses_transfer_id uuid CONSTRAINT "UQ_ledger_transfers_reverses" UNIQUE
    CONSTRAINT "FK_ledger_transfers_reverses" REFERENCES ledger_transfers (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "UQ_ledger_transfers_business_key" UNIQUE (type, business_key)
);
CREATE TABLE ledger_entries (
  account_id uuid NOT NULL,
  transfer_id uuid NOT NULL CONSTRAINT "FK_ledger_entries_transfers" REFERENCES ledger_transfers (id),
  user_id uuid,
  amount_krw bigint NOT NULL CONSTRAINT "CK_ledger_entries_amount" CHECK (amount_krw <> 0),
  balance_after_krw bigint,
  version bigint,
  posted_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT "PK_ledger_entries" PRIMARY KEY (account_id, transfer_id),
  CONSTRAINT "UQ_ledger_entries_version" UNIQUE (account_id, version),
  CONSTRAINT "CK_ledger_entries_version" CHECK ((version IS NULL) = (balance_after_krw IS NULL))
) PARTITION BY HASH (account_id);
${partitionsOf('ledger_entries')}
CREATE INDEX "IDX_ledger_entries_user_transfer" ON ledger_entries (user_id, transfer_id DESC)
  WHERE user_id IS NOT NULL;
CREATE INDEX "IDX_ledger_entries_transfer" ON ledger_entries (transfer_id);
CREATE TABLE ledger_asset_entries (
  account_id uuid NOT NULL,
  transfer_id uuid NOT NULL CONSTRAINT "FK_ledger_asset_entries_transfers" REFERENCES ledger_transfers (id),
  asset text NOT NULL,
  units numeric(78, 0) NOT NULL CONSTRAINT "CK_ledger_asset_entries_units" CHECK (units <> 0),
  CONSTRAINT "PK_ledger_asset_entries" PRIMARY KEY (account_id, transfer_id, asset)
);
CREATE TABLE ledger_house_rollups (
  account_id uuid CONSTRAINT "PK_ledger_house_rollups" PRIMARY KEY,
  balance_krw bigint NOT NULL,
  below_xid xid8 NOT NULL,
  rolled_at timestamptz NOT NULL DEFAULT now()
);
`;

const AROUND = `
CREATE TABLE ledger_idempotency (
  actor text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  answer jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  answered_at timestamptz,
  CONSTRAINT "PK_ledger_idempotency" PRIMARY KEY (actor, operation, key)
);
CREATE TABLE ledger_tombstones (
  type text NOT NULL,
  business_key text NOT NULL,
  reason text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "PK_ledger_tombstones" PRIMARY KEY (type, business_key)
);
CREATE TABLE ledger_holds (
  id uuid CONSTRAINT "PK_ledger_holds" PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT "FK_ledger_holds_users" REFERENCES users (id),
  transfer_id uuid NOT NULL CONSTRAINT "FK_ledger_holds_transfers" REFERENCES ledger_transfers (id),
  amount_krw bigint NOT NULL CONSTRAINT "CK_ledger_holds_amount" CHECK (amount_krw > 0),
  posted_krw bigint NOT NULL DEFAULT 0
    CONSTRAINT "CK_ledger_holds_posted" CHECK (posted_krw BETWEEN 0 AND amount_krw),
  status text NOT NULL DEFAULT 'held'
    CONSTRAINT "CK_ledger_holds_status" CHECK (status IN ('held', 'posted', 'voided', 'expired')),
  expires_at timestamptz,
  resolved_at timestamptz
);
`;

/**
 * The functions that post. Each statement of a function has a snapshot of its own, so what is read
 * after the locks were taken is what the locks protect.
 */
export const FIRST_LEDGER_FUNCTIONS = `
CREATE FUNCTION ledger_entries_of(items jsonb)
RETURNS TABLE (item int, transfer_id uuid, account_id uuid, amount_krw bigint)
LANGUAGE sql IMMUTABLE AS $$
  SELECT (i.place - 1)::int, (i.value ->> 'id')::uuid, (e.value ->> 'account')::uuid,
         (e.value ->> 'amountKrw')::bigint
  FROM jsonb_array_elements(items) WITH ORDINALITY i (value, place),
       jsonb_array_elements(i.value -> 'entries') e (value)
$$;

CREATE FUNCTION ledger_faults(items jsonb)
RETURNS TABLE (item int, status text, code text, transfer_id uuid)
LANGUAGE sql STABLE AS $$
  WITH asked AS (
    SELECT (place - 1)::int AS item, value ->> 'type' AS type, value ->> 'businessKey' AS business_key,
           value ->> 'fingerprint' AS fingerprint
    FROM jsonb_array_elements(items) WITH ORDINALITY i (value, place)
  ), entry AS (SELECT * FROM ledger_entries_of(items)),
  fault AS (
    SELECT a.item, 1 AS place, CASE WHEN t.fingerprint = a.fingerprint THEN 'replayed' ELSE 'refused' END AS status,
           CASE WHEN t.fingerprint = a.fingerprint THEN NULL ELSE 'IDEMPOTENCY_CONFLICT' END AS code,
           t.id AS transfer_id
    FROM asked a JOIN ledger_transfers t ON t.type = a.type AND t.business_key = a.business_key
    UNION ALL
    SELECT a.item, 2, 'refused', 'TRANSFER_CANCELLED', NULL
    FROM asked a JOIN ledger_tombstones d ON d.type = a.type AND d.business_key = a.business_key
    UNION ALL
    SELECT a.item, 3, 'again', NULL, NULL
    FROM asked a JOIN asked b ON b.type = a.type AND b.business_key = a.business_key AND b.item < a.item
    UNION ALL
    SELECT a.item, 4, 'refused', 'INVALID_AMOUNT', NULL
    FROM asked a LEFT JOIN entry e ON e.item = a.item
    GROUP BY a.item HAVING count(e.amount_krw) < 2 OR sum(e.amount_krw) <> 0 OR bool_or(e.amount_krw = 0)
    UNION ALL
    SELECT e.item, 5, 'refused', 'INTERNAL_ERROR', NULL
    FROM entry e LEFT JOIN ledger_accounts a ON a.id = e.account_id WHERE a.id IS NULL
    UNION ALL
    SELECT r.item, 6, 'refused', 'INSUFFICIENT_FUNDS', NULL
    FROM (
      SELECT e.item, a.balance_krw + sum(e.amount_krw) OVER (PARTITION BY e.account_id ORDER BY e.item) AS after_krw
      FROM entry e JOIN ledger_accounts a ON a.id = e.account_id
      WHERE NOT a.appended AND a.kind <> 'debt'
    ) r WHERE r.after_krw < 0
  )
  SELECT DISTINCT ON (f.item) f.item, f.status, f.code, f.transfer_id FROM fault f ORDER BY f.item, f.place
$$;

CREATE FUNCTION ledger_apply(items jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_transfers
    (id, type, business_key, fingerprint, actor, request_id, memo, reverses_transfer_id)
  SELECT (value ->> 'id')::uuid, value ->> 'type', value ->> 'businessKey', value ->> 'fingerprint',
         value ->> 'actor', value ->> 'requestId', coalesce(value -> 'memo', '{}'),
         (value ->> 'reverses')::uuid
  FROM jsonb_array_elements(items);
  INSERT INTO ledger_entries (account_id, transfer_id, user_id, amount_krw, balance_after_krw, version)
  SELECT e.account_id, e.transfer_id, a.user_id, e.amount_krw,
         CASE WHEN a.appended THEN NULL ELSE a.balance_krw + sum(e.amount_krw) OVER of_account END,
         CASE WHEN a.appended THEN NULL ELSE a.version + row_number() OVER of_account END
  FROM ledger_entries_of(items) e JOIN ledger_accounts a ON a.id = e.account_id
  WINDOW of_account AS (PARTITION BY e.account_id ORDER BY e.item);
  UPDATE ledger_accounts a SET balance_krw = a.balance_krw + s.amount_krw, version = a.version + s.entries
  FROM (
    SELECT e.account_id, sum(e.amount_krw)::bigint AS amount_krw, count(*) AS entries
    FROM ledger_entries_of(items) e GROUP BY e.account_id
  ) s WHERE a.id = s.account_id AND NOT a.appended;
  INSERT INTO ledger_asset_entries (account_id, transfer_id, asset, units)
  SELECT (x.entry ->> 'account')::uuid, (i.value ->> 'id')::uuid, x.entry ->> 'asset',
         (x.entry ->> 'units')::numeric
  FROM jsonb_array_elements(items) i (value),
       jsonb_array_elements(coalesce(i.value -> 'assets', '[]')) x (entry);
END $$;

CREATE FUNCTION ledger_post(items jsonb)
RETURNS TABLE (item int, status text, code text, transfer_id uuid)
LANGUAGE plpgsql AS $$
DECLARE
  place int;
  fault record;
BEGIN
  PERFORM 1 FROM ledger_accounts a
  WHERE NOT a.appended AND a.id IN (SELECT e.account_id FROM ledger_entries_of(items) e)
  ORDER BY a.id FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM ledger_faults(items)) THEN
    PERFORM ledger_apply(items);
    RETURN QUERY SELECT (i.place - 1)::int, 'posted', NULL::text, (i.value ->> 'id')::uuid
      FROM jsonb_array_elements(items) WITH ORDINALITY i (value, place);
    RETURN;
  END IF;
  FOR place IN 0 .. jsonb_array_length(items) - 1 LOOP
    SELECT * INTO fault FROM ledger_faults(jsonb_build_array(items -> place));
    IF NOT FOUND THEN
      PERFORM ledger_apply(jsonb_build_array(items -> place));
      RETURN QUERY SELECT place, 'posted', NULL::text, (items -> place ->> 'id')::uuid;
    ELSE
      RETURN QUERY SELECT place, fault.status, fault.code, fault.transfer_id;
    END IF;
  END LOOP;
END $$;
`;

const APPEND_ONLY = [
  'ledger_transfers',
  'ledger_entries',
  'ledger_asset_entries',
  'ledger_tombstones',
]
  .map(
    (table) => `
CREATE TRIGGER "TR_${table}_append_only" BEFORE UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TR_${table}_no_truncate" BEFORE TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('');

/** What an application's role may do with the books; a role that may not grant leaves it out. */
const GRANTS = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'cardroom_app') THEN
    CREATE ROLE cardroom_app NOLOGIN;
  END IF;
  GRANT SELECT, INSERT ON ledger_transfers, ledger_entries, ledger_asset_entries, ledger_tombstones,
    ledger_account_owners TO cardroom_app;
  GRANT SELECT, INSERT, UPDATE ON ledger_accounts, ledger_house_rollups, ledger_holds,
    ledger_idempotency TO cardroom_app;
EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
  RAISE NOTICE 'grants of cardroom_app were left to the administrator';
END $$;
`;

/** Double entry: accounts, transfers, entries, and the one function that posts. */
export class Ledger1700000000002 implements MigrationInterface {
  readonly name = 'Ledger1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ACCOUNTS, TRANSFERS, AROUND, FIRST_LEDGER_FUNCTIONS, APPEND_ONLY, GRANTS]) {
      await runner.query(part);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ledger_post, ledger_apply, ledger_faults, ledger_entries_of;
      DROP TABLE ledger_holds, ledger_tombstones, ledger_idempotency, ledger_house_rollups,
        ledger_asset_entries, ledger_entries, ledger_transfers, ledger_accounts, ledger_account_owners;
    `);
  }
}
