import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const PACKAGES = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1'] as const;

export interface RedisBinary {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
  readonly origin: string;
}

/**
 * Redis from the system's own Debian packages, unpacked into `cacheDir` without installing them
 * and without root. Later starts find the unpacked ones.
 *
 * Errors: none; null where this is no Debian or the packages could not be fetched, with the
 * reason given to `onNote`.
 */
export async function redisFromPackages(
  cacheDir: string,
  onNote: (note: string) => void,
): Promise<RedisBinary | null> {
  const unpacked = join(cacheDir, 'unpacked');
  if (!existsSync(unpacked)) {
    if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg')) return null;
    try {
      onNote('fetching Redis as Debian packages (once, about 1.5 MB)');
      await fetchInto(cacheDir, unpacked);
    } catch (cause) {
      onNote(`Redis could not be fetched: ${reasonOf(cause)}`);
      return null;
    }
  }
  return {
    command: join(unpacked, 'usr/bin/redis-server'),
    env: { LD_LIBRARY_PATH: libraryFolders(unpacked) },
    origin: `Debian packages unpacked in ${cacheDir}`,
  };
}

async function fetchInto(cacheDir: string, unpacked: string): Promise<void> {
  // Work beside the cache and rename at the end: two runs may do this at the same time.
  const work = join(cacheDir, `fetching-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'root'), { recursive: true });
  try {
    try {
      await download(work, []);
    } catch {
      // The system's package lists are empty or old: read new ones into a folder of our own, which
      // needs no root and changes nothing of the system.
      const ownLists = ownListsIn(work);
      await run('apt-get', [...ownLists, 'update', '-qq'], { timeout: 120_000 });
      await download(work, ownLists);
    }
    for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
      await run('dpkg', ['-x', join(work, file), join(work, 'root')]);
    }
    if (!existsSync(unpacked)) renameSync(join(work, 'root'), unpacked);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function download(folder: string, aptOptions: readonly string[]): Promise<void> {
  const names = [...new Set([...PACKAGES, ...(await missingLibraries(aptOptions))])];
  const args = [...aptOptions, 'download', '-qq', ...names];
  await run('apt-get', args, { cwd: folder, timeout: 120_000 });
}

function ownListsIn(folder: string): string[] {
  mkdirSync(join(folder, 'lists', 'partial'), { recursive: true });
  mkdirSync(join(folder, 'cache', 'archives', 'partial'), { recursive: true });
  return [
    `Dir::State::Lists=${join(folder, 'lists')}`,
    `Dir::Cache=${join(folder, 'cache')}`,
    // As root, apt would fetch as an account that may not be able to enter this folder.
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);
}

/**
 * What redis-tools needs beside itself and this system does not have: other releases need other
 * libraries.
 */
async function missingLibraries(aptOptions: readonly string[]): Promise<string[]> {
  const { stdout } = await run('apt-cache', [...aptOptions, 'depends', 'redis-tools']).catch(
    () => ({ stdout: '' }),
  );
  const needed = [...stdout.matchAll(/^ {2}Depends: (lib[a-z0-9.+-]+|lua[a-z0-9.+-]+)$/gm)];
  const missing: string[] = [];
  for (const [, name] of needed) {
    if (name !== undefined && !(await isInstalled(name))) missing.push(name);
  }
  return missing;
}

async function isInstalled(name: string): Promise<boolean> {
  try {
    const { stdout } = await run('dpkg-query', ['-W', '-f=${Status}', name]);
    return stdout.includes('install ok installed');
  } catch {
    return false;
  }
}

function libraryFolders(root: string): string {
  const triplets = ['usr/lib', 'lib'].flatMap((folder) => {
    const parent = join(root, folder);
    if (!existsSync(parent)) return [];
    return [parent, ...readdirSync(parent).map((name) => join(parent, name))];
  });
  return triplets.join(':');
}

function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return (
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-1)[0] ?? text
  );
}
