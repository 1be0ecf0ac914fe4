import { DEAL_ALGORITHM } from '@cardroom/fairness';
import { checkLedger, HistoryRepository, Ledger } from '@cardroom/ledger';
import { InvariantError } from '@cardroom/platform';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  type PlayedTable,
  type TestDatabase,
} from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

import { TableNode } from '../table/table-node.builder';
import { DealRootRepository } from './deal-root.repository';
import type { FinishedHand } from './finished-hand';
import { handAt, STACK_KRW } from './finished-hand.builder';

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

/** Everything that a settlement writes, counted or as it is. */
const written = async ({ tableId }: PlayedTable): Promise<unknown> =>
  house.source.query(
    `SELECT (SELECT count(*) FROM hands WHERE table_id = t.id) AS hands,
       (SELECT count(*) FROM hand_seats p JOIN hands h ON h.id = p.hand_id WHERE h.table_id = t.id)
         AS players,
       (SELECT json_agg(s.stack_krw ORDER BY s.seat) FROM seat_stacks s WHERE s.table_id = t.id)
         AS stacks,
       (SELECT array_agg(s.owes_small ORDER BY s.seat) FROM seat_sessions s WHERE s.table_id = t.id)
         AS owes,
       (SELECT count(*) FROM outbox o JOIN hands h ON o.payload ->> 'handId' = h.id::text
        WHERE h.table_id = t.id) AS work,
       (SELECT count(*) FROM ledger_transfers l JOIN hands h ON h.transfer_id = l.id
        WHERE h.table_id = t.id) AS transfers,
       (SELECT array_agg(r.outcome) FROM deal_root_ends r WHERE r.table_id = t.id) AS roots, t.waiting,
       t.hand_no AS "handNo"
     FROM tables t WHERE t.id = $1`,
    [tableId],
  );

it('a hand is written with its chips, its seats, its root and its work, once', async () => {
  const table = await house.table(3);
  const token = await tokenOf(table);
  const handId = uuidv7();
  const root = { algorithm: DEAL_ALGORITHM, root: 'ab'.repeat(32) };
  const deal = { handId, ...root, commitments: [], seeds: [], dealOrder: [0, 1] };
  const owing = table.players[2]?.seatSessionId ?? '';
  const waiting = [{ userId: table.players[0]?.userId ?? '', nickname: 'somebody' }];
  const hand = handAt(table, { handId, deal, owingSmall: [owing], waiting });
  expect(await node.settlements.settle(hand, token)).toBe('settled');
  const once = {
    ...{ hands: 1, players: 2, stacks: [200_900, 199_000, 200_000], owes: [false, false, true] },
    ...{ work: 1, transfers: 1, roots: ['settled'], waiting, handNo: 1 },
  };
  expect(await written(table)).toEqual([once]);
  expect(await node.settlements.settle(hand, token)).toBe('repeated');
  expect(await written(table)).toEqual([once]);
});

it('the history of who won says which hand it was', async () => {
  const table = await house.table(2);
  const hand = handAt(table);
  await node.settlements.settle(hand, await tokenOf(table));
  const winner = table.players[0]?.userId ?? '';
  const [newest] = await new HistoryRepository().list(house.source.manager, winner, null, 1);
  expect(newest).toMatchObject({ type: 'win', amountKrw: 900, balanceAfterKrw: 200_900 });
  const { handId, handNo, tableId } = hand;
  expect(newest?.details).toEqual({ handId, handNo, tableId });
});

it('who has left still finds his hands, and none that were played after him', async () => {
  const table = await house.table(3);
  const token = await tokenOf(table);
  const hand = handAt(table);
  await node.settlements.settle(hand, token);
  const [winner] = table.players;
  if (winner === undefined) throw new Error('three sit');
  await node.money.cashOut({ tableId: table.tableId, token }, winner);
  const [session] = await house.source.query<unknown[]>(
    `SELECT s.after_hand_no, s.until_hand_no, s.left_with_krw, s.status, k.stack_krw
     FROM seat_sessions s JOIN seat_stacks k ON k.seat_session_id = s.id WHERE s.id = $1`,
    [winner.seatSessionId],
  );
  expect(session).toMatchObject({ after_hand_no: 0, status: 'closed', stack_krw: 0 });
  expect(session).toHaveProperty('left_with_krw', STACK_KRW + 900);
  expect(session).toHaveProperty('until_hand_no', 11);
  const found = await house.source.query<{ id: string }[]>(
    `SELECT hands_of_player($1, 'ffffffff-ffff-ffff-ffff-ffffffffffff', '-infinity', 'infinity', 9) AS id`,
    [winner.userId],
  );
  expect(found.map(({ id }) => id)).toEqual([hand.handId]);
});

it('a void hand leaves the chips where they were', async () => {
  const table = await house.table(2);
  const players = handAt(table).players.map((player) => ({ ...player, endStackKrw: STACK_KRW }));
  const hand = handAt(table, {
    ...{ outcome: 'voided', voidReason: 'deck_lost', potKrw: 2_000, rakeKrw: 0, players },
  });
  expect(await node.settlements.settle(hand, await tokenOf(table))).toBe('settled');
  expect(await written(table)).toMatchObject([
    { hands: 1, players: 2, stacks: [STACK_KRW, STACK_KRW], transfers: 0, work: 1 },
  ]);
});

