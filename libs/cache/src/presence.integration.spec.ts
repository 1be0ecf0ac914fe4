import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import type { Redis } from 'ioredis';

import { TestRedis } from './cache.builder';
import { Presence, type Connection } from './index';

const test = new TestRedis();
const rules = { limit: 3, ttlMs: 5_000 };
let redis: Redis;
let presence: Presence;
let userId: string;

beforeAll(async () => {
  redis = await test.connect();
  presence = new Presence(redis, test.keys);
});
beforeEach(() => {
  userId = randomUUID();
});
afterAll(() => {
  test.close();
});

const socket = (number: number, serverId = 'server'): Connection => ({
  socketId: `socket-${number}`,
  serverId,
  sinceMs: 1_700_000_000_000 + number,
});

describe('a player’s sockets', () => {
  it('are counted over all servers, oldest first', async () => {
    await presence.join(userId, socket(2, 'b'), rules);
    await presence.join(userId, socket(1, 'a'), rules);
    expect(await presence.connectionsOf(userId)).toEqual([socket(1, 'a'), socket(2, 'b')]);
    expect(await presence.connectionsOf(randomUUID())).toEqual([]);
  });

  it('beyond the limit: the oldest stops counting and is named, with its server', async () => {
    for (const number of [3, 1, 2]) await presence.join(userId, socket(number), rules);
    expect(await presence.join(userId, socket(4), rules)).toEqual([socket(1)]);
    expect(await presence.join(userId, socket(5), { ...rules, limit: 1 })).toEqual([
      socket(2),
      socket(3),
      socket(4),
    ]);
    expect(await presence.connectionsOf(userId)).toEqual([socket(5)]);
  });

  it('that come at once are never more than the limit', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const evicted = await Promise.all(
      numbers.map((number) => presence.join(userId, socket(number), rules)),
    );
    expect(await presence.connectionsOf(userId)).toHaveLength(3);
    expect(evicted.flat()).toHaveLength(17);
  });

  it('that come again are not counted twice', async () => {
    await presence.join(userId, socket(1), { ...rules, limit: 1 });
    expect(await presence.join(userId, socket(1), { ...rules, limit: 1 })).toEqual([]);
  });

  it('leave', async () => {
    await presence.join(userId, socket(1), rules);
    await presence.leave(userId, 'socket-1');
    expect(await presence.connectionsOf(userId)).toEqual([]);
  });

  it('of a server that was killed stop counting, those refreshed go on', async () => {
    await presence.join(userId, socket(1, 'killed'), { ...rules, ttlMs: 200 });
    await presence.join(userId, socket(2, 'alive'), { ...rules, ttlMs: 200 });
    await presence.refresh([{ userId, ...socket(2, 'alive') }], 5_000);
    await wait(250);
    expect(await presence.connectionsOf(userId)).toEqual([socket(2, 'alive')]);
  });

  it('tell of many players at once who is there', async () => {
    const [killed, gone, stranger] = [randomUUID(), randomUUID(), randomUUID()];
    await presence.join(userId, socket(1), rules);
    await presence.join(killed, socket(2, 'killed'), { ...rules, ttlMs: 100 });
    await presence.join(gone, socket(3), rules);
    await presence.leave(gone, 'socket-3');
    await wait(150);
    const asked = [killed, userId, gone, stranger];
    expect(await presence.presentOf(asked)).toEqual(new Set([userId]));
    expect(await presence.presentOf([])).toEqual(new Set());
  });

  it('are rebuilt by the next refresh when Redis has lost them', async () => {
    await presence.join(userId, socket(1), rules);
    await redis.del(test.keys.connections(userId));
    await presence.refresh([{ userId, ...socket(1) }], 5_000);
    expect(await presence.connectionsOf(userId)).toEqual([socket(1)]);
    expect(await redis.pttl(test.keys.connections(userId))).toBeGreaterThan(4_000);
  });

  it('of many players are refreshed at once, each for its player', async () => {
    const others = Array.from({ length: 100 }, () => randomUUID());
    const sockets = [userId, userId, ...others].map((id, at) => ({ userId: id, ...socket(at) }));
    await presence.refresh(sockets, 5_000);
    expect(await presence.connectionsOf(userId)).toEqual([socket(0), socket(1)]);
    const [first = '', last = ''] = [others[0], others.at(-1)];
    expect(await presence.connectionsOf(first)).toEqual([socket(2)]);
    expect(await presence.connectionsOf(last)).toEqual([socket(101)]);
    await presence.refresh([], 5_000);
  });
});
