import { krw } from '@cardroom/money';
import fc from 'fast-check';

import { nextLevel, rakebackOf, VIP_LEVELS, VIP_TERMS, vipTermsOf } from './index';

describe('§1 the level', () => {
  it.each([
    [0, 'bronze', 2_000],
    [99_999, 'bronze', 2_000],
    [100_000, 'silver', 2_500],
    [499_999, 'silver', 2_500],
    [500_000, 'gold', 3_000],
    [1_999_999, 'gold', 3_000],
    [2_000_000, 'platinum', 3_500],
    [4_999_999, 'platinum', 3_500],
    [5_000_000, 'diamond', 4_000],
    [Number.MAX_SAFE_INTEGER, 'diamond', 4_000],
  ])('§1.2 with ₩%i of rake is %s', (rakeKrw, level, rakebackBp) => {
    expect(vipTermsOf(krw(rakeKrw))).toMatchObject({ level, rakebackBp });
  });

  it.each([
    [0, 'silver', 100_000],
    [99_999, 'silver', 1],
    [100_000, 'gold', 400_000],
    [4_999_999, 'diamond', 1],
  ])('after ₩%i is %s, with ₩%i to go', (rakeKrw, level, missingKrw) => {
    expect(nextLevel(krw(rakeKrw))).toMatchObject({ level, missingKrw });
  });

  it('has none above the highest', () => {
    expect(nextLevel(krw(5_000_000))).toBeNull();
  });

  it('is listed from the lowest up, each asking for more and giving more', () => {
    expect(VIP_TERMS.map(({ level }) => level)).toEqual(VIP_LEVELS);
    VIP_TERMS.slice(1).forEach((terms, index) => {
      const below = VIP_TERMS[index];
      expect(terms.fromRakeKrw).toBeGreaterThan(below?.fromRakeKrw ?? Infinity);
      expect(terms.rakebackBp).toBeGreaterThan(below?.rakebackBp ?? Infinity);
    });
  });
});

describe('§2 the rakeback of a week', () => {
  it.each([
    ['§2.2 goes by the level at the end of the week', 10_000, 100_000, 'silver', 2_500],
    ['§2.2 pays all of the week by that level', 500_000, 500_000, 'gold', 150_000],
    ['§2.3 is rounded down', 10_009, 10_009, 'bronze', 2_001],
    ['§2.3 may be nothing', 4, 4, 'bronze', 0],
    ['is nothing for a week without rake', 0, 6_000_000, 'diamond', 0],
  ])('%s', (_rule, weekRakeKrw, runningRakeKrw, level, amountKrw) => {
    const rakeback = rakebackOf({
      weekRakeKrw: krw(weekRakeKrw),
      runningRakeKrw: krw(runningRakeKrw),
    });
    expect(rakeback).toMatchObject({ amountKrw, terms: { level } });
  });

  it('never falls with more rake, and is never more than the rake', () => {
    const amount = fc.nat(10_000_000);
    fc.assert(
      fc.property(amount, amount, amount, (weekKrw, moreKrw, earlierKrw) => {
        const of = (rake: number): number =>
          rakebackOf({ weekRakeKrw: krw(rake), runningRakeKrw: krw(rake + earlierKrw) }).amountKrw;
        expect(of(weekKrw + moreKrw)).toBeGreaterThanOrEqual(of(weekKrw));
        expect(of(weekKrw)).toBeLessThanOrEqual(weekKrw);
      }),
    );
  });
});
