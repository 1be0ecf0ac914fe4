import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type PlayedTable,
  type TestDatabase,
} from '@cardroom/testing';
import { isHandRunning } from '@cardroom/engine';

import { actOf, seated, TableNode } from './table-node.builder';
import type { TableActor } from './table.actor';

/** Redis comes back empty, or without its last writes: nobody plays on from less than was seen. */

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let database: TestDatabase;
let house: PlayedHouse;
let node: TableNode;
let table: PlayedTable;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, seed);
});

afterAll(async () => {
  await house.close();
  await database.drop();
});

beforeEach(async () => {
  node = await TableNode.start(house.source, testRedisPrefix());
  table = await house.table(3);
});

afterEach(async () => {
  await node.stop();
  await house.source.query(`UPDATE tables SET status = 'closed'`);
  await house.source.query(`UPDATE seat_sessions SET status = 'closed'`);
});

const stacks = async (): Promise<number[]> => {
  const rows = await house.source.query<{ stack_krw: number }[]>(
    `SELECT stack_krw FROM seat_stacks WHERE table_id = $1 AND status = 'open' ORDER BY seat`,
    [table.tableId],
  );
  return rows.map((row) => row.stack_krw);
};

const hands = async (): Promise<{ outcome: string; void_reason: string | null }[]> =>
  house.source.query(
    'SELECT outcome, void_reason FROM hands WHERE table_id = $1 ORDER BY hand_no',
    [table.tableId],
  );

function hosted(): TableActor {
  const actor = node.host.actor(table.tableId);
  if (actor === null) throw new Error('The table is not hosted');
  return actor;
}

async function inMidHand(): Promise<TableActor> {
  await node.host.onApplicationBootstrap();
  const actor = hosted();
  await until('a hand', () => isHandRunning(actor.table.state));
  return actor;
}

/** The player to act calls. */
function call(actor: TableActor): Promise<unknown> {
  const { command, player } = actOf(actor, 'call');
  return actor.submit(command, player);
}

const keysOfTable = (): Promise<string[]> => node.redis.keys(`*{t:${table.tableId}}*`);

/** All that Redis has of the table, to be put back later. */
async function dump(): Promise<[key: string, value: Buffer][]> {
  const keys = (await keysOfTable()).filter((key) => !key.endsWith(':lease'));
  return Promise.all(
    keys.map(async (key): Promise<[string, Buffer]> => [key, await node.redis.dumpBuffer(key)]),
  );
}

async function putBack(dumped: readonly [string, Buffer][]): Promise<void> {
  await node.redis.del(...(await keysOfTable()));
  for (const [key, value] of dumped) await node.redis.restore(key, 0, value);
}

it('Redis emptied in mid-hand: the hand is void, stacks are back, versions rise above all that was seen', async () => {
  const actor = await inMidHand();
  await call(actor);
  const seen = actor.table.version;
  await node.redis.del(...(await keysOfTable()));

  await expect(call(actor)).rejects.toMatchObject({ code: 'TABLE_MOVED' });
  await until('the table to open again', () => {
    const again = node.host.actor(table.tableId);
    return again !== null && again !== actor && seated(again) === 3;
  });

  expect(await hands()).toEqual([{ outcome: 'voided', void_reason: 'state_lost' }]);
  expect(await stacks()).toEqual([200_000, 200_000, 200_000]);
  expect(hosted().table.version).toBeGreaterThan(seen);
  expect(node.io.notices.map(({ code }) => code)).toContain('HAND_VOIDED');
  await until('the next hand', () => isHandRunning(hosted().table.state));
  expect(hosted().table.state.handNo).toBe(2);
});

