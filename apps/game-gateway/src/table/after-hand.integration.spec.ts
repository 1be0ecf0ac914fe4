import { recordOf, type StoredRecord } from '@cardroom/packing';
import { randomUUID } from 'node:crypto';

import { isHandRunning, type HandEvent } from '@cardroom/engine';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type PlayedTable,
  type TestDatabase,
} from '@cardroom/testing';

import { actOf, seated, TableNode } from './table-node.builder';
import type { TableActor } from './table.actor';

/** What PostgreSQL knows of a table besides its settled hands. */

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let database: TestDatabase;
let house: PlayedHouse;
let node: TableNode;
let table: PlayedTable;

beforeAll(async () => {
  process.stdout.write(`tables are made with seed ${seed}\n`);
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
  // The pause outlasts the test, on however slow a machine: no second hand begins.
  await house.source.query(
    'UPDATE tables SET rabbit_hunt = true, showdown_pause_ms = 60000 WHERE id = $1',
    [table.tableId],
  );
});

afterEach(async () => {
  await node.stop();
  await house.source.query(`UPDATE tables SET status = 'closed'`);
  await house.source.query(`UPDATE seat_sessions SET status = 'closed'`);
});

function hosted(): TableActor {
  const actor = node.host.actor(table.tableId);
  if (actor === null) throw new Error('The table is not hosted');
  return actor;
}

/** A hand of a new node that all but one have folded, and that PostgreSQL has. */
async function foldedHand(): Promise<TableActor> {
  await node.host.onApplicationBootstrap();
  return foldHand();
}

async function foldHand(): Promise<TableActor> {
  const actor = hosted();
  await until('a hand', () => isHandRunning(actor.table.state));
  while (isHandRunning(actor.table.state)) {
    const { command, player } = actOf(actor, 'fold');
    await actor.submit(command, player);
  }
  await until('the record of the hand', async () => {
    const loaded = await node.log.load(table.tableId);
    return loaded?.unsettled.length === 0 && actor.table.handId !== null;
  });
  return actor;
}

const reveals = (): Promise<{ place: number; event: HandEvent }[]> =>
  house.source.query(
    `SELECT r.place, r.event FROM hand_reveals r JOIN hands h ON h.id = r.hand_id
     WHERE h.table_id = $1 ORDER BY r.place`,
    [table.tableId],
  );

const userAt = (actor: TableActor, seat: number): string =>
  actor.table.state.seats[seat]?.userId ?? '';

describe('§12 cards that are turned up after the hand', () => {
  it('belong to the stored hand, in their order and once', async () => {
    const actor = await foldedHand();
    const { tableId } = table;
    const handId = actor.table.handId ?? '';
    const player = { userId: userAt(actor, 0), nickname: 'x', isStaff: false };
    const show = { type: 'table.show', cmdId: 'show', tableId, handId } as const;
    const rabbit = { type: 'table.rabbit_hunt', cmdId: 'rabbit', tableId, handId } as const;
    expect(await actor.submit(show, player)).toMatchObject({ ok: true });
    expect(await actor.submit(rabbit, player)).toMatchObject({ ok: true });
    expect(await actor.submit(show, player)).toMatchObject({ ok: true });
    await until('both records', async () => (await reveals()).length === 2);
    const shown = await reveals();
    expect(shown.map(({ event }) => event)).toMatchObject([
      { type: 'hand_shown', seat: 0 },
      { type: 'rabbit_cards' },
    ]);
    const [stored] = await house.source.query<StoredRecord[]>(
      'SELECT record, archive FROM hands WHERE id = $1',
      [handId],
    );
    const count = stored === undefined ? 0 : recordOf(stored).events.length;
    expect(shown.map(({ place }) => place - count)).toEqual([0, 1]);
  });

  it('wait in Redis until PostgreSQL has them, and are written once', async () => {
    const actor = await foldedHand();
    const { tableId } = table;
    const player = { userId: userAt(actor, 1), nickname: 'x', isStaff: false };
    node.log.breaksAt = 'before trim';
    const show = { type: 'table.show', cmdId: 'show', tableId } as const;
    await actor.submit({ ...show, handId: actor.table.handId ?? '' }, player);
    await until('the record', async () => (await reveals()).length === 1);
    expect((await node.log.load(tableId))?.unsettled).toHaveLength(1);
    node.log.breaksAt = null;
    await until('the end of the wait', async () => {
      return (await node.log.load(tableId))?.unsettled.length === 0;
    });
    expect(await reveals()).toHaveLength(1);
  });
});

describe('a table that Redis has lost', () => {
  const lose = async (actor: TableActor): Promise<TableActor> => {
    await node.redis.del(...(await node.redis.keys(`*{t:${table.tableId}}*`)));
    // It comes back without a hand, which would change what it remembers.
    await house.source.query('UPDATE tables SET min_players_to_start = 10 WHERE id = $1', [
      table.tableId,
    ]);
    const player = { userId: userAt(actor, 0), nickname: 'x', isStaff: false };
    const { tableId } = table;
    await expect(
      actor.submit({ type: 'table.sit_out', cmdId: 'lost', tableId }, player),
    ).rejects.toMatchObject({ code: 'TABLE_MOVED' });
    await until('the table to open again', () => {
      const again = node.host.actor(table.tableId);
      return again !== null && again !== actor && seated(again) > 0;
    });
    return hosted();
  };

  it('§9.2 remembers with how much somebody left: nobody comes back with less', async () => {
    const actor = await foldedHand();
    const userId = userAt(actor, 2);
    const stackKrw = actor.table.state.seats[2]?.stackKrw;
    const leave = { type: 'table.leave', cmdId: 'leave', tableId: table.tableId } as const;
    await actor.submit(leave, { userId, nickname: 'x', isStaff: false });
    await until('an empty seat', () => actor.table.state.seats[2] === null);
    const again = await lose(actor);
    expect(again.table.state.departed).toMatchObject([{ userId, stackKrw, owesSmall: false }]);
  });

  it('§9.2 remembers who waits for a seat, in their order, and keeps every seat that is paid for', async () => {
    const { tableId } = table;
    await house.source.query('UPDATE tables SET max_seats = 3 WHERE id = $1', [tableId]);
    await node.host.onApplicationBootstrap();
    await until('a full table', () => seated(hosted()) === 3);
    const waiting = ['First', 'Second'].map((nickname) => ({ userId: randomUUID(), nickname }));
    for (const each of waiting) {
      const command = { type: 'table.wait', cmdId: each.nickname, tableId } as const;
      const answer = await hosted().submit(command, { ...each, isStaff: false });
      expect(answer).toMatchObject({ ok: true });
    }
    const again = await lose(await foldHand());
    await until('all seats', () => seated(again) === 3);
    expect(again.table.state.waiting).toEqual(waiting.map((each) => ({ ...each, offer: null })));
  });

  it('§9.3 remembers who has missed a small blind, by its last hand', async () => {
    const actor = await foldedHand();
    const userId = userAt(actor, 2);
    await house.source.query(
      `UPDATE seat_sessions SET owes_small = true WHERE table_id = $1 AND user_id = $2`,
      [table.tableId, userId],
    );
    const again = await lose(actor);
    const owing = again.table.state.seats.flatMap((at) => (at?.owes.small ? [at.userId] : []));
    expect(owing).toEqual([userId]);
  });
});
