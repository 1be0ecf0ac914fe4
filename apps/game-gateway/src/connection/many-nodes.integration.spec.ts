import { Keys, NotificationEvents, SessionEvents } from '@cardroom/cache';
import type { NotificationMessage, TableView, WatchData } from '@cardroom/protocol';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  testRedisUrl,
  until,
  type TestDatabase,
} from '@cardroom/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';

import { Gateway, TestSocket, tokenFor } from '../gateway.builder';

const prefix = testRedisPrefix();
let database: TestDatabase;
let house: PlayedHouse;
let redis: Redis;
const gateways: Gateway[] = [];
const sockets: TestSocket[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, 1);
  redis = new Redis(testRedisUrl());
  const place = { databaseUrl: database.url, redisKeyPrefix: prefix };
  const env = { WS_MAX_CONNECTIONS: '4', WS_CONNECTS_PER_MINUTE: '5' };
  for (let each = 0; each < 2; each += 1) gateways.push(await Gateway.start(place, env));
});

afterEach(async () => {
  sockets.splice(0).forEach((socket) => socket.close());
  await until('all to have gone', () =>
    gateways.every(({ io, pulse }) => io.connections === 0 && connectionsBy(pulse) === 0),
  );
});

afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  redis.disconnect();
  await house.close();
  await database.drop();
});

const connectionsBy = ({ nodes }: Gateway['pulse']): number =>
  nodes.reduce((sum, { connections }) => sum + connections, 0);

const gatewayAt = (at: number): Gateway => {
  const gateway = gateways[at];
  if (gateway === undefined) throw new Error('There is no such gateway');
  return gateway;
};

async function open(at: number, token: string): Promise<TestSocket> {
  const socket = await TestSocket.open(gatewayAt(at), token);
  sockets.push(socket);
  return socket;
}

const refusalAt = async (at: number, token: string): Promise<unknown> =>
  ((await TestSocket.refusalOf(gatewayAt(at), token)) as Error & { data?: { code?: string } }).data
    ?.code;

it('#23 all nodes together take so many sockets, and no more', async () => {
  for (const at of [0, 0, 1, 1]) await open(at, await tokenFor(house.source));
  await until('the count to be known', () =>
    gateways.every(({ pulse }) => connectionsBy(pulse) === 4),
  );
  for (const at of [0, 1]) {
    expect(await refusalAt(at, await tokenFor(house.source))).toBe('TOO_MANY_CONNECTIONS');
  }
});

it('#18 an account that connects too often is refused on every node', async () => {
  const token = await tokenFor(house.source);
  for (let turn = 0; turn < 5; turn += 1) (await open(turn % 2, token)).close();
  expect(await refusalAt(0, token)).toBe('RATE_LIMITED');
  expect(await refusalAt(1, token)).toBe('RATE_LIMITED');
});

it('#88 the end of a session closes its sockets on every node, for good and with a reason', async () => {
  const token = await tokenFor(house.source);
  const opened = [await open(0, token), await open(1, token)];
  const other = await open(1, await tokenFor(house.source));
  const [row] = await house.source.query<{ id: string; user_id: string }[]>(
    'SELECT id, user_id FROM auth_sessions ORDER BY id DESC OFFSET 1 LIMIT 1',
  );
  const events = new SessionEvents(redis, new Keys(prefix));
  await events.publishRevoked({
    ...{ userId: row?.user_id ?? '', sessionId: row?.id ?? '', reason: 'logout' },
  });
  await until('both to go', () => opened.every(({ socket }) => !socket.connected));
  for (const { notices, socket } of opened) {
    expect(notices.map(({ code }) => code)).toEqual(['SESSION_REVOKED']);
    expect(socket.active).toBe(false);
  }
  expect(other.socket.connected).toBe(true);
});

