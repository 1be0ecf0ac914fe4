import { Module } from '@nestjs/common';

import { CleanRedisJob } from './clean-redis.job';

@Module({ providers: [CleanRedisJob] })
export class TidyingModule {}
