import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Interval, SchedulerRegistry } from '@nestjs/schedule';
import { CLOCK, gauge, HealthRegistry, type Clock } from '@cardroom/platform';
import { CronJob } from 'cron';

import { JobRunsRepository } from './job-runs.repository';
import { cronOf, duePeriods, SEOUL } from './periods.rules';
import type { ScheduledJob } from './scheduled-job';
import { ScheduledJobs } from './scheduled-jobs';

const SWEEP_INTERVAL_MS = 30_000;

const givenUp = gauge('scheduled_job_runs_given_up', 'Runs that failed too often; look at them.');

/**
 * Wakes scheduled jobs: each at its time, and every half minute those that nobody ran, that broke
 * off or that failed. Several schedulers do what one does, for a run is claimed once.
 */
@Injectable()
export class JobScheduler implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobScheduler.name);
  private readonly stopping = new AbortController();
  private readonly underWay = new Map<string, Promise<void>>();
  private runsGivenUp = 0;

  constructor(
    private readonly jobs: ScheduledJobs,
    private readonly runs: JobRunsRepository,
    private readonly registry: SchedulerRegistry,
    @Inject(CLOCK) private readonly now: Clock,
    health: HealthRegistry,
  ) {
    health.addDetails(() => ({ scheduledJobs: { givenUp: this.runsGivenUp } }));
  }

  onApplicationBootstrap(): void {
    for (const job of this.jobs.all()) {
      const cron = CronJob.from({
        cronTime: cronOf(job.schedule),
        timeZone: SEOUL,
        onTick: () => void this.wake(job),
        start: true,
      });
      this.registry.addCronJob(job.name, cron);
    }
  }

  /** Runs before the database is closed; what is under way stops at its next step. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.underWay.values());
  }

  /** Runs whatever is due and not done. */
  @Interval(SWEEP_INTERVAL_MS)
  async sweep(): Promise<void> {
    await Promise.all(this.jobs.all().map((job) => this.wake(job)));
    await this.count();
  }

  /** Runs what is due of one job, unless this process does so already. */
  private async wake(job: ScheduledJob): Promise<void> {
    const before = this.underWay.get(job.name);
    if (before !== undefined) return before;
    const running = this.runDue(job)
      .catch((cause: unknown) => {
        this.logger.warn({ job: job.name, err: cause }, 'a scheduled job could not be looked at');
      })
      .finally(() => this.underWay.delete(job.name));
    this.underWay.set(job.name, running);
    return running;
  }

  private async runDue(job: ScheduledJob): Promise<void> {
    const { signal } = this.stopping;
    const due = duePeriods(job.schedule, this.now());
    const known = await this.runs.find(
      job.name,
      due.map(({ name }) => name),
    );
    const done = new Set(known.filter(({ status }) => status === 'done').map((run) => run.period));
    for (const period of due) {
      if (signal.aborted || done.has(period.name)) continue;
      await this.jobs.run(job, period, { signal });
    }
  }

  private async count(): Promise<void> {
    try {
      this.runsGivenUp = await this.runs.countGivenUp();
      givenUp.set(this.runsGivenUp);
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the runs of scheduled jobs could not be counted');
    }
  }
}
