import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from '../processes/free-port';
import { OwnedProcess } from '../processes/owned-process';
import { findRedis } from './redis-binary';
import type { RunningService, ServiceOptions } from './running-service';

const START_TIMEOUT_MS = 30_000;

/**
 * Starts a Redis for game state on the loopback address: append-only file written every second,
 * and no eviction, because a lease or a hand that is evicted is a hand that is lost.
 */
export async function startRedis(options: ServiceOptions): Promise<RunningService> {
  const binary = await findRedis(options.onNote ?? (() => undefined));
  mkdirSync(options.dataDir, { recursive: true });
  chmodSync(options.dataDir, 0o700);
  const port = options.port ?? (await freePort());
  const password = passwordIn(options.dataDir);
  const configFile = join(options.dataDir, 'cardroom.conf');
  // The password goes through a file: everybody on the machine may read command lines.
  writeFileSync(configFile, configuration(options.dataDir, port, password), { mode: 0o600 });
  const server = await OwnedProcess.start(
    {
      name: 'Redis',
      command: binary.command,
      args: [configFile],
      env: { PATH: process.env['PATH'], ...binary.env },
      logFile: options.logFile ?? `${options.dataDir}.log`,
      cwd: options.dataDir,
    },
    options.reaper,
  );
  const url = `redis://:${password}@127.0.0.1:${port}`;
  await untilReady(server, () => answers(port, password));
  return {
    name: 'Redis',
    url,
    process: server.identity,
    exited: server.exited,
    origin: binary.origin,
    stop: async () => {
      await server.stop();
      if (options.throwAway === true) rmSync(options.dataDir, { recursive: true, force: true });
    },
    kill: async () => {
      await server.kill('SIGKILL');
    },
  };
}

const configuration = (dataDir: string, port: number, password: string): string =>
  [
    `port ${port}`,
    'bind 127.0.0.1',
    'protected-mode yes',
    `requirepass ${password}`,
    `dir "${dataDir}"`,
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    'daemonize no',
    '',
  ].join('\n');

function passwordIn(dataDir: string): string {
  const file = join(dataDir, 'cardroom.password');
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

async function untilReady(server: OwnedProcess, isReady: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    if (server.exitInfo !== null) break;
    if (await isReady()) return;
    await sleep(50);
  }
  await server.stop();
  throw new Error(`Redis did not start; the end of ${server.logFile}:\n${server.lastLog()}`);
}

/** Asks with a plain socket, which leaves nothing behind. PING is refused while data is loaded. */
function answers(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2_000 });
    let answer = '';
    const finish = (): void => {
      socket.destroy();
      resolve(answer.includes('+PONG'));
    };
    socket.setEncoding('utf8');
    socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (chunk: string) => {
      answer += chunk;
      if (answer.split('\r\n').length > 2) finish();
    });
    for (const end of ['error', 'timeout', 'close']) socket.once(end, finish);
  });
}
