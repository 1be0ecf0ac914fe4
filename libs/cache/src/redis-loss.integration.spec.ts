import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Logger } from '@nestjs/common';
import { freePort, signalProcess, startRedis, type RunningService } from '@cardroom/testing';
import type { Redis } from 'ioredis';

import { claimOf, commitOf, TestRedis } from './cache.builder';
import { TableLog, waitUntilReady, type CommitRequest } from './index';

const dataDir = mkdtempSync(join(tmpdir(), 'cardroom-redis-loss-'));
let server: RunningService;
let test: TestRedis;
let redis: Redis;
let log: TableLog;
let port: number;
let tableId: string;

const start = async (): Promise<void> => {
  server = await startRedis({ dataDir, port });
};

beforeAll(async () => {
  for (const level of ['warn', 'log'] as const)
    jest.spyOn(Logger.prototype, level).mockImplementation();
  port = await freePort();
  await start();
  test = new TestRedis(server.url);
  redis = await test.connect();
  log = new TableLog(redis, test.keys);
});
beforeEach(async () => {
  tableId = randomUUID();
  await log.claim(claimOf(tableId));
});
afterAll(async () => {
  test.close();
  await server.stop();
  for (const path of [dataDir, `${dataDir}.log`]) rmSync(path, { recursive: true, force: true });
});

const commit = (given: Partial<CommitRequest> = {}) => log.commit(commitOf({ tableId, ...given }));

/** Ends Redis as a crash would, does something to its files, and starts it again. */
async function crash(meanwhile: () => void = () => undefined): Promise<void> {
  await server.kill();
  const whileAway = commit().catch((error: unknown) => error);
  expect(await whileAway).toBeInstanceOf(Error);
  meanwhile();
  await start();
  await waitUntilReady(redis);
}

const emptied = (): void => rmSync(join(dataDir, 'appendonlydir'), { recursive: true });

describe('F7 Redis comes back empty', () => {
  it('its owner is told, and no command of before is played to it', async () => {
    await commit({ settlement: { handId: 'h1' } });
    await crash(emptied);
    expect(await redis.dbsize()).toBe(0);
    expect(await commit({ expectedVersion: 1 })).toEqual({ status: 'lost' });
    expect(await log.load(tableId)).toBeNull();
    expect(await redis.dbsize()).toBe(0);
  });

  it('an owner of before is told so too when the table has begun anew', async () => {
    await commit();
    await crash(emptied);
    expect((await log.claim(claimOf(tableId, 2, 'second'))).status).toBe('empty');
    const newOwner = { token: 2, incarnation: 'second' };
    expect(await commit(newOwner)).toEqual({ status: 'committed', version: 1 });
    expect(await commit({ expectedVersion: 1 })).toEqual({ status: 'fenced', token: 2 });
    // A token that Redis has forgotten: the incarnation still tells them apart.
    const sameToken = { token: 2, incarnation: 'first', expectedVersion: 1 };
    expect(await commit(sameToken)).toEqual({ status: 'lost' });
    expect((await log.load(tableId))?.version).toBe(1);
  });
});

