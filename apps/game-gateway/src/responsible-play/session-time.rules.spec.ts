import { BREAK_MS, reminderDue, seenAt } from './session-time.rules';

const HOUR = 3_600_000;

describe('§5 the time of a session', () => {
  it('begins when a player is seen, goes on while he is, and begins again after a break', () => {
    const first = seenAt(undefined, 1_000);
    expect(first).toEqual({ sinceMs: 1_000, lastSeenMs: 1_000, told: 0 });
    const later = seenAt(first, 1_000 + BREAK_MS);
    expect(later.sinceMs).toBe(1_000);
    const back = later.lastSeenMs + BREAK_MS + 1;
    expect(seenAt(later, back)).toEqual({ sinceMs: back, lastSeenMs: back, told: 0 });
  });

  it.each([
    [HOUR - 1, 0, null],
    [HOUR, 0, 60],
    [HOUR, 1, null],
    [2 * HOUR - 1, 1, null],
    [2 * HOUR, 1, 120],
    [5 * HOUR + 1, 1, 300],
  ])('after %i ms, told %i times, is reminded of %s minutes', (lasted, told, minutes) => {
    const session = { sinceMs: 7, lastSeenMs: 7 + lasted, told };
    expect(reminderDue(session, HOUR)?.minutes ?? null).toBe(minutes);
  });
});
