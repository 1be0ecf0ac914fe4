import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  APP_NAMES,
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
  type AppPorts,
} from '@cardroom/testing';

/** What a load is played in. */
export interface LoadRoom {
  readonly where: string;
  /** Players are spread over them; a table may be hosted by any. */
  readonly gatewayUrls: readonly string[];
  readonly databaseUrl: string;
  readonly jwtPrivateKey: string;
  readonly pool: string;
  readonly stop: () => Promise<void>;
}

interface RoomOptions {
  readonly sockets: number;
  /** Set for the gateway, such as options of Node. */
  readonly env?: NodeJS.ProcessEnv;
}

/** The room that `npm start` runs. Errors: throws where none does. */
export function runningRoom(): LoadRoom {
  const dataDir = process.env['DATA_DIR'] ?? defaultDataDir();
  const urls = findRunning(dataDir)?.urls ?? null;
  if (urls === null) throw new Error(`nothing runs on ${dataDir}: npm start, or no --running`);
  const { database: databaseUrl, gateway, moreGateways } = urls;
  const { jwtPrivateKey } = keptSecrets(join(dataDir, 'secrets.json'));
  return {
    ...{ where: `the room that runs on ${dataDir}`, pool: 'main' },
    ...{ gatewayUrls: [gateway, ...moreGateways], databaseUrl, jwtPrivateKey },
    stop: () => Promise.resolve(),
  };
}

/** Throw-away servers of its own, as durable as the shipped ones, and one gateway. */
export async function ownRoom({ sockets, env = {} }: RoomOptions): Promise<LoadRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-load-'));
  const reaper = await Reaper.start();
  reaper.remove(folder);
  const postgres = await startPostgres({
    ...{ dataDir: join(folder, 'postgres'), database: 'cardroom', throwAway: true, reaper },
  });
  const redis = await startRedis({ dataDir: join(folder, 'redis'), throwAway: true, reaper });
  await migrate(postgres.url);
  const secrets = generateSecrets();
  const ports = await Promise.all(APP_NAMES.map(async (name) => [name, await freePort()] as const));
  const group = new AppGroup({
    ...{ databaseUrl: postgres.url, redisUrl: redis.url, redisKeyPrefix: 'load', secrets, reaper },
    ...{ dataDir: folder, logDir: folder, ports: Object.fromEntries(ports) as AppPorts },
    env: {
      LOG_LEVEL: 'warn',
      WS_MAX_CONNECTIONS: String(sockets + 100),
      ...env,
    },
  });
  const stop = async (): Promise<void> => {
    await group.stopAll();
    await redis.stop();
    await postgres.stop();
    await reaper.release();
  };
  try {
    await group.start('game-gateway');
  } catch (cause) {
    await stop();
    throw cause;
  }
  return {
    ...{ where: 'a room of its own: one gateway, PostgreSQL and Redis', pool: 'main', stop },
    ...{ gatewayUrls: [group.url('game-gateway')], databaseUrl: postgres.url },
    jwtPrivateKey: secrets.jwtPrivateKey,
  };
}
