import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { startApps, type RunningApps } from '@cardroom/testing';

import { execForm, inherited, readStages } from '../tools/drill-image/dockerfile';
import { at, textOf } from './shipped-files';

jest.setTimeout(120_000);

const run = promisify(execFile);
const ROOT = resolve(__dirname, '..');
const GATEWAY = resolve(ROOT, 'dist/apps/game-gateway/src/main.js');
const APPS = ['wallet-api', 'jobs', 'game-gateway'] as const;

const PRODUCTION = {
  NODE_ENV: 'production',
  WS_ALLOWED_ORIGINS: 'https://play.example.com',
  TRUSTED_PROXIES: '127.0.0.1',
};

let apps: RunningApps;

beforeAll(async () => {
  apps = await startApps({ apps: APPS, env: PRODUCTION });
});

afterAll(() => apps.stop());

describe('a production system', () => {
  it.each(APPS)('%s serves, with all that it depends on', async (app) => {
    const response = await fetch(`${apps.group.url(app)}/health/ready`);
    expect(response.status).toBe(200);
    const health: unknown = await response.json();
    expect(at(health, 'state')).toBe('serving');
    const dependencies = Object.values(at(health, 'dependencies') as object);
    expect(dependencies.length).toBeGreaterThan(2);
    expect(dependencies).toEqual(dependencies.map(() => ({ status: 'up' })));
  });

  it.each(APPS)('%s is healthy by what its image asks', async (app) => {
    const stages = readStages(textOf('deploy/Dockerfile'));
    const [healthcheck] = inherited(stages, app, 'HEALTHCHECK');
    const [, ...words] = execForm(healthcheck?.text.replace('CMD ', '') ?? '') ?? [];
    const portSetting = words.at(-2) ?? '';
    const { port } = new URL(apps.group.url(app));
    const ask = (env: NodeJS.ProcessEnv): Promise<unknown> =>
      run(process.execPath, words, { env, cwd: ROOT });
    await expect(ask({ [portSetting]: port })).resolves.toBeDefined();
    // Nothing listens there.
    await expect(ask({ [portSetting]: '1' })).rejects.toMatchObject({ code: 1 });
  });

  it('has no faucet', async () => {
    const response = await fetch(`${apps.walletApiUrl}/api/v1/dev/faucet`, { method: 'POST' });
    expect(response.status).not.toBe(201);
    expect(at(await response.json(), 'code')).not.toBe('TOKEN_MISSING');
  });

  it.each([
    ['a scripted deck', { DECK_SOURCE: 'scripted', DECK_SCRIPT_FILE: 'deck.json' }, 'DECK_SOURCE'],
    ['any web origin', { WS_ALLOWED_ORIGINS: '' }, 'WS_ALLOWED_ORIGINS'],
  ])('refuses %s, and says which setting it is', async (_what, setting, variable) => {
    const env = {
      ...PRODUCTION,
      DATABASE_URL: apps.databaseUrl,
      REDIS_URL: apps.redisUrl,
      JWT_PUBLIC_KEY: apps.secrets.jwtPublicKey,
      CARD_SEAL_KEY: apps.secrets.cardSealKey,
      ...setting,
    };
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, [GATEWAY], { env }, (error, _stdout, stderr) => {
        resolve({ code: error?.code, stderr });
      });
    });
    expect(code).toBe(1);
    expect(stderr.match(/^ {2}[A-Z_]+(?=:)/gm)).toEqual([`  ${variable}`]);
  });

  it('that drains waits for a request under way; told to stop again it ends at once, and says so', async () => {
    const wallet = apps.group.process('wallet-api');
    if (wallet === null) throw new Error('wallet-api runs');
    const log = (): string => readFileSync(wallet.logFile, 'utf8');
    // A request whose body never comes: the drain would wait for it until its time is over.
    const { port, hostname } = new URL(apps.walletApiUrl);
    const line = connect(Number(port), hostname);
    line.on('error', () => undefined);
    line.write('POST /api/v1/auth/login HTTP/1.1\r\nHost: wallet\r\nContent-Length: 9\r\n\r\n');
    await new Promise((written) => line.once('ready', written));
    wallet.signal('SIGTERM');
    while (!log().includes('"msg":"draining"')) await sleep(50);
    expect(wallet.exitInfo).toBeNull();
    expect(await wallet.kill('SIGTERM')).toEqual({ code: 130, signal: null });
    expect(log()).toContain('told to stop again: ending at once');
    line.destroy();
  });
});
