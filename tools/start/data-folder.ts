import { rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { defaultDataDir, removePostgresData } from '@cardroom/testing';

import { factorsFile } from './staff-factors';

/** Where a system keeps what. */
export interface DataFolder {
  readonly root: string;
  readonly postgres: string;
  readonly redis: string;
  readonly logs: string;
  readonly secrets: string;
}

export function dataFolder(dataDir: string | null): DataFolder {
  const root = dataDir === null ? defaultDataDir() : resolve(dataDir);
  return {
    root,
    postgres: join(root, 'data', 'postgres'),
    redis: join(root, 'data', 'redis'),
    logs: join(root, 'logs'),
    secrets: join(root, 'secrets.json'),
  };
}

/** Removes what a system has remembered; fetched packages stay. */
export function forget(folder: DataFolder): void {
  removePostgresData(folder.postgres);
  const factors = factorsFile(folder.root);
  for (const path of [join(folder.root, 'data'), folder.logs, folder.secrets, factors]) {
    rmSync(path, { recursive: true, force: true });
  }
}

/** A path as a person in the current folder would write it. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
