import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { TestRedis } from './cache.builder';
import { BalanceCache, CacheAside } from './index';

const test = new TestRedis();
let cache: CacheAside;
let balances: BalanceCache;
let userId: string;

beforeAll(async () => {
  cache = new CacheAside(await test.connect(), test.keys);
  balances = new BalanceCache(cache);
});
beforeEach(() => {
  userId = randomUUID();
});
afterAll(() => {
  test.close();
});

/** Asks until the books are read again; they were not for as long as the kept value was shown. */
async function untilShown(availableKrw: number): Promise<void> {
  const deadline = performance.now() + 10_000;
  const load = (): Promise<number> => Promise.resolve(availableKrw);
  while ((await balances.get(userId, load)) !== availableKrw) {
    if (performance.now() > deadline) throw new Error('the old balance is still shown');
    await wait(10);
  }
}

describe('a shown balance', () => {
  it('is read from the books once for many who look', async () => {
    const load = jest.fn(() => Promise.resolve(5_000));
    const shown = await Promise.all(Array.from({ length: 20 }, () => balances.get(userId, load)));
    expect(new Set(shown)).toEqual(new Set([5_000]));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is read again after a posting', async () => {
    await balances.get(userId, () => Promise.resolve(5_000));
    const forget = jest.spyOn(cache, 'forget');
    balances.balancesChanged([userId]);
    await Promise.all(forget.mock.results.map(({ value }) => value as Promise<void>));
    expect(forget).toHaveBeenCalledTimes(1);
    expect(await balances.get(userId, () => Promise.resolve(6_000))).toBe(6_000);
  });

  it('is read again after a second although nobody told of a posting', async () => {
    await balances.get(userId, () => Promise.resolve(5_000));
    await untilShown(6_000);
  });
});
