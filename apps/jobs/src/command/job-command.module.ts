import { Module, type DynamicModule } from '@nestjs/common';
import { RedisModule } from '@cardroom/cache';
import { DatabaseModule } from '@cardroom/database';
import { PlatformModule, type Clock } from '@cardroom/platform';

import type { JobsConfig } from '../config/jobs.config';
import { JobRunsModule } from '../schedule/schedule.module';
import { SCHEDULED_FEATURES } from '../schedule/scheduled-features';

export interface CommandSettings {
  /** The clock of the process unless told. */
  readonly clock?: Clock | undefined;
  /** For a dry run: PostgreSQL refuses every write. */
  readonly readOnly?: boolean;
}

/** The scheduled jobs without what wakes them, and without queues and workers. */
@Module({})
export class JobCommandModule {
  static with(config: JobsConfig, { clock, readOnly }: CommandSettings = {}): DynamicModule {
    return {
      module: JobCommandModule,
      imports: [
        PlatformModule.forRoot({
          app: 'jobs',
          config,
          ...(clock === undefined ? {} : { clock }),
        }),
        DatabaseModule.forRoot({ readOnly: readOnly === true }),
        RedisModule.forRoot(),
        JobRunsModule,
        ...SCHEDULED_FEATURES,
      ],
    };
  }
}
