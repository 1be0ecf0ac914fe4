import { Injectable, type OnModuleInit } from '@nestjs/common';

import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduled-job';
import { ScheduledJobs } from '../schedule/scheduled-jobs';
import { StatisticsRepository } from './statistics.repository';

/**
 * Closes a day of statistics. Hands are counted as they are settled; where the day does not agree with
 * its hands, or where it is asked for again by hand, the day is counted anew.
 */
@Injectable()
export class DailyStatisticsJob implements ScheduledJob, OnModuleInit {
  readonly name = 'daily-statistics';
  readonly summary = 'Checks the statistics of the day before, counts them anew if need be.';
  readonly schedule = { every: 'day', delayMs: 3 * 3_600_000, catchUpPeriods: 6 } as const;

  constructor(
    private readonly statistics: StatisticsRepository,
    private readonly jobs: ScheduledJobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run({ period, dryRun, again, signal, progress }: JobRun): Promise<JobReport> {
    const { hands, agrees } = await this.statistics.check(period);
    const isAnew = again || !agrees;
    if (dryRun) return { hands, handsToCountAnew: isAnew ? hands : 0 };
    if (isAnew) await this.statistics.rebuild(period, { signal, progress });
    else progress(hands, hands);
    await this.statistics.closeDay(period);
    return { hands, handsCountedAnew: isAnew ? hands : 0 };
  }
}
