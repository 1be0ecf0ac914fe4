import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEAL_ROOTS = `
CREATE TABLE deal_roots (
  hand_id uuid CONSTRAINT "PK_deal_roots" PRIMARY KEY,
  table_id uuid NOT NULL CONSTRAINT "FK_deal_roots_tables" REFERENCES tables (id),
  algorithm text NOT NULL,
  root text NOT NULL CONSTRAINT "CK_deal_roots_root" CHECK (root ~ '^[0-9a-f]{64}$'),
  announced_at timestamptz NOT NULL DEFAULT now(),
  outcome text CONSTRAINT "CK_deal_roots_outcome" CHECK (outcome IN ('settled', 'voided')),
  void_reason text,
  ended_at timestamptz,
  CONSTRAINT "CK_deal_roots_ended" CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  CONSTRAINT "CK_deal_roots_void_reason"
    CHECK (coalesce(outcome = 'voided', false) = (void_reason IS NOT NULL))
);
CREATE INDEX "IDX_deal_roots_open" ON deal_roots (table_id) WHERE outcome IS NULL;
CREATE INDEX "IDX_deal_roots_ended" ON deal_roots (ended_at);
CREATE TRIGGER "TR_deal_roots_ended" BEFORE UPDATE ON deal_roots
  FOR EACH ROW WHEN (OLD.outcome IS NOT NULL OR NEW.root <> OLD.root) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TR_deal_roots_kept" BEFORE DELETE ON deal_roots
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TR_deal_roots_no_truncate" BEFORE TRUNCATE ON deal_roots
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE hands ADD COLUMN sealed_deal text;
`;

/** Every root that was ever announced, and how it ended; the sealed secret of each hand's deal. */
export class DealRoots1700000000004 implements MigrationInterface {
  readonly name = 'DealRoots1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEAL_ROOTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE hands DROP COLUMN sealed_deal; DROP TABLE deal_roots;');
  }
}
