import fc from 'fast-check';

import { chooseAction, chooseBuyIn } from './bot-policy';
import { seededRandom } from './seeded-random';
import { tableView } from '../builders/table-view.builder';

const legalArbitrary = fc
  .record({
    callKrw: fc.nat(50_000),
    raise: fc.option(fc.tuple(fc.integer({ min: 1, max: 80_000 }), fc.nat(200_000))),
  })
  .map(({ callKrw, raise }) => ({
    seat: 0,
    canFold: true,
    canCheck: callKrw === 0,
    callKrw,
    minRaiseToKrw: raise === null ? null : raise[0],
    maxRaiseToKrw: raise === null ? null : raise[0] + raise[1],
  }));

describe('what a bot does', () => {
  it('is always one of the legal actions', () => {
    fc.assert(
      fc.property(legalArbitrary, fc.integer(), fc.nat(100_000), (legal, seed, currentBetKrw) => {
        const view = tableView({ currentBetKrw, potKrw: 3_000 });
        const { action, toKrw } = chooseAction(
          { view, legal, cards: ['As', 'Kd'] },
          seededRandom(seed),
        );
        switch (action) {
          case 'check':
            return legal.canCheck && toKrw === undefined;
          case 'call':
            return legal.callKrw > 0 && toKrw === undefined;
          case 'fold':
            return !legal.canCheck && toKrw === undefined;
          case 'bet':
          case 'raise':
            return (
              (action === 'bet') === (currentBetKrw === 0) &&
              Number.isSafeInteger(toKrw) &&
              (toKrw ?? 0) >= (legal.minRaiseToKrw ?? Infinity) &&
              (toKrw ?? 0) <= (legal.maxRaiseToKrw ?? 0)
            );
        }
      }),
    );
  });

  it('follows its seed', () => {
    const legal = {
      seat: 0,
      canFold: true,
      canCheck: false,
      callKrw: 2_000,
      minRaiseToKrw: 4_000,
      maxRaiseToKrw: 90_000,
    };
    const play = (seed: number): unknown[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 30 }, () =>
        chooseAction({ view: tableView(), legal, cards: ['7h', '2c'] }, random),
      );
    };
    expect(play(3)).toEqual(play(3));
    expect(play(3)).not.toEqual(play(4));
  });
});

describe('what a bot sits down with', () => {
  it('is whole big blinds within what the table takes', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const amountKrw = chooseBuyIn(tableView(), seededRandom(seed));
        return amountKrw >= 80_000 && amountKrw <= 200_000 && amountKrw % 2_000 === 0;
      }),
    );
  });
});
