import { Module } from '@nestjs/common';

import { OutboxModule } from '../outbox/outbox.module';
import { RakebackModule } from '../rakeback/rakeback.module';
import { AnalyticsProcessor } from './analytics.processor';
import { StatisticsRepository } from './statistics.repository';

@Module({
  imports: [OutboxModule, RakebackModule],
  providers: [AnalyticsProcessor, StatisticsRepository],
})
export class AnalyticsModule {}
