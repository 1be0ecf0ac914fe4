import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:https';

import { Account } from '@cardroom/client';
import { AppGroup, freePort, Reaper, startApps, until, type RunningApps } from '@cardroom/testing';
import type { Answer } from '@cardroom/protocol';
import { io, type Socket } from 'socket.io-client';

import { startFront, type Front, type FrontName } from './front';

jest.setTimeout(120_000);

const PLAYERS = 12;
const REGISTRATIONS_PER_MINUTE = 3;
/** Processes of one of the gateways. */
const WORKERS = 2;

/** A stock client with default transports, from an address of its own. */
function openSocket(url: string, player: number, token: string, options: object = {}): Socket {
  // The client's types know agents of browsers only.
  const network: object = {
    agent: new Agent({ localAddress: `127.0.0.${player + 1}`, rejectUnauthorized: false }),
  };
  return io(url, {
    auth: { token },
    forceNew: true,
    rejectUnauthorized: false,
    ...network,
    ...options,
  });
}

const PATIENCE = { timeoutMs: 30_000, everyMs: 100 };

/** Where the workers of a gateway tell their metrics, by its address. */
const workerUrls = new Map<string, readonly string[]>();

const connectionsOf = async (gatewayUrl: string): Promise<number> => {
  const counts = (workerUrls.get(gatewayUrl) ?? [gatewayUrl]).map(async (url) => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    return Number(/^gateway_connections (\d+)$/m.exec(metrics)?.[1] ?? 0);
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
};

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A request past the certificate that nobody trusts. */
const ask = (url: string, method = 'GET', body?: unknown, headers: object = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method,
        rejectUnauthorized: false,
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
      },
    );
    asked.once('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });

let apps: RunningApps;
let reaper: Reaper;
let token = '';

beforeAll(async () => {
  reaper = await Reaper.start();
  apps = await startApps({
    apps: ['wallet-api', 'game-gateway'],
    envOf: { 'game-gateway': { WS_MAX_CONNECTIONS_PER_USER: '100' } },
  });
  const account = new Account({
    walletApiUrl: apps.walletApiUrl,
    email: 'front@cardroom.example',
    nickname: 'frontplayer',
    password: 'correct horse battery',
    address: '10.1.1.1',
  });
  await account.enter();
  token = account.accessToken;
});

afterAll(async () => {
  await apps.stop();
  await reaper.release();
});

/** Another gateway of the same system, of one process or of several behind its port. */
async function startAnother(workers = 1): Promise<AppGroup> {
  const port = await freePort(workers);
  const ports = { 'payment-gateway': 1, 'rate-source': 1, 'wallet-api': 1, jobs: 1 };
  const group = new AppGroup({
    databaseUrl: apps.databaseUrl,
    redisUrl: apps.redisUrl,
    redisKeyPrefix: apps.redisKeyPrefix,
    secrets: apps.secrets,
    dataDir: apps.logDir,
    logDir: apps.logDir,
    ports: { ...ports, 'game-gateway': port },
    env: { WS_MAX_CONNECTIONS_PER_USER: '100', GATEWAY_WORKERS: String(workers) },
    reaper,
  });
  await group.start('game-gateway');
  if (workers > 1) {
    const own = Array.from({ length: workers }, (_, at) => `http://127.0.0.1:${port + at + 1}`);
    workerUrls.set(group.url('game-gateway'), own);
  }
  return group;
}

describe.each<FrontName>(['nginx', 'haproxy'])('behind %s, as its shipped file says', (name) => {
  let second: AppGroup;
  let third: AppGroup;
  let others: readonly AppGroup[];
  let front: Front | null = null;
  const sockets: Socket[] = [];

  const open = (player: number, options?: object): Socket => {
    const socket = openSocket(front?.httpsUrl ?? '', player, token, options);
    sockets.push(socket);
    return socket;
  };

  const gatewayUrls = (): string[] => [
    apps.gatewayUrl,
    ...[second, third].map((gateway) => gateway.url('game-gateway')),
  ];

  /** Runs where the program is there, and says so where it is not. */
  const rule = (title: string, check: (running: Front) => Promise<void>): void => {
    it(title, async () => {
      if (front === null) process.stderr.write(`skipped, ${name} is not to be had: ${title}\n`);
      else await check(front);
    });
  };

  beforeAll(async () => {
    [second, third] = await Promise.all([startAnother(), startAnother(WORKERS)]);
    others = [second, third];
    front = await startFront({
      name,
      gatewayPorts: gatewayUrls().map((url) => Number(new URL(url).port)),
      walletPort: Number(new URL(apps.walletApiUrl).port),
      reaper,
    });
    if (front === null) return;
    const { httpUrl } = front;
    await until(
      `${name} listens`,
      async () =>
        fetch(`${httpUrl}/front-health`).then(
          ({ status }) => status === 204,
          () => false,
        ),
      PATIENCE,
    );
  });

  afterAll(async () => {
    sockets.forEach((socket) => socket.disconnect());
    await front?.process.stop();
    await Promise.all(others.map((gateway) => gateway.stopAll()));
  });

  rule('stock clients begin with polling, keep their gateway and move to WebSocket', async () => {
    const refusals: string[] = [];
    const players = Array.from({ length: PLAYERS }, (_, player) => open(player));
    players.forEach((socket) =>
      socket.on('connect_error', ({ message }) => refusals.push(message)),
    );
    await until('all are connected', () => players.every(({ connected }) => connected), PATIENCE);
    await until(
      'all use WebSocket',
      () => players.every(({ io: { engine } }) => engine.transport.name === 'websocket'),
      PATIENCE,
    );
    expect(refusals).toEqual([]);
    const answers = await Promise.all(
      players.map(
        async (socket) =>
          (await socket
            .timeout(10_000)
            .emitWithAck('cmd', { cmdId: randomUUID(), type: 'lobby.enter' })) as Answer,
      ),
    );
    expect(answers.map(({ ok }) => ok)).toEqual(players.map(() => true));
  });

  rule('players of many addresses are spread over the gateways', async () => {
    const counts = await Promise.all(gatewayUrls().map(connectionsOf));
    // A gateway may still count a player of the front before, whose last word was lost with it.
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(PLAYERS);
    // By a hash of the address and the port: one of three may have nobody.
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1);
  });

  rule('a client that may only poll, and one that may only use WebSocket, come in', async () => {
    const polling = open(1, { transports: ['polling'] });
    const webSocket = open(1, { transports: ['websocket'] });
    await until('both are connected', () => polling.connected && webSocket.connected, PATIENCE);
    expect(polling.io.engine.transport.name).toBe('polling');
    polling.disconnect();
    webSocket.disconnect();
  });

  rule('#132 what a client says about its own address counts for nothing', async ({ httpsUrl }) => {
    const statuses: number[] = [];
    for (let turn = 0; turn <= REGISTRATIONS_PER_MINUTE; turn += 1) {
      const { status } = await ask(
        `${httpsUrl}/api/v1/auth/register`,
        'POST',
        {},
        { 'x-forwarded-for': `203.0.113.${turn + 1}` },
      );
      statuses.push(status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  rule('probes, metrics and Swagger stay inside', async ({ httpsUrl }) => {
    for (const path of [
      '/health',
      '/health/ready',
      '/metrics',
      '/docs',
      '/docs/openapi.json',
      '/',
    ]) {
      expect([path, (await ask(httpsUrl + path)).status]).toEqual([path, 404]);
    }
  });

  rule('plain HTTP is sent to TLS, and TLS says to stay', async ({ httpUrl, httpsUrl }) => {
    const plain = await fetch(`${httpUrl}/api/v1/wallet/balance`, { redirect: 'manual' });
    expect(plain.status).toBe(308);
    expect(plain.headers.get('location')).toMatch(/^https:/);
    const { status, headers } = await ask(`${httpsUrl}/api/v1/wallet/balance`);
    expect(status).toBe(401);
    expect(headers['strict-transport-security']).toContain('max-age=');
    expect(headers['x-request-id']).toMatch(/^[\w-]{16,}$/);
  });

  rule('F1 when one of three gateways is killed, its players come back on the others', async () => {
    const players = sockets.filter(({ connected }) => connected);
    expect(players).toHaveLength(PLAYERS);
    const [ofSecond = 0, ofThird = 0] = await Promise.all(
      gatewayUrls().slice(1).map(connectionsOf),
    );
    const [dies, stays] = ofSecond > ofThird ? [second, third] : [third, second];
    await dies.kill('game-gateway');
    second = stays;
    await until(
      'all are on the gateways that stay',
      async () => {
        const urls = [apps.gatewayUrl, stays.url('game-gateway')];
        const counts = await Promise.all(urls.map(connectionsOf));
        const isOn = counts.reduce((sum, count) => sum + count, 0) >= PLAYERS;
        return isOn && players.every(({ connected }) => connected);
      },
      PATIENCE,
    );
  });

  rule('when a gateway drains, its players come back on the other one', async () => {
    const players = sockets.filter(({ connected }) => connected);
    expect(players).toHaveLength(PLAYERS);
    await second.stop('game-gateway');
    await until(
      'all are on the gateway that stays',
      async () => {
        const count = await connectionsOf(apps.gatewayUrl);
        return count >= PLAYERS && players.every(({ connected }) => connected);
      },
      PATIENCE,
    );
  });
});
