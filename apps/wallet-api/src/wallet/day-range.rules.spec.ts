import { momentsOf } from './day-range.rules';

it('a day is one of Seoul, and the last is included', () => {
  expect(momentsOf('2026-11-21', '2026-11-22')).toEqual({
    from: new Date('2026-11-20T15:00:00Z'),
    to: new Date('2026-11-22T15:00:00Z'),
  });
});

it.each([
  ['2026-11-21', '2026-11-20'],
  ['2026-02-30', '2026-03-01'],
  ['2026-13-01', '2026-13-02'],
  ['20261121', '20261122'],
  ["2026-11-21'--", '2026-11-22'],
])('%s to %s is no stretch of days', (from, to) => {
  expect(momentsOf(from, to)).toBeNull();
});

it('#124 is a year at most', () => {
  expect(momentsOf('2024-01-01', '2024-12-31')).not.toBeNull();
  expect(momentsOf('2024-01-01', '2025-01-01')).toBeNull();
  expect(momentsOf('2016-01-01', '2026-01-01')).toBeNull();
});
