import { isHandRunning, seatIndex } from '@cardroom/engine';
import { krw } from '@cardroom/money';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type SeatedPlayer,
  type TestDatabase,
} from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

import type { TableFence } from '../fence/table-fence';
import type { FinishedHand } from '../settlement/finished-hand';
import { actOf, TableNode } from './table-node.builder';

/** Two nodes believe that they own a table: the older token moves no chip and no card. */

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let database: TestDatabase;
let house: PlayedHouse;
let older: TableNode;
let newer: TableNode;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, seed);
});

afterAll(async () => {
  await house.close();
  await database.drop();
});

beforeEach(async () => {
  const prefix = testRedisPrefix();
  older = await TableNode.start(house.source, prefix, 'older');
  newer = await TableNode.start(house.source, prefix, 'newer');
});

afterEach(async () => {
  await older.stop();
  await newer.stop();
});

it('in Redis: the actor of the older token stops, and nothing is told to anybody', async () => {
  const { tableId } = await house.table(3);
  const reasons: string[] = [];
  const { actor } = await older.open(tableId, (reason) => reasons.push(reason));
  await until('a hand', () => isHandRunning(actor.table.state));
  const told = older.io.deltas.length;
  const { actor: owner } = await newer.open(tableId);
  const { version } = owner.table;

  const { command, player } = actOf(actor, 'call');
  await expect(actor.submit(command, player)).rejects.toMatchObject({ code: 'TABLE_MOVED' });
  expect(reasons).toEqual(['fenced']);
  expect(older.io.deltas).toHaveLength(told);
  expect(owner.table.version).toBe(version);
  expect(await owner.submit(command, player)).toMatchObject({ ok: true });
  await expect(actor.submit(command, player)).rejects.toMatchObject({ code: 'TABLE_MOVED' });
});

describe('in PostgreSQL', () => {
  let fence: TableFence;
  let player: SeatedPlayer;
  let guest: SeatedPlayer;

  const books = async (): Promise<unknown> => {
    const [row] = await house.source.query<unknown[]>(
      `SELECT (SELECT count(*) FROM ledger_transfers) AS transfers,
              (SELECT count(*) FROM hands) AS hands, (SELECT count(*) FROM outbox) AS outbox,
              (SELECT json_agg(json_build_array(seat_session_id, status, stack_krw)
                 ORDER BY seat_session_id) FROM seat_stacks) AS seats`,
    );
    return row;
  };

  beforeEach(async () => {
    const { tableId, players } = await house.table(1);
    const [seated, other] = [players[0], (await house.table(1)).players[0]];
    if (seated === undefined || other === undefined) throw new Error('tables have players');
    [player, guest] = [seated, other];
    const raised = await older.tables.raiseFence(tableId);
    fence = { tableId, token: raised?.token ?? 0 };
    await newer.tables.raiseFence(tableId);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'a buy-in',
      () => {
        const { userId } = guest;
        const place = { seatSessionId: uuidv7(), seat: seatIndex(5), userId };
        return older.money.buyIn(fence, { ...place, amountKrw: krw(100_000) });
      },
    ],
    [
      'a top-up',
      () => older.money.topUp(fence, { ...player, topUpId: 'top-up-1', amountKrw: krw(1_000) }),
    ],
    ['a cash-out', () => older.money.cashOut(fence, player)],
  ])('%s under the older token is TABLE_MOVED and moves nothing', async (_name, move) => {
    const before = await books();
    await expect(move()).rejects.toMatchObject({ code: 'TABLE_MOVED' });
    expect(await books()).toEqual(before);
  });

  it('a settlement under the older token is fenced and moves nothing', async () => {
    const before = await books();
    const hand: FinishedHand = {
      ...{ handId: uuidv7(), handNo: 1, tableId: fence.tableId, outcome: 'settled' },
      ...{ voidReason: null, buttonSeat: 0, board: [], potKrw: 2_000, rakeKrw: 0 },
      players: [player, guest].map((each, index) => ({
        ...each,
        seat: index,
        startStackKrw: 200_000,
        endStackKrw: 200_000 + (index === 0 ? 1_000 : -1_000),
        ...{ putInKrw: 1_000, shown: false },
      })),
      ...{ events: [], sealedCards: null, deal: null, sealedDeal: null },
      ...{ startedAtMs: 1, endedAtMs: 2, requestId: 'stale' },
    };
    expect(await older.settlements.settle(hand, fence.token)).toBe('fenced');
    expect(await books()).toEqual(before);
  });
});
