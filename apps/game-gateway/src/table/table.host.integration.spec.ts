import { NodeRegistry } from '@cardroom/cache';
import { isHandRunning } from '@cardroom/engine';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type TestDatabase,
} from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

import { actOf, playerToAct, TableNode } from './table-node.builder';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let database: TestDatabase;
let house: PlayedHouse;
let prefix: string;
const nodes: TableNode[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, seed);
});

beforeEach(() => {
  prefix = testRedisPrefix();
});

afterEach(async () => {
  for (const node of nodes.splice(0)) await node.stop();
  // The next test has a Redis without them: what is left is nobody's to host.
  await house.source.query(`UPDATE tables SET pool = 'past'`);
});

afterAll(async () => {
  await house.close();
  await database.drop();
});

async function startNode(name: string): Promise<TableNode> {
  const node = await TableNode.start(house.source, prefix, name);
  nodes.push(node);
  return node;
}

it('a node that starts hosts at once what an orderly stopped one has left, hands and all', async () => {
  const { tableId } = await house.table(3);
  const { tableId: other } = await house.table(2);
  const first = await startNode('first');
  await first.host.onApplicationBootstrap();
  const left = first.host.actor(tableId);
  await until('a hand', () => left !== null && isHandRunning(left.table.state));
  await first.host.drain();
  expect(first.host.actor(tableId)).toBeNull();

  const second = await startNode('second');
  await second.host.onApplicationBootstrap();
  expect(
    second.host
      .lobby()
      .map((table) => table.tableId)
      .sort(),
  ).toEqual([tableId, other].sort());
  expect(second.host.actor(tableId)?.table.handId).toBe(left?.table.handId);
});

it('a node that comes is given tables until both have as many, and none in mid-hand', async () => {
  const busy = [await house.table(3), await house.table(3)].map(({ tableId }) => tableId);
  const quiet = [await house.table(1), await house.table(1)].map(({ tableId }) => tableId);
  const first = await startNode('first');
  await first.host.onApplicationBootstrap();
  const actors = busy.map((tableId) => first.host.actor(tableId));
  const handIds = (): unknown[] => actors.map((actor) => actor?.table.handId);
  await until('both hands', () =>
    actors.every((actor) => actor !== null && isHandRunning(actor.table.state)),
  );
  const before = handIds();

  const second = await startNode('second');
  await second.host.onApplicationBootstrap();
  const tablesOf = ({ host }: TableNode): string[] => host.lobby().map(({ tableId }) => tableId);
  await until('the quiet tables to move', () => tablesOf(second).length === 2);
  expect(tablesOf(second).sort()).toEqual([...quiet].sort());
  expect(busy.map((tableId) => first.host.actor(tableId))).toEqual(actors);
  expect(handIds()).toEqual(before);
});

it('until the lease of a killed node has run out its tables are TABLE_MOVED, then they are hosted', async () => {
  const { tableId } = await house.table(2);
  const node = await startNode('alive');
  await node.redis.set(node.keys.tableLease(tableId), 'killed', 'PX', 500);
  await node.host.onApplicationBootstrap();
  expect(node.host.actor(tableId)).toBeNull();
  expect(await node.placement.faultOf(tableId)).toBeNull();
  await until('the table', () => node.host.actor(tableId) !== null);
});

describe('F1 what a killed node hosted, however long its lease', () => {
  /** A node that hosts the table, says so, and is heard of no more. */
  async function killed(node: TableNode, tableId: string): Promise<void> {
    await node.redis.set(node.keys.tableLease(tableId), 'killed', 'PX', 600_000);
    const load = { pool: 'main', tables: 1, connections: 0, isDraining: false };
    await new NodeRegistry(node.redis, node.keys).beat({ nodeId: 'killed', ...load });
  }

  it('is hosted by another as soon as its connections are closed', async () => {
    const node = await startNode('alive');
    await node.listen();
    await node.host.onApplicationBootstrap();
    const { tableId } = await house.table(2);
    await killed(node, tableId);
    await until('the table', () => node.host.actor(tableId) !== null);
    expect(await node.placement.ownerOf(tableId)).toBe('alive');
  });

  it('is hosted by the process that is started in its place before it is ready', async () => {
    const { tableId } = await house.table(2);
    const node = await startNode('again');
    await killed(node, tableId);
    await node.listen();
    await node.host.onApplicationBootstrap();
    expect(node.host.actor(tableId)).not.toBeNull();
  });
});

it('a table that nobody knows is TABLE_NOT_FOUND', async () => {
  const { placement } = await startNode('node');
  expect(await placement.faultOf(uuidv7())).toBe('TABLE_NOT_FOUND');
});

it('tables of another pool are left to its nodes', async () => {
  const { tableId } = await house.table(2);
  await house.source.query(`UPDATE tables SET pool = 'other' WHERE id = $1`, [tableId]);
  const { host, placement } = await startNode('node');
  await host.onApplicationBootstrap();
  expect(host.actor(tableId)).toBeNull();
  expect(await placement.ownerOf(tableId)).toBeNull();
});

it('a table that nobody hosts is hosted with the first command for it', async () => {
  const node = await startNode('node');
  await node.host.onApplicationBootstrap();
  const { tableId } = await house.table(2);
  expect(await node.placement.ownerOf(tableId)).toBe('node');
  expect(node.host.actor(tableId)).not.toBeNull();
});

