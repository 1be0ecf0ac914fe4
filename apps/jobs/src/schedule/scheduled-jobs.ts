import { Injectable, Logger } from '@nestjs/common';
import {
  counter,
  ErrorReporter,
  gauge,
  histogram,
  InvariantError,
  runWithRequestId,
} from '@cardroom/platform';

import { RENEW_EVERY_MS } from './job-runs.rules';
import { JobRunsRepository, type Claim } from './job-runs.repository';
import type { Period } from './periods.rules';
import type { JobReport, JobRun, ScheduledJob } from './scheduled-job';

const runs = counter('scheduled_job_runs_total', 'Runs of scheduled jobs.', ['job', 'outcome']);
const duration = histogram('scheduled_job_duration_seconds', 'Time of one run.', ['job']);
const lastDone = gauge(
  'scheduled_job_last_done_timestamp_seconds',
  'When this process last finished a run.',
  ['job'],
);

const MAX_REASON_LENGTH = 500;
const MS_PER_SECOND = 1_000;

export type RunOutcome =
  | { readonly status: 'done'; readonly report: JobReport }
  | { readonly status: 'failed'; readonly reason: string }
  /** Broken off: the process ends, or another took the run over. */
  | { readonly status: 'broken_off' }
  /** Done before, under way elsewhere, or not due again yet. */
  | { readonly status: 'not_claimed' };

export interface HowRun {
  readonly byHand?: boolean;
  /** Takes a run that is done as well. */
  readonly again?: boolean;
  readonly signal?: AbortSignal;
  readonly progress?: JobRun['progress'];
}

/**
 * Every scheduled job, and how a run is done once: whoever claims its row in `job_runs` does it.
 * A part of the app registers its jobs here in `onModuleInit`.
 */
@Injectable()
export class ScheduledJobs {
  private readonly logger = new Logger(ScheduledJobs.name);
  private readonly jobs = new Map<string, ScheduledJob>();

  constructor(
    private readonly runs: JobRunsRepository,
    private readonly reporter: ErrorReporter,
  ) {}

  /** Errors: InvariantError where two jobs have one name. */
  register(job: ScheduledJob): void {
    if (this.jobs.has(job.name)) throw new InvariantError(`two jobs are called ${job.name}`);
    this.jobs.set(job.name, job);
    for (const outcome of ['done', 'failed']) runs.inc({ job: job.name, outcome }, 0);
  }

  all(): ScheduledJob[] {
    return [...this.jobs.values()];
  }

  find(name: string): ScheduledJob | null {
    return this.jobs.get(name) ?? null;
  }

  /** Runs a job for a period unless that is done, or being done, or to be tried later. */
  async run(job: ScheduledJob, period: Period, how: HowRun = {}): Promise<RunOutcome> {
    const claim = await this.runs.claim(job.name, period.name, how);
    if (claim === null) return { status: 'not_claimed' };
    return runWithRequestId(`${job.name}_${period.name.replace(':', '-')}`, () =>
      this.runClaimed(job, period, claim, how),
    );
  }

  /** Says what a run would do. It claims nothing; the caller sees to it that nothing can be written. */
  dryRun(
    job: ScheduledJob,
    period: Period,
    { again = false, progress }: Pick<JobRun, 'progress'> & Pick<HowRun, 'again'>,
  ): Promise<JobReport> {
    const { signal } = new AbortController();
    return job.run({ period, dryRun: true, again, signal, progress });
  }

  private async runClaimed(
    job: ScheduledJob,
    period: Period,
    claim: Claim,
    how: HowRun,
  ): Promise<RunOutcome> {
    const about = { job: job.name, period: period.name, attempt: claim.attempt };
    const lost = new AbortController();
    const signal = AbortSignal.any([lost.signal, ...(how.signal ? [how.signal] : [])]);
    const { again = false, progress = () => undefined } = how;
    const endTimer = duration.startTimer({ job: job.name });
    const stopRenewing = this.keepRenewing(claim, lost);
    this.logger.log(about, 'a scheduled job begins');
    try {
      const report = await job.run({ period, dryRun: false, again, signal, progress });
      if (!(await this.runs.done(claim, report))) return await this.brokenOff(claim, about);
      lastDone.set({ job: job.name }, Math.floor(Date.now() / MS_PER_SECOND));
      this.logger.log({ ...about, report }, 'a scheduled job is done');
      return this.ended(job, { status: 'done', report });
    } catch (cause) {
      if (signal.aborted) return await this.brokenOff(claim, about);
      const reason = cause instanceof Error ? cause.message : String(cause);
      this.logger.error({ ...about, err: cause }, 'a scheduled job failed');
      this.reporter.report(cause);
      await this.runs.failed(claim, reason.slice(0, MAX_REASON_LENGTH));
      return this.ended(job, { status: 'failed', reason });
    } finally {
      stopRenewing();
      endTimer();
    }
  }

  private ended(job: ScheduledJob, outcome: RunOutcome): RunOutcome {
    runs.inc({ job: job.name, outcome: outcome.status });
    return outcome;
  }

  private async brokenOff(claim: Claim, about: object): Promise<RunOutcome> {
    const wasOurs = await this.runs.release(claim);
    this.logger.warn({ ...about, wasOurs }, 'a scheduled job was broken off; it will run again');
    return { status: 'broken_off' };
  }

  /** Renews the lease until told to stop; a run that another has taken over is aborted. */
  private keepRenewing(claim: Claim, lost: AbortController): () => void {
    const timer = setInterval(() => {
      this.runs.renew(claim).then(
        (isOurs) => {
          if (!isOurs) lost.abort();
        },
        (cause: unknown) => this.logger.warn({ ...claim, err: cause }, 'a run was not renewed'),
      );
    }, RENEW_EVERY_MS);
    return () => clearInterval(timer);
  }
}
