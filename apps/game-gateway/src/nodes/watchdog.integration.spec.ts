import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

import { projectRoot } from '@cardroom/testing';

const WATCHDOG = join(projectRoot(), 'dist/apps/game-gateway/src/nodes/watchdog.js');
type Watched = ChildProcessByStdio<null, Readable, Readable>;

const children: Watched[] = [];

afterEach(() => {
  children.splice(0).forEach((child) => child.kill('SIGKILL'));
});

/** A process under the watchdog that says when it has begun. */
async function start(work: string): Promise<Watched> {
  const code = `require(${JSON.stringify(WATCHDOG)}).startWatchdog(500);
    setInterval(() => process.stdout.write('alive\\n'), 50);
    setTimeout(() => { ${work} }, 300);`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

it('F19 a process whose event loop is stuck ends, and says why', async () => {
  const child = await start('for (;;) {}');
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  expect(said).toContain('the event loop is stuck');
});

it('F6 a process that was stopped as a whole goes on when it wakes', async () => {
  const child = await start('');
  await pause(500);
  child.kill('SIGSTOP');
  await pause(1_500);
  child.kill('SIGCONT');
  for (let said = 0; said < 20; said += 1) await once(child.stdout, 'data');
  expect(child.exitCode ?? child.signalCode).toBeNull();
});
