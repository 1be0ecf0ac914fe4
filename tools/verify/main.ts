import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { reportLines, verify, type SystemUrls } from './verify';

interface Found {
  readonly urls: SystemUrls;
  readonly where: string;
  readonly close: () => Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

/** The system to check: the one whose URLs are set, the one that runs, else the one at rest. */
async function find(): Promise<Found> {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, REDIS_KEY_PREFIX } = process.env;
  const redisKeyPrefix = REDIS_KEY_PREFIX ?? 'cr';
  if (databaseUrl !== undefined && redisUrl !== undefined) {
    const where = 'the system of DATABASE_URL and REDIS_URL';
    return { urls: { databaseUrl, redisUrl, redisKeyPrefix }, where, close: nothing };
  }
  return findDevelopmentSystem(redisKeyPrefix);
}

/** Only here are the tools of development needed, which a production image does not have. */
async function findDevelopmentSystem(redisKeyPrefix: string): Promise<Found> {
  const { defaultDataDir, findRunning } = await import('@cardroom/testing');
  const dataDir = process.env['DATA_DIR'] ?? defaultDataDir();
  const running = findRunning(dataDir);
  if (running !== null && running.urls !== null) {
    const { database, redis } = running.urls;
    const urls = { databaseUrl: database, redisUrl: redis, redisKeyPrefix: running.redisKeyPrefix };
    return { urls, where: `the system that runs on ${dataDir}`, close: nothing };
  }
  if (!existsSync(join(dataDir, 'data'))) {
    throw new Error(`nothing runs and there is no data in ${dataDir}: npm start makes some`);
  }
  return startAtRest(dataDir, redisKeyPrefix);
}

async function startAtRest(dataDir: string, redisKeyPrefix: string): Promise<Found> {
  const { startPostgres, startRedis } = await import('@cardroom/testing');
  const postgres = await startPostgres({
    dataDir: join(dataDir, 'data', 'postgres'),
    database: 'cardroom',
  });
  const redis = await startRedis({ dataDir: join(dataDir, 'data', 'redis') });
  return {
    urls: { databaseUrl: postgres.url, redisUrl: redis.url, redisKeyPrefix },
    where: `the system at rest in ${dataDir}`,
    close: async () => {
      await redis.stop();
      await postgres.stop();
    },
  };
}

async function main(): Promise<number> {
  const found = await find();
  console.log(`verify: checking ${found.where}`);
  try {
    const reports = await verify(found.urls);
    reportLines(reports).forEach((line) => console.log(line));
    return reports.every(({ findings }) => findings.length === 0) ? 0 : 1;
  } finally {
    await found.close();
  }
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(
      `verify: cannot check: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    process.exit(2);
  },
);
