import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { AuditSigner } from '@cardroom/audit';

import type { AuditPlace } from './checks/check';
import type { SystemUrls } from './verify';

/** A system to look at, and how to leave it. */
export interface FoundSystem {
  readonly urls: SystemUrls;
  readonly where: string;
  readonly close: () => Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

/** The system to check: the one whose URLs are set, the one that runs, else the one at rest. */
export async function findSystem(): Promise<FoundSystem> {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, REDIS_KEY_PREFIX } = process.env;
  const redisKeyPrefix = REDIS_KEY_PREFIX ?? 'cr';
  if (databaseUrl !== undefined && redisUrl !== undefined) {
    const where = 'the system of DATABASE_URL and REDIS_URL';
    const audit = {
      folder: process.env['AUDIT_DIR'] ?? null,
      publicKeys: (process.env['AUDIT_PUBLIC_KEYS'] ?? '').split(',').filter((key) => key !== ''),
    };
    return { urls: { databaseUrl, redisUrl, redisKeyPrefix, audit }, where, close: nothing };
  }
  return findDevelopmentSystem(redisKeyPrefix);
}

/** Only here are the tools of development needed, which a production image does not have. */
async function findDevelopmentSystem(redisKeyPrefix: string): Promise<FoundSystem> {
  const { defaultDataDir, findRunning } = await import('@cardroom/testing');
  const dataDir = process.env['DATA_DIR'] ?? defaultDataDir();
  const running = findRunning(dataDir);
  if (running !== null && running.urls !== null) {
    const { database, redis } = running.urls;
    const { redisKeyPrefix: prefix } = running;
    const audit = await auditOf(dataDir);
    const urls = { databaseUrl: database, redisUrl: redis, redisKeyPrefix: prefix, audit };
    return { urls, where: `the system that runs on ${dataDir}`, close: nothing };
  }
  if (!existsSync(join(dataDir, 'data'))) {
    throw new Error(`nothing runs and there is no data in ${dataDir}: npm start makes some`);
  }
  return startAtRest(dataDir, redisKeyPrefix);
}

async function startAtRest(dataDir: string, redisKeyPrefix: string): Promise<FoundSystem> {
  const { startPostgres, startRedis } = await import('@cardroom/testing');
  const postgres = await startPostgres({
    dataDir: join(dataDir, 'data', 'postgres'),
    database: 'cardroom',
  });
  const redis = await startRedis({ dataDir: join(dataDir, 'data', 'redis') });
  return {
    urls: {
      databaseUrl: postgres.url,
      redisUrl: redis.url,
      redisKeyPrefix,
      audit: await auditOf(dataDir),
    },
    where: `the system at rest in ${dataDir}`,
    close: async () => {
      await redis.stop();
      await postgres.stop();
    },
  };
}

/** The audit files of a development system, and the key that signed them. */
async function auditOf(dataDir: string): Promise<AuditPlace> {
  const { keptSecrets } = await import('@cardroom/testing');
  const { auditSigningKey } = keptSecrets(join(dataDir, 'secrets.json'));
  const { publicKey } = new AuditSigner(auditSigningKey);
  return { folder: join(dataDir, 'audit'), publicKeys: [publicKey] };
}