it('F7 Redis emptied, and another node looks first: the table is its owner’s, and the hand is void', async () => {
  const actor = await inMidHand();
  const { handId } = actor.table;
  const other = await TableNode.start(house.source, node.prefix, 'other');
  const back = new Promise((resolve) => other.redis.once('ready', resolve));
  await node.redis.del(...(await keysOfTable()));
  for (const { redis } of [other, node]) redis.disconnect(true);
  await back;
  expect(await other.host.hostNow(table.tableId)).toBe(false);
  await until('the lease', async () => (await other.pulse.ownerOf(table.tableId)) === 'node');

  await expect(call(actor)).rejects.toMatchObject({ code: 'TABLE_MOVED' });
  await until('the void hand', async () => (await hands()).length === 1);
  expect(await hands()).toEqual([{ outcome: 'voided', void_reason: 'state_lost' }]);
  const roots = await house.source.query<unknown[]>(
    'SELECT outcome, void_reason FROM deal_root_ends WHERE hand_id = $1',
    [handId],
  );
  expect(roots).toEqual([{ outcome: 'voided', void_reason: 'state_lost' }]);
  await other.stop();
});

it('Redis back without its last writes: the commit is refused and the old log is not played on', async () => {
  const actor = await inMidHand();
  const before = await dump();
  await call(actor);
  const seen = actor.table.version;
  await putBack(before);

  await expect(call(actor)).rejects.toMatchObject({ code: 'TABLE_MOVED' });
  await until('the table to open again', () => {
    const again = node.host.actor(table.tableId);
    return again !== null && again !== actor;
  });
  expect(await hands()).toEqual([{ outcome: 'voided', void_reason: 'state_lost' }]);
  expect(hosted().table.version).toBeGreaterThan(seen);
});

it('a log older than the last committed version is not read again, even where a commit had no answer', async () => {
  const actor = await inMidHand();
  const before = await dump();
  await call(actor);
  const seen = actor.table.version;
  // The answer of the next commit is lost, and Redis comes back older: the log is read again.
  node.log.breaksAt = 'before commit';
  node.log.meanwhile = () => putBack(before);
  await expect(call(actor)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  node.log.breaksAt = null;

  await until('the table to open again', () => {
    const again = node.host.actor(table.tableId);
    return again !== null && again !== actor;
  });
  expect(await hands()).toEqual([{ outcome: 'voided', void_reason: 'state_lost' }]);
  expect(hosted().table.version).toBeGreaterThan(seen);
  expect(await stacks()).toEqual([200_000, 200_000, 200_000]);
});

it('a new owner does not play on from a log that PostgreSQL is ahead of', async () => {
  const first = await node.open(table.tableId);
  await until('a hand', () => isHandRunning(first.actor.table.state));
  const inMid = await dump();
  const { handId } = first.actor.table;
  while (isHandRunning(first.actor.table.state) && first.actor.table.handId === handId) {
    const { command, player } = actOf(first.actor, 'fold');
    await first.actor.submit(command, player);
  }
  await until('the hand to be settled', async () => (await hands()).length === 1);
  const seen = first.actor.table.version;
  await node.crash();
  await putBack(inMid);

  const second = await node.open(table.tableId);
  expect(second.actor.table.version).toBeGreaterThan(seen);
  await until('the seats', () => seated(second.actor) === 3);
  const inSeats = second.actor.table.state.seats.flatMap((at) => at?.stackKrw ?? []);
  expect(inSeats).toEqual(await stacks());
  expect(second.actor.table.state.handNo).toBeGreaterThanOrEqual(1);
  expect(await hands()).toHaveLength(1);
});

it('a torn log is not played on: the table opens with the seats that are paid for', async () => {
  const first = await node.open(table.tableId);
  await until('a hand', () => isHandRunning(first.actor.table.state));
  const seen = first.actor.table.version;
  await node.crash();
  await node.redis.ltrim(node.keys.tableLog(table.tableId), 1, -1);
  await node.redis.rpop(node.keys.tableLog(table.tableId));

  const second = await node.open(table.tableId);
  expect(node.faults).toHaveLength(1);
  expect(second.actor.table.version).toBeGreaterThan(seen);
  await until('the seats', () => seated(second.actor) === 3);
});
