import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff and the guards of the house did and were refused; money is in the ledger's own rows. */
const EVENTS = `
CREATE TABLE audit_events (
  id uuid CONSTRAINT "PK_audit_events" PRIMARY KEY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_id text,
  actor_role text NOT NULL,
  action text NOT NULL CONSTRAINT "CK_audit_events_action" CHECK (action ~ '^[a-z][a-z0-9_.-]{1,79}$'),
  subject text NOT NULL CONSTRAINT "CK_audit_events_subject" CHECK (length(subject) BETWEEN 1 AND 200),
  outcome text NOT NULL
    CONSTRAINT "CK_audit_events_outcome" CHECK (outcome IN ('done', 'refused', 'failed')),
  reason text CONSTRAINT "CK_audit_events_reason" CHECK (length(reason) <= 2000),
  details jsonb NOT NULL DEFAULT '{}',
  request_id text,
  recorded_xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX "IDX_audit_events_xid" ON audit_events (recorded_xid);
CREATE INDEX "IDX_audit_events_actor" ON audit_events (actor_id, id);
CREATE INDEX "IDX_audit_events_action" ON audit_events (action, id);
CREATE INDEX "IDX_audit_events_subject" ON audit_events (subject, id);
`;

/**
 * The sealer reads transfers by the transaction that posted them. The index grows at its right end
 * only; posting a transfer costs no statement more.
 */
const POSTED = `
ALTER TABLE ledger_transfers ADD COLUMN posted_xid xid8;
ALTER TABLE ledger_transfers DISABLE TRIGGER "TR_ledger_transfers_append_only";
UPDATE ledger_transfers t SET posted_xid = e.posted_xid
FROM (SELECT DISTINCT transfer_id, posted_xid FROM ledger_entries) e WHERE e.transfer_id = t.id;
ALTER TABLE ledger_transfers ENABLE TRIGGER "TR_ledger_transfers_append_only";
ALTER TABLE ledger_transfers
  ALTER COLUMN posted_xid SET DEFAULT pg_current_xact_id(),
  ALTER COLUMN posted_xid SET NOT NULL;
CREATE INDEX "IDX_ledger_transfers_posted_xid" ON ledger_transfers (posted_xid);
`;

/** A block seals every record of the transactions from \`from_xid\` up to, not with, \`below_xid\`. */
const BLOCKS = `
CREATE TABLE audit_blocks (
  height bigint CONSTRAINT "PK_audit_blocks" PRIMARY KEY
    CONSTRAINT "CK_audit_blocks_height" CHECK (height > 0),
  from_xid xid8 NOT NULL CONSTRAINT "UQ_audit_blocks_from_xid" UNIQUE,
  below_xid xid8 NOT NULL,
  records integer NOT NULL CONSTRAINT "CK_audit_blocks_records" CHECK (records > 0),
  root text NOT NULL,
  previous_head text NOT NULL CONSTRAINT "UQ_audit_blocks_previous_head" UNIQUE,
  sealed_at timestamptz NOT NULL,
  key_id text NOT NULL,
  head text NOT NULL CONSTRAINT "UQ_audit_blocks_head" UNIQUE,
  signature text NOT NULL,
  sealer_token bigint NOT NULL,
  CONSTRAINT "CK_audit_blocks_range" CHECK (below_xid > from_xid)
);
CREATE TABLE audit_keys (
  key_id text CONSTRAINT "PK_audit_keys" PRIMARY KEY,
  public_key text NOT NULL,
  first_used_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE audit_sealer (
  is_only boolean NOT NULL DEFAULT true CONSTRAINT "PK_audit_sealer" PRIMARY KEY
    CONSTRAINT "CK_audit_sealer_only" CHECK (is_only),
  holder text NOT NULL DEFAULT '',
  token bigint NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO audit_sealer DEFAULT VALUES;
CREATE TABLE audit_copies (
  copy text CONSTRAINT "PK_audit_copies" PRIMARY KEY
    CONSTRAINT "CK_audit_copies_copy" CHECK (copy IN ('stream', 'files')),
  written_height bigint NOT NULL DEFAULT 0,
  floor_height bigint NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "CK_audit_copies_floor" CHECK (floor_height BETWEEN 1 AND written_height + 1)
);
INSERT INTO audit_copies (copy) VALUES ('stream'), ('files');
`;

const RECONCILIATION = `
CREATE TABLE reconciliation_findings (
  id uuid CONSTRAINT "PK_reconciliation_findings" PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  fingerprint text NOT NULL,
  expected text NOT NULL,
  found text NOT NULL,
  status text NOT NULL DEFAULT 'open' CONSTRAINT "CK_reconciliation_findings_status"
    CHECK (status IN ('open', 'explained', 'closed')),
  first_seen_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  times_seen integer NOT NULL DEFAULT 1,
  resolved_by uuid CONSTRAINT "FK_reconciliation_findings_users" REFERENCES users (id),
  resolved_at timestamptz,
  resolution text,
  CONSTRAINT "CK_reconciliation_findings_resolved" CHECK (
    (status = 'open') = (resolved_at IS NULL) AND (resolved_by IS NULL) = (resolved_at IS NULL)
    AND (resolution IS NULL) = (resolved_at IS NULL))
);
CREATE UNIQUE INDEX "UQ_reconciliation_findings_unresolved"
  ON reconciliation_findings (kind, subject, fingerprint) WHERE status <> 'closed';
CREATE INDEX "IDX_reconciliation_findings_status" ON reconciliation_findings (status, id);
`;

const APPEND_ONLY = ['audit_events', 'audit_blocks', 'audit_keys']
  .map(
    (table) => `
CREATE TRIGGER "TR_${table}_append_only" BEFORE UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TR_${table}_no_truncate" BEFORE TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('');

const GRANTS = `
DO $$ BEGIN
  GRANT SELECT, INSERT ON audit_events, audit_blocks, audit_keys TO cardroom_app;
  GRANT SELECT, UPDATE ON audit_sealer, audit_copies TO cardroom_app;
  GRANT SELECT, INSERT, UPDATE ON reconciliation_findings TO cardroom_app;
EXCEPTION WHEN insufficient_privilege OR undefined_object THEN
  RAISE NOTICE 'grants of cardroom_app were left to the administrator';
END $$;
`;

/** The audit trail: events, sealed blocks, the state of the copies; findings of the reconciliation. */
export class Audit1700000000012 implements MigrationInterface {
  readonly name = 'Audit1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [EVENTS, POSTED, BLOCKS, RECONCILIATION, APPEND_ONLY, GRANTS])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reconciliation_findings, audit_copies, audit_sealer, audit_keys, audit_blocks,
        audit_events;
      ALTER TABLE ledger_transfers DROP COLUMN posted_xid;
    `);
  }
}
