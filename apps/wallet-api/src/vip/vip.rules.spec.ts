import { krw } from '@cardroom/money';

import { nextPaymentMs, standingOf } from './vip.rules';

const at = (text: string): number => Date.parse(`${text}+09:00`);

describe('a standing', () => {
  it('is the level, its rate, what the week brings so far, and the way to the next', () => {
    const rake = { runningRakeKrw: krw(300_000), weekRakeKrw: krw(10_003) };
    expect(standingOf(rake, at('2026-11-21T12:00:00'))).toEqual({
      ...{ level: 'silver', rakebackBp: 2_500, runningRakeKrw: 300_000, weekRakeKrw: 10_003 },
      expectedRakebackKrw: 2_500,
      nextPaymentAt: '2026-11-22T19:00:00.000Z',
      next: { level: 'gold', rakebackBp: 3_000, missingKrw: 200_000, progressBp: 5_000 },
    });
  });

  it('has nothing above diamond', () => {
    const rake = { runningRakeKrw: krw(9_000_000), weekRakeKrw: krw(0) };
    expect(standingOf(rake, 0)).toMatchObject({ level: 'diamond', next: null });
  });
});

describe('§2.4 the next payment', () => {
  it.each([
    ['2026-11-16T04:00:00', '2026-11-23T04:00:00'],
    ['2026-11-22T23:59:59', '2026-11-23T04:00:00'],
    ['2026-11-23T03:59:59', '2026-11-23T04:00:00'],
    ['2026-11-23T04:00:00', '2026-11-30T04:00:00'],
  ])('after %s is on %s', (now, next) => {
    expect(nextPaymentMs(at(now))).toBe(at(next));
  });
});
