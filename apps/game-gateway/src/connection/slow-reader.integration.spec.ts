import type { Socket as TcpSocket } from 'node:net';

import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type TestDatabase,
} from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

import { Gateway, TestSocket, tokenFor } from '../gateway.builder';

let database: TestDatabase;
let house: PlayedHouse;
let gateway: Gateway;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, 1);
  const place = { databaseUrl: database.url, redisKeyPrefix: testRedisPrefix() };
  gateway = await Gateway.start(place);
});

afterAll(async () => {
  await gateway.stop();
  await house.close();
  await database.drop();
});

/** The TCP connection under a client that has gone over to WebSocket. */
function wireOf({ socket }: TestSocket): TcpSocket | null {
  const { transport } = socket.io.engine as unknown as {
    transport: { name: string; ws?: { _socket?: TcpSocket } };
  };
  return transport.name === 'websocket' ? (transport.ws?._socket ?? null) : null;
}

it('#17 who never reads is cut off, others are not, and the client comes back by itself', async () => {
  const [slowId, otherId] = [uuidv7(), uuidv7()];
  const slow = await TestSocket.open(gateway, await tokenFor(house.source, slowId));
  const other = await TestSocket.open(gateway, await tokenFor(house.source, otherId));
  await until('the upgrade', () => wireOf(slow) !== null);
  const [stalled] = gateway.io.socketsOf(slowId);
  const wire = wireOf(slow);
  wire?.pause();

  const message = 'x'.repeat(4_000);
  for (let round = 0; round < 200 && stalled?.connected === true; round += 1) {
    for (const userId of [slowId, otherId]) {
      for (let each = 0; each < 40; each += 1) {
        gateway.io.notice(userId, { code: 'TOP_UP_DONE', message });
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(stalled?.connected).toBe(false);
  expect(await other.ask('lobby.enter')).toMatchObject({ ok: true });

  wire?.resume();
  await until('the client to come back', () => gateway.io.socketsOf(slowId).length === 1);
  slow.close();
  other.close();
});
