import { Module } from '@nestjs/common';

import { IntegrityRepository } from './integrity.repository';
import { WatchIntegrityJob } from './watch-integrity.job';

@Module({ providers: [IntegrityRepository, WatchIntegrityJob] })
export class IntegrityModule {}
