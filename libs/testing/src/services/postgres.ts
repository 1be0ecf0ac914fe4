import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { Client } from 'pg';

import { freePort } from '../processes/free-port';
import { OwnedProcess } from '../processes/owned-process';
import { stopLeftover } from './leftover-postgres';
import { postgresPlace, type PostgresPlace } from './postgres-place';
import type { RunningService, ServiceOptions } from './running-service';

const run = promisify(execFile);

const USER = 'cardroom';
const START_TIMEOUT_MS = 60_000;
const MAX_CONNECTIONS = 400;
const PASSWORD_FILE = 'cardroom.password';

export interface PostgresOptions extends ServiceOptions {
  /** Made when missing. */
  readonly database?: string;
  /** Settings of the server beside ours, by name. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the PostgreSQL that came with npm on a data folder of its own, on the loopback address.
 *
 * Durability stays on (`fsync`, `full_page_writes`, `synchronous_commit`): the apps refuse a
 * server without it. Stop it after everything that uses it.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningService> {
  const place = postgresPlace(options.dataDir, options.onNote ?? (() => undefined));
  if (!existsSync(join(place.dataDir, 'PG_VERSION'))) await initialise(place, options);
  await stopLeftover(place.dataDir);
  const password = readFileSync(join(place.dataDir, PASSWORD_FILE), 'utf8').trim();
  const port = options.port ?? (await freePort());
  const server = await OwnedProcess.start(
    {
      name: 'PostgreSQL',
      command: join(place.binDir, 'postgres'),
      args: ['-D', place.dataDir, ...settings(port, options.settings)],
      env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' },
      logFile: options.logFile ?? `${options.dataDir}.log`,
      cwd: place.dataDir,
      // SIGINT is its fast shutdown: transactions roll back and connections close.
      stopSignal: 'SIGINT',
      ...place.account,
    },
    options.reaper,
  );
  const base = `postgres://${USER}:${password}@127.0.0.1:${port}`;
  await untilReady(server, `${base}/postgres`);
  const database = options.database ?? 'postgres';
  await createDatabase(`${base}/postgres`, database);
  return {
    name: 'PostgreSQL',
    url: `${base}/${database}`,
    process: server.identity,
    exited: server.exited,
    origin: `embedded, data in ${place.dataDir}`,
    stop: async () => {
      await server.stop();
      if (options.throwAway === true) rmSync(place.dataDir, { recursive: true, force: true });
    },
    kill: async () => {
      await server.kill('SIGKILL');
    },
  };
}

const settings = (port: number, others: PostgresOptions['settings'] = {}): string[] =>
  [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `max_connections=${MAX_CONNECTIONS}`,
    'timezone=UTC',
    ...Object.entries(others).map(([name, value]) => `${name}=${value}`),
  ].flatMap((setting) => ['-c', setting]);

async function initialise(place: PostgresPlace, options: PostgresOptions): Promise<void> {
  const password = randomBytes(18).toString('base64url');
  const passwordFile = join(tmpdir(), `cardroom-${randomBytes(6).toString('hex')}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (place.account !== null) chownSync(passwordFile, place.account.uid, place.account.gid);
    await run(
      join(place.binDir, 'initdb'),
      [
        `--pgdata=${place.dataDir}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        // One collation on every machine, whatever locales it has.
        ...['--encoding=UTF8', '--no-locale', '--locale-provider=builtin'],
        '--builtin-locale=C.UTF-8',
        ...(options.throwAway === true ? ['--no-sync'] : []),
      ],
      { ...place.account, cwd: place.dataDir, env: { PATH: process.env['PATH'], LC_ALL: 'C' } },
    );
  } catch (cause) {
    const text = (cause as { readonly stderr?: string }).stderr ?? String(cause);
    throw new Error(`PostgreSQL could not make its data folder ${place.dataDir}: ${text}`, {
      cause,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(join(place.dataDir, PASSWORD_FILE), password, { mode: 0o600 });
}

async function untilReady(server: OwnedProcess, url: string): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    if (server.exitInfo !== null) break;
    if (await answers(url)) return;
    await sleep(50);
  }
  await server.stop();
  throw new Error(`PostgreSQL did not start; the end of ${server.logFile}:\n${server.lastLog()}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url: string, database: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      database,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
