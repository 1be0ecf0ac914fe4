import {
  backlogByQueue,
  backlogOfAll,
  BATCH_ROWS,
  lostAfterSeconds,
  MAX_ATTEMPTS,
  maxAttemptsOf,
  pauseAfterMs,
  roomFor,
} from './outbox.rules';

describe('the outbox', () => {
  it('waits twice as long after each try', () => {
    expect([0, 1, 2, 3].map(lostAfterSeconds)).toEqual([15, 30, 60, 120]);
  });

  it('tries for minutes before it gives a row up', () => {
    const waits = Array.from({ length: MAX_ATTEMPTS }, (_, tries) => lostAfterSeconds(tries));
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(5 * 60);
  });

  it('tries for hours what others than the house must take', () => {
    const waits = Array.from({ length: maxAttemptsOf('notification.send') }, (_, tries) =>
      lostAfterSeconds(tries),
    );
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(4 * 3_600);
  });

  it('leaves a backlog in PostgreSQL, not in Redis', () => {
    expect(roomFor(0)).toBe(BATCH_ROWS);
    expect(roomFor(900)).toBe(100);
    expect(roomFor(1_000)).toBe(0);
    expect(roomFor(5_000)).toBe(0);
  });

  it('goes on at once while there is a backlog, and rests when there is nothing', () => {
    expect(pauseAfterMs(BATCH_ROWS)).toBe(0);
    expect(pauseAfterMs(1)).toBeLessThan(pauseAfterMs(0));
  });

  it('is counted for each queue: rows are added up, and the oldest one tells the age', () => {
    const byQueue = backlogByQueue([
      { topic: 'hand.settled', pending: 2, dead: 1, oldestSeconds: 5 },
      { topic: 'hand.voided', pending: 1, dead: 0, oldestSeconds: 9 },
      { topic: 'of a newer version', pending: 7, dead: 7, oldestSeconds: 7 },
    ]);
    expect(byQueue.get('analytics')).toEqual({ pending: 3, dead: 1, oldestSeconds: 9 });
    expect(byQueue.get('settlement')).toEqual({ pending: 0, dead: 0, oldestSeconds: 0 });
    expect(backlogOfAll(byQueue.values())).toEqual({ pending: 3, dead: 1, oldestSeconds: 9 });
  });
});
