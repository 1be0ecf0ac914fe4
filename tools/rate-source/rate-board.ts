import { compareDecimals, parseDecimal, type Decimal } from '@cardroom/money';

export const SOURCE_NAMES = ['coingecko', 'upbit', 'bithumb', 'binance'] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

/** How a source behaves: `ok`, or wrong in one of the ways that sources are wrong. */
export const SOURCE_MODES = ['ok', 'silent', 'error', 'garbage', 'empty'] as const;
export type SourceMode = (typeof SOURCE_MODES)[number];

export interface SourceState {
  readonly mode: SourceMode;
  /** How old its prices are. */
  readonly ageMs: number;
  /** Its prices of single assets, where they differ from the others'. */
  readonly own: Readonly<Record<string, string>>;
}

const START_PRICES_KRW = { BTC: '150000000', ETH: '5200000', USDT: '1400', USDC: '1399.5' };
const BINANCE_PLACES = 8n;

/** What coins are worth in the simulated world, and how its sources tell it. */
export class RateBoard {
  private readonly prices = new Map<string, string>(Object.entries(START_PRICES_KRW));
  private readonly states = new Map<SourceName, SourceState>(
    SOURCE_NAMES.map((name) => [name, { mode: 'ok', ageMs: 0, own: {} }]),
  );
  private asked = 0;

  /** How often any source was asked. */
  get calls(): number {
    return this.asked;
  }

  countCall(): void {
    this.asked += 1;
  }

  assets(): string[] {
    return [...this.prices.keys()];
  }

  /** The price of the world; sources may tell others. Any text is taken: sources tell nonsense too. */
  set(asset: string, priceKrw: string): void {
    this.prices.set(asset, priceKrw);
  }

  configure(source: SourceName, change: Partial<SourceState>): void {
    this.states.set(source, { ...this.state(source), ...change });
  }

  state(source: SourceName): SourceState {
    return this.states.get(source) ?? { mode: 'ok', ageMs: 0, own: {} };
  }

  /** What a source says a coin is worth in won. */
  priceKrw(source: SourceName, asset: string): string | undefined {
    return this.state(source).own[asset] ?? this.prices.get(asset);
  }

  /** The same in USDT, as far as it can be said with eight places. */
  priceUsdt(source: SourceName, asset: string): string | undefined {
    const own = this.state(source).own[asset];
    if (own !== undefined) return own;
    const [price, cross] = [asset, 'USDT'].map((each) => parseDecimal(this.prices.get(each) ?? ''));
    if (!price || !cross || compareDecimals(cross, { digits: 0n, scale: 0 }) === 0)
      return undefined;
    return ratioText(price, cross);
  }

  summary(): object {
    return {
      prices: Object.fromEntries(this.prices),
      sources: Object.fromEntries(this.states),
      calls: this.asked,
    };
  }
}

function ratioText(price: Decimal, by: Decimal): string {
  const digits =
    (price.digits * 10n ** (BigInt(by.scale) + BINANCE_PLACES)) /
    (by.digits * 10n ** BigInt(price.scale));
  const text = digits.toString().padStart(Number(BINANCE_PLACES) + 1, '0');
  return `${text.slice(0, -Number(BINANCE_PLACES))}.${text.slice(-Number(BINANCE_PLACES))}`;
}
