import { Module } from '@nestjs/common';
import { LimitsModule } from '@cardroom/limits';

import { LimitsController } from './limits.controller';
import { LimitsService } from './limits.service';

@Module({ imports: [LimitsModule], controllers: [LimitsController], providers: [LimitsService] })
export class ResponsiblePlayModule {}
