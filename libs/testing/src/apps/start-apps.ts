import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../processes/free-port';
import { Reaper } from '../processes/reaper';
import { createTestDatabase, testRedisPrefix, testRedisUrl } from '../services/test-database';
import { AppGroup } from './app-group';
import { APP_NAMES, type AppName, type AppPorts } from './app-names';
import { generateSecrets, type AppSecrets } from './app-secrets';

export interface StartAppsOptions {
  /** All of them unless told. */
  readonly apps?: readonly AppName[];
  /** For every app, such as `{ LOG_LEVEL: 'debug' }`. */
  readonly env?: NodeJS.ProcessEnv;
  readonly envOf?: Partial<Record<AppName, NodeJS.ProcessEnv>>;
  /** Called when the database exists and no app runs yet: put the tables of the test there. */
  readonly seed?: (databaseUrl: string) => Promise<void>;
}

export interface RunningApps {
  readonly group: AppGroup;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly redisKeyPrefix: string;
  readonly secrets: AppSecrets;
  readonly walletApiUrl: string;
  readonly gatewayUrl: string;
  readonly jobsUrl: string;
  /** Holds one `<app>.log` each. */
  readonly logDir: string;
  stop(): Promise<void>;
}

/** A whole system for an e2e test: own database, own Redis keys, built apps on free ports. */
export async function startApps(options: StartAppsOptions = {}): Promise<RunningApps> {
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-apps-'));
  const database = await createTestDatabase();
  const reaper = await Reaper.start();
  reaper.remove(folder);
  const input = {
    databaseUrl: database.url,
    redisUrl: testRedisUrl(),
    redisKeyPrefix: testRedisPrefix(),
    dataDir: folder,
    logDir: folder,
    ports: await freePorts(),
    secrets: generateSecrets(),
  };
  const env = { LOG_LEVEL: 'info', ...options.env };
  const group = new AppGroup({
    ...{ ...input, env, envOf: options.envOf ?? {} },
    ...{ reaper, withSourceMaps: false },
  });
  const stop = async (): Promise<void> => {
    await group.stopAll();
    await reaper.release();
    await database.drop();
  };
  try {
    await options.seed?.(database.url);
    await group.startAll(options.apps);
  } catch (cause) {
    await stop();
    throw cause;
  }
  return {
    ...input,
    group,
    walletApiUrl: group.url('wallet-api'),
    gatewayUrl: group.url('game-gateway'),
    jobsUrl: group.url('jobs'),
    stop,
  };
}

async function freePorts(): Promise<AppPorts> {
  const ports = await Promise.all(APP_NAMES.map(async (name) => [name, await freePort()] as const));
  return Object.fromEntries(ports) as AppPorts;
}
