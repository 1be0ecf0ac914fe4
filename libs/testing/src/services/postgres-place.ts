import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

import { postgresBinaries } from './postgres-binaries';

/** Where PostgreSQL runs from, and as whom. */
export interface PostgresPlace {
  readonly binDir: string;
  readonly dataDir: string;
  readonly account: { readonly uid: number; readonly gid: number } | null;
}

/**
 * Finds a place that PostgreSQL accepts.
 *
 * PostgreSQL refuses to run as root, so root runs it as another account of the system; that account must be able to
 * enter every folder above its binaries and its data. Below a closed folder such as `/root` both
 * go to a folder under the system's temporary one, and the note says so.
 */
export function postgresPlace(dataDir: string, onNote: (note: string) => void): PostgresPlace {
  const native = postgresBinaries();
  const wanted = resolve(dataDir);
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : null;
  if (account === null) {
    makePrivate(wanted);
    return { binDir: join(native, 'bin'), dataDir: wanted, account };
  }
  const binDir = join(canReach(native, account) ? native : copyOf(native), 'bin');
  const reachable = canReach(dirname(wanted), account);
  const place = reachable ? wanted : substituteFor(wanted);
  if (!reachable) {
    onNote(
      `PostgreSQL's data is in ${place}: as root it runs as another account, which may not enter ${dirname(wanted)}`,
    );
  }
  makePrivate(place);
  chownSync(place, account.uid, account.gid);
  return { binDir, dataDir: place, account };
}

/** A folder for its owner alone, in parents that others may enter. */
function makePrivate(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
}

/** Removes the data of a server that is not running, wherever it went. */
export function removePostgresData(dataDir: string): void {
  for (const folder of [resolve(dataDir), substituteFor(resolve(dataDir))]) {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** `postgres` where the system has it, else `nobody`: no account is added to the machine. */
export function unprivilegedAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    const uid = Number(fields?.[2]);
    const gid = Number(fields?.[3]);
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody"; run as another user or set DATABASE_URL',
  );
}

/** Whether the account may enter the folder and all above it; a folder still missing counts by its parent. */
function canReach(folder: string, account: Account): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && !mayEnter(at, account)) return false;
    if (at === dirname(at)) return true;
  }
}

function mayEnter(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** `/var/tmp` outlives a restart of the machine, so it is preferred where it exists. */
const openFolder = (): string => (existsSync('/var/tmp') ? '/var/tmp' : tmpdir());

const substituteFor = (path: string): string =>
  join(openFolder(), `cardroom-${basename(path)}-${fingerprint(path)}`);

function copyOf(native: string): string {
  const copy = join(openFolder(), `cardroom-postgres-binaries-${fingerprint(native)}`);
  if (existsSync(copy)) {
    // Anybody may write beside it: a copy that somebody else put there is not run.
    if (statSync(copy).uid === process.getuid?.()) return copy;
    throw new Error(`${copy} belongs to another account; remove it and start again`);
  }
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch (cause) {
    if (!existsSync(copy)) throw cause;
  }
  return copy;
}

/** Names a copy by path and time of its original, so that a new version is copied anew. */
function fingerprint(path: string): string {
  const changed = existsSync(join(path, 'bin')) ? statSync(join(path, 'bin')).mtimeMs : 0;
  return createHash('sha256').update(`${path} ${changed}`).digest('hex').slice(0, 10);
}
