import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

import { median } from './rounds';

const ENGINE = join(projectRoot(), 'dist/libs/engine/src/index.js');
const PROCESSES = 9;

/** Prints how long it takes a process that has done nothing else to load a module. */
const LOAD =
  'const began = performance.now(); require(process.argv[1]); console.log(performance.now() - began);';

/** Milliseconds until the engine is there, the tables of its evaluator built; the median of new processes. */
export function loadingMs(): number {
  const times = Array.from({ length: PROCESSES }, () => {
    const { stdout } = spawnSync(process.execPath, ['-e', LOAD, ENGINE], { encoding: 'utf8' });
    return Number(stdout);
  });
  return median(times);
}
