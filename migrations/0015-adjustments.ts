import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrections that staff make to a player's money, with who asked for them and why. */
export class Adjustments1700000000015 implements MigrationInterface {
  readonly name = 'Adjustments1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE adjustments (
        id uuid CONSTRAINT "PK_adjustments" PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT "FK_adjustments_users" REFERENCES users (id),
        amount_krw bigint NOT NULL CONSTRAINT "CK_adjustments_amount" CHECK (amount_krw <> 0),
        reason text NOT NULL CONSTRAINT "CK_adjustments_reason" CHECK (length(reason) > 0),
        message text,
        asked_by uuid NOT NULL CONSTRAINT "FK_adjustments_askers" REFERENCES users (id),
        request_id uuid CONSTRAINT "UQ_adjustments_request" UNIQUE
          CONSTRAINT "FK_adjustments_requests" REFERENCES four_eyes_requests (id),
        transfer_id uuid CONSTRAINT "UQ_adjustments_transfer" UNIQUE
          CONSTRAINT "FK_adjustments_transfers" REFERENCES ledger_transfers (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT "CK_adjustments_alone" CHECK (request_id IS NOT NULL OR transfer_id IS NOT NULL)
      );
      CREATE INDEX "IDX_adjustments_asker" ON adjustments (asked_by, created_at);
      CREATE INDEX "IDX_adjustments_user" ON adjustments (user_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE adjustments');
  }
}
