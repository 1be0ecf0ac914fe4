import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { findProgram } from '@cardroom/testing';

/** What the drill runs: a whole PostgreSQL with its client programs, and `redis-cli`. */
export interface Programs {
  readonly postgresBin: string;
  /** Environment in which the backup scripts find them. */
  readonly env: NodeJS.ProcessEnv;
}

const NEEDED = ['postgres', 'initdb', 'pg_basebackup', 'pg_dump', 'pg_restore', 'psql'];
const DEBIAN_VERSIONS = '/usr/lib/postgresql';

/** Null where this machine has no PostgreSQL with client programs, or no `redis-cli`. */
export async function findPrograms(onNote: (note: string) => void): Promise<Programs | null> {
  const postgresBin = candidates().find((folder) =>
    NEEDED.every((name) => existsSync(join(folder, name))),
  );
  if (postgresBin === undefined) {
    onNote(`no folder has ${NEEDED.join(', ')}: install PostgreSQL with its client programs`);
    return null;
  }
  const redisCli = await findProgram('redis-cli', 'redis-tools', onNote);
  if (redisCli === null) return null;
  const path = [postgresBin, dirname(redisCli.command), process.env['PATH'] ?? ''];
  return { postgresBin, env: { ...redisCli.env, PATH: path.join(delimiter), LC_ALL: 'C' } };
}

/** The newest version first, then whatever is on the PATH. */
function candidates(): string[] {
  const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS) : [];
  return [
    ...versions
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(DEBIAN_VERSIONS, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
}
