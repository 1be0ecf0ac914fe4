import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ArchiveModule } from '@cardroom/archive';
import { AuditModule } from '@cardroom/audit';
import { RedisModule } from '@cardroom/cache';
import { DatabaseModule } from '@cardroom/database';
import { PlatformModule, type Clock } from '@cardroom/platform';

import { AnalyticsModule } from './analytics/analytics.module';
import { ColdStorageModule } from './archive/archive.module';
import { SealingModule } from './audit/audit.module';
import { BackupsModule } from './backups/backups.module';
import type { JobsConfig } from './config/jobs.config';
import { LedgerUpkeepModule } from './ledger/ledger-upkeep.module';
import { NotificationModule } from './notification/notification.module';
import { OutboxModule } from './outbox/outbox.module';
import { PayoutsModule } from './payouts/payouts.module';
import { QueuesModule } from './queues/queues.module';
import { JobRunsModule, JobSchedulerModule } from './schedule/schedule.module';
import { SCHEDULED_FEATURES } from './schedule/scheduled-features';

@Module({})
export class AppModule {
  static with(config: JobsConfig, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ app: 'jobs', config, ...(clock === undefined ? {} : { clock }) }),
        DatabaseModule.forRoot(),
        AuditModule,
        RedisModule.forRoot(),
        ScheduleModule.forRoot(),
        ArchiveModule.forRoot(config),
        QueuesModule.forRoot(config),
        OutboxModule,
        AnalyticsModule,
        NotificationModule,
        ColdStorageModule,
        BackupsModule,
        LedgerUpkeepModule,
        SealingModule,
        JobRunsModule,
        JobSchedulerModule,
        ...SCHEDULED_FEATURES,
        PayoutsModule,
      ],
    };
  }
}
