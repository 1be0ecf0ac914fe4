import { once } from 'node:events';
import { connect, type Socket as TcpSocket } from 'node:net';

import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type TestDatabase,
} from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';
import { WebSocket } from 'ws';

import { Gateway, TestSocket, tokenFor } from '../gateway.builder';

/** What comes to the door in bytes that no client library would send. */

const OURS = 'https://play.example.com';
const SLOW = 500;
const PATH = '/socket.io/?EIO=4&transport=websocket';

let database: TestDatabase;
let house: PlayedHouse;
let gateway: Gateway;
let port: number;
const wires: TcpSocket[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, 1);
  const place = { databaseUrl: database.url, redisKeyPrefix: testRedisPrefix() };
  gateway = await Gateway.start(place, { WS_ALLOWED_ORIGINS: OURS });
  port = Number(new URL(gateway.url).port);
});

afterEach(() => {
  wires.splice(0).forEach((wire) => wire.destroy());
});

afterAll(async () => {
  await gateway.stop();
  await house.close();
  await database.drop();
});

/** Bytes as they are; what comes back, and whether the other side has hung up. */
function send(text: string): { readonly heard: () => string; readonly isOver: () => boolean } {
  const wire = connect(port, '127.0.0.1', () => wire.write(text));
  wires.push(wire);
  let [heard, isOver] = ['', false];
  wire.setEncoding('latin1');
  wire.on('data', (piece: string) => (heard += piece));
  wire.on('error', () => undefined);
  wire.on('close', () => (isOver = true));
  return { heard: () => heard, isOver: () => isOver };
}

const upgrade = (...headers: readonly string[]): string =>
  [
    ...[`GET ${PATH} HTTP/1.1`, 'Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket'],
    ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='],
    ...[...headers, '', ''],
  ].join('\r\n');

async function statusOf(text: string): Promise<string> {
  const answer = send(text);
  await until('an answer', () => answer.heard().includes('\r\n\r\n') || answer.isOver());
  return answer.heard().slice('HTTP/1.1 '.length, 'HTTP/1.1 '.length + 3);
}

const player = async (): Promise<TestSocket> =>
  TestSocket.open(gateway, await tokenFor(house.source));

describe('an upgrade', () => {
  it.each([
    ['#21 another site', 'https://evil.example'],
    ['#21 a sandboxed page', 'null'],
    ['#21 a site whose name only begins like ours', `${OURS}.evil.example`],
    ['#21 our name without its scheme', 'play.example.com'],
    ['#21 our name over plain HTTP', OURS.replace('https', 'http')],
  ])('from %s is refused', async (_name, origin) => {
    expect(await statusOf(upgrade(`Origin: ${origin}`))).toBe('400');
  });

  it('#21 from our own site is let in, and from a program, which names no site', async () => {
    expect(await statusOf(upgrade(`Origin: ${OURS}`))).toBe('101');
    expect(await statusOf(upgrade())).toBe('101');
  });

  it('#20 that offers compression gets none: a small frame cannot become a large one', async () => {
    const answer = send(upgrade('Sec-WebSocket-Extensions: permessage-deflate'));
    await until('the upgrade', () => answer.heard().includes('\r\n\r\n'));
    expect(answer.heard()).toContain('101 Switching');
    expect(answer.heard().toLowerCase()).not.toContain('sec-websocket-extensions');
  });
});

