import { Module } from '@nestjs/common';

import { OutboxModule } from '../outbox/outbox.module';
import { RakebackModule } from '../rakeback/rakeback.module';
import { AnalyticsProcessor } from './analytics.processor';
import { DailyStatisticsJob } from './daily-statistics.job';
import { StatisticsRepository } from './statistics.repository';

/** The statistics and the job that closes their days. */
@Module({
  imports: [RakebackModule],
  providers: [StatisticsRepository, DailyStatisticsJob],
  exports: [StatisticsRepository],
})
export class StatisticsModule {}

/** Counts hands as they are settled. */
@Module({
  imports: [OutboxModule, StatisticsModule],
  providers: [AnalyticsProcessor],
})
export class AnalyticsModule {}
