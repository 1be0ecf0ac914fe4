import { Module } from '@nestjs/common';

import { RakeChanges } from './rake-changes';
import { RakeTermsRepository } from './rake-terms.repository';
import { RakebackRunsRepository } from './rakeback-runs.repository';
import { StaffRakeController } from './staff-rake.controller';

@Module({
  controllers: [StaffRakeController],
  providers: [RakeTermsRepository, RakeChanges, RakebackRunsRepository],
})
export class RakeModule {}
