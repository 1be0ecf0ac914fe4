import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Reaper } from '../processes/reaper';
import { startPostgres } from './postgres';
import { startRedis } from './redis';
import { createTemplate } from './test-database';

export interface TestServices {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  stop(): Promise<void>;
}

/**
 * PostgreSQL and Redis for one run of the tests, with throw-away data, and the template from which
 * each suite gets its own database. A server given by TEST_DATABASE_URL or TEST_REDIS_URL is used
 * instead of starting one.
 */
export async function startTestServices(onNote: (note: string) => void): Promise<TestServices> {
  const given = { pg: process.env['TEST_DATABASE_URL'], redis: process.env['TEST_REDIS_URL'] };
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-test-'));
  // The account that PostgreSQL runs as must be able to enter.
  chmodSync(folder, 0o755);
  const reaper = await Reaper.start();
  reaper.remove(folder);
  const common = { throwAway: true, reaper, onNote };
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.reverse()) await each();
    await reaper.release();
  };
  try {
    const [postgres, redis] = await Promise.all([
      given.pg === undefined ? startPostgres({ ...common, dataDir: join(folder, 'pg') }) : null,
      given.redis === undefined ? startRedis({ ...common, dataDir: join(folder, 'redis') }) : null,
    ]);
    if (postgres !== null) stops.push(() => postgres.stop());
    if (redis !== null) stops.push(() => redis.stop());
    const databaseUrl = postgres?.url ?? given.pg ?? '';
    await createTemplate(databaseUrl);
    return { databaseUrl, redisUrl: redis?.url ?? given.redis ?? '', stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
