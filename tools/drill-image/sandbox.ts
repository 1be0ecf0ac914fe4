import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the machine lends in place of the base image: its programs, for reading. */
const LENT = ['/usr', '/bin', '/sbin', '/lib', '/lib64', '/etc/ssl', '/etc/alternatives'];
const COPIED = ['/etc/resolv.conf', '/etc/hosts', '/etc/nsswitch.conf'];

/** The accounts of the official Node images that a Dockerfile may name. */
const ACCOUNTS = {
  root: { id: 0, home: '/root' },
  node: { id: 1000, home: '/home/node' },
} as const;
type Account = keyof typeof ACCOUNTS;

export interface Container {
  readonly root: string;
  readonly user: string;
  readonly workdir: string;
  /** The words to run; a text for a shell comes as `/bin/sh -c text`. */
  readonly command: readonly string[];
  /** Folders of the image that may be written; where left out, all of them. */
  readonly writable?: readonly string[];
  /** Folders of the machine, by where they are put. */
  readonly mounts?: Readonly<Record<string, string>>;
}

/** Makes the root folder of a new image, as an official Node image would be found. */
export function makeRoot(root: string): void {
  for (const folder of ['etc', 'proc', 'dev', 'tmp', 'var/lib', 'root', 'home/node']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  const accounts = Object.entries(ACCOUNTS);
  const lines = accounts.map(([name, { id, home }]) => `${name}:x:${id}:${id}::${home}:/bin/sh\n`);
  writeFileSync(join(root, 'etc/passwd'), lines.join(''));
  writeFileSync(
    join(root, 'etc/group'),
    accounts.map(([name, { id }]) => `${name}:x:${id}:\n`).join(''),
  );
  for (const file of COPIED) if (existsSync(file)) copyFileSync(file, join(root, file));
  for (const path of lentFolders()) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    if (lstatSync(path).isSymbolicLink()) symlinkSync(readlinkSync(path), target);
    else mkdirSync(target, { recursive: true });
  }
}

/** Node's own folder is lent as well where it is not among the system's. */
function lentFolders(): string[] {
  const node = dirname(dirname(process.execPath));
  return [...LENT.filter((path) => existsSync(path)), ...(node.startsWith('/usr') ? [] : [node])];
}

/** What the container finds as its PATH. */
export const containerPath = (): string =>
  [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'].join(':');

/** The program that runs a container: mounts of its own, its root, its account, then its command. */
export function commandFor(container: Container): { command: string; args: string[] } {
  const { root, workdir, command } = container;
  const isReadOnly = container.writable !== undefined;
  const at = (path: string): string => quoted(join(root, path));
  const script = [
    'set -e',
    `mount --bind ${quoted(root)} ${quoted(root)}`,
    ...lentFolders()
      .filter((path) => !lstatSync(path).isSymbolicLink())
      .flatMap((path) => [
        `mount --rbind ${quoted(path)} ${at(path)}`,
        `mount -o remount,bind,ro ${at(path)}`,
      ]),
    `mount --rbind /proc ${at('proc')}`,
    `mount --rbind /dev ${at('dev')}`,
    `mount -t tmpfs -o mode=1777 tmpfs ${at('tmp')}`,
    ...Object.entries(container.mounts ?? {}).map(
      ([target, source]) => `mount --bind ${quoted(source)} ${at(target)}`,
    ),
    ...(container.writable ?? []).map((path) => `mount --bind ${at(path)} ${at(path)}`),
    ...(isReadOnly ? [`mount -o remount,bind,ro ${quoted(root)}`] : []),
    'exec "$@"',
  ].join('\n');
  const { id, home } = ACCOUNTS[accountOf(container.user)];
  // The folder is entered within the root; `env` then hands over to the command itself.
  const entered = ['/usr/bin/env', '-C', workdir, `HOME=${home}`, `PATH=${containerPath()}`];
  return {
    command: 'unshare',
    args: [
      ...['--mount', '--propagation', 'private', '/bin/sh', '-c', script, 'container'],
      ...['chroot', `--userspec=${id}:${id}`, '--groups=', root, ...entered, ...command],
    ],
  };
}

function accountOf(user: string): Account {
  const name = user.split(':')[0] ?? '';
  const found = Object.entries(ACCOUNTS).find(
    ([each, { id }]) => each === name || String(id) === name,
  );
  if (found === undefined) throw new Error(`the drill knows no account ${user} of the base image`);
  return found[0] as Account;
}

/** Runs a command in a container to its end. Throws with what it said where it fails. */
export async function runIn(container: Container, env: NodeJS.ProcessEnv): Promise<string> {
  const { command, args } = commandFor(container);
  try {
    const { stdout } = await run(command, args, { env, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (cause) {
    const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string };
    const said = `${stdout}${stderr}`.trim().split('\n').slice(-20).join('\n');
    throw new Error(`${container.command.join(' ')} failed:\n${said}`, { cause });
  }
}

/** Why no container can be made here, null where it can. */
export async function whyNoContainers(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'only root may mount and change roots, as the builder does';
  return run('unshare', ['--mount', '--propagation', 'private', 'true']).then(
    () => null,
    (cause: unknown) => `this machine allows no mounts: ${String(cause)}`,
  );
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
