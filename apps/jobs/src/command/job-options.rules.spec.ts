import { readJobOptions } from './job-options.rules';

describe('the command line of a job', () => {
  it.each([
    [[], { name: null, period: null, dryRun: false, nowMs: null }],
    [
      ['weekly-rakeback', '--period', '2026-W47', '--dry-run'],
      { name: 'weekly-rakeback', period: '2026-W47', dryRun: true, again: false, nowMs: null },
    ],
    [['--help'], { help: true }],
    [
      ['daily-statistics', '--again'],
      { help: false, name: 'daily-statistics', again: true, dryRun: false },
    ],
    [
      ['weekly-rakeback', '--now', '2026-11-23T04:00+09:00'],
      { name: 'weekly-rakeback', nowMs: Date.UTC(2026, 10, 22, 19) },
    ],
  ])('%j is understood', (args, expected) => {
    expect(readJobOptions(args)).toMatchObject(expected);
  });

  it.each([
    [['a', 'b'], 'one job at a time'],
    [['a', '--now', 'monday'], '--now takes a moment'],
    [['a', '--now', '2026-11-23T04:00'], '--now takes a moment'],
    [['a', '--sudo'], "Unknown option '--sudo'"],
  ])('%j is refused', (args, message) => {
    expect(() => readJobOptions(args)).toThrow(message);
  });
});
