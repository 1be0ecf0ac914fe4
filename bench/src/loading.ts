import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

import { median } from './rounds';

const ENGINE = join(projectRoot(), 'dist/libs/engine/src/index.js');
const PROCESSES = 9;

/** Prints the CPU time that a process which has done nothing else takes to load a module. */
const LOAD = `
  const began = process.cpuUsage();
  require(process.argv[1]);
  const { user, system } = process.cpuUsage(began);
  console.log((user + system) / 1_000);`;

/** Milliseconds of CPU time until the engine is there, the tables of its evaluator built; the median of new processes. */
export function loadingMs(): number {
  const times = Array.from({ length: PROCESSES }, () => {
    const { stdout } = spawnSync(process.execPath, ['-e', LOAD, ENGINE], { encoding: 'utf8' });
    return Number(stdout);
  });
  return median(times);
}
