import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type PlayedTable,
  type TestDatabase,
} from '@cardroom/testing';
import type {
  CardsMessage,
  Delta,
  LobbyChange,
  LobbyData,
  LobbyTable,
  Snapshot,
  WatchData,
} from '@cardroom/protocol';
import { v7 as uuidv7 } from 'uuid';

import { Gateway, TestSocket, tokenFor } from '../gateway.builder';
import { SOCKET_ASKS_EVERY_MS } from '../table/table-node.builder';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let database: TestDatabase;
let house: PlayedHouse;
let table: PlayedTable;
const gateways: Gateway[] = [];
const players: Player[] = [];

/** A player at the table, by a socket of whatever gateway. */
class Player {
  readonly deltas: Delta[] = [];
  readonly cards: CardsMessage[] = [];
  readonly said: string[] = [];

  constructor(
    readonly userId: string,
    readonly socket: TestSocket,
  ) {
    socket.socket.on('delta', (delta: Delta) => this.deltas.push(delta));
    socket.socket.on('cards', (message: CardsMessage) => this.cards.push(message));
    socket.socket.on('chat', ({ text }: { text: string }) => this.said.push(text));
  }

  async watch(sinceVersion?: number): Promise<WatchData> {
    const since = sinceVersion === undefined ? {} : { sinceVersion };
    const answer = await this.socket.ask('table.watch', { tableId: table.tableId, ...since });
    if (!answer.ok) throw new Error(answer.code);
    return answer.data as WatchData;
  }

  async snapshot(): Promise<Snapshot> {
    const data = await this.watch();
    if (data.kind !== 'snapshot') throw new Error('no snapshot');
    return data.snapshot;
  }
}

const gatewayAt = (at: number): Gateway => {
  const gateway = gateways[at % gateways.length];
  if (gateway === undefined) throw new Error('There is no such gateway');
  return gateway;
};

/** The gateway that hosts the table, and the one that does not. */
const owner = (): Gateway | undefined =>
  gateways.find(({ host }) => host.actor(table.tableId) !== null);

beforeAll(async () => {
  process.stdout.write(`seed ${seed}\n`);
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, seed);
  table = await house.table(3);
  const place = { databaseUrl: database.url, redisKeyPrefix: testRedisPrefix() };
  for (let each = 0; each < 2; each += 1) gateways.push(await Gateway.start(place));
  for (const [at, { userId }] of table.players.entries()) {
    const token = await tokenFor(house.source, userId);
    players.push(new Player(userId, await TestSocket.open(gatewayAt(at), token)));
  }
});

afterAll(async () => {
  players.forEach(({ socket }) => socket.close());
  for (const gateway of gateways) await gateway.stop();
  await house.close();
  await database.drop();
});

/** Everybody folds or checks until the hand is over. */
async function playHand(): Promise<void> {
  const [first] = players;
  if (first === undefined) throw new Error('Nobody plays');
  let { table: view, stateVersion } = await first.snapshot();
  const { handId } = view;
  while (view.handId === handId && view.turn !== null) {
    const { seat, legal } = view.turn;
    const userId = Object.values(view.seats).find((at) => at?.seat === seat)?.userId;
    const player = players.find((each) => each.userId === userId);
    if (player === undefined) throw new Error('Nobody is to act');
    const action = legal.canCheck ? 'check' : 'fold';
    const command = { tableId: table.tableId, handId, stateVersion, action };
    expect(await player.socket.ask('table.act', command)).toMatchObject({ ok: true });
    ({ table: view, stateVersion } = await first.snapshot());
  }
}

it('players of two nodes play a hand at one table: every command finds its owner', async () => {
  for (const player of players) await player.watch();
  const isPlayed = async () => (await players[0]?.snapshot())?.table.turn !== null;
  await until('a hand', isPlayed, { everyMs: SOCKET_ASKS_EVERY_MS });
  await playHand();
  const last = Math.max(
    ...players.flatMap(({ deltas }) => deltas.map((each) => each.stateVersion)),
  );
  await until('all to hear all', () =>
    players.every(({ deltas }) => deltas.some(({ stateVersion }) => stateVersion === last)),
  );
  for (const { deltas } of players) {
    const versions = deltas.map(({ stateVersion }) => stateVersion);
    expect(versions).toEqual(versions.map((_, at) => (versions[0] ?? 0) + at));
  }
});

it('own cards reach their owner alone, whatever node each is on', async () => {
  await until('the next deal', () => players.every(({ cards }) => cards.length > 0));
  for (const player of players) {
    const seat = table.players.find(({ userId }) => userId === player.userId)?.seat;
    expect(player.cards).toHaveLength(1);
    expect(player.cards[0]?.seat).toBe(seat);
    expect((await player.watch()).cards).toEqual(player.cards[0]);
  }
});

