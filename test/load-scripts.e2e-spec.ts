import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import { seedTables, startApps, type RunningApps } from '@cardroom/testing';

jest.setTimeout(120_000);

const PLAYERS = 2;

/** What k6 gives its scripts, as much of it as ours use: enough to see that they do what they say. */
const mockChecks: { readonly name: string; readonly ok: boolean }[] = [];
const counted: Record<string, number[]> = {};

class MockMetric {
  constructor(private readonly name: string) {}

  add(value: number): void {
    (counted[this.name] ??= []).push(value);
  }
}

/** k6 asks synchronously; so does a process of its own. */
function mockAsk(method: string, url: string, body: string | null, headers: object) {
  const script = `
    const [method, url, body, headers] = JSON.parse(process.argv[1]);
    fetch(url, { method, headers, ...(body === null ? {} : { body }) }).then(async (answer) =>
      process.stdout.write(JSON.stringify([answer.status, await answer.text()])));`;
  const asked = JSON.stringify([method, url, body, headers]);
  const said = execFileSync(process.execPath, ['-e', script, asked], { encoding: 'utf8' });
  const [status, text] = JSON.parse(said) as [number, string];
  return {
    status,
    body: text,
    json: (key: string) => (JSON.parse(text) as Readonly<Record<string, unknown>>)[key],
  };
}

jest.mock(
  'k6',
  () => ({
    check: (value: unknown, rules: Readonly<Record<string, (value: unknown) => boolean>>) => {
      for (const [name, rule] of Object.entries(rules)) mockChecks.push({ name, ok: rule(value) });
    },
    sleep: () => undefined,
  }),
  { virtual: true },
);
jest.mock(
  'k6/http',
  () => ({
    __esModule: true,
    default: {
      get: (url: string, { headers }: { headers: object }) => mockAsk('GET', url, null, headers),
      post: (url: string, body: string, { headers }: { headers: object }) =>
        mockAsk('POST', url, body, headers),
    },
  }),
  { virtual: true },
);
jest.mock('k6/metrics', () => ({ Counter: MockMetric, Trend: MockMetric }), { virtual: true });
jest.mock('k6/timers', () => ({ setInterval, clearInterval, setTimeout }), { virtual: true });
jest.mock('k6/websockets', () => ({ WebSocket: jest.requireActual<object>('ws') }), {
  virtual: true,
});

interface Script {
  setup(): unknown[];
  default(players: unknown[]): void;
}

let apps: RunningApps;

beforeAll(async () => {
  apps = await startApps({
    apps: ['wallet-api', 'game-gateway'],
    seed: async (databaseUrl) => {
      const stakes = { name: 'load', smallBlindKrw: 500, bigBlindKrw: 1_000 };
      await seedTables(databaseUrl, [
        { name: 'load', stakes: { ...stakes, rakeBp: 500, rakeCapKrw: 3_000 } },
      ]);
    },
  });
  Object.assign(globalThis, {
    __VU: 1,
    __ENV: {
      WALLET_URL: apps.walletApiUrl,
      GATEWAY_URL: apps.gatewayUrl,
      PLAYERS: String(PLAYERS),
      STAY_MS: '1500',
    },
  });
});

afterAll(() => apps.stop());

beforeEach(() => {
  mockChecks.length = 0;
});

const failed = (): string[] => mockChecks.filter(({ ok }) => !ok).map(({ name }) => name);

it('the load test of the wallet reads what players read', () => {
  const script = jest.requireActual<Script>('../k6/rest.ts');
  const players = script.setup();
  expect(players).toHaveLength(PLAYERS);
  script.default(players);
  expect(mockChecks).toHaveLength(3);
  expect(failed()).toEqual([]);
});

it('the load test of the sockets connects, looks around and follows a table', async () => {
  const script = jest.requireActual<Script>('../k6/sockets.ts');
  script.default(script.setup());
  await sleep(3_000);
  expect(new Set(mockChecks.map(({ name }) => name))).toEqual(
    new Set(['the handshake is accepted', 'the lobby answers', 'the table is shown']),
  );
  expect(failed()).toEqual([]);
  expect(counted['command_duration']?.length).toBeGreaterThan(2);
});
