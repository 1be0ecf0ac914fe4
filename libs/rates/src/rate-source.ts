import type { Decimal } from '@cardroom/money';

/** What a price is told in: won, or USDT where a market has no won. */
export const PRICE_UNITS = ['KRW', 'USDT'] as const;
export type PriceUnit = (typeof PRICE_UNITS)[number];

/** A price as one source tells it. */
export interface SourcePrice {
  readonly asset: string;
  readonly unit: PriceUnit;
  readonly price: Decimal;
  /** When the source itself saw it. */
  readonly atMs: number;
}

/** Somebody who tells prices. */
export interface RateSource {
  readonly name: string;
  /** The prices it knows of these assets; none of what it does not know. Errors: HttpClientError. */
  prices(assets: readonly string[]): Promise<SourcePrice[]>;
  close(): void;
}
