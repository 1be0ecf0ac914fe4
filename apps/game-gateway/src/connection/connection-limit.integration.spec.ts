import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type TestDatabase,
} from '@cardroom/testing';

import { Gateway, TestSocket, tokenFor } from '../gateway.builder';

let database: TestDatabase;
let house: PlayedHouse;
const gateways: Gateway[] = [];
const sockets: TestSocket[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, 1);
  const place = { databaseUrl: database.url, redisKeyPrefix: testRedisPrefix() };
  for (let each = 0; each < 2; each += 1) gateways.push(await Gateway.start(place));
});

afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  await house.close();
  await database.drop();
});

afterEach(() => {
  sockets.splice(0).forEach((socket) => socket.close());
});

async function open(gateway: number, token: string): Promise<TestSocket> {
  const at = gateways[gateway];
  if (at === undefined) throw new Error('There is no such gateway');
  const socket = await TestSocket.open(at, token);
  sockets.push(socket);
  return socket;
}

const isOpen = ({ socket }: TestSocket): boolean => socket.connected;

it('#23 beyond three sockets of a player the oldest goes, on whatever process it is, and is told why', async () => {
  const token = await tokenFor(house.source);
  const first = await open(0, token);
  const second = await open(1, token);
  const third = await open(1, token);
  const fourth = await open(1, token);
  await until('the oldest to go', () => !isOpen(first));
  expect(first.notices.map(({ code }) => code)).toEqual(['CONNECTION_REPLACED']);
  expect([second, third, fourth].every(isOpen)).toBe(true);

  const fifth = await open(0, token);
  await until('the next to go', () => !isOpen(second));
  expect([third, fourth, fifth].every(isOpen)).toBe(true);
  expect(await fifth.ask('lobby.enter')).toMatchObject({ ok: true });
});

it('#23 a socket that was closed makes room again', async () => {
  const token = await tokenFor(house.source);
  const opened = [await open(0, token), await open(1, token), await open(0, token)];
  opened[2]?.close();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const next = await open(1, token);
  expect(await next.ask('lobby.enter')).toMatchObject({ ok: true });
  expect(opened.slice(0, 2).every(isOpen)).toBe(true);
});

it('#23 players do not count for each other', async () => {
  const tokens = await Promise.all([tokenFor(house.source), tokenFor(house.source)]);
  const opened: TestSocket[] = [];
  for (const token of [...tokens, ...tokens, ...tokens]) opened.push(await open(0, token));
  await Promise.all(opened.map((socket) => socket.ask('lobby.enter')));
  expect(opened.every(isOpen)).toBe(true);
});
