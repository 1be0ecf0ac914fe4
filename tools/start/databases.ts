import { join } from 'node:path';

import {
  givenService,
  startPostgres,
  startRedis,
  type Reaper,
  type RunningService,
} from '@cardroom/testing';

import type { DataFolder } from './data-folder';

export interface DatabasesInput {
  readonly env: NodeJS.ProcessEnv;
  readonly folder: DataFolder;
  readonly reaper: Reaper;
  readonly onNote: (note: string) => void;
}

/** PostgreSQL by DATABASE_URL, else the one that came with npm. */
export function bringPostgres(input: DatabasesInput): Promise<RunningService> {
  const { folder, reaper, onNote } = input;
  const url = given(input.env, 'DATABASE_URL');
  if (url !== null) return Promise.resolve(givenService('PostgreSQL', url));
  return startPostgres({
    dataDir: folder.postgres,
    logFile: join(folder.logs, 'postgres.log'),
    database: 'cardroom',
    reaper,
    onNote,
  });
}

/** Redis by REDIS_URL, else from the PATH or the system's packages. */
export function bringRedis(input: DatabasesInput): Promise<RunningService> {
  const { folder, reaper, onNote } = input;
  const url = given(input.env, 'REDIS_URL');
  if (url !== null) return Promise.resolve(givenService('Redis', url));
  return startRedis({
    dataDir: folder.redis,
    logFile: join(folder.logs, 'redis.log'),
    reaper,
    onNote,
  });
}

/** Throws where `--fresh` was asked for servers that this launcher does not own. */
export function refuseFreshOnGivenServers(env: NodeJS.ProcessEnv): void {
  for (const name of ['DATABASE_URL', 'REDIS_URL'] as const) {
    if (given(env, name) !== null) {
      throw new Error(`--fresh does not empty servers that are not ours: ${name} is set`);
    }
  }
}

function given(env: NodeJS.ProcessEnv, name: 'DATABASE_URL' | 'REDIS_URL'): string | null {
  const url = env[name] ?? '';
  return url === '' ? null : url;
}
