import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';

import { DailyRakeJob } from './daily-rake.job';
import { RakeDaysRepository } from './rake-days.repository';
import { RakebackRepository } from './rakeback.repository';
import { VipLevelsRepository } from './vip-levels.repository';
import { WeeklyRakebackJob } from './weekly-rakeback.job';

@Module({
  imports: [LedgerModule],
  providers: [
    ...[RakeDaysRepository, RakebackRepository, VipLevelsRepository],
    ...[DailyRakeJob, WeeklyRakebackJob],
  ],
  exports: [RakeDaysRepository],
})
export class RakebackModule {}
