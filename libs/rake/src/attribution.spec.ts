import { krw, sumKrw, type Krw } from '@cardroom/money';
import fc from 'fast-check';

import { attributeRake } from './attribution';

const amountKrw = fc.integer({ min: 0, max: 50_000_000 }).map(krw);

describe('§3 whose rake it was', () => {
  it.each([
    ['§3.1 follows what each put in', 150, [2_000, 1_000, 0], [100, 50, 0]],
    ['§3.1 is as much of who lost or folded as of who won', 500, [5_000, 5_000], [250, 250]],
    ['§3.2 rounds down, and the largest remainders get what is left', 100, [1, 1, 1], [34, 33, 33]],
    ['§3.2 prefers the larger remainder to the lower seat', 10, [100, 100, 300], [2, 2, 6]],
    ['is nothing where there is no rake', 0, [1_000, 0], [0, 0]],
  ])('%s', (_rule, rakeKrw, putInKrw, expected) => {
    expect(attributeRake(krw(rakeKrw), putInKrw.map(krw))).toEqual(expected);
  });

  it('sums to the rake, and nobody pays more than was put in', () => {
    fc.assert(
      fc.property(
        fc.array(amountKrw, { minLength: 1, maxLength: 10 }),
        fc.nat(10_000),
        (in_, bp) => {
          const rakeKrw = krw(Math.floor((sumKrw(in_) * bp) / 10_000));
          const parts = attributeRake(rakeKrw, in_);
          expect(sumKrw(parts)).toBe(rakeKrw);
          parts.forEach((part, seat) => expect(part).toBeLessThanOrEqual(in_[seat] ?? 0));
        },
      ),
    );
  });

  it('is, to the won, what the shares of each pot add up to', () => {
    const players = fc.integer({ min: 2, max: 6 });
    const pots = players.chain((count) =>
      fc.array(fc.array(amountKrw, { minLength: count, maxLength: count }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(pots, fc.integer({ min: 1, max: 1_000 }), (contributions, bp) => {
        const count = contributions[0]?.length ?? 0;
        const putIn = (seat: number): number =>
          contributions.reduce((sum, pot) => sum + (pot[seat] ?? 0), 0);
        const seats = Array.from({ length: count }, (_, seat) => seat);
        const totalKrw = seats.reduce((sum, seat) => sum + putIn(seat), 0);
        fc.pre(totalKrw > 0);
        const rakeKrw = krw(Math.floor((totalKrw * bp) / 10_000));
        const parts = attributeRake(
          rakeKrw,
          seats.map((seat): Krw => krw(putIn(seat))),
        );
        parts.forEach((part, seat) => {
          const exact = contributions.reduce((sum, pot) => {
            const potKrw = sumKrw(pot);
            const potRake = (rakeKrw * potKrw) / totalKrw;
            return potKrw === 0 ? sum : sum + (potRake * (pot[seat] ?? 0)) / potKrw;
          }, 0);
          expect(Math.abs(part - exact)).toBeLessThan(1.000_001);
        });
      }),
    );
  });
});
