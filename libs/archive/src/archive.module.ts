import { join } from 'node:path';

import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { PlatformConfig } from '@cardroom/platform';

import { coldStoreAt, type ColdStore } from './cold-store';
import { HandArchive } from './hand-archive';
import { COLD_STORE } from './tokens';

export interface ArchiveSettings extends Pick<PlatformConfig, 'dataDir'> {
  readonly archiveS3Url?: string;
}

/** Old hands: where they are kept, and how one is found. */
@Global()
@Module({})
export class ArchiveModule implements OnApplicationShutdown {
  constructor(@Inject(COLD_STORE) private readonly cold: ColdStore) {}

  static forRoot({ archiveS3Url, dataDir }: ArchiveSettings): DynamicModule {
    return {
      module: ArchiveModule,
      providers: [
        {
          provide: COLD_STORE,
          useFactory: () => coldStoreAt(archiveS3Url, join(dataDir, 'archive')),
        },
        HandArchive,
      ],
      exports: [COLD_STORE, HandArchive],
    };
  }

  onApplicationShutdown(): void {
    this.cold.close();
  }
}
