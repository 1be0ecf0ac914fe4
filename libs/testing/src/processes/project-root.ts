import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of the checkout, found upwards from this file, so that sources and their build in
 * `dist/` name the same places.
 */
export function projectRoot(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'nest-cli.json'))) return folder;
  }
  throw new Error(`no project folder above ${__dirname}`);
}

/** The folder for everything that a run leaves behind; git ignores it. */
export const defaultDataDir = (): string => join(projectRoot(), '.cardroom');
