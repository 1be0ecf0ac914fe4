import { krw } from '@cardroom/money';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  type PlayedTable,
  type TestDatabase,
} from '@cardroom/testing';

import { handAt, STACK_KRW } from '../settlement/finished-hand.builder';
import { TableNode } from '../table/table-node.builder';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let database: TestDatabase;
let house: PlayedHouse;
let node: TableNode;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, seed);
  node = await TableNode.start(house.source, testRedisPrefix());
});

afterAll(async () => {
  await node.stop();
  await house.close();
  await database.drop();
});

async function tokenOf({ tableId }: PlayedTable): Promise<number> {
  const raised = await node.tables.raiseFence(tableId);
  if (raised === null) throw new Error('nobody else has the table');
  return raised.token;
}

it('whoever gets up while his hand is being written leaves with what it left him', async () => {
  const table = await house.table(2);
  const token = await tokenOf(table);
  const [winner] = table.players;
  if (winner === undefined) throw new Error('two sit');
  const holding = house.source.createQueryRunner();
  const waiting = async (count: number): Promise<void> => {
    for (;;) {
      const rows = await house.source.query<unknown[]>(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows.length >= count) return;
    }
  };
  await holding.startTransaction();
  await holding.query('SELECT wait_for_fence($1)', [table.tableId]);
  const settling = node.settlements.settle(handAt(table), token);
  await waiting(1);
  const leaving = node.money.cashOut({ tableId: table.tableId, token }, winner);
  await waiting(2);
  await holding.commitTransaction();
  await holding.release();
  expect(await settling).toBe('settled');
  expect(await leaving).toBe(STACK_KRW + 900);
  expect(await node.money.cashOut({ tableId: table.tableId, token }, winner)).toBe(0);
});

it('chips are brought to a seat once, and to none that is closed', async () => {
  const table = await house.table(2);
  const fence = { tableId: table.tableId, token: await tokenOf(table) };
  const [player] = table.players;
  if (player === undefined) throw new Error('two sit');
  const topUp = { ...player, topUpId: 'once', amountKrw: krw(5_000) };
  for (let asked = 0; asked < 2; asked += 1) {
    expect(await node.money.topUp(fence, topUp)).toBe(true);
  }
  expect(await node.money.cashOut(fence, player)).toBe(STACK_KRW + 5_000);
  const late = node.money.topUp(fence, { ...topUp, topUpId: 'late' });
  await expect(late).rejects.toMatchObject({ code: 'NOT_SEATED' });
  expect(await node.money.topUp(fence, topUp)).toBe(true);
  const [books] = await house.source.query<unknown[]>(
    `SELECT s.bought_in_krw::int AS seat, m.brought_krw::int AS books, m.taken_krw::int AS taken
     FROM seat_sessions s JOIN seat_movements m ON m.owner_key = s.id::text WHERE s.id = $1`,
    [player.seatSessionId],
  );
  const krwAtEnd = STACK_KRW + 5_000;
  expect(books).toEqual({ seat: krwAtEnd, books: krwAtEnd, taken: krwAtEnd });
});
