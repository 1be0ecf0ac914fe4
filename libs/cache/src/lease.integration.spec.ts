import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import type { Redis } from 'ioredis';

import { TestRedis } from './cache.builder';
import { Leases } from './index';

const test = new TestRedis();
let redis: Redis;
let leases: Leases;
let tableId: string;

beforeAll(async () => {
  redis = await test.connect();
  leases = new Leases(redis, test.keys);
});
beforeEach(() => {
  tableId = randomUUID();
});
afterAll(() => {
  test.close();
});

describe('a lease', () => {
  it('is held by one node at a time', async () => {
    expect(await leases.acquire(tableId, 'a', 5_000)).toBe(true);
    expect(await leases.acquire(tableId, 'b', 5_000)).toBe(false);
    expect(await leases.ownerOf(tableId)).toBe('a');
  });

  it('of a node that is dead is for whoever comes first, and then not again', async () => {
    await leases.acquire(tableId, 'a', 600_000);
    expect(await leases.acquire(tableId, 'b', 5_000, ['x', 'y'])).toBe(false);
    expect(await leases.acquire(tableId, 'b', 5_000, ['x', 'a'])).toBe(true);
    expect(await leases.acquire(tableId, 'c', 5_000, ['x', 'a'])).toBe(false);
    expect(await leases.renew([tableId], 'a', 5_000)).toEqual([tableId]);
    expect(await leases.ownerOf(tableId)).toBe('b');
  });

  it('is taken by one of many who ask at once', async () => {
    const nodes = Array.from({ length: 20 }, (_, index) => `node-${index}`);
    const taken = await Promise.all(nodes.map((node) => leases.acquire(tableId, node, 5_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('is the holder’s still when its first answer was lost', async () => {
    await leases.acquire(tableId, 'a', 100);
    expect(await leases.acquire(tableId, 'a', 5_000)).toBe(true);
    expect(await redis.pttl(test.keys.tableLease(tableId))).toBeGreaterThan(4_000);
  });

  it('runs out unless renewed; then another node takes over and the first is refused', async () => {
    await leases.acquire(tableId, 'a', 1_000);
    await wait(600);
    expect(await leases.renew([tableId], 'a', 1_000)).toEqual([]);
    await wait(600);
    expect(await leases.acquire(tableId, 'b', 5_000)).toBe(false);
    await wait(600);
    expect(await leases.acquire(tableId, 'b', 5_000)).toBe(true);
    expect(await leases.renew([tableId], 'a', 1_000)).toEqual([tableId]);
    expect(await leases.release(tableId, 'a')).toBe(false);
    expect(await leases.ownerOf(tableId)).toBe('b');
  });

  it('is free when given back, and then nobody’s to renew', async () => {
    await leases.acquire(tableId, 'a', 5_000);
    expect(await leases.release(tableId, 'a')).toBe(true);
    expect(await leases.ownerOf(tableId)).toBeNull();
    expect(await leases.renew([tableId], 'a', 5_000)).toEqual([tableId]);
  });

  it('is renewed with all others of its node at once, and those that are lost are named', async () => {
    const tables = Array.from({ length: 450 }, () => randomUUID());
    await Promise.all(tables.map((each) => leases.acquire(each, 'a', 5_000)));
    const [first = '', taken = '', last = ''] = [0, 200, 449].map((at) => tables[at]);
    for (const lost of [first, taken, last]) await leases.release(lost, 'a');
    await leases.acquire(taken, 'b', 5_000);
    await redis.script('FLUSH');
    expect(await leases.renew(tables, 'a', 60_000)).toEqual([first, taken, last]);
    const ends = await Promise.all(tables.map((id) => redis.pttl(test.keys.tableLease(id))));
    expect(ends.filter((ms) => ms > 50_000)).toHaveLength(447);
    expect(await leases.ownersOf([last, taken, ...tables.slice(1, 3)])).toEqual([
      ...[null, 'b', 'a', 'a'],
    ]);
  });

  it('of no table is nobody’s, and nothing to renew', async () => {
    expect(await leases.ownersOf([])).toEqual([]);
    expect(await leases.renew([], 'a', 5_000)).toEqual([]);
  });

  it('without an end is not given', async () => {
    await expect(leases.acquire(tableId, 'a', 0)).rejects.toThrow('Broken invariant');
  });
});
