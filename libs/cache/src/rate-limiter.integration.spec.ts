import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { TestRedis } from './cache.builder';
import { RateLimiter, type RateRule } from './index';

const test = new TestRedis();
let limiter: RateLimiter;
let subject: string;

const rule: RateRule = { scope: 'login', limit: 3, windowMs: 1_000, whenRedisIsAway: 'refuse' };

beforeAll(async () => {
  limiter = new RateLimiter(await test.connect(), test.keys);
});
beforeEach(() => {
  subject = randomUUID();
});
afterAll(() => {
  test.close();
});

const consume = async (times: number, of = subject): Promise<boolean[]> => {
  const verdicts = await Promise.all(
    Array.from({ length: times }, () => limiter.consume(rule, of)),
  );
  return verdicts.map(({ allowed }) => allowed);
};

describe('a limit', () => {
  it('lets exactly so many of those through who come at once', async () => {
    expect((await consume(10)).filter(Boolean)).toHaveLength(3);
  });

  it('says what is left and how long to wait', async () => {
    expect(await limiter.consume(rule, subject)).toEqual({
      allowed: true,
      remaining: 2,
      resetMs: 1_000,
    });
    await consume(2);
    const refused = await limiter.consume(rule, subject);
    expect(refused).toMatchObject({ allowed: false, remaining: 0 });
    expect(refused.resetMs).toBeGreaterThan(0);
    expect(refused.resetMs).toBeLessThanOrEqual(1_000);
  });

  it('slides: no burst at the edge of a window', async () => {
    await consume(1);
    await wait(600);
    expect(await consume(2)).toEqual([true, true]);
    await wait(600);
    expect(await consume(2)).toEqual([true, false]);
  });

  it('counts each subject and each scope for itself', async () => {
    await consume(3);
    expect(await consume(1, randomUUID())).toEqual([true]);
    const other = await limiter.consume({ ...rule, scope: 'register' }, subject);
    expect(other.allowed).toBe(true);
  });

  it('without Redis refuses what guards a secret and lets the rest through', async () => {
    const away = await test.connect();
    const blind = new RateLimiter(away, test.keys);
    away.disconnect();
    expect((await blind.consume(rule, subject)).allowed).toBe(false);
    const harmless = await blind.consume({ ...rule, whenRedisIsAway: 'allow' }, subject);
    expect(harmless.allowed).toBe(true);
  });
});
