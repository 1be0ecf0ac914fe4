import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Play that staff should look at: what was seen, in which hands, and what they made of it. */
export class Integrity1700000000023 implements MigrationInterface {
  readonly name = 'Integrity1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE integrity_cases (
        id uuid CONSTRAINT "PK_integrity_cases" PRIMARY KEY,
        kind text NOT NULL CONSTRAINT "CK_integrity_cases_kind"
          CHECK (kind IN ('chip_dumping', 'soft_play', 'shared_access', 'bot_timing')),
        user_id uuid NOT NULL CONSTRAINT "FK_integrity_cases_users" REFERENCES users (id),
        partner_id uuid CONSTRAINT "FK_integrity_cases_partners" REFERENCES users (id)
          CONSTRAINT "CK_integrity_cases_partner" CHECK (partner_id > user_id),
        score double precision NOT NULL,
        evidence jsonb NOT NULL,
        hands jsonb NOT NULL,
        window_from timestamptz NOT NULL,
        window_to timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'open' CONSTRAINT "CK_integrity_cases_status"
          CHECK (status IN ('open', 'confirmed', 'dismissed')),
        first_seen_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        resolved_at timestamptz,
        resolved_by uuid CONSTRAINT "FK_integrity_cases_resolvers" REFERENCES users (id),
        resolution text,
        CONSTRAINT "CK_integrity_cases_window" CHECK (window_to > window_from),
        CONSTRAINT "CK_integrity_cases_resolved" CHECK (
          (status = 'open') = (resolved_at IS NULL) AND (resolved_at IS NULL) = (resolution IS NULL))
      );
      CREATE UNIQUE INDEX "UQ_integrity_cases_open"
        ON integrity_cases (kind, user_id, coalesce(partner_id, user_id)) WHERE status = 'open';
      CREATE INDEX "IDX_integrity_cases_user" ON integrity_cases (user_id, id);
      CREATE INDEX "IDX_integrity_cases_partner" ON integrity_cases (partner_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE integrity_cases');
  }
}
