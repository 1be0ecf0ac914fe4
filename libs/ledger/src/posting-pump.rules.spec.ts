import { mayBeOneItem, shareOf, unitLanesOf } from './posting-pump.rules';

const failure = (code: string): Error => Object.assign(new Error('database'), { code });

it.each(['23505', '22003', '40001', 'P0001'])('%s may be the fault of one transfer', (code) => {
  expect(mayBeOneItem(failure(code))).toBe(true);
});

it.each(['08006', '57P01', '53300', '57014', 'ECONNREFUSED'])(
  '%s is the fault of no transfer',
  (code) => {
    expect(mayBeOneItem(failure(code))).toBe(false);
  },
);

it.each([
  [64, 2, 32],
  [32, 1, 32],
  [5, 2, 3],
  [0, 2, 0],
])('of %i that wait, with %i calls free, one takes %i', (waiting, free, expected) => {
  expect(shareOf(waiting, free)).toBe(expected);
});

it.each([
  [80, 40],
  [5, 2],
  [1, 1],
])('of a pool of %i connections transactions of money take %i at most', (size, lanes) => {
  expect(unitLanesOf(size)).toBe(lanes);
});
