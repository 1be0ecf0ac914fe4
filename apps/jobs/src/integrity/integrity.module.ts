import { Module } from '@nestjs/common';

import { IntegrityRepository } from './integrity.repository';
import { OpenCasesWatch } from './open-cases.watch';
import { WatchIntegrityJob } from './watch-integrity.job';

@Module({ providers: [IntegrityRepository, OpenCasesWatch, WatchIntegrityJob] })
export class IntegrityModule {}
