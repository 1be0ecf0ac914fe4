import { Module } from '@nestjs/common';
import { RatesModule } from '@cardroom/rates';

import { RateSampler } from './rate-sampler';
import { RatesController } from './rates.controller';

/** Asks the sources of rates, and shows what they agree on. */
@Module({
  imports: [RatesModule],
  controllers: [RatesController],
  providers: [RateSampler],
  exports: [RatesModule, RateSampler],
})
export class RateFeedModule {}
