import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { defaultDataDir } from '../processes/project-root';
import { unpackDebianPackages } from './debian-packages';

const run = promisify(execFile);

/** Sharded publish and subscribe, which carries the tables' messages between nodes, came with 7. */
const OLDEST_MAJOR = 7;

const HOW_TO_GET_ONE = `No Redis ${OLDEST_MAJOR} or newer was found. Do one of these, then start again:
  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install --yes redis-server
  macOS:           brew install redis
  Docker:          docker run --detach --publish 6379:6379 redis:7 \\
                     redis-server --appendonly yes --maxmemory-policy noeviction
                   export REDIS_URL=redis://127.0.0.1:6379`;

export interface RedisBinary {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
  readonly origin: string;
}

/** A server to run: from the PATH, else the Debian packages, else an error that says what to do. */
export async function findRedis(onNote: (note: string) => void): Promise<RedisBinary> {
  for (const command of ['redis-server', 'valkey-server']) {
    const major = await majorVersion(command);
    if (major !== null && major >= OLDEST_MAJOR) {
      return { command, env: {}, origin: `${command} on the PATH` };
    }
    if (major !== null) onNote(`${command} on the PATH is version ${major}, too old`);
  }
  const cacheDir = join(defaultDataDir(), 'redis');
  const unpacked = await unpackDebianPackages({
    cacheDir,
    packages: ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1'],
    about: 'Redis as Debian packages (once, about 1.5 MB)',
    onNote,
  });
  if (unpacked === null) throw new Error(HOW_TO_GET_ONE);
  return {
    command: join(unpacked.root, 'usr/bin/redis-server'),
    env: unpacked.env,
    origin: `Debian packages unpacked in ${cacheDir}`,
  };
}

async function majorVersion(command: string): Promise<number | null> {
  try {
    const { stdout } = await run(command, ['--version']);
    const match = /v=(\d+)\./.exec(stdout);
    return match === null ? null : Number(match[1]);
  } catch {
    return null;
  }
}
