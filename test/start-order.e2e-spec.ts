import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  AppGroup,
  freePort,
  generateSecrets,
  migrate,
  Reaper,
  startPostgres,
  startRedis,
} from '@cardroom/testing';

jest.setTimeout(180_000);

const APPS = ['wallet-api', 'game-gateway', 'jobs'] as const;

let reaper: Reaper;

beforeAll(async () => {
  reaper = await Reaper.start();
});

afterAll(() => reaper.release());

it('F28 apps that start before Redis and PostgreSQL wait for both, and serve nobody meanwhile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-order-'));
  chmodSync(folder, 0o755);
  reaper.remove(folder);
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