it('#67 a table that is closed plays its hand to the end, pays everybody and is let go', async () => {
  const { tableId, players } = await house.table(2);
  const node = await startNode('node');
  await node.host.onApplicationBootstrap();
  const actor = node.host.actor(tableId);
  if (actor === null) throw new Error('The table is not hosted');
  await until('a hand', () => isHandRunning(actor.table.state));
  await house.source.query(`UPDATE tables SET status = 'closed' WHERE id = $1`, [tableId]);
  const topUp = { type: 'table.top_up', cmdId: 'top-up-0001', tableId, amountKrw: 1_000 } as const;
  await until('the news', async () => {
    const answer = await actor.submit({ ...topUp, cmdId: uuidv7() }, playerToAct(actor));
    return !answer.ok && answer.code === 'TABLE_CLOSED';
  });
  expect(isHandRunning(actor.table.state)).toBe(true);
  const { command, player } = actOf(actor, 'fold');
  expect(await actor.submit(command, player)).toMatchObject({ ok: true });

  await until('the end', () => node.host.actor(tableId) === null);
  expect(await node.placement.faultOf(tableId)).toBe('TABLE_CLOSED');
  const open = await house.source.query<unknown[]>(
    `SELECT 1 FROM seat_sessions WHERE table_id = $1 AND status = 'open'`,
    [tableId],
  );
  expect(open).toEqual([]);
  const paid = node.io.notices.filter(({ code }) => code === 'CASHED_OUT');
  expect(paid.map(({ userId }) => userId).sort()).toEqual(players.map((at) => at.userId).sort());
  expect(await node.tables.tablesToHost('main')).toEqual([]);
});

it('a table that was closed with players, while nobody hosted it, is opened to pay them', async () => {
  const { tableId } = await house.table(2);
  await house.source.query(`UPDATE tables SET status = 'closed' WHERE id = $1`, [tableId]);
  const node = await startNode('node');
  await node.host.onApplicationBootstrap();
  expect(node.host.actor(tableId)).not.toBeNull();
  await until('the end', () => node.host.actor(tableId) === null);
  expect(node.io.notices.filter(({ code }) => code === 'CASHED_OUT')).toHaveLength(2);
});

it('#67 a table whose kill switch is off is closed, and opens again when it is on', async () => {
  const { tableId } = await house.table(2);
  const name = `table:${tableId}`;
  await house.source.query(
    `INSERT INTO kill_switches (name, is_on, reason, actor) VALUES ($1, false, 'test', 'test')`,
    [name],
  );
  const node = await startNode('node');
  await node.host.onApplicationBootstrap();
  await until('the end', () => node.host.actor(tableId) === null);
  expect(node.io.notices.filter(({ code }) => code === 'CASHED_OUT')).toHaveLength(2);
  expect(await node.placement.faultOf(tableId)).toBe('TABLE_CLOSED');
  await house.source.query('UPDATE kill_switches SET is_on = true WHERE name = $1', [name]);
  await until('the table', () => node.host.actor(tableId) !== null);
});

it('settings that staff have changed count from the next hand, and not in the one being played', async () => {
  const { tableId } = await house.table(2);
  const node = await startNode('node');
  await node.host.onApplicationBootstrap();
  const actor = node.host.actor(tableId);
  if (actor === null) throw new Error('The table is not hosted');
  await until('a hand', () => isHandRunning(actor.table.state));
  const { handId } = actor.table;
  await house.source.query('UPDATE tables SET action_timeout_ms = 7777 WHERE id = $1', [tableId]);
  const { command, player } = actOf(actor, 'call');
  expect(await actor.submit(command, player)).toMatchObject({ ok: true });
  expect(actor.table.state.config.actionTimeoutMs).not.toBe(7777);
  const fold = actOf(actor, 'fold');
  expect(await actor.submit(fold.command, fold.player)).toMatchObject({ ok: true });
  await until(
    'the new settings',
    () => node.host.actor(tableId)?.table.state.config.actionTimeoutMs === 7777,
  );
  const again = node.host.actor(tableId);
  expect(again?.table.state.seats.filter((at) => at !== null)).toHaveLength(2);
  await until('the next hand', () => (node.host.actor(tableId)?.table.handId ?? handId) !== handId);
});

it.each([
  ['pot-limit', 7_000],
  ['fixed-limit', 4_000],
])('a %s table lets the first to act raise to %i and no won more', async (structure, mostKrw) => {
  const { tableId } = await house.table(3);
  await house.source.query('UPDATE tables SET structure = $2 WHERE id = $1', [tableId, structure]);
  const node = await startNode('node');
  await node.host.onApplicationBootstrap();
  const actor = node.host.actor(tableId);
  if (actor === null) throw new Error('The table is not hosted');
  await until('a hand', () => isHandRunning(actor.table.state));
  const { version, handId } = actor.table;
  const raise = (toKrw: number): Promise<unknown> => {
    const command = {
      type: 'table.act',
      cmdId: `raise-${toKrw}`,
      tableId,
      action: 'raise',
    } as const;
    return actor.submit(
      { ...command, toKrw, handId: handId ?? '', stateVersion: version },
      playerToAct(actor),
    );
  };
  expect(await raise(mostKrw + 1)).toMatchObject({ ok: false, code: 'BET_TOO_LARGE' });
  expect(await raise(mostKrw)).toMatchObject({ ok: true });
  expect(actor.table.state.hand?.currentBetKrw).toBe(mostKrw);
});
