import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Global, Logger, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { APP_CONFIG, HealthRegistry, type PlatformConfig } from '@cardroom/platform';
import { startRedis, testRedisPrefix, type RunningService } from '@cardroom/testing';
import { Redis } from 'ioredis';

import { settings } from './cache.builder';
import {
  CacheAside,
  Presence,
  RateLimiter,
  REDIS_CACHE,
  REDIS_GAME,
  REDIS_PUBSUB,
  RedisModule,
  SessionEvents,
  TableLog,
} from './index';

const configOf = (given: Partial<PlatformConfig> = {}) => ({
  ...settings(),
  nodeEnv: 'production',
  redisKeyPrefix: testRedisPrefix(),
  ...given,
});

async function start(given: Partial<PlatformConfig> = {}): Promise<INestApplicationContext> {
  @Global()
  @Module({
    providers: [HealthRegistry, { provide: APP_CONFIG, useValue: configOf(given) }],
    exports: [HealthRegistry, APP_CONFIG],
  })
  class House {}
  @Module({ imports: [House, RedisModule.forRoot()] })
  class App {}
  return NestFactory.createApplicationContext(App, { logger: false, abortOnError: false });
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('Redis of an app', () => {
  it('has a connection a role, all closed with the app', async () => {
    const app = await start();
    const clients = [REDIS_GAME, REDIS_PUBSUB, REDIS_CACHE].map((token) => app.get<Redis>(token));
    expect(new Set(clients).size).toBe(3);
    await app.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(clients.map(({ status }) => status)).toEqual(['end', 'end', 'end']);
  });

  it('gives what is built on it', async () => {
    const app = await start();
    for (const part of [TableLog, Presence, RateLimiter, SessionEvents, CacheAside]) {
      expect(app.get(part)).toBeInstanceOf(part);
    }
    await app.close();
  });

  it('tells the health endpoints how it is', async () => {
    const app = await start();
    const checks = app.get(HealthRegistry).checks();
    expect(checks.map(({ name }) => name)).toEqual(['redis', 'redis-pubsub']);
    await Promise.all(checks.map(({ check }) => check()));
    app.get<Redis>(REDIS_GAME).disconnect();
    await expect(checks[0]?.check()).rejects.toThrow();
    await app.close();
  });

  it('starts without its cache', async () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const app = await start({ redisCacheUrl: 'redis://127.0.0.1:1' });
    expect(await app.get(CacheAside).get('name', 100, () => Promise.resolve(7))).toBe(7);
    await app.close();
  });
});

describe('F9 a server that evicts', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cardroom-redis-evicts-'));
  let server: RunningService;

  beforeAll(async () => {
    server = await startRedis({ dataDir, throwAway: true });
    const client = new Redis(server.url);
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    client.disconnect();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(`${dataDir}.log`, { force: true });
  });

  it('is refused in production', async () => {
    const starting = start({ redisGameUrl: server.url });
    await expect(starting).rejects.toThrow('game role runs with maxmemory-policy allkeys-lru');
  });

  it('of the queues alone is refused in production too', async () => {
    const starting = start({ redisQueueUrl: server.url });
    await expect(starting).rejects.toThrow('queue role runs with maxmemory-policy allkeys-lru');
  });

  it('is told of in development', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const app = await start({ nodeEnv: 'development', redisGameUrl: server.url });
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('allkeys-lru'));
    await app.close();
  });

  it('may be the one of the cache', async () => {
    const app = await start({ redisCacheUrl: server.url });
    await app.close();
  });
});
