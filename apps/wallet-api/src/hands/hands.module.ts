import { Module } from '@nestjs/common';
import { APP_CONFIG, SealedBox } from '@cardroom/platform';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { HandRepository } from './hand.repository';
import { HandsController } from './hands.controller';

@Module({
  controllers: [HandsController],
  providers: [
    HandRepository,
    {
      provide: SealedBox,
      inject: [APP_CONFIG],
      useFactory: (config: WalletApiConfig) => new SealedBox(config.cardSealKey),
    },
  ],
})
export class HandsModule {}
