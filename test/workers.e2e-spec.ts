import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { Account } from '@cardroom/client';
import {
  AppGroup,
  freePort,
  processIdentity,
  Reaper,
  startApps,
  until,
  type RunningApps,
} from '@cardroom/testing';
import type { Answer } from '@cardroom/protocol';
import { io, type Socket } from 'socket.io-client';

jest.setTimeout(120_000);

const WORKERS = 2;
const PLAYERS = 8;
const PATIENCE = { timeoutMs: 30_000, everyMs: 100 };
/** The primary hears late of a session that a worker begins, as on a machine with much to do. */
const LATE_NEWS = `--import=data:text/javascript,${encodeURIComponent(`
  const send = process.send?.bind(process);
  if (send) process.send = (message, ...rest) => {
    if (message?.type !== 'gateway:session-begun') return send(message, ...rest);
    setTimeout(() => send(message, ...rest), 50);
    return true;
  };`)}`;
/** A frame of Engine.IO that asks for nothing. */
const PONG = '3';

let apps: RunningApps;
let reaper: Reaper;
let gateway: AppGroup;
let port: number;
let token: string;
const sockets: Socket[] = [];

/** What a worker says on the port of its own. */
const ask = (place: number, path: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port + place}${path}`, { signal: AbortSignal.timeout(2_000) });

/** What begins a session. */
const HANDSHAKE = '/socket.io/?EIO=4&transport=polling';

/** The first line of what answers a request that comes in pieces of so many bytes, each on its own. */
const sendInPieces = (request: string, pieceBytes: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const sendFrom = (at: number): void => {
      if (at >= request.length) return;
      socket.write(request.slice(at, at + pieceBytes), () =>
        setImmediate(sendFrom, at + pieceBytes),
      );
    };
    socket.on('connect', () => {
      sendFrom(0);
    });
    let answer = '';
    socket.on('data', (bytes) => (answer += bytes.toString()));
    socket.on('close', () => {
      resolve(answer.split('\r\n', 1)[0] ?? '');
    });
    socket.on('error', reject);
  });

const pollingPlayer = (): Socket => {
  const options = { auth: { token }, forceNew: true, transports: ['polling'] };
  return io(`http://127.0.0.1:${port}`, { ...options, reconnection: false });
};

const pidOf = async (place: number): Promise<number> => {
  const health = await ask(place, '/health');
  const { serverId } = (await health.json()) as { serverId?: string };
  return Number(/-(\d+)-[0-9a-f]+$/.exec(serverId ?? '')?.[1]);
};

/** Of a session that nobody goes on with; 0 where no answer came. */
const begin = (): Promise<number> =>
  fetch(`http://127.0.0.1:${port}${HANDSHAKE}`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status,
    () => 0,
  );

const connectionsOf = async (place: number): Promise<number> => {
  const metrics = await ask(place, '/metrics')
    .then((response) => response.text())
    .catch(() => '');
  return Number(/^gateway_connections (\d+)$/m.exec(metrics)?.[1] ?? 0);
};

beforeAll(async () => {
  reaper = await Reaper.start();
  apps = await startApps({ apps: ['wallet-api'] });
  port = await freePort(WORKERS);
  const ports = { 'payment-gateway': 1, 'rate-source': 1, 'wallet-api': 1, jobs: 1 };
  gateway = new AppGroup({
    databaseUrl: apps.databaseUrl,
    redisUrl: apps.redisUrl,
    redisKeyPrefix: apps.redisKeyPrefix,
    secrets: apps.secrets,
    dataDir: apps.logDir,
    logDir: apps.logDir,
    ports: { ...ports, 'game-gateway': port },
    env: {
      ...{ GATEWAY_WORKERS: String(WORKERS), WS_MAX_CONNECTIONS_PER_USER: '100' },
      NODE_OPTIONS: LATE_NEWS,
    },
    reaper,
  });
  await gateway.start('game-gateway');
  const account = new Account({
    walletApiUrl: apps.walletApiUrl,
    email: 'workers@cardroom.example',
    nickname: 'workersplayer',
    password: 'correct horse battery',
    address: '10.1.1.2',
  });
  await account.enter();
  token = account.accessToken;
});

afterAll(async () => {
  sockets.forEach((socket) => socket.disconnect());
  await gateway.stopAll();
  await apps.stop();
  await reaper.release();
});

