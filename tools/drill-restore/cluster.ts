import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort, OwnedProcess, type Reaper } from '@cardroom/testing';
import { Client } from 'pg';

import type { Workplace } from './workplace';

const START_TIMEOUT_MS = 120_000;

/** A PostgreSQL server of the drill. */
export class Cluster {
  private constructor(
    readonly url: string,
    private readonly server: OwnedProcess,
  ) {}

  /** A new and empty one, whose WAL is archived by the shipped script. */
  static async create(place: Workplace, reaper: Reaper, archiveTimeoutSeconds: number) {
    const dataDir = place.dataDir('source');
    await place.run(join(place.programs.postgresBin, 'initdb'), [
      ...[`--pgdata=${dataDir}`, '--username=cardroom', `--pwfile=${place.passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--no-locale'],
      // Small files of WAL: the drill writes little, and archives often.
      ...['--wal-segsize=1', '--no-sync'],
    ]);
    const cluster = await Cluster.start(place, reaper, 'source', [
      ...['wal_level=replica', 'archive_mode=on', `archive_timeout=${archiveTimeoutSeconds}`],
      `archive_command=${place.script('archive-wal.sh')} "%p" %f`,
    ]);
    await cluster.ask('CREATE DATABASE cardroom', 'postgres');
    return cluster;
  }

  /** Starts what is in a folder and waits until it takes writes: the end of a recovery. */
  static async start(
    place: Workplace,
    reaper: Reaper,
    name: string,
    settings: readonly string[] = [],
  ): Promise<Cluster> {
    const port = await freePort();
    const own = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`];
    const server = await OwnedProcess.start(
      {
        ...{ name: `PostgreSQL (${name})`, command: join(place.programs.postgresBin, 'postgres') },
        args: [
          ...['-D', place.dataDir(name)],
          ...[...own, ...settings].flatMap((setting) => ['-c', setting]),
        ],
        ...{ env: place.env, cwd: place.folder, stopSignal: 'SIGINT' },
        logFile: join(place.folder, `${name}.log`),
        ...place.account,
      },
      reaper,
    );
    const url = `postgres://cardroom:${place.password}@127.0.0.1:${port}/cardroom`;
    const cluster = new Cluster(url, server);
    await cluster.untilWritable(name === 'source' ? 'postgres' : 'cardroom');
    return cluster;
  }

  /** First column of the first row. */
  async ask(sql: string, database = 'cardroom'): Promise<unknown> {
    const client = new Client({
      connectionString: this.url.replace(/cardroom$/, database),
      connectionTimeoutMillis: 2_000,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
      return rows[0]?.[0];
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  /** As when the machine is lost. */
  async kill(): Promise<void> {
    await this.server.kill('SIGKILL');
  }

  private async untilWritable(database: string): Promise<void> {
    const deadline = performance.now() + START_TIMEOUT_MS;
    while (performance.now() < deadline && this.server.exitInfo === null) {
      const isRecovering = await this.ask('SELECT pg_is_in_recovery()', database).catch(() => true);
      if (isRecovering === false) return;
      await sleep(50);
    }
    const said = this.server.lastLog(12);
    await this.server.stop();
    throw new Error(`PostgreSQL did not come up:\n${said}`);
  }
}
