import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type PlayedTable,
  type TestDatabase,
} from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

import { Gateway, TestSocket, tokenFor } from '../gateway.builder';

let database: TestDatabase;
let house: PlayedHouse;
let table: PlayedTable;
let gateway: Gateway;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, 4_204);
  table = await house.table(2);
  gateway = await Gateway.start({ databaseUrl: database.url, redisKeyPrefix: testRedisPrefix() });
});

afterAll(async () => {
  await gateway.stop();
  await house.close();
  await database.drop();
});

const exclude = (userId: string, minutesAgo = 0): Promise<unknown> =>
  house.source.query(
    `INSERT INTO play_exclusions (id, user_id, kind, until_at, created_at)
     VALUES ($1, $2, 'cool_off', now() + interval '1 day', now() - make_interval(mins => $3))`,
    [uuidv7(), userId, minutesAgo],
  );

const seatOf = async (userId: string): Promise<string | undefined> => {
  const [row] = await house.source.query<{ status: string }[]>(
    'SELECT status FROM seat_sessions WHERE user_id = $1 ORDER BY opened_at DESC LIMIT 1',
    [userId],
  );
  return row?.status;
};

it('§4 #66 who excludes himself leaves his seat with his chips, and his sockets are closed', async () => {
  const [first, second] = table.players;
  if (first === undefined || second === undefined) throw new Error('nobody plays');
  const socket = await TestSocket.open(gateway, await tokenFor(house.source, first.userId));
  const bystander = await TestSocket.open(gateway, await tokenFor(house.source));
  await socket.ask('table.watch', { tableId: table.tableId });
  await until('the table', () => gateway.host.seated().length === 2);
  // Both, so that whoever is to act folds and nobody waits for a clock.
  for (const { userId } of [first, second]) await exclude(userId);
  await until('the socket to close', () => !socket.socket.connected);
  for (const { userId } of [first, second]) {
    await until('the seat to be left', async () => (await seatOf(userId)) === 'closed');
  }
  expect(socket.notices.map(({ code }) => code)).toContain('ACCOUNT_EXCLUDED');
  expect(socket.socket.active).toBe(false);
  expect(bystander.socket.connected).toBe(true);
  const [chips] = await house.source.query<{ krw: string }[]>(
    `SELECT coalesce(sum(balance_krw), 0)::text AS krw FROM ledger_accounts WHERE kind = 'in_play'`,
  );
  expect(chips?.krw).toBe('0');
  bystander.close();
}, 60_000);

it('§4 whoever was excluded while this gateway could not ask is found within thirty looks', async () => {
  const userId = uuidv7();
  const socket = await TestSocket.open(gateway, await tokenFor(house.source, userId));
  const bystander = await TestSocket.open(gateway, await tokenFor(house.source));
  await exclude(userId, 10);
  for (let look = 0; look < 30; look += 1) await gateway.exclusions.look();
  await until('the socket to close', () => !socket.socket.connected);
  expect(bystander.socket.connected).toBe(true);
  bystander.close();
});
