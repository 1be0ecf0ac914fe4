import { Module } from '@nestjs/common';
import { LimitsModule } from '@cardroom/limits';

import { ConnectionIoModule } from '../connection/connection-io.module';
import { TableModule } from '../table/table.module';
import { ExclusionWatch } from './exclusion.watch';
import { SessionReminder } from './session-reminder';

@Module({
  imports: [LimitsModule, TableModule, ConnectionIoModule],
  providers: [ExclusionWatch, SessionReminder],
})
export class ResponsiblePlayModule {}
