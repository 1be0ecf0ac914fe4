import fc from 'fast-check';

import {
  bpApart,
  compareDecimals,
  decimalText,
  medianDecimal,
  multiplyDecimals,
  parseDecimal,
  type Decimal,
} from './decimal';

const dec = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
};

describe('a decimal text', () => {
  it.each([
    ['0', '0'],
    ['148900000.10', '148900000.1'],
    ['0.00000001', '0.00000001'],
    ['1e3', '1000'],
    ['1.5E-7', '0.00000015'],
    ['9007199254740993.000000000000000001', '9007199254740993.000000000000000001'],
  ])('%s is read exactly', (text, written) => {
    expect(decimalText(dec(text))).toBe(written);
  });

  it.each([
    ...['', '-1', '+1', ' 1', '1 ', '1,000', '0x10', '1.', '.5', '1e', '1e100', 'NaN', 'Infinity'],
    ...['١٠٠', '１００', '1_000', `0.${'1'.repeat(31)}`, '9'.repeat(31), '1.2.3'],
  ])('#31 #37 %j is none', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  it('is the same when it is written and read again', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 24n), fc.nat(18), (digits, scale) => {
        const value = { digits, scale };
        expect(compareDecimals(dec(decimalText(value)), value)).toBe(0);
      }),
    );
  });
});

it.each([
  ['1.10', '1.1', 0],
  ['2', '10', -1],
  ['0.3', '0.29999999999999998', 1],
])('%s beside %s: %i', (a, b, sign) => {
  expect(compareDecimals(dec(a), dec(b))).toBe(sign);
});

it.each([
  [['3', '1', '2'], '2'],
  [['1', '2'], '1.5'],
  [['0.1', '0.25', '7', '0.2'], '0.225'],
  [['5'], '5'],
])('the median of %j is %s', (values, median) => {
  expect(decimalText(medianDecimal(values.map(dec)))).toBe(median);
});

it('a median needs a value, and a share needs something to be a share of', () => {
  expect(() => medianDecimal([])).toThrow(RangeError);
  expect(() => bpApart(dec('1'), dec('0'))).toThrow(RangeError);
});

it.each([
  ['105', '100', 500n],
  ['95', '100', 500n],
  ['105.0000001', '100', 501n],
  ['100', '100', 0n],
])('%s is %s ± %s bp, rounded up', (value, base, apart) => {
  expect(bpApart(dec(value), dec(base))).toBe(apart);
});

it('a product is exact', () => {
  expect(decimalText(multiplyDecimals(dec('107000.12345678'), dec('1399.55')))).toBe(
    '149752022.783936449',
  );
});
