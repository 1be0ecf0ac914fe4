import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import {
  findRunning,
  freePort,
  isRunning,
  OwnedProcess,
  projectRoot,
  type ExitInfo,
  type RunRecord,
} from '@cardroom/testing';

const folder = mkdtempSync(join(tmpdir(), 'cardroom-start-'));
// As root, PostgreSQL runs as another account, which must be able to enter.
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
const log = join(folder, 'start.log');
const launched: OwnedProcess[] = [];

/** Runs `npm start` as a person does, with its output in a file. */
async function launch(...args: string[]): Promise<OwnedProcess> {
  const ports = ['WALLET_API_PORT', 'GATEWAY_PORT', 'JOBS_PORT', 'PAYMENT_GATEWAY_PORT'];
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  for (const port of ports) env[port] = String(await freePort());
  const launcher = await OwnedProcess.start({
    name: 'npm start',
    command: process.execPath,
    args: [join(projectRoot(), 'dist/tools/start/main.js'), '--data', dataDir, ...args],
    env,
    cwd: projectRoot(),
    logFile: log,
    stopTimeoutMs: 60_000,
  });
  launched.push(launcher);
  return launcher;
}

async function untilReady(launcher: OwnedProcess): Promise<RunRecord> {
  for (;;) {
    const running = findRunning(dataDir);
    if (running?.ready === true) return running;
    if (launcher.exitInfo !== null) throw new Error(`it ended: ${launcher.lastLog(40)}`);
    await sleep(100);
  }
}

async function handsPlayed({ urls }: RunRecord): Promise<number> {
  const metrics = await (await fetch(`${urls?.gateway ?? ''}/metrics`)).text();
  const samples = [...metrics.matchAll(/^hands_total(?:\{.*\})? (\d+)$/gm)];
  return samples.reduce((sum, [, count]) => sum + Number(count), 0);
}

/** What `npm run job` says on the system that runs on the folder. */
async function job(...args: string[]): Promise<string> {
  const program = join(projectRoot(), 'dist/tools/job/main.js');
  const env = { ...process.env, DATA_DIR: dataDir };
  return (await promisify(execFile)(process.execPath, [program, ...args], { env })).stdout;
}

async function pressCtrlC(launcher: OwnedProcess): Promise<ExitInfo> {
  launcher.signal('SIGINT');
  return launcher.exited;
}

describe('npm start', () => {
  afterAll(async () => {
    await Promise.all(launched.map((launcher) => launcher.stop()));
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('lets bots play, drains at Ctrl-C, goes on with the same data, and leaves nothing behind', async () => {
    const first = await launch('--tables', '1', '--bots', '4', '--gateways', '2');
    const running = await untilReady(first);
    while ((await handsPlayed(running)) < 1) await sleep(250);
    const [, beside = ''] = /(http\S+) +the same room/.exec(readFileSync(log, 'utf8')) ?? [];
    expect(running.urls?.moreGateways).toEqual([beside]);
    expect((await fetch(`${beside}/health/ready`)).status).toBe(200);
    expect(await job('reconcile', '--dry-run')).toMatch(/^would do: differences 0/m);
    expect(await job('verify-audit', '--dry-run')).toMatch(/^would do: .*mismatches 0/m);
    const again = await launch();
    expect(await again.exited).toEqual({ code: 1, signal: null });
    expect(readFileSync(log, 'utf8')).toContain('Cardroom already runs on');
    expect(await pressCtrlC(first)).toEqual({ code: 0, signal: null });
    expect(running.processes.filter(isRunning)).toEqual([]);
    await expect(fetch(`${beside}/health/ready`)).rejects.toThrow();
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);

    const second = await launch('--no-bots');
    const restarted = await untilReady(second);
    expect(restarted.urls?.database).not.toBe('');
    second.signal('SIGKILL');
    await second.exited;
    // Nobody asked these to end but the reaper.
    while (restarted.processes.some(isRunning)) await sleep(100);
  }, 180_000);
});
