import { Module } from '@nestjs/common';

import { OutboxModule } from '../outbox/outbox.module';
import { ArchiveProcessor } from './archive.processor';
import { ArchiveRepository } from './archive.repository';
import { ColdMover } from './cold-mover';
import { HourlyArchiveJob } from './hourly-archive.job';
import { MonthlyColdStorageJob } from './monthly-cold-storage.job';

/** Packs hands hour by hour, and has old ones moved. */
@Module({ providers: [ArchiveRepository, HourlyArchiveJob, MonthlyColdStorageJob] })
export class ArchivingModule {}

/** Moves days to cold storage. */
@Module({ imports: [OutboxModule], providers: [ArchiveProcessor, ColdMover] })
export class ColdStorageModule {}