it('deltas that were missed are given by the owner to a player of another node', async () => {
  const guest = players.find((_, at) => gatewayAt(at) !== owner());
  const { stateVersion } = (await guest?.snapshot()) ?? { stateVersion: 0 };
  expect(await guest?.watch(stateVersion)).toMatchObject({ kind: 'deltas' });
});

it('who comes back with a version that never was gets a snapshot, and nothing changes', async () => {
  const guest = players.find((_, at) => gatewayAt(at) !== owner());
  const before = await guest?.snapshot();
  for (const wrong of [(before?.stateVersion ?? 0) + 1, Number.MAX_SAFE_INTEGER]) {
    expect(await guest?.watch(wrong)).toMatchObject({ kind: 'snapshot', snapshot: before });
  }
  for (const sinceVersion of [-1, 0.5, '7', null]) {
    const body = { tableId: table.tableId, sinceVersion };
    expect(await guest?.socket.ask('table.watch', body)).toMatchObject({
      ok: false,
      code: 'VALIDATION_FAILED',
    });
  }
  expect(await guest?.snapshot()).toEqual(before);
});

it('the same command by another node gets the first answer, and takes effect once', async () => {
  const [player] = players;
  const body = { cmdId: uuidv7(), tableId: table.tableId };
  const first = await player?.socket.ask('table.sit_out', body);
  expect(first).toMatchObject({ ok: true });
  const token = await tokenFor(house.source, player?.userId);
  const other = await TestSocket.open(gatewayAt(1), token);
  expect(await other.ask('table.sit_out', body)).toEqual(first);
  other.close();
});

it('chat is heard on all nodes, once', async () => {
  const cmdId = uuidv7();
  const body = { cmdId, tableId: table.tableId, text: 'good hand' };
  expect(await players[1]?.socket.ask('chat.say', body)).toMatchObject({ ok: true });
  expect(await players[1]?.socket.ask('chat.say', body)).toMatchObject({ ok: true });
  await until('all to hear', () => players.every(({ said }) => said.length > 0));
  expect(players.map(({ said }) => said)).toEqual(players.map(() => ['good hand']));
});

it('a player of another node leaves with all chips, and hears of it there', async () => {
  const at = players.findIndex((_, index) => gatewayAt(index) !== owner());
  const player = players[at];
  await playHand();
  expect(await player?.socket.ask('table.leave', { tableId: table.tableId })).toMatchObject({
    ok: true,
  });
  await until(
    'the chips',
    () => player?.socket.notices.some(({ code }) => code === 'CASHED_OUT') === true,
  );
});

it('a table that nobody knows is TABLE_NOT_FOUND on every node', async () => {
  for (const { socket } of players) {
    expect(await socket.ask('table.watch', { tableId: uuidv7() })).toMatchObject({
      ok: false,
      code: 'TABLE_NOT_FOUND',
    });
  }
});

it('a table made a moment ago is hosted with the first command, by the least loaded node', async () => {
  const guest = gateways.find((each) => each !== owner());
  await until('the load to be known', () =>
    gateways.every(({ pulse }) => pulse.nodes.some(({ tables }) => tables === 1)),
  );
  const fresh = await house.table(2);
  const asked = await players[0]?.socket.ask('table.watch', { tableId: fresh.tableId });
  expect(asked).toMatchObject({ ok: true });
  expect(guest?.host.actor(fresh.tableId)).not.toBeNull();
});

it('the lobby shows the tables of all nodes, on every node', async () => {
  for (const { socket } of players) {
    const hasBoth = async () => {
      const answer = await socket.ask('lobby.enter');
      return answer.ok && (answer.data as LobbyData).tables.length === 2;
    };
    await until('both tables', hasBoth, { everyMs: SOCKET_ASKS_EVERY_MS });
  }
});

it('the lobby tells what has changed, and nothing of the other tables', async () => {
  const [first] = players;
  const heard: LobbyTable[] = [];
  first?.socket.socket.on('lobby', ({ tables }: LobbyChange) => heard.push(...tables));
  const fresh = await house.table(2);
  expect(await first?.socket.ask('table.watch', { tableId: fresh.tableId })).toMatchObject({
    ok: true,
  });
  await until('the new row', () => heard.some(({ tableId }) => tableId === fresh.tableId));
  // No row is told twice as it was.
  const rows = heard.map((row) => JSON.stringify(row));
  expect(new Set(rows).size).toBe(rows.length);
});

it('when a node drains, its tables go on at the others without a refused command', async () => {
  const leaving = owner();
  const staying = gateways.find((each) => each !== leaving);
  const stayer = players.find((_, at) => gatewayAt(at) === staying);
  const drained = leaving?.host.drain();
  const hasMoved = async () => {
    expect(await stayer?.watch()).toMatchObject({ kind: 'snapshot' });
    return (staying?.host.actor(table.tableId) ?? null) !== null;
  };
  await until('the table', hasMoved, { everyMs: SOCKET_ASKS_EVERY_MS });
  await drained;
});
