import { Global, Module } from '@nestjs/common';

import { JobRunsRepository } from './job-runs.repository';
import { JobScheduler } from './job-scheduler';
import { ScheduledJobs } from './scheduled-jobs';

/** Knows the scheduled jobs and can run one; wakes none by itself. */
@Global()
@Module({
  providers: [ScheduledJobs, JobRunsRepository],
  exports: [ScheduledJobs, JobRunsRepository],
})
export class JobRunsModule {}

/** Wakes the jobs at their times: for the app, not for a job that is run by hand. */
@Module({ providers: [JobScheduler] })
export class JobSchedulerModule {}
