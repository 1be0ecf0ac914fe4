import { Module } from '@nestjs/common';
import { APP_CONFIG, SealedBox } from '@cardroom/platform';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { HandExportsController } from './hand-exports.controller';
import { HandRecordsController } from './hand-records.controller';
import { HandRecords } from './hand-records.service';
import { HandRepository } from './hand.repository';
import { HandsController } from './hands.controller';
import { DealRecords } from './deal-records';
import { OwnCards } from './own-cards';

@Module({
  // Before those that take what follows for the id of a hand.
  controllers: [HandExportsController, HandsController, HandRecordsController],
  providers: [
    HandRepository,
    HandRecords,
    DealRecords,
    OwnCards,
    {
      provide: SealedBox,
      inject: [APP_CONFIG],
      useFactory: (config: WalletApiConfig) => new SealedBox(config.cardSealKey),
    },
  ],
  exports: [HandRecords],
})
export class HandsModule {}
