import { execFile } from 'node:child_process';
import { appendFileSync, chownSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Client } from 'pg';

import { startPostgres, type PostgresOptions } from './postgres';
import { postgresPlace } from './postgres-place';
import type { RunningService } from './running-service';

const run = promisify(execFile);
const quiet = (): void => undefined;

/**
 * A streaming replica of a server of `startPostgres`, made from a base backup while that one runs. The
 * server from npm comes without `pg_basebackup`, so its data is copied between start and stop of a
 * backup.
 */
export async function startReplica(
  primary: { readonly url: string; readonly dataDir: string },
  options: PostgresOptions,
): Promise<RunningService> {
  const from = postgresPlace(primary.dataDir, quiet).dataDir;
  const { dataDir, account } = postgresPlace(options.dataDir, quiet);
  const client = new Client({ connectionString: primary.url });
  await client.connect();
  try {
    await client.query(`SELECT pg_backup_start('replica', true)`);
    await run('cp', ['-a', `${from}/.`, dataDir]);
    const { rows } = await client.query<{ labelfile: string }>(
      'SELECT labelfile FROM pg_backup_stop(false)',
    );
    writeFileSync(join(dataDir, 'backup_label'), rows[0]?.labelfile ?? '');
  } finally {
    await client.end();
  }
  // With this file the copy would be taken for a server that runs, and that one ended.
  rmSync(join(dataDir, 'postmaster.pid'), { force: true });
  writeFileSync(join(dataDir, 'standby.signal'), '');
  appendFileSync(
    join(dataDir, 'postgresql.auto.conf'),
    `primary_conninfo = '${conninfo(primary.url)}'\n`,
  );
  if (account !== null) {
    for (const file of ['backup_label', 'standby.signal']) {
      chownSync(join(dataDir, file), account.uid, account.gid);
    }
  }
  return startPostgres(options);
}

function conninfo(url: string): string {
  const { hostname, port, username, password } = new URL(url);
  return `host=${hostname} port=${port} user=${username} password=${password}`;
}
