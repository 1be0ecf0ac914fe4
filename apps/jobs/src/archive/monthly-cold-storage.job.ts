import { Injectable, type OnModuleInit } from '@nestjs/common';
import { leaveWork, withTransaction } from '@cardroom/database';
import { DataSource } from 'typeorm';

import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduled-job';
import { ScheduledJobs } from '../schedule/scheduled-jobs';
import { ArchiveRepository } from './archive.repository';
import { DAY_MS, WARM_DAYS } from './archive.rules';

/** Leaves work for each day whose hands are old enough for cold storage. */
@Injectable()
export class MonthlyColdStorageJob implements ScheduledJob, OnModuleInit {
  readonly name = 'monthly-cold-storage';
  readonly summary = 'Has days that are 30 days old moved to cold storage.';
  readonly schedule = { every: 'month', delayMs: 5 * 3_600_000 } as const;

  constructor(
    private readonly source: DataSource,
    private readonly archive: ArchiveRepository,
    private readonly jobs: ScheduledJobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run({ period, dryRun, progress }: JobRun): Promise<JobReport> {
    const days = await this.archive.warmDays(period.toMs - WARM_DAYS * DAY_MS);
    if (dryRun) return { daysToMove: days.length };
    // All or none: a run that is repeated leaves a day twice, and moving it again finds nothing to do.
    await withTransaction(this.source, async (manager) => {
      for (const day of days) {
        await leaveWork(manager, { topic: 'archive.day', payload: { day }, requestId: this.name });
      }
    });
    progress(days.length, days.length);
    return { daysToMove: days.length };
  }
}
