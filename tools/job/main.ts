import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { defaultDataDir, findRunning, projectRoot } from '@cardroom/testing';

/** Where the system is whose job is run: the one of DATABASE_URL, else the one that `npm start` runs. */
function surroundings(): NodeJS.ProcessEnv {
  if (process.env['DATABASE_URL'] !== undefined) return process.env;
  const dataDir = process.env['DATA_DIR'] ?? defaultDataDir();
  const running = findRunning(dataDir);
  const urls = running?.urls ?? null;
  if (running === null || urls === null) {
    console.error(`job: nothing runs on ${dataDir}: npm start, or set DATABASE_URL and REDIS_URL`);
    process.exit(2);
  }
  return {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: urls.database,
    REDIS_URL: urls.redis,
    REDIS_KEY_PREFIX: running.redisKeyPrefix,
  };
}

const program = join(projectRoot(), 'dist/apps/jobs/src/command/job.main.js');
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  env: surroundings(),
  stdio: 'inherit',
});
process.exit(status ?? 1);
