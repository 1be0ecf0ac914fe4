import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  AppGroup,
  createTestDatabase,
  freePort,
  generateSecrets,
  migrate,
  Reaper,
  startPostgres,
  startRedis,
  testRedisPrefix,
  testRedisUrl,
  until,
} from '@cardroom/testing';

jest.setTimeout(180_000);

const APPS = ['wallet-api', 'game-gateway', 'jobs'] as const;

let reaper: Reaper;
let folder: string;

interface LogLine {
  readonly level: number;
  readonly app: string;
  readonly msg: string;
  readonly err?: { readonly message: string };
}

const FATAL = 60;

const logOf = (app: string): LogLine[] =>
  readFileSync(join(folder, `${app}.log`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);

beforeEach(async () => {
  reaper = await Reaper.start();
  folder = mkdtempSync(join(tmpdir(), 'cardroom-order-'));
  chmodSync(folder, 0o755);
  reaper.remove(folder);
});

afterEach(() => reaper.release());

it('F28 apps that start before Redis and PostgreSQL wait for both, say so, and serve nobody meanwhile', async () => {
  const place = { dataDir: join(folder, 'pg'), database: 'cardroom', reaper };
  const before = await startPostgres(place);
  await migrate(before.url);
  await before.stop();

  const redisPort = await freePort();
  const redisPlace = { dataDir: join(folder, 'redis'), reaper, port: redisPort };
  const firstRedis = await startRedis(redisPlace);
  const redisUrl = firstRedis.url;
  await firstRedis.stop();

  const ports = {
    ...{ 'payment-gateway': 1, 'rate-source': 1, 'wallet-api': await freePort() },
    ...{ jobs: await freePort(), 'game-gateway': await freePort() },
  };
  const group = new AppGroup({
    ...{ databaseUrl: before.url, redisUrl, redisKeyPrefix: 'order', secrets: generateSecrets() },
    ...{ dataDir: folder, logDir: folder, ports, reaper },
  });
  const isReady = (app: (typeof APPS)[number]): Promise<boolean> =>
    fetch(`${group.url(app)}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  const starting = Promise.all(APPS.map((app) => group.start(app)));
  try {
    for (let look = 0; look < 10; look += 1) {
      await sleep(200);
      expect(await Promise.all(APPS.map(isReady))).toEqual([false, false, false]);
    }
    const says = (app: string, what: RegExp): boolean =>
      logOf(app).some(({ msg }) => what.test(msg));
    await until(
      'all say what they wait for',
      () =>
        APPS.every((app) => says(app, /^Redis is away/) && says(app, /database.* ECONNREFUSED/)),
      { timeoutMs: 60_000 },
    );
    const redis = await startRedis(redisPlace);
    expect(await Promise.all(APPS.map(isReady))).toEqual([false, false, false]);
    const postgres = await startPostgres({ ...place, port: Number(new URL(before.url).port) });
    await starting;
    expect(await Promise.all(APPS.map(isReady))).toEqual([true, true, true]);
    await group.stopAll();
    await postgres.stop();
    await redis.stop();
  } finally {
    await group.stopAll();
  }
});

it.each([
  ['wallet-api', {}, 'the app does not start'],
  ['game-gateway', {}, 'the app does not start'],
  ['game-gateway', { GATEWAY_WORKERS: '2' }, 'the door does not open'],
  ['jobs', {}, 'the app does not start'],
] as const)(
  '%s %j whose port is taken says so in its log, and ends with a failure',
  async (app, env, message) => {
    const taken = createServer((socket) => socket.destroy()).listen(await freePort(2));
    const { port } = taken.address() as AddressInfo;
    const database = await createTestDatabase();
    const group = new AppGroup({
      ...{ databaseUrl: database.url, redisUrl: testRedisUrl() },
      ...{ redisKeyPrefix: testRedisPrefix(), secrets: generateSecrets() },
      ...{ dataDir: folder, logDir: folder, reaper, env },
      ports: {
        ...{ 'payment-gateway': 1, 'rate-source': 1 },
        ...{ 'wallet-api': port, 'game-gateway': port, jobs: port },
      },
    });
    try {
      await expect(group.start(app)).rejects.toThrow('ended at start (exit code 1)');
      const err = {
        message: expect.stringContaining(`address already in use :::${port}`) as string,
      };
      const fatal = logOf(app).filter(({ level }) => level === FATAL);
      expect(fatal).toMatchObject([{ app, msg: message, err }]);
    } finally {
      taken.close();
      await database.drop();
    }
  },
);