describe('Redis comes back without its last writes', () => {
  /** As if the last versions had never reached the file. */
  async function rollBackTo(version: number): Promise<void> {
    await redis.hset(test.keys.table(tableId), 'version', version);
    await redis.ltrim(test.keys.tableLog(tableId), 0, version - 1);
  }

  it('the table is forgotten, but not its token and what PostgreSQL is owed', async () => {
    await commit({ settlement: { handId: 'h1' } });
    await commit({ expectedVersion: 1 });
    await commit({ expectedVersion: 2 });
    await rollBackTo(2);
    expect(await commit({ expectedVersion: 3 })).toEqual({ status: 'lost' });
    expect(await log.load(tableId)).toBeNull();
    expect((await log.claim(claimOf(tableId, 1, 'second'))).status).toBe('empty');
    const loaded = await log.load(tableId);
    expect(loaded).toMatchObject({ version: 0, entries: [], checkpoint: null });
    expect(loaded?.unsettled).toEqual([{ handId: 'h1' }]);
  });

  it('a table that is not to be played on from can be forgotten by its owner', async () => {
    const command = { cmdId: 'c', fingerprint: 'f', answer: 1 };
    await log.claim(claimOf(tableId, 5));
    await commit({ token: 5, command, checkpoint: {}, publicFields: { street: 'flop' } });
    expect(await log.forget(tableId, 5)).toBe(true);
    expect(await log.load(tableId)).toBeNull();
    expect(await log.publicFields(tableId)).toBeNull();
    expect(await log.claim(claimOf(tableId, 4))).toEqual({ status: 'fenced', token: 5 });
    await log.claim(claimOf(tableId, 5, 'second'));
    const again = await commit({ token: 5, incarnation: 'second', command });
    expect(again).toEqual({ status: 'committed', version: 1 });
  });
});

describe('Redis is killed and comes back with its file', () => {
  it('the table goes on, and a repeated command gets its first answer', async () => {
    const command = { cmdId: 'c', fingerprint: 'f', answer: 'first' };
    await commit({ command });
    // The file is written every second.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await crash();
    expect(await commit({ command })).toEqual({ status: 'repeated', answer: 'first' });
    expect(await commit({ expectedVersion: 1 })).toEqual({ status: 'committed', version: 2 });
  });
});

describe('F8 Redis does not answer', () => {
  it('a commit ends in time; whether it ran is settled by asking again', async () => {
    if (server.process === null) throw new Error('the server is ours');
    const command = { cmdId: 'c', fingerprint: 'f', answer: 'first' };
    signalProcess(server.process, 'SIGSTOP');
    const startedAtMs = performance.now();
    await expect(commit({ command })).rejects.toThrow();
    expect(performance.now() - startedAtMs).toBeLessThan(2_500);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await expect(commit({ command })).rejects.toThrow();
    signalProcess(server.process, 'SIGCONT');
    await waitUntilReady(redis);
    const outcome = await commit({ command });
    expect(['committed', 'repeated']).toContain(outcome.status);
    expect((await log.load(tableId))?.entries).toHaveLength(1);
  });

  it('a line that only listens is renewed as well', async () => {
    if (server.process === null) throw new Error('the server is ours');
    const subscriber = await test.connect();
    const heard = new Promise((resolve) => subscriber.on('message', (_, text) => resolve(text)));
    await subscriber.subscribe('channel');
    const renewed = new Promise((resolve) => subscriber.once('ready', resolve));
    signalProcess(server.process, 'SIGSTOP');
    await new Promise((resolve) => subscriber.once('close', resolve));
    signalProcess(server.process, 'SIGCONT');
    await Promise.all([renewed, waitUntilReady(redis)]);
    while ((await redis.publish('channel', 'still here')) === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await heard).toBe('still here');
  });
});

describe('F9 Redis is full', () => {
  it('a commit is refused aloud and has written nothing', async () => {
    await commit();
    const before = await redis.dump(test.keys.table(tableId));
    await redis.config('SET', 'maxmemory', '1mb');
    const settlement = { handId: 'h' };
    await expect(commit({ expectedVersion: 1, settlement, checkpoint: {} })).rejects.toThrow('OOM');
    expect(await redis.dump(test.keys.table(tableId))).toBe(before);
    const loaded = await log.load(tableId);
    expect([loaded?.version, loaded?.checkpoint, loaded?.unsettled]).toEqual([1, null, []]);
    await redis.config('SET', 'maxmemory', '0');
    expect((await commit({ expectedVersion: 1 })).status).toBe('committed');
  });

  it('hands still come off the list, which makes room', async () => {
    await commit({ settlement: { handId: 'h' } });
    await redis.config('SET', 'maxmemory', '1mb');
    expect(await log.settled(tableId, 1, 'h')).toBe(true);
    await redis.config('SET', 'maxmemory', '0');
  });
});
