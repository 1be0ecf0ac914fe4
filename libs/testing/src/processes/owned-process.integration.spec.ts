import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { OwnedProcess } from './owned-process';
import { isRunning, processIdentity } from './process-identity';
import { projectRoot } from './project-root';

const folder = mkdtempSync(join(tmpdir(), 'cardroom-processes-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const node = (name: string, script: string, stopTimeoutMs = 5_000): Promise<OwnedProcess> =>
  OwnedProcess.start({
    name,
    command: process.execPath,
    args: ['-e', script],
    env: {},
    logFile: join(folder, `${name}.log`),
    stopTimeoutMs,
  });

const untilLogged = async (owned: OwnedProcess, text: string): Promise<void> => {
  while (!owned.lastLog().includes(text)) await sleep(20);
};

describe('a process that we answer for', () => {
  it('writes to its log file and is asked to end before it is forced', async () => {
    const polite = await node(
      'polite',
      `process.on('SIGTERM', () => { console.log('drained'); process.exit(0); });
       setInterval(() => 0, 1000); console.log('ready')`,
    );
    await untilLogged(polite, 'ready');
    expect(await polite.stop()).toEqual({ code: 0, signal: null });
    expect(polite.lastLog()).toContain('drained');
    expect(isRunning(polite.identity)).toBe(false);
  });

  it('is forced when it does not end in time', async () => {
    const stubborn = await node(
      'stubborn',
      `process.on('SIGTERM', () => 0); setInterval(() => 0, 1000); console.log('ready')`,
      200,
    );
    await untilLogged(stubborn, 'ready');
    expect(await stubborn.stop()).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('says so when the command does not exist', async () => {
    const start = OwnedProcess.start({
      name: 'nothing',
      command: join(folder, 'nothing'),
      args: [],
      env: {},
      logFile: join(folder, 'nothing.log'),
    });
    await expect(start).rejects.toThrow('nothing could not be started');
  });
});

describe('the reaper', () => {
  it('stops what a killed owner left behind, and removes its throw-away data', async () => {
    const throwAway = mkdtempSync(join(tmpdir(), 'cardroom-throw-away-'));
    const log = join(folder, 'orphan.log');
    const owner = spawn(
      process.execPath,
      [
        '-e',
        `const { Reaper, OwnedProcess } = require('./dist/libs/testing/src');
         (async () => {
           const reaper = await Reaper.start();
           reaper.remove(${JSON.stringify(throwAway)});
           const orphan = await OwnedProcess.start({ name: 'orphan', command: process.execPath,
             args: ['-e', 'setInterval(() => 0, 1000)'], env: {}, logFile: ${JSON.stringify(log)} }, reaper);
           console.log(orphan.pid);
           setInterval(() => 0, 1000);
         })()`,
      ],
      { cwd: projectRoot(), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line] = (await once(owner.stdout, 'data')) as [Buffer];
    const orphan = processIdentity(Number(line.toString('utf8')));
    if (orphan === null) throw new Error('the orphan does not run');
    owner.kill('SIGKILL');
    while (isRunning(orphan)) await sleep(20);
    while (existsSync(throwAway)) await sleep(20);
    expect(isRunning(orphan)).toBe(false);
  });
});
