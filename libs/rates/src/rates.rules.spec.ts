import { decimalText, parseDecimal, type Decimal } from '@cardroom/money';

import { agreedPrices, hasJumped, type ToldPrice } from './rates.rules';

const NOW_MS = 1_800_000_000_000;

const dec = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
};

/** `source: price`, in won unless told. */
const told = (
  prices: Readonly<Record<string, string>>,
  more: Partial<ToldPrice> = {},
): ToldPrice[] =>
  Object.entries(prices).map(([source, price]) => ({
    ...{ source, asset: 'BTC', unit: 'KRW', price: dec(price), atMs: NOW_MS - 1_000 },
    ...more,
  }));

const agreed = (prices: readonly ToldPrice[]): string[] =>
  agreedPrices(prices, NOW_MS).map(
    ({ asset, priceKrw, sources }) => `${asset} ${decimalText(priceKrw)} ${sources.join('+')}`,
  );

describe('§5.1 two fresh sources or more', () => {
  it('agree on their median', () => {
    expect(agreed(told({ a: '100', b: '101', c: '102' }))).toEqual(['BTC 101 a+b+c']);
    expect(agreed(told({ a: '100', b: '101' }))).toEqual(['BTC 100.5 a+b']);
  });

  it('#118 are needed: one alone gives no price', () => {
    expect(agreed(told({ a: '100' }))).toEqual([]);
    expect(agreed([])).toEqual([]);
  });

  it('#118 drop the one that is more than 2 % from the middle', () => {
    expect(agreed(told({ a: '100', b: '101', c: '200' }))).toEqual(['BTC 100.5 a+b']);
    expect(agreed(told({ a: '100', b: '101', c: '0.5' }))).toEqual(['BTC 100.5 a+b']);
  });

  it('#118 that are far apart agree on nothing', () => {
    expect(agreed(told({ a: '100', b: '105' }))).toEqual([]);
    expect(agreed(told({ a: '100', b: '120', c: '150' }))).toEqual([]);
  });
});

describe('#118 §5.2 a price does not count', () => {
  it.each([
    ['of zero', { price: dec('0') }],
    ['that no coin has', { price: dec('100000000000') }],
    ['that is older than a minute', { atMs: NOW_MS - 60_001 }],
    ['from the future', { atMs: NOW_MS + 10_001 }],
  ])('%s', (_what, more) => {
    expect(agreed([...told({ a: '100' }), ...told({ b: '100' }, more)])).toEqual([]);
  });

  it('but does when it is a minute old', () => {
    expect(agreed(told({ a: '100', b: '100' }, { atMs: NOW_MS - 60_000 }))).toHaveLength(1);
  });
});

describe('§5.3 a market without won', () => {
  const usdt = told({ a: '1400', b: '1400' }, { asset: 'USDT' });

  it('is crossed with the price of USDT', () => {
    const btc = [...told({ a: '140000000' }), ...told({ c: '100000' }, { unit: 'USDT' })];
    expect(agreed([...usdt, ...btc])).toEqual(['USDT 1400 a+b', 'BTC 140000000 a+c']);
  });

  it('says nothing where nobody agrees on USDT, nor about USDT itself', () => {
    const btc = [...told({ a: '140000000' }), ...told({ c: '100000' }, { unit: 'USDT' })];
    expect(agreed([...usdt.slice(1), ...btc])).toEqual([]);
    const ofItself = told({ c: '1' }, { asset: 'USDT', unit: 'USDT' });
    expect(agreed([...usdt.slice(1), ...ofItself])).toEqual([]);
  });
});

describe('§5.4 a jump', () => {
  it.each([
    ['105', ['100'], false],
    ['105.01', ['100'], true],
    ['95', ['100'], false],
    ['94.99', ['100'], true],
    ['103', ['100', '97'], true],
    ['500', [], false],
  ])('to %s after %j: %s', (price, before, jumped) => {
    expect(hasJumped(dec(price), before.map(dec))).toBe(jumped);
  });
});
