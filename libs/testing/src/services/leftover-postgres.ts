import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { isRunning, processIdentity, signalProcess } from '../processes/process-identity';

const STOP_TIMEOUT_MS = 30_000;

/**
 * Stops a server that a killed run left on this data folder, and removes the lock file of one
 * that is gone: after a restart of the machine its number may belong to another process.
 */
export async function stopLeftover(dataDir: string): Promise<void> {
  const lockFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(lockFile)) return;
  const [pidLine, dataLine] = readFileSync(lockFile, 'utf8').split('\n');
  const leftover = processIdentity(Number(pidLine));
  if (leftover === null || dataLine !== dataDir || !isPostgres(leftover.pid)) {
    rmSync(lockFile, { force: true });
    return;
  }
  signalProcess(leftover, 'SIGINT');
  for (let waitedMs = 0; waitedMs < STOP_TIMEOUT_MS; waitedMs += 50) {
    if (!isRunning(leftover)) return;
    await sleep(50);
  }
  throw new Error(`a PostgreSQL (process ${leftover.pid}) already runs on ${dataDir}`);
}

function isPostgres(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('postgres');
}
