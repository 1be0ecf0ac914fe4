import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

export interface JobSurroundings {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly redisKeyPrefix?: string;
}

/** `npm run job` in a process of its own, against a system that the caller has started. */
export function startJob(
  { databaseUrl, redisUrl, redisKeyPrefix = 'cr' }: JobSurroundings,
  ...args: readonly string[]
): { readonly process: ChildProcess; readonly ended: Promise<number | null> } {
  const program = join(projectRoot(), 'dist/apps/jobs/src/command/job.main.js');
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      REDIS_KEY_PREFIX: redisKeyPrefix,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { process: child, ended };
}