it.each([
  ['both lengths', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
  ['two lengths', ['Content-Length: 5', 'Content-Length: 6']],
  ['an unknown encoding', ['Transfer-Encoding: xchunked']],
])('#22 a request with %s is refused, and nothing behind it is heard', async (_name, headers) => {
  const smuggled = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const request = ['POST /socket.io/ HTTP/1.1', 'Host: localhost', ...headers, '', '0', '', ''];
  const answer = send(request.join('\r\n') + smuggled);
  await until('the end', () => answer.isOver());
  expect(answer.heard().match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 400']);
});

it(`#16 ${SLOW} sockets that never say who they are hinder nobody, and are closed in time`, async () => {
  const first = await player();
  const server = gateway.io.all()[0]?.nsp.server;
  expect(server?.connectTimeout()).toBe(10_000);
  const strangers = Array.from({ length: SLOW }, () => send(upgrade()));
  await until('all upgrades', () => strangers.every(({ heard }) => heard().includes(' 101 ')));
  const second = await player();
  expect(await second.ask('lobby.enter')).toMatchObject({ ok: true });
  expect(gateway.io.connections).toBe(2);
  // Those that come from now on have less time, so that this test need not wait as long.
  server?.connectTimeout(200);
  const before = server?.engine.clientsCount ?? 0;
  const last = send(upgrade());
  await until('the last one', () => last.heard().includes(' 101 '));
  // It need not say goodbye itself: its session is gone, whatever it does.
  await until('the last one to be closed', () => server?.engine.clientsCount === before);
  expect(await first.ask('lobby.enter')).toMatchObject({ ok: true });
  [first, second].forEach((socket) => socket.close());
});

it('#18 who floods is refused, then cut off; others are answered as before', async () => {
  const [flooder, other] = [await player(), await player()];
  const codes = new Set<string>();
  const flood = setInterval(() => {
    for (let sent = 0; sent < 10; sent += 1) {
      const command = { cmdId: uuidv7(), type: 'lobby.leave' };
      flooder.socket.emit('cmd', command, (answer: object) => {
        if ('code' in answer) codes.add(String(answer.code));
      });
    }
  }, 10);
  let isCut = false;
  flooder.socket.once('disconnect', () => {
    isCut = true;
    clearInterval(flood);
  });
  const answers = [await other.ask('lobby.enter'), await other.ask('lobby.leave')];
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  await until('the flooder to be cut off', () => isCut);
  expect([...codes]).toEqual(['RATE_LIMITED']);
  expect(flooder.socket.active).toBe(false);
  other.close();
});

it('#7 a frame over the limit ends its socket, and no other', async () => {
  const [sender, other] = [await player(), await player()];
  await until('the upgrade', () => sender.socket.io.engine.transport.name === 'websocket');
  const cut = new Promise((resolve) => sender.socket.once('disconnect', resolve));
  sender.socket.emit('cmd', { cmdId: 'too-large', type: 'x'.repeat(17_000) });
  expect(await cut).toBe('transport close');
  expect(await other.ask('lobby.enter')).toMatchObject({ ok: true });
  [sender, other].forEach((socket) => socket.close());
});

it('a socket that answers no ping is closed within a minute; one that does is not', async () => {
  const [alive, asking] = [await player(), await player()];
  const options = gateway.io.all()[0]?.nsp.server.engine.opts;
  const { pingInterval, pingTimeout } = options ?? {};
  expect((pingInterval ?? 0) + (pingTimeout ?? 0)).toBe(45_000);
  asking.close();
  // Those that come from now on are asked more often, so that this test need not wait as long.
  Object.assign(options ?? {}, { pingInterval: 50, pingTimeout: 1_000 });
  const answering = await player();
  const silent = new WebSocket(`ws://127.0.0.1:${port}${PATH}`);
  const frames: string[] = [];
  silent.on('message', (data: Buffer) => frames.push(data.toString()));
  const isOver = once(silent, 'close');
  await once(silent, 'open');
  silent.send(`40${JSON.stringify({ token: await tokenFor(house.source) })}`);
  await until('the way in', () => frames.some((frame) => frame.startsWith('40')));
  await until('a ping', () => frames.includes('2'));
  await isOver;
  for (const socket of [alive, answering]) {
    expect(await socket.ask('lobby.enter')).toMatchObject({ ok: true });
    socket.close();
  }
  Object.assign(options ?? {}, { pingInterval, pingTimeout });
});
