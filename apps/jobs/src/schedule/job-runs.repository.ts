import { Inject, Injectable } from '@nestjs/common';
import { constraintOf, withTransaction } from '@cardroom/database';
import { SERVER_ID } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import type { JobReport } from './scheduled-job';
import { LEASE_SECONDS, MAX_ATTEMPTS, retryAfterSeconds } from './job-runs.rules';

/** A claim of this process on a run; each try has a number of its own. */
export interface Claim {
  readonly job: string;
  readonly period: string;
  readonly attempt: number;
}

/** Which runs may be taken beside those that nobody ran. */
export interface ClaimTerms {
  readonly byHand?: boolean;
  readonly again?: boolean;
}

export interface RunState {
  readonly job: string;
  readonly period: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly attempts: number;
  readonly report: JobReport | null;
  readonly lastError: string | null;
  readonly finishedAt: Date | null;
}

const STATE = `job, period, status, attempts, report, last_error AS "lastError",
  finished_at AS "finishedAt"`;

/** Which runs are under way, done or failed. The lease of a run goes by the clock of PostgreSQL. */
@Injectable()
export class JobRunsRepository {
  constructor(
    private readonly source: DataSource,
    @Inject(SERVER_ID) private readonly owner: string,
  ) {}

  /**
   * Takes a run for this process. Null where it is done, where the job runs already, for this period
   * or another, or where it failed and its next try is not due. `byHand` takes a failed run at once,
   * `again` one that is done.
   */
  async claim(
    job: string,
    period: string,
    { byHand = false, again = false }: ClaimTerms = {},
  ): Promise<Claim | null> {
    try {
      return await withTransaction(this.source, async (manager) => {
        await endAbandoned(manager, job);
        const [row] = await manager.query<{ attempts: number }[]>(
          `INSERT INTO job_runs AS r (job, period, status, attempts, owner, lease_until)
           VALUES ($1, $2, 'running', 1, $3, now() + $4 * interval '1 second')
           ON CONFLICT (job, period) DO UPDATE SET status = 'running', attempts = r.attempts + 1,
             owner = excluded.owner, lease_until = excluded.lease_until, started_at = now(),
             retry_at = NULL, finished_at = NULL, report = NULL
           WHERE (r.status = 'failed' AND ($5 OR r.retry_at <= now())) OR (r.status = 'done' AND $6)
           RETURNING attempts`,
          [job, period, this.owner, LEASE_SECONDS, byHand, again],
        );
        return row === undefined ? null : { job, period, attempt: row.attempts };
      });
    } catch (cause) {
      // Somebody else began a run of this job in the same moment.
      if (constraintOf(cause) === 'UQ_job_runs_running') return null;
      throw cause;
    }
  }

  /** Keeps a run; false where it is another's by now. */
  async renew(claim: Claim): Promise<boolean> {
    return this.change(claim, `lease_until = now() + $5 * interval '1 second'`, [LEASE_SECONDS]);
  }

  /** False where the run is another's by now, who will say what came of it. */
  async done(claim: Claim, report: JobReport): Promise<boolean> {
    return this.change(
      claim,
      `status = 'done', finished_at = now(), report = $5::jsonb, last_error = NULL`,
      [JSON.stringify(report)],
    );
  }

  /** Notes why a try failed and when the next is due; after the last one a person must look. */
  async failed(claim: Claim, reason: string): Promise<boolean> {
    const waitSeconds = retryAfterSeconds(claim.attempt);
    return this.change(
      claim,
      `status = 'failed', last_error = $5,
       retry_at = coalesce(now() + $6 * interval '1 second', 'infinity')`,
      [reason, waitSeconds],
    );
  }

  /** Gives a run back that this process had to break off: it is nobody's fault. */
  async release(claim: Claim): Promise<boolean> {
    return this.change(
      claim,
      `status = 'failed', attempts = attempts - 1, last_error = 'broken off', retry_at = now()`,
      [],
    );
  }

  /** The runs of these periods that there are. */
  async find(job: string, periods: readonly string[]): Promise<RunState[]> {
    return this.source.query<RunState[]>(
      `SELECT ${STATE} FROM job_runs WHERE job = $1 AND period = ANY($2)`,
      [job, periods],
    );
  }

  /** The newest period of each job that ever ran. */
  async latest(): Promise<RunState[]> {
    return this.source.query<RunState[]>(
      `SELECT DISTINCT ON (job) ${STATE} FROM job_runs ORDER BY job, period DESC`,
    );
  }

  /** How many runs no process will try again. */
  async countGivenUp(): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>(
      `SELECT count(*) AS count FROM job_runs WHERE status = 'failed' AND retry_at = 'infinity'`,
    );
    return row?.count ?? 0;
  }

  private async change(
    { job, period, attempt }: Claim,
    assignments: string,
    values: readonly unknown[],
  ): Promise<boolean> {
    const [, count] = await this.source.query<[unknown[], number]>(
      `UPDATE job_runs SET ${assignments}
       WHERE job = $1 AND period = $2 AND attempts = $3 AND owner = $4 AND status = 'running'`,
      [job, period, attempt, this.owner, ...values],
    );
    return count === 1;
  }
}

/** A run whose process does not renew it any more is to be run again. */
async function endAbandoned(manager: EntityManager, job: string): Promise<void> {
  await manager.query(
    `UPDATE job_runs SET status = 'failed', last_error = 'its process ended',
       retry_at = CASE WHEN attempts < $2 THEN now() ELSE 'infinity' END
     WHERE job = $1 AND status = 'running' AND lease_until < now()`,
    [job, MAX_ATTEMPTS],
  );
}
