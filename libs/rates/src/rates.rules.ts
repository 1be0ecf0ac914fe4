import {
  bpApart,
  compareDecimals,
  medianDecimal,
  multiplyDecimals,
  type Decimal,
} from '@cardroom/money';

import type { SourcePrice } from './rate-source';

/** Rule: docs/rules/deposits.md §5. */
const MAX_PRICE_AGE_MS = 60_000;
const MAX_PRICE_AHEAD_MS = 10_000;
const MIN_SOURCES = 2;
const MAX_OFF_MEDIAN_BP = 200n;
const MAX_JUMP_BP = 500n;

/** No coin that we take is worth more; a number above it is somebody's mistake. */
const MAX_PRICE_KRW: Decimal = { digits: 100_000_000_000n, scale: 0 };
const CROSS_ASSET = 'USDT';

/** The price of one asset at one source. */
export interface ToldPrice extends SourcePrice {
  readonly source: string;
}

/** A price that enough sources agree on. */
export interface AgreedPrice {
  readonly asset: string;
  readonly priceKrw: Decimal;
  readonly sources: readonly string[];
}

/** Positive, not too large, neither stale nor from the future. */
const isUsable = ({ price, atMs }: SourcePrice, nowMs: number): boolean =>
  price.digits > 0n &&
  compareDecimals(price, MAX_PRICE_KRW) < 0 &&
  nowMs - atMs <= MAX_PRICE_AGE_MS &&
  atMs - nowMs <= MAX_PRICE_AHEAD_MS;

/** The median of those that are near the median of all; null unless two or more are. */
function agree(asset: string, told: readonly ToldPrice[]): AgreedPrice | null {
  if (told.length < MIN_SOURCES) return null;
  const middle = medianDecimal(told.map(({ price }) => price));
  const near = told.filter(({ price }) => bpApart(price, middle) <= MAX_OFF_MEDIAN_BP);
  if (near.length < MIN_SOURCES) return null;
  return {
    asset,
    priceKrw: medianDecimal(near.map(({ price }) => price)),
    sources: near.map(({ source }) => source).sort(),
  };
}

/**
 * The price of each asset that two or more fresh sources agree on. Prices in USDT are crossed with the
 * price of USDT that was agreed on before. An asset that is missing in the answer has no price.
 */
export function agreedPrices(told: readonly ToldPrice[], nowMs: number): AgreedPrice[] {
  const usable = told.filter((each) => isUsable(each, nowMs));
  const inWon = usable.filter(({ unit }) => unit === 'KRW');
  const of = (asset: string, prices: readonly ToldPrice[]): AgreedPrice | null =>
    agree(
      asset,
      prices.filter((each) => each.asset === asset),
    );
  const cross = of(CROSS_ASSET, inWon)?.priceKrw;
  const crossed =
    cross === undefined
      ? []
      : usable
          .filter(({ unit, asset }) => unit === 'USDT' && asset !== CROSS_ASSET)
          .map((each) => ({ ...each, price: multiplyDecimals(each.price, cross) }));
  const assets = [...new Set(usable.map(({ asset }) => asset))];
  return assets.flatMap((asset) => of(asset, [...inWon, ...crossed]) ?? []);
}

/** Whether a price is more than 5 % away from one of the last minute. */
export const hasJumped = (price: Decimal, lastMinute: readonly Decimal[]): boolean =>
  lastMinute.some((before) => bpApart(price, before) > MAX_JUMP_BP);
