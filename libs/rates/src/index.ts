export { AssetRepository, findAsset } from './asset.repository';
export type { Asset } from './asset.repository';
export type { PriceUnit, RateSource, SourcePrice } from './rate-source';
export { agreedPrices } from './rates.rules';
export type { ToldPrice } from './rates.rules';
export { RateSampleRepository } from './rate-sample.repository';
export { Rates } from './rates';
export type { Quote, QuoteOutcome, QuoteRefusal, QuoteUser, UseRefusal } from './rates';
export { RatesModule } from './rates.module';
