import { cronOf, duePeriods, periodAt, periodNamed, PERIOD_KINDS } from './periods.rules';

const at = (text: string): number => Date.parse(`${text}+09:00`);
const HOUR_MS = 3_600_000;

describe('a period', () => {
  it.each([
    ['minute', '2026-11-21T13:05:59.999', '2026-11-21T13:05', '2026-11-21T13:05:00'],
    ['hour', '2026-11-21T13:05:00', '2026-11-21T13', '2026-11-21T13:00:00'],
    ['day', '2026-11-21T00:00:00', '2026-11-21', '2026-11-21T00:00:00'],
    ['day', '2026-11-20T23:59:59', '2026-11-20', '2026-11-20T00:00:00'],
    ['week', '2026-11-22T23:59:59', '2026-W47', '2026-11-16T00:00:00'],
    ['week', '2026-11-23T00:00:00', '2026-W48', '2026-11-23T00:00:00'],
    ['week', '2027-01-03T12:00:00', '2026-W53', '2026-12-28T00:00:00'],
    ['week', '2024-12-30T12:00:00', '2025-W01', '2024-12-30T00:00:00'],
    ['month', '2026-12-31T23:59:59', '2026-12', '2026-12-01T00:00:00'],
  ] as const)('a %s at %s in Seoul is %s', (kind, moment, name, from) => {
    expect(periodAt(kind, at(moment))).toMatchObject({ name, fromMs: at(from) });
  });

  it.each(PERIOD_KINDS)('of a %s is found by its name, and borders on the next', (kind) => {
    let period = periodAt(kind, at('2024-02-27T00:00:00'));
    for (let count = 0; count < 500; count += 1) {
      expect(periodNamed(kind, period.name)).toEqual(period);
      const next = periodAt(kind, period.toMs);
      expect(next.fromMs).toBe(period.toMs);
      expect(next.name > period.name).toBe(true);
      period = next;
    }
  });

  it.each([
    ['day', '2026-02-30'],
    ['day', '2026-13-01'],
    ['week', '2026-W60'],
    ['week', '2025-W53'],
    ['week', '2026-W00'],
    ['month', '2026-00'],
    ['hour', '2026-11-21T24'],
    ['week', "2026-W47'; DROP TABLE users"],
    ['week', '2026-11-21'],
  ] as const)('no %s is called %s', (kind, name) => {
    expect(periodNamed(kind, name)).toBeNull();
  });
});

describe('a schedule', () => {
  const weekly = { every: 'week', delayMs: 4 * HOUR_MS } as const;
  const names = (moment: string, catchUpPeriods = 1): string[] =>
    duePeriods({ ...weekly, catchUpPeriods }, at(moment)).map(({ name }) => name);

  it('is due when its delay after the period has passed, and not before', () => {
    expect(names('2026-11-23T03:59:59.999')).toEqual(['2026-W46']);
    expect(names('2026-11-23T04:00:00')).toEqual(['2026-W47']);
    expect(names('2026-11-29T23:00:00')).toEqual(['2026-W47']);
  });

  it('makes good the periods that nobody ran, the oldest first', () => {
    expect(names('2027-01-04T04:00:00', 3)).toEqual(['2026-W51', '2026-W52', '2026-W53']);
  });

  it.each([
    [{ every: 'minute', delayMs: 0 }, '0 * * * * *'],
    [{ every: 'hour', delayMs: 5 * 60_000 }, '0 5 * * * *'],
    [{ every: 'day', delayMs: 3 * HOUR_MS }, '0 0 3 * * *'],
    [weekly, '0 0 4 * * 1'],
    [{ every: 'week', delayMs: 6 * 24 * HOUR_MS }, '0 0 0 * * 0'],
    [{ every: 'month', delayMs: 24 * HOUR_MS + HOUR_MS / 2 }, '0 30 0 2 * *'],
  ] as const)('%j is due at %s', (schedule, cron) => {
    expect(cronOf(schedule)).toBe(cron);
  });
});
