import { Module } from '@nestjs/common';

import { LimitRepository } from './limit.repository';
import { PlayLimits } from './play-limits';

@Module({ providers: [LimitRepository, PlayLimits], exports: [PlayLimits] })
export class LimitsModule {}
