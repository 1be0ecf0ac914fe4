import { Module } from '@nestjs/common';
import { APP_CONFIG, SealedBox } from '@cardroom/platform';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { HandRecordsController } from './hand-records.controller';
import { HandRecords } from './hand-records.service';
import { HandRepository } from './hand.repository';
import { HandsController } from './hands.controller';
import { DealRecords } from './deal-records';
import { OwnCards } from './own-cards';

@Module({
  controllers: [HandsController, HandRecordsController],
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
