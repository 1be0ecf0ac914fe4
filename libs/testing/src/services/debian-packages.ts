import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PackagesWanted {
  /** Where they are unpacked; later calls find them there. */
  readonly cacheDir: string;
  readonly packages: readonly string[];
  /** For people: what is fetched, and how large it is. */
  readonly about: string;
  readonly onNote: (note: string) => void;
}

export interface UnpackedPackages {
  /** Holds `usr/bin`, `usr/sbin` and the like. */
  readonly root: string;
  /** What their programs need in the environment. */
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Programs from the system's own Debian packages, unpacked into a folder without installing them
 * and without root, with the libraries that they need and the system does not have.
 *
 * Errors: none; null where this is no Debian or the packages could not be fetched, with the
 * reason given to `onNote`.
 */
export async function unpackDebianPackages(
  wanted: PackagesWanted,
): Promise<UnpackedPackages | null> {
  const root = join(wanted.cacheDir, 'unpacked');
  if (!existsSync(root)) {
    if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg')) return null;
    try {
      wanted.onNote(`fetching ${wanted.about}`);
      await fetchInto(wanted, root);
    } catch (cause) {
      wanted.onNote(`${wanted.packages.join(', ')} could not be fetched: ${reasonOf(cause)}`);
      return null;
    }
  }
  return { root, env: { LD_LIBRARY_PATH: libraryFolders(root) } };
}

async function fetchInto({ cacheDir, packages }: PackagesWanted, unpacked: string): Promise<void> {
  // Work beside the cache and rename at the end: two runs may do this at the same time.
  const work = join(cacheDir, `fetching-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'root'), { recursive: true });
  try {
    try {
      await download(work, packages, []);
    } catch {
      // The system's package lists are empty or old: read new ones into a folder of our own, which
      // needs no root and changes nothing of the system.
      const ownLists = ownListsIn(work);
      await run('apt-get', [...ownLists, 'update', '-qq'], { timeout: 120_000 });
      await download(work, packages, ownLists);
    }
    for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
      await run('dpkg', ['-x', join(work, file), join(work, 'root')]);
    }
    if (!existsSync(unpacked)) renameSync(join(work, 'root'), unpacked);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function download(
  folder: string,
  packages: readonly string[],
  aptOptions: readonly string[],
): Promise<void> {
  const names = await withMissingLibraries(packages, aptOptions);
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

/** The packages, and the libraries below them that this system does not have; those of web pages are left out. */
async function withMissingLibraries(
  packages: readonly string[],
  aptOptions: readonly string[],
): Promise<string[]> {
  const names = new Set(packages);
  // A set that grows while it is walked: libraries need libraries.
  for (const name of names) {
    const { stdout } = await run('apt-cache', [...aptOptions, 'depends', name]).catch(() => ({
      stdout: '',
    }));
    for (const [, library] of stdout.matchAll(
      /^ {2}Depends: (lib(?!js-)[a-z0-9.+-]+|lua[a-z0-9.+-]+)$/gm,
    )) {
      if (library !== undefined && !(await isInstalled(library))) names.add(library);
    }
  }
  return [...names];
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
