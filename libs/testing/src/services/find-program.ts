import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { defaultDataDir } from '../processes/project-root';
import { unpackDebianPackages } from './debian-packages';

/** A program that can be run. */
export interface Program {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
}

const FOLDERS = ['usr/sbin', 'usr/bin'];

/**
 * A program of this name: from the PATH, else from the Debian package, unpacked into the data
 * folder. Null where it is to be had neither way.
 */
export async function findProgram(
  name: string,
  debianPackage: string,
  onNote: (note: string) => void,
): Promise<Program | null> {
  const path = process.env['PATH'] ?? '';
  // Servers are often where only root looks.
  for (const folder of [...path.split(delimiter), '/usr/sbin', '/usr/local/sbin']) {
    const command = join(folder, name);
    if (folder !== '' && existsSync(command)) return { command, env: {} };
  }
  const unpacked = await unpackDebianPackages({
    cacheDir: join(defaultDataDir(), 'programs', debianPackage),
    packages: [debianPackage],
    about: `${name} as a Debian package (once)`,
    onNote,
  });
  if (unpacked === null) return null;
  const command = FOLDERS.map((folder) => join(unpacked.root, folder, name)).find(existsSync);
  return command === undefined ? null : { command, env: unpacked.env };
}
