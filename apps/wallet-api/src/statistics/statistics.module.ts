import { Module } from '@nestjs/common';

import { OwnStatisticsController, StaffStatisticsController } from './statistics.controller';
import { StatisticsRepository } from './statistics.repository';
import { Statistics } from './statistics.service';

/** Statistics of play, which jobs counts. */
@Module({
  controllers: [OwnStatisticsController, StaffStatisticsController],
  providers: [Statistics, StatisticsRepository],
})
export class StatisticsModule {}
