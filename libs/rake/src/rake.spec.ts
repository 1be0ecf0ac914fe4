import { krw } from '@cardroom/money';

import { rakeOf } from './rake';

const TERMS = { rateBp: 500, capKrw: 6_000 };

describe('§1 the rake of a hand', () => {
  it.each([
    ['§1.1 is a share of all pots', [10_000, 2_000], true, 600],
    ['§1.2 is rounded down', [10_019], true, 500],
    ['§1.3 is capped once for the hand', [100_000, 100_000], true, 6_000],
    ['§1.4 is nothing without a flop', [10_000], false, 0],
    ['is nothing of nothing', [], true, 0],
  ])('%s', (_rule, pots, flopDealt, expected) => {
    expect(rakeOf({ potsKrw: pots.map(krw), flopDealt }, TERMS)).toBe(expected);
  });
});
