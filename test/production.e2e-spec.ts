import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

import { startApps, type RunningApps } from '@cardroom/testing';

import { at } from './shipped-files';

jest.setTimeout(120_000);

const GATEWAY = resolve(__dirname, '../dist/apps/game-gateway/src/main.js');
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
});
