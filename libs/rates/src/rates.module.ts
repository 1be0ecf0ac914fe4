import { Module } from '@nestjs/common';

import { AssetRepository } from './asset.repository';
import { RateSampleRepository } from './rate-sample.repository';
import { Rates } from './rates';

/** Quotes for whoever needs one; wallet-api alone asks the sources. */
@Module({
  providers: [AssetRepository, RateSampleRepository, Rates],
  exports: [AssetRepository, RateSampleRepository, Rates],
})
export class RatesModule {}
