import type { ChatMessage, Delta } from '@cardroom/protocol';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type TestDatabase,
} from '@cardroom/testing';
import { packPacket, parser } from '@cardroom/wire';
import { PacketType } from 'socket.io-parser';

import { Gateway, TestSocket, tokenFor } from '../gateway.builder';
import type { TableActor } from '../table/table.actor';
import { actOf } from '../table/table-node.builder';

let database: TestDatabase;
let house: PlayedHouse;
let gateways: Gateway[];

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, 1);
  const place = { databaseUrl: database.url, redisKeyPrefix: testRedisPrefix() };
  gateways = [await Gateway.start(place), await Gateway.start(place)];
});

afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  await house.close();
  await database.drop();
});

const WAYS = {
  'a header': { parser, extraHeaders: { 'x-accept-binary': 'true' } },
  'the query': { parser, query: { codec: 'msgpack' } },
  nothing: {},
};

/** A client of one of the nodes with the words that it heard at a table, and in which form. */
async function atTable(tableId: string, gateway: Gateway, way: keyof typeof WAYS) {
  const client = await TestSocket.open(gateway, await tokenFor(house.source), WAYS[way]);
  const { engine } = client.socket.io;
  await until('the upgrade', () => engine.transport.name === 'websocket');
  const forms = new Set<string>();
  engine.on('data', (data: unknown) => forms.add(typeof data === 'string' ? 'text' : 'bytes'));
  const words: string[] = [];
  client.socket.on('chat', ({ text }: ChatMessage) => words.push(text));
  const answer = await client.ask('table.watch', { tableId });
  return { client, way, answer, forms, words };
}

it('clients of both codecs share a room over two nodes, and each hears everything once', async () => {
  const { tableId } = await house.table(2);
  const ways = Object.keys(WAYS) as (keyof typeof WAYS)[];
  const clients = await Promise.all(
    gateways.flatMap((gateway) => ways.map((way) => atTable(tableId, gateway, way))),
  );
  const speaker = { tableId, userId: 'user', nickname: 'Speaker', atMs: 0 };
  for (const text of ['told 안녕 ♠', 'told again']) {
    gateways[0]?.io.chat({ ...speaker, text });
    await until(`all to hear ${text}`, () => clients.every(({ words }) => words.includes(text)));
  }
  for (const { client, way, answer, forms, words } of clients) {
    expect(words).toEqual(['told 안녕 ♠', 'told again']);
    expect(answer).toMatchObject({ ok: true, data: { kind: 'snapshot' } });
    expect([...forms]).toEqual([way === 'nothing' ? 'text' : 'bytes']);
    client.close();
  }
});

it('whoever asks for MessagePack is refused in MessagePack', async () => {
  const [gateway] = gateways;
  if (gateway === undefined) throw new Error('There is no gateway');
  const refusal = await TestSocket.refusalOf(gateway, 'no token', WAYS['the query']);
  expect(refusal).toMatchObject({ data: { code: 'TOKEN_INVALID' } });
});

it('a snapshot, a delta of an action and an answer are at least 60 % shorter than in JSON', async () => {
  const { tableId } = await house.table(3);
  const hosted = (): TableActor | null =>
    gateways.map(({ host }) => host.actor(tableId)).find((actor) => actor !== null) ?? null;
  await until('a turn', () => (hosted()?.table.turn ?? null) !== null);
  const [actor, owner] = [hosted(), gateways.find(({ host }) => host.actor(tableId) !== null)];
  if (actor === null || owner === undefined) throw new Error('Nobody hosts the table');
  const client = await TestSocket.open(owner, await tokenFor(house.source));
  const acted: Delta[] = [];
  client.socket.on('delta', (delta: Delta) => {
    if (delta.events.every(({ type }) => type === 'acted')) acted.push(delta);
  });
  const snapshot = await client.ask('table.watch', { tableId });
  const { command, player } = actOf(actor, 'call');
  const answer = await actor.submit(command, player);
  await until('the action', () => acted.length > 0);
  client.close();

  const share = (type: PacketType, data: readonly unknown[]): number => {
    const json = Buffer.byteLength(`42${JSON.stringify(data)}`);
    return packPacket({ type, nsp: '/', data, id: 1 }).length / json;
  };
  expect(share(PacketType.ACK, [snapshot])).toBeLessThanOrEqual(0.4);
  expect(share(PacketType.ACK, [answer])).toBeLessThanOrEqual(0.4);
  expect(share(PacketType.EVENT, ['delta', acted[0]])).toBeLessThanOrEqual(0.4);
});
