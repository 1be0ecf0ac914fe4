import { krw, type Krw } from '@cardroom/money';

import {
  changedLimit,
  coolOffEndMs,
  exclusionEndMs,
  limitNow,
  periodStartMs,
  roomKrw,
  type Limit,
} from './limit.rules';

const HOUR = 3_600_000;
const at = (text: string): number => new Date(text).getTime();
const iso = (ms: number): string => new Date(ms).toISOString();

describe('§1 a period', () => {
  it.each([
    ['day', '2026-03-04T14:59:59Z', '2026-03-03T15:00:00.000Z'],
    ['day', '2026-03-04T15:00:00Z', '2026-03-04T15:00:00.000Z'],
    ['week', '2026-03-01T14:59:59Z', '2026-02-22T15:00:00.000Z'],
    ['week', '2026-03-01T15:00:00Z', '2026-03-01T15:00:00.000Z'],
    ['week', '2026-01-01T00:00:00Z', '2025-12-28T15:00:00.000Z'],
    ['month', '2026-02-28T14:59:59Z', '2026-01-31T15:00:00.000Z'],
    ['month', '2026-02-28T15:00:00Z', '2026-02-28T15:00:00.000Z'],
    ['month', '2025-12-31T15:00:00Z', '2025-12-31T15:00:00.000Z'],
  ] as const)('%s of %s begins at %s', (period, now, start) => {
    expect(iso(periodStartMs(period, at(now)))).toBe(start);
  });
});

describe('§2 a change of a limit', () => {
  const now = 1_000 * HOUR;
  const limit = (amount: number | null, next: Limit['next'] = null): Limit => ({
    ...{ kind: 'loss', period: 'day', next },
    amountKrw: amount === null ? null : krw(amount),
  });
  const soon = (amount: number | null, hours: number) => ({
    amountKrw: amount === null ? null : krw(amount),
    fromMs: now + hours * HOUR,
  });

  it.each<[string, Limit, number | null, Limit]>([
    ['the first one holds at once', limit(null), 500, limit(500)],
    ['a lower one holds at once', limit(500), 400, limit(400)],
    ['a higher one holds a day later', limit(500), 600, limit(500, soon(600, 24))],
    ['taking it away takes a day', limit(500), null, limit(500, soon(null, 24))],
    ['a lower one forgets a higher to come', limit(500, soon(600, 1)), 400, limit(400)],
    ['the one that holds forgets a higher to come', limit(500, soon(600, 1)), 500, limit(500)],
    [
      'another higher one waits a whole day',
      limit(500, soon(600, 1)),
      700,
      limit(500, soon(700, 24)),
    ],
    ['what has come is what holds', limit(500, soon(600, -1)), 550, limit(550)],
    ['what was taken away is gone', limit(500, soon(null, -1)), 900, limit(900)],
  ])('%s', (_what, before, wanted, after) => {
    const wantedKrw = wanted === null ? null : krw(wanted);
    expect(changedLimit(before, wantedKrw, now)).toEqual(after);
  });

  it.each<[Limit, number | null]>([
    [limit(500), 500],
    [limit(500, soon(600, 1)), 500],
    [limit(500, soon(600, 0)), 600],
    [limit(500, soon(null, 0)), null],
  ])('%j is %s now', (held, amount) => {
    expect(limitNow(held, now)).toBe(amount);
  });
});

it.each([
  [1_000, 400, 600],
  [1_000, 1_000, 0],
  [1_000, 2_000, 0],
  [1_000, -500, 1_000],
])('§3 of ₩%i with ₩%i used ₩%i are left', (limit, used, left) => {
  expect(roomKrw(krw(limit), used)).toBe(left satisfies number as Krw);
});

describe('§4 an exclusion', () => {
  it.each([
    [6, '2026-08-31T10:00:00Z', '2027-02-28T10:00:00.000Z'],
    [12, '2028-02-29T00:00:00Z', '2029-02-28T00:00:00.000Z'],
    [60, '2026-03-04T05:06:07Z', '2031-03-04T05:06:07.000Z'],
  ] as const)('of %i months from %s ends %s', (months, from, end) => {
    expect(iso(exclusionEndMs(months, at(from)) ?? 0)).toBe(end);
  });

  it('for ever does not end, and a cool-off ends after its days', () => {
    expect(exclusionEndMs(null, 0)).toBeNull();
    expect(coolOffEndMs(7, 0)).toBe(7 * 24 * HOUR);
  });
});
