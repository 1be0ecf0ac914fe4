import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import { seedTables, startApps, type RunningApps } from '@cardroom/testing';
import type { WebSocket } from 'ws';

import { makeAccounts } from '../tools/load/accounts';
import { reportLines, runLoad } from '../tools/load/load';
import { readOptions } from '../tools/load/options';

jest.setTimeout(120_000);

const PLAYERS = 2;

/** What k6 gives its scripts, as much of it as ours use: enough to see that they do what they say. */
const mockChecks: { readonly name: string; readonly ok: boolean }[] = [];
const mockOpen: MockSocket[] = [];
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
jest.mock(
  'k6/ws',
  () => ({
    __esModule: true,
    // k6 waits here until the socket is closed; we go on.
    default: {
      connect: (url: string, _params: object, opened: (socket: MockSocket) => void) => {
        opened(new MockSocket(url));
        return { status: 101 };
      },
    },
  }),
  { virtual: true },
);

/** A socket with the names of k6/ws. */
class MockSocket {
  private readonly socket: WebSocket;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(url: string) {
    const { WebSocket: Socket } = jest.requireActual<{ WebSocket: typeof WebSocket }>('ws');
    this.socket = new Socket(url);
    mockOpen.push(this);
  }

  on(event: 'message' | 'error', listener: (value: unknown) => void): void {
    this.socket.on(event, (data: Buffer | Error) =>
      listener(data instanceof Error ? data : data.toString()),
    );
  }

  send(frame: string): void {
    this.socket.send(frame);
  }

  setTimeout(work: () => void, ms: number): void {
    this.timers.push(setTimeout(work, ms));
  }

  setInterval(work: () => void, ms: number): void {
    this.timers.push(setInterval(work, ms));
  }

  close(): void {
    this.timers.forEach((timer) => {
      clearTimeout(timer);
    });
    this.socket.close();
  }
}

interface Script<Given = unknown[]> {
  setup(): Given;
  default(given: Given): void;
}

/** Lets the sockets of a script be until a metric has so many values, then closes them. */
async function untilCounted(metric: string, values: number): Promise<void> {
  while ((counted[metric]?.length ?? 0) < values) await sleep(50);
  mockOpen.splice(0).forEach((socket) => {
    socket.close();
  });
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
      STAY_MS: '100000',
      STAY_SECONDS: '100',
      THINK_MS: '50',
    },
  });
});

afterAll(() => apps.stop());

beforeEach(() => {
  mockChecks.length = 0;
});

const failed = (): string[] => mockChecks.filter(({ ok }) => !ok).map(({ name }) => name);

it('the load test of the wallet reads what players read', () => {
  const script = jest.requireActual<Script>('../k6/rest.js');
  const players = script.setup();
  expect(players).toHaveLength(PLAYERS);
  script.default(players);
  expect(mockChecks).toHaveLength(3);
  expect(failed()).toEqual([]);
});

it('the stress test of the sockets connects, looks around and follows a table', async () => {
  const script = jest.requireActual<Script>('../k6/websocket-stress.js');
  script.default(script.setup());
  await untilCounted('command_duration', 2);
  expect(new Set(mockChecks.map(({ name }) => name))).toEqual(
    new Set([
      'the upgrade is answered',
      'the handshake is accepted',
      'the lobby answers',
      'the table is shown',
    ]),
  );
  expect(failed()).toEqual([]);
});

it('the load test of play sits down and plays hands', async () => {
  const accounts = await makeAccounts({
    ...{ databaseUrl: apps.databaseUrl, jwtPrivateKey: apps.secrets.jwtPrivateKey },
    ...{ count: PLAYERS, moneyKrw: 1_000_000, label: 'k6' },
  });
  const given = { players: accounts.map(({ token }) => ({ token })), startMs: Date.now() };
  const script = jest.requireActual<Script<typeof given>>('../k6/load-test-500.js');
  for (let number = 1; number <= PLAYERS; number += 1) {
    Object.assign(globalThis, { __VU: number });
    script.default(given);
  }
  await untilCounted('action_duration', 4);
  expect(failed()).toEqual([]);
  expect(mockChecks.filter(({ name }) => name === 'a seat is found')).toHaveLength(PLAYERS);
  expect(counted['actions_refused'] ?? []).toEqual([]);
});

it('the generator plays the asked rate and reports what it saw', async () => {
  const options = readOptions('--players 4 --tables 2 --rate 8 --seconds 3 --idle 3'.split(' '));
  const report = await runLoad(
    options,
    {
      ...{ where: 'the apps of the test', pool: 'main', gatewayUrls: [apps.gatewayUrl] },
      ...{ databaseUrl: apps.databaseUrl, jwtPrivateKey: apps.secrets.jwtPrivateKey },
      stop: () => Promise.resolve(),
    },
    () => undefined,
  );
  expect(report.errors).toEqual({});
  expect(report.rate).toBeGreaterThan(0);
  expect(report.ackMs.p50).toBeGreaterThan(0);
  expect(report.seenMs.p99).toBeGreaterThanOrEqual(report.seenMs.p50);
  expect(report.cpuMsPerAction).toBeGreaterThan(0);
  expect(reportLines(report).join('\n')).toContain('refused           nothing');
});
