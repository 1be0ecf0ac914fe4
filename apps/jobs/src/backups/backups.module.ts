import { Module } from '@nestjs/common';

import { BackupWatch } from './backup-watch';

@Module({ providers: [BackupWatch] })
export class BackupsModule {}
