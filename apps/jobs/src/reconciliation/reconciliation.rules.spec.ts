import { gatewayDifferences, solvencyOf, type Solvency } from './reconciliation.rules';

const units = (held: Readonly<Record<string, bigint>>) => new Map(Object.entries(held));

describe('the gateway', () => {
  it.each([
    ['what the books say', 5n],
    ['more: the reserve of the house, and payments that are not credited yet', 9n],
  ])('may hold %s', (_what, held) => {
    expect(gatewayDifferences(units({ BTC: 5n }), units({ BTC: held }))).toEqual([]);
  });

  it('may not hold less', () => {
    expect(gatewayDifferences(units({ BTC: 5n, ETH: 1n }), units({ BTC: 4n, ETH: 1n }))).toEqual([
      { kind: 'gateway', subject: 'asset:BTC', expected: '5', found: '4' },
    ]);
  });

  it('that does not name an asset holds nothing of it', () => {
    expect(gatewayDifferences(units({ ETH: 1n }), units({}))).toMatchObject([{ found: '0' }]);
  });
});

describe('§8 solvency', () => {
  const BTC = { asset: 'BTC', rate: { numerator: 3n, denominator: 2n } };
  const ETH = { asset: 'ETH', rate: { numerator: 1n, denominator: 1n } };
  const UNKNOWN_ETH = { asset: 'ETH', rate: null };

  it.each<
    [
      string,
      bigint,
      Readonly<Record<string, bigint>>,
      (typeof BTC | typeof UNKNOWN_ETH)[],
      Solvency['status'],
    ]
  >([
    ['nothing owed and nothing held', 0n, {}, [], 'solvent'],
    ['as much as is owed', 13n, { BTC: 2n, ETH: 10n }, [BTC, ETH], 'solvent'],
    ['a won less than is owed', 14n, { BTC: 2n, ETH: 10n }, [BTC, ETH], 'short'],
    ['half a won less than is owed: it is rounded down', 2n, { BTC: 1n }, [BTC], 'short'],
    ['nothing, with something owed', 1n, {}, [BTC], 'short'],
    [
      'enough without the coin that has no rate',
      3n,
      { BTC: 2n, ETH: 1n },
      [BTC, UNKNOWN_ETH],
      'solvent',
    ],
    [
      'enough only with the coin that has no rate',
      4n,
      { BTC: 2n, ETH: 9n },
      [BTC, UNKNOWN_ETH],
      'unknown',
    ],
    ['a coin that nobody knows', 1n, { DOGE: 9n }, [BTC], 'unknown'],
  ])('with %s is judged', (_what, owed, held, rates, status) => {
    expect(solvencyOf(owed, units(held), rates).status).toBe(status);
  });
});
