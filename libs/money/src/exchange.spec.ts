import fc from 'fast-check';

import { parseDecimal } from './decimal';
import { rateOfPrice, unitsForWon, unitsOfCoins, unitsWorth, wonForUnits } from './exchange';

const rate = (price: string, decimals: number) =>
  rateOfPrice(parseDecimal(price) ?? { digits: 0n, scale: 0 }, decimals);

describe('coins into won', () => {
  it.each([
    ['1400', 6, 1_000_000n, 1_400n, 0n],
    ['1400', 6, 714n, 0n, 999_600n],
    ['148900000.5', 8, 1n, 1n, 489_000_005n],
    ['5200000', 18, 10n ** 19n, 52_000_000n, 0n],
  ])('at %s, %i decimals, %s units are ₩%s and %s are left', (price, places, units, won, left) => {
    expect(wonForUnits(units, rate(price, places))).toEqual({ won, remainder: left });
  });

  it('#119 rounds down, whatever is converted, and what is left over is the rest exactly', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 30n),
        fc.bigInt(1n, 10n ** 18n),
        fc.bigInt(1n, 10n ** 24n),
        (units, numerator, denominator) => {
          const { won, remainder } = wonForUnits(units, { numerator, denominator });
          expect(won * denominator + remainder).toBe(units * numerator);
          expect(remainder >= 0n && remainder < denominator).toBe(true);
        },
      ),
    );
  });

  it('#119 a million small conversions bring no more than one of their sum', () => {
    const at = rate('1399.87', 6);
    const one = wonForUnits(1_999n, at).won * 1_000_000n;
    expect(one <= wonForUnits(1_999_000_000n, at).won).toBe(true);
    expect(one).toBe(2_000_000n);
  });

  it('#119 there and back never brings a gain', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 12n),
        fc.bigInt(1n, 10n ** 12n),
        fc.bigInt(1n, 10n ** 24n),
        (won, numerator, denominator) => {
          const at = { numerator, denominator };
          expect(wonForUnits(unitsForWon(won, at).units, at).won <= won).toBe(true);
          expect(wonForUnits(unitsWorth(won, at), at).won >= won).toBe(true);
        },
      ),
    );
  });
});

it.each([
  ['0.01', 8, 1_000_000n],
  ['1e-8', 8, 1n],
  ['0.0000000001', 8, null],
  ['1.5', 0, null],
  ['0.000000000000000001', 18, 1n],
])(
  '#37 %s coins of %i decimals are %s units, and no fraction is dropped',
  (coins, places, units) => {
    expect(unitsOfCoins(parseDecimal(coins) ?? { digits: 0n, scale: 0 }, places)).toBe(units);
  },
);
