import { Module } from '@nestjs/common';

import { OutboxModule } from '../outbox/outbox.module';
import { AnalyticsProcessor } from './analytics.processor';
import { StatisticsRepository } from './statistics.repository';

@Module({ imports: [OutboxModule], providers: [AnalyticsProcessor, StatisticsRepository] })
export class AnalyticsModule {}
