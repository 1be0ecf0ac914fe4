import { Global, Module } from '@nestjs/common';
import { APP_CONFIG, SealedBox } from '@cardroom/platform';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { FACTOR_BOX, SecondFactor } from './second-factor';
import { SecondFactorRepository } from './second-factor.repository';

@Global()
@Module({
  providers: [
    SecondFactor,
    SecondFactorRepository,
    {
      provide: FACTOR_BOX,
      inject: [APP_CONFIG],
      useFactory: (config: WalletApiConfig) => new SealedBox(config.factorSealKey),
    },
  ],
  exports: [SecondFactor],
})
export class SecondFactorModule {}
