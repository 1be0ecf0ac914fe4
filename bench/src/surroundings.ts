import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';

import { projectRoot } from '@cardroom/testing';

/** What was measured and where, for readers of the figures. */
export function surroundings(): string {
  const git = (...args: string[]): string =>
    spawnSync('git', args, { cwd: projectRoot(), encoding: 'utf8' }).stdout.trim();
  const changed = git('status', '--porcelain', '--', 'libs', 'bench/src') === '' ? '' : ', changed';
  const processors = cpus();
  return [
    `Commit ${git('rev-parse', '--short', 'HEAD')}${changed}; ${processors[0]?.model ?? 'a processor'},`,
    `${processors.length} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1) ?? 'unknown'} of this and all other work on the machine.`,
  ].join('\n');
}