it('several processes serve stock clients on one port, each keeps to its own', async () => {
  for (let player = 0; player < PLAYERS; player += 1) {
    sockets.push(io(`http://127.0.0.1:${port}`, { auth: { token }, forceNew: true }));
  }
  const refusals: string[] = [];
  sockets.forEach((socket) => socket.on('connect_error', ({ message }) => refusals.push(message)));
  const lines = (): string[] =>
    sockets.map(({ connected, io: { engine } }) => (connected ? engine.transport.name : 'none'));
  await until(
    () => `WebSocket for all: ${[...lines(), ...refusals].join(', ')}`,
    () => lines().every((line) => line === 'websocket'),
    PATIENCE,
  );
  expect(refusals).toEqual([]);
  const answers = await Promise.all(
    sockets.map((socket, at) => {
      const command = { cmdId: `command-${at}`, type: 'lobby.enter' };
      return socket.timeout(10_000).emitWithAck('cmd', command) as Promise<Answer>;
    }),
  );
  expect(answers.map(({ ok }) => ok)).toEqual(sockets.map(() => true));
  const counts = await Promise.all([1, 2].map(connectionsOf));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(PLAYERS);
  expect(Math.min(...counts)).toBeGreaterThan(0);
});

it('a client that may only poll keeps its session', async () => {
  const polling = pollingPlayer();
  await until('it is connected', () => polling.connected, PATIENCE);
  for (let turn = 0; turn < 5; turn += 1) {
    const command = { cmdId: `polling-${turn}`, type: 'lobby.enter' };
    expect(await polling.timeout(10_000).emitWithAck('cmd', command)).toMatchObject({ ok: true });
  }
  polling.disconnect();
});

it('the next request of a session finds its worker, however soon it comes', async () => {
  const url = `http://127.0.0.1:${port}${HANDSHAKE}`;
  const goOn = async (): Promise<number> => {
    const handshake = await (await fetch(url)).text();
    const { sid } = JSON.parse(handshake.slice(1)) as { sid: string };
    return (await fetch(`${url}&sid=${sid}`, { method: 'POST', body: PONG })).status;
  };
  for (let round = 0; round < 10; round += 1) {
    const statuses = await Promise.all(Array.from({ length: 40 }, goOn));
    expect(statuses).toEqual(statuses.map(() => 200));
  }
});

it('a request arrives whole, in however many pieces it was sent', async () => {
  const request = `GET ${HANDSHAKE} HTTP/1.1\r\nHost: a\r\nAccept: text/plain, */*\r\n\r\n`;
  const sent = Array.from({ length: 60 }, () => sendInPieces(request, 7));
  const answers = await Promise.all(sent);
  expect(answers).toEqual(answers.map(() => 'HTTP/1.1 200 OK'));
});

it('a request whose first line does not end is refused', async () => {
  const request = `GET ${HANDSHAKE}&t=${'x'.repeat(20_000)}`;
  expect(await sendInPieces(request, 1_000)).toBe('HTTP/1.1 431 Request Header Fields Too Large');
});

it('a connection that says nothing is closed', async () => {
  expect(await sendInPieces('', 1)).toBe('');
});

it('a worker that is stuck is given one more at most', async () => {
  const pid = await pidOf(1);
  process.kill(pid, 'SIGSTOP');
  const statuses = await Promise.all(Array.from({ length: 20 }, begin));
  process.kill(pid, 'SIGCONT');
  // One is on its way to it when it is seen that it takes none, and one waits.
  expect(statuses.filter((status) => status !== 200).length).toBeLessThanOrEqual(2);
});

it('a worker that ends is started anew, and its players come back', async () => {
  process.kill(await pidOf(1), 'SIGKILL');
  // What it had been given is lost with it.
  await sleep(100);
  const newcomers: Promise<number>[] = [];
  await until(
    'the worker is back',
    async () => {
      newcomers.push(begin());
      const again = await ask(1, '/health/ready').catch(() => null);
      return again?.ok === true;
    },
    PATIENCE,
  );
  // None of them was given to a worker that could not answer yet.
  const statuses = await Promise.all(newcomers);
  expect(statuses).toEqual(statuses.map(() => 200));
  await until('all are back', () => sockets.every(({ connected }) => connected), PATIENCE);
});

it('ends in order with all its workers, and tells those who poll', async () => {
  sockets.splice(0).forEach((socket) => socket.disconnect());
  const polling = pollingPlayer();
  const notices: string[] = [];
  polling.on('notice', ({ code }: { code: string }) => notices.push(code));
  await until('it is connected', () => polling.connected, PATIENCE);
  expect(await gateway.stop('game-gateway')).toEqual({ code: 0, signal: null });
  expect(notices).toEqual(['SERVER_DRAINING']);
});

it('leaves no worker behind where it is killed', async () => {
  await gateway.start('game-gateway');
  const workers = await Promise.all([1, 2].map(pidOf));
  const left = (): number[] => workers.filter((pid) => processIdentity(pid) !== null);
  expect(left()).toEqual(workers);
  process.kill(gateway.process('game-gateway')?.pid ?? 0, 'SIGKILL');
  await until(
    () => `they end: ${left().join(', ')}`,
    () => left().length === 0,
    PATIENCE,
  );
});