describe('nothing is written of a hand', () => {
  const wrong: [string, (table: PlayedTable, other: PlayedTable) => FinishedHand, RegExp][] = [
    [
      'that began with other stacks',
      (table) => {
        const [first, second] = handAt(table).players;
        if (first === undefined || second === undefined) throw new Error('two play');
        const players = [
          { ...first, startStackKrw: STACK_KRW + 5, endStackKrw: STACK_KRW + 905 },
          second,
        ];
        return handAt(table, { players });
      },
      /stacks that PostgreSQL has/,
    ],
    [
      'of somebody who sits at another table',
      (table, other) => ({ ...handAt(other), tableId: table.tableId }),
      /sit at its table/,
    ],
    [
      'whose chips are not there',
      (table) => {
        const [first, second] = handAt(table).players;
        if (first === undefined || second === undefined) throw new Error('two play');
        const lostKrw = 3 * STACK_KRW;
        const players = [
          { ...first, endStackKrw: STACK_KRW + lostKrw },
          { ...second, startStackKrw: STACK_KRW + lostKrw, endStackKrw: STACK_KRW },
        ];
        return handAt(table, { players, rakeKrw: 0 });
      },
      /stacks that PostgreSQL has/,
    ],
    [
      'that makes chips of nothing',
      (table) => {
        const [first] = handAt(table).players;
        if (first === undefined) throw new Error('two play');
        return { ...handAt(table), rakeKrw: 101 };
      },
      /sums to 0/,
    ],
  ];

  it.each(wrong)('%s', async (_name, handOf, rule) => {
    const [table, other] = [await house.table(2), await house.table(2)];
    const before = [await written(table), await written(other)];
    const settling = node.settlements.settle(handOf(table, other), await tokenOf(table));
    const thrown: unknown = await settling.catch((cause: unknown) => cause);
    expect(thrown).toBeInstanceOf(InvariantError);
    expect(String(thrown)).toMatch(rule);
    expect([await written(table), await written(other)]).toEqual(before);
  });
});

it('a hand whose transfer was cancelled before it came is not written', async () => {
  const table = await house.table(2);
  const hand = handAt(table);
  const before = await written(table);
  const { manager } = house.source;
  await new Ledger().cancelBefore(manager, { type: 'hand', businessKey: hand.handId }, 'test');
  const settling = node.settlements.settle(hand, await tokenOf(table));
  await expect(settling).rejects.toThrow(/there to be moved/);
  expect(await written(table)).toEqual(before);
});

it('a root whose secret is lost ends as void however long ago it came out, and those of hands do not', async () => {
  const table = await house.table(2);
  const hand = handAt(table);
  const known = uuidv7();
  const lost = uuidv7();
  for (const handId of [hand.handId, known, lost]) {
    await house.source.query(
      `INSERT INTO deal_roots (hand_id, table_id, algorithm, root, announced_at)
       VALUES ($1, $2, $3, $4, now() - interval '30 days')`,
      [handId, table.tableId, DEAL_ALGORITHM, 'ab'.repeat(32)],
    );
  }
  await node.settlements.settle(hand, await tokenOf(table));
  const roots = new DealRootRepository(house.source);
  expect(await roots.endLost(table.tableId, [known])).toBe(1);
  const ended = await house.source.query<unknown[]>(
    'SELECT hand_id FROM deal_roots WHERE table_id = $1 AND outcome IS NOT NULL',
    [table.tableId],
  );
  expect(ended).toEqual([{ hand_id: lost }]);
});

it('the books are whole after all that was settled, and each seat has what its last hand left it', async () => {
  const table = await house.table(2);
  const token = await tokenOf(table);
  const first = handAt(table);
  await node.settlements.settle(first, token);
  const players = first.players.map((player, at) => ({
    ...{ ...player, startStackKrw: player.endStackKrw, putInKrw: 500 },
    endStackKrw: player.endStackKrw + (at === 0 ? -500 : 500),
  }));
  const second = handAt(table, { handNo: 2, potKrw: 1_000, rakeKrw: 0, players });
  expect(await node.settlements.settle(second, token)).toBe('settled');
  const { manager } = house.source;
  expect(await checkLedger(manager)).toEqual([]);
  const entries = await manager.query<unknown[]>(
    `SELECT s.seat, e.version, e.amount_krw::int AS amount, e.balance_after_krw::int AS after, e.user_id
     FROM seat_stacks s JOIN ledger_account_owners o ON o.owner_key = s.seat_session_id::text
     JOIN ledger_entries e ON e.account_id = o.account_id AND e.version > 1
     WHERE s.table_id = $1 ORDER BY s.seat, e.version`,
    [table.tableId],
  );
  const entry = (seat: number, version: number, amount: number, after: number) => ({
    ...{ seat, version, amount, after },
    user_id: null,
  });
  expect(entries).toEqual([
    ...[entry(0, 2, 900, 200_900), entry(0, 3, -500, 200_400)],
    ...[entry(1, 2, -1_000, 199_000), entry(1, 3, 500, 199_500)],
  ]);
});
