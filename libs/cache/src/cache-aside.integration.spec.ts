import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { Logger } from '@nestjs/common';

import { TestRedis } from './cache.builder';
import { CacheAside } from './index';

const test = new TestRedis();
let cache: CacheAside;
let name: string;

beforeAll(async () => {
  cache = new CacheAside(await test.connect(), test.keys);
});
beforeEach(() => {
  name = randomUUID();
});
afterAll(() => {
  test.close();
});

describe('a kept value', () => {
  it('is loaded once and read until it runs out', async () => {
    const load = jest.fn(() => Promise.resolve({ availableKrw: 5_000 }));
    expect(await cache.get(name, 500, load)).toEqual({ availableKrw: 5_000 });
    expect(await cache.get(name, 500, load)).toEqual({ availableKrw: 5_000 });
    expect(load).toHaveBeenCalledTimes(1);
    await wait(600);
    await cache.get(name, 500, load);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is loaded once for all who ask at the same time', async () => {
    const load = jest.fn(() => wait(20, 7));
    const values = await Promise.all(
      Array.from({ length: 50 }, () => cache.get(name, 5_000, load)),
    );
    expect(new Set(values)).toEqual(new Set([7]));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('that could not be loaded is asked for again', async () => {
    const failing = () => Promise.reject(new Error('away'));
    await expect(cache.get(name, 5_000, failing)).rejects.toThrow('away');
    expect(await cache.get(name, 5_000, () => Promise.resolve(1))).toBe(1);
  });

  it('is not what was loaded before it was forgotten', async () => {
    let finish: (value: string) => void = () => undefined;
    const slow = cache.get(name, 5_000, () => new Promise<string>((done) => (finish = done)));
    await wait(20);
    await cache.forget(name);
    finish('old');
    expect(await slow).toBe('old');
    expect(await cache.get(name, 5_000, () => Promise.resolve('new'))).toBe('new');
    await cache.forget(name);
    expect(await cache.get(name, 5_000, () => Promise.resolve('newer'))).toBe('newer');
  });

  it('is loaded each time while the cache is away, and that is said once', async () => {
    const warnings = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const redis = await test.connect();
    const blind = new CacheAside(redis, test.keys);
    redis.disconnect();
    expect(await blind.get(name, 5_000, () => Promise.resolve(1))).toBe(1);
    expect(await blind.get(name, 5_000, () => Promise.resolve(2))).toBe(2);
    await blind.forget(name);
    expect(warnings).toHaveBeenCalledTimes(1);
    warnings.mockRestore();
  });
});
