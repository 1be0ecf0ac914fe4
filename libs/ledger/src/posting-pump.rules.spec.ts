import { mayBeOneItem, retryAfterSecondsOf, shareOf } from './posting-pump.rules';

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
  [0, 0, 1],
  [500, 1_000, 1],
  [5_000, 1_000, 5],
  [5_000, 0, 30],
])('%i that wait, at %i a second, are gone in %i s', (waiting, speed, expected) => {
  expect(retryAfterSecondsOf(waiting, speed)).toBe(expected);
});

it.each([
  [64, 2, 32],
  [32, 1, 32],
  [5, 2, 3],
  [0, 2, 0],
])('of %i that wait, with %i calls free, one takes %i', (waiting, free, expected) => {
  expect(shareOf(waiting, free)).toBe(expected);
});