it('#88 a session whose end was not heard of is found and its sockets are closed', async () => {
  const token = await tokenFor(house.source);
  const socket = await open(1, token);
  await house.source.query('UPDATE auth_sessions SET revoked_at = now()');
  await gatewayAt(1).sessions.sweep();
  await until('it to go', () => !socket.socket.connected);
  expect(socket.notices.map(({ code }) => code)).toEqual(['SESSION_REVOKED']);
});

it('a table shows who is connected, to whatever node', async () => {
  const { tableId, players } = await house.table(2);
  const watcher = await open(0, await tokenFor(house.source));
  const view = async (): Promise<TableView | null> => {
    const answer = await watcher.ask('table.watch', { tableId });
    const data = answer.ok ? (answer.data as WatchData) : null;
    return data?.kind === 'snapshot' ? data.snapshot.table : null;
  };
  const connected = async (): Promise<unknown[]> =>
    Object.values((await view())?.seats ?? {}).flatMap((at) => (at === null ? [] : [at.connected]));
  await until('the table', async () => (await view()) !== null);
  expect(await connected()).toEqual([false, false]);
  const [first] = players;
  const seated = [await tokenFor(house.source, first?.userId)];
  const opened = await Promise.all([0, 1].map((at) => open(at, seated[0] ?? '')));
  await until('one to be there', async () => (await connected()).includes(true));
  opened.forEach((socket) => socket.close());
  await until('both to be gone', async () => !(await connected()).includes(true));
});

it('what a table says does not travel to a node without its players: 0 messages', async () => {
  const { tableId } = await house.table(2);
  const watcher = await open(0, await tokenFor(house.source));
  const idle = await open(1, await tokenFor(house.source));
  expect(await watcher.ask('table.watch', { tableId })).toMatchObject({ ok: true });
  expect(await idle.ask('lobby.enter')).toMatchObject({ ok: true });
  const channel = `${prefix}:socket.io#/#table:${tableId}#`;
  const [, listeners] = (await redis.call('PUBSUB', 'SHARDNUMSUB', channel)) as [string, number];
  expect(listeners).toBe(1);
  const heard: string[] = [];
  idle.socket.onAny((event: string) => heard.push(event));
  gatewayAt(0).io.chat({ tableId, userId: 'u', nickname: 'Speaker', text: 'hello', atMs: 0 });
  gatewayAt(1).io.chat({ tableId, userId: 'u', nickname: 'Speaker', text: 'again', atMs: 0 });
  const said: string[] = [];
  watcher.socket.on('chat', ({ text }: { text: string }) => said.push(text));
  await until('the watcher to hear', () => said.length === 2);
  expect(heard.filter((event) => event !== 'lobby')).toEqual([]);
});

it('a notification reaches all sockets of its user, whatever node they are on, and no others', async () => {
  const userId = uuidv7();
  const own = [await open(0, await tokenFor(house.source, userId))];
  own.push(await open(1, await tokenFor(house.source, userId)));
  const other = await open(0, await tokenFor(house.source));
  const heard: [TestSocket, NotificationMessage][] = [];
  for (const client of [...own, other]) {
    client.socket.on('notification', (message: NotificationMessage) => {
      heard.push([client, message]);
    });
  }
  const message = {
    ...{ notificationId: uuidv7(), topic: 'rakeback.paid', title: 'Rakeback paid' },
    ...{ text: 'Your rakeback is paid.', atMs: 0 },
  };
  const events = new NotificationEvents(redis, new Keys(prefix));
  await events.publish({ userId, message });
  await until('both to hear', () => heard.length >= 2);
  // What a stranger to the protocol says is not passed on.
  await redis.publish(new Keys(prefix).notification(), JSON.stringify({ userId, message: {} }));
  const last = { ...message, notificationId: uuidv7() };
  await events.publish({ userId, message: last });
  await until('both to hear again', () => heard.length >= 4);
  for (const client of own) {
    expect(heard.flatMap(([by, said]) => (by === client ? [said] : []))).toEqual([message, last]);
  }
  expect(heard).toHaveLength(4);
});
