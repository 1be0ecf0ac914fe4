import { Module } from '@nestjs/common';

import { AssetsModule } from '../assets/assets.module';
import { RateSampleRepository } from './rate-sample.repository';
import { RateSampler } from './rate-sampler';
import { Rates } from './rates';
import { RatesController } from './rates.controller';

@Module({
  imports: [AssetsModule],
  controllers: [RatesController],
  providers: [RateSampleRepository, RateSampler, Rates],
  exports: [Rates, RateSampler],
})
export class RatesModule {}
