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

/** What the schedules have run. */
export class RakeAndVip1700000000011 implements MigrationInterface {
  readonly name = 'RakeAndVip1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [JOB_RUNS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE job_runs');
  }
}
