import { Type, type TSchema } from '@sinclair/typebox';
import type { RateSource } from '@cardroom/rates';

import { HttpRateSource, type MarketStyle } from './http-rate-source';

/** Digits as they stood in the answer. */
const Digits = Type.String({ maxLength: 80 });

const COINGECKO_IDS: Readonly<Record<string, string>> = {
  BTC: 'bitcoin',
  ETH: 'ethereum',
  USDT: 'tether',
  USDC: 'usd-coin',
};

const CoinGeckoAnswer = Type.Record(
  Type.String(),
  Type.Object({ krw: Type.Optional(Digits), last_updated_at: Type.Optional(Digits) }),
);

/** Won for a coin, with the second it was seen. */
const coingecko: MarketStyle<typeof CoinGeckoAnswer> = {
  answer: CoinGeckoAnswer,
  unit: 'KRW',
  pathOf: (assets) => {
    const ids = assets.flatMap((asset) => COINGECKO_IDS[asset] ?? []).join(',');
    return `/api/v3/simple/price?ids=${ids}&vs_currencies=krw&include_last_updated_at=true&precision=full`;
  },
  read: (answer, asset) => {
    const { krw, last_updated_at: atSeconds } = answer[COINGECKO_IDS[asset] ?? ''] ?? {};
    if (krw === undefined || atSeconds === undefined) return undefined;
    return { price: krw, atMs: `${atSeconds}000` };
  },
};

const UpbitAnswer = Type.Array(
  Type.Object({ market: Type.String(), trade_price: Digits, timestamp: Digits }),
);

/** Markets of Korean exchanges, in won. Bithumb speaks the same dialect. */
const upbit: MarketStyle<typeof UpbitAnswer> = {
  answer: UpbitAnswer,
  unit: 'KRW',
  pathOf: (assets) => `/v1/ticker?markets=${assets.map((asset) => `KRW-${asset}`).join(',')}`,
  read: (answer, asset) => {
    const ticker = answer.find(({ market }) => market === `KRW-${asset}`);
    return ticker && { price: ticker.trade_price, atMs: ticker.timestamp };
  },
};

const BinanceAnswer = Type.Array(
  Type.Object({ symbol: Type.String(), lastPrice: Digits, closeTime: Digits }),
);

/** Markets in USDT: there is none in won, so these prices are crossed with that of USDT. */
const binance: MarketStyle<typeof BinanceAnswer> = {
  answer: BinanceAnswer,
  unit: 'USDT',
  pathOf: (assets) => {
    const symbols = assets.filter((asset) => asset !== 'USDT').map((asset) => `${asset}USDT`);
    return `/api/v3/ticker/24hr?type=MINI&symbols=${encodeURIComponent(JSON.stringify(symbols))}`;
  },
  read: (answer, asset) => {
    const ticker = answer.find(({ symbol }) => symbol === `${asset}USDT`);
    return ticker && { price: ticker.lastPrice, atMs: ticker.closeTime };
  },
};

const made =
  <S extends TSchema>(name: string, style: MarketStyle<S>) =>
  (baseUrl: string): RateSource =>
    new HttpRateSource(name, baseUrl, style);

/** The sources that a setting may name. */
export const RATE_SOURCES = {
  coingecko: made('coingecko', coingecko),
  upbit: made('upbit', upbit),
  bithumb: made('bithumb', upbit),
  binance: made('binance', binance),
} as const satisfies Record<string, (baseUrl: string) => RateSource>;

/** Whether a text is `name=URL` of a source that there is. */
export function isRateSource(text: string): boolean {
  const [name, url] = splitSource(text);
  return Object.hasOwn(RATE_SOURCES, name) && URL.canParse(url) && /^https?:/.test(url);
}

const splitSource = (text: string): [string, string] => {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
};

/** The source that `name=URL` speaks of. */
export function rateSourceOf(text: string): RateSource {
  const [name, url] = splitSource(text);
  return RATE_SOURCES[name as keyof typeof RATE_SOURCES](url);
}
