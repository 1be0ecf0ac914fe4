import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  AppGroup,
  defaultDataDir,
  findRunning,
  freePort,
  generateSecrets,
  keptSecrets,
  migrate,
  Reaper,
  startPostgres,
  startRedis,
  type AppSecrets,
} from '@cardroom/testing';

/** What a replay plays on: a system that runs, and a gateway of the replay's own beside it. */
export interface ReplaySystem {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly redisKeyPrefix: string;
  readonly walletApiUrl: string;
  readonly where: string;
  /** Starts the gateway that deals the scripted decks to the tables of a pool. */
  readonly startGateway: (pool: string, scriptFile: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

interface Base {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly redisKeyPrefix: string;
  readonly secrets: AppSecrets;
}

const MAX_CONNECTIONS = '2000';

async function appGroup(base: Base, folder: string, reaper: Reaper, env: NodeJS.ProcessEnv) {
  const [gateway, wallet, jobs, payments, rates] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  return new AppGroup({
    ...base,
    dataDir: folder,
    logDir: folder,
    reaper,
    env,
    ports: {
      'game-gateway': gateway,
      'wallet-api': wallet,
      jobs,
      'payment-gateway': payments,
      'rate-source': rates,
    },
  });
}

const gatewayEnv = (pool: string, scriptFile: string): NodeJS.ProcessEnv => ({
  TABLE_POOL: pool,
  DECK_SOURCE: 'scripted',
  DECK_SCRIPT_FILE: scriptFile,
  WS_MAX_CONNECTIONS: MAX_CONNECTIONS,
});

/** The system that `npm start` runs, or a throw-away one of the replay's own. */
export async function replaySystem(): Promise<ReplaySystem> {
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-replay-'));
  const dataDir = process.env['DATA_DIR'] ?? defaultDataDir();
  const running = findRunning(dataDir);
  const reaper = await Reaper.start();
  const cleanUp = async (): Promise<void> => {
    await reaper.release();
    rmSync(folder, { recursive: true, force: true });
  };
  if (running !== null && running.urls !== null) {
    const { database: databaseUrl, redis: redisUrl, walletApi } = running.urls;
    const secrets = keptSecrets(join(dataDir, 'secrets.json'));
    const base = { databaseUrl, redisUrl, redisKeyPrefix: running.redisKeyPrefix, secrets };
    return {
      ...base,
      walletApiUrl: walletApi,
      where: `the system that runs on ${dataDir}`,
      ...withGateway(base, { folder, reaper, stopRest: cleanUp }),
    };
  }
  return ownSystem(folder, reaper, cleanUp);
}

function withGateway(
  base: Base,
  rest: {
    readonly folder: string;
    readonly reaper: Reaper;
    readonly stopRest: () => Promise<void>;
  },
): Pick<ReplaySystem, 'startGateway' | 'stop'> {
  let group: AppGroup | null = null;
  return {
    startGateway: async (pool, scriptFile) => {
      group = await appGroup(base, rest.folder, rest.reaper, gatewayEnv(pool, scriptFile));
      await group.start('game-gateway');
      return group.url('game-gateway');
    },
    stop: async () => {
      await group?.stopAll();
      await rest.stopRest();
    },
  };
}

async function ownSystem(
  folder: string,
  reaper: Reaper,
  cleanUp: () => Promise<void>,
): Promise<ReplaySystem> {
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), database: 'cardroom' });
  const redis = await startRedis({ dataDir: join(folder, 'redis') });
  await migrate(postgres.url);
  const base: Base = {
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    redisKeyPrefix: 'cr',
    secrets: generateSecrets(),
  };
  const group = await appGroup(base, folder, reaper, {});
  const stopRest = async (): Promise<void> => {
    await group.stopAll();
    await redis.stop();
    await postgres.stop();
    await cleanUp();
  };
  try {
    await group.startAll(['rate-source', 'payment-gateway', 'wallet-api', 'jobs']);
  } catch (cause) {
    await stopRest();
    throw cause;
  }
  return {
    ...base,
    walletApiUrl: group.url('wallet-api'),
    where: 'a throw-away system of its own (npm start would be used if it ran)',
    ...withGateway(base, { folder, reaper, stopRest }),
  };
}
