import { BullModule } from '@nestjs/bull';
import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { RedisModule, redisUrlOf } from '@cardroom/cache';
import { DatabaseModule } from '@cardroom/database';
import { PlatformModule } from '@cardroom/platform';

import { AnalyticsProcessor } from './analytics/analytics.processor';
import { StatisticsRepository } from './analytics/statistics.repository';
import type { JobsConfig } from './config/jobs.config';
import { DepositProcessor } from './outbox/deposit.processor';
import { OutboxRelay } from './outbox/outbox.relay';
import { OutboxRepository } from './outbox/outbox.repository';
import { OutboxWorker } from './outbox/outbox.worker';

@Module({})
export class AppModule {
  static with(config: JobsConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ app: 'jobs', config }),
        DatabaseModule.forRoot(),
        RedisModule.forRoot(),
        ScheduleModule.forRoot(),
        BullModule.forRoot({
          url: redisUrlOf(config, 'queue'),
          // A hash tag keeps all keys of a queue on one node of a cluster.
          prefix: `{${config.redisKeyPrefix}:bull}`,
        }),
        BullModule.registerQueue({ name: 'analytics' }, { name: 'notification' }),
      ],
      providers: [
        OutboxRepository,
        OutboxRelay,
        OutboxWorker,
        StatisticsRepository,
        AnalyticsProcessor,
        DepositProcessor,
      ],
    };
  }
}
