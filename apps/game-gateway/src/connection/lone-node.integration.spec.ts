import type { Delta } from '@cardroom/protocol';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  testRedisUrl,
  until,
  type TestDatabase,
} from '@cardroom/testing';
import { Redis } from 'ioredis';

import { Gateway, TestSocket, tokenFor } from '../gateway.builder';
import { SOCKET_ASKS_EVERY_MS } from '../table/table-node.builder';

const prefix = testRedisPrefix();
const gateways: Gateway[] = [];
const sockets: TestSocket[] = [];
let database: TestDatabase;
let house: PlayedHouse;
let listener: Redis;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, 1);
  listener = new Redis(testRedisUrl());
  await begin();
});

afterAll(async () => {
  sockets.forEach((socket) => socket.close());
  for (const gateway of gateways) await gateway.stop();
  listener.disconnect();
  await house.close();
  await database.drop();
});

async function begin(): Promise<Gateway> {
  const place = { databaseUrl: database.url, redisKeyPrefix: prefix };
  const gateway = await Gateway.start(place);
  gateways.push(gateway);
  return gateway;
}

/** The versions that a watcher of a table hears of. */
async function watch(gateway: Gateway, tableId: string): Promise<readonly number[]> {
  const socket = await TestSocket.open(gateway, await tokenFor(house.source));
  sockets.push(socket);
  const heard: number[] = [];
  socket.socket.on('delta', ({ stateVersion }: Delta) => heard.push(stateVersion));
  const isWatched = async () => (await socket.ask('table.watch', { tableId })).ok;
  await until('the table', isWatched, { everyMs: SOCKET_ASKS_EVERY_MS });
  return heard;
}

const delta = (tableId: string, stateVersion: number): Delta => ({
  ...{ tableId, stateVersion, atMs: 0, events: [], patch: {} },
});

it('a lone node keeps to itself what its tables say, until another node asks for one of them', async () => {
  const { tableId } = await house.table(2);
  const [lone] = gateways;
  if (lone === undefined) throw new Error('There is no gateway');
  const travelled: string[] = [];
  listener.on('smessage', (_channel: string, text: string) => travelled.push(text));
  await listener.ssubscribe(`${prefix}:socket.io#/#table:${tableId}#`);
  const here = await watch(lone, tableId);
  await until('it to know that it is alone', () => lone.pulse.isAlone);
  // Far above what the table says by itself.
  lone.io.delta(delta(tableId, 1_000_001));
  await until('the watcher to hear', () => here.includes(1_000_001));
  expect(travelled).toEqual([]);

  // No beat tells the first node of the second: its first question does.
  const there = await watch(await begin(), tableId);
  expect(lone.pulse.isAlone).toBe(false);
  lone.io.delta(delta(tableId, 1_000_002));
  await until('both watchers to hear', () =>
    [here, there].every((heard) => heard.includes(1_000_002)),
  );
  expect(travelled.some((text) => text.includes('"stateVersion":1000002'))).toBe(true);
});
