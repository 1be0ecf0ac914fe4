import { isHandRunning } from '@cardroom/engine';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  until,
  type PlayedTable,
  type SeatedPlayer,
  type TestDatabase,
} from '@cardroom/testing';

import type { PlayCommand, Player } from './player-commands';
import { actOf, playerToAct, seated, TableNode, type Break } from './table-node.builder';
import type { TableActor } from './table.actor';

/** A process breaks off at each step of a command or a settlement: what counted still counts, once. */

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let database: TestDatabase;
let house: PlayedHouse;
let prefix: string;
let first: TableNode;
let second: TableNode;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, seed);
});

afterAll(async () => {
  await house.close();
  await database.drop();
});

beforeEach(async () => {
  prefix = testRedisPrefix();
  first = await TableNode.start(house.source, prefix, 'first');
  second = await TableNode.start(house.source, prefix, 'second');
});

afterEach(async () => {
  await first.stop();
  await second.stop();
});

const asPlayer = ({ userId }: SeatedPlayer): Player => ({
  userId,
  nickname: userId,
  isStaff: false,
});

/** Somebody with money in the wallet and no seat at the table. */
async function newGuest(): Promise<Player> {
  const { players } = await house.table(1);
  const [guest] = players;
  if (guest === undefined) throw new Error('A table of one has a player');
  return asPlayer(guest);
}

async function availableKrw({ userId }: Player): Promise<number> {
  const [row] = await house.source.query<{ balance_krw: number }[]>(
    `SELECT balance_krw FROM ledger_accounts WHERE user_id = $1 AND kind = 'available'`,
    [userId],
  );
  return row?.balance_krw ?? 0;
}

const count = async (sql: string, of: string): Promise<number> => {
  const [row] = await house.source.query<{ n: number }[]>(`SELECT count(*)::int AS n ${sql}`, [of]);
  return row?.n ?? -1;
};

describe('a buy-in', () => {
  const sit = (tableId: string): PlayCommand => ({
    ...{ type: 'table.sit', cmdId: 'sit-00000001', tableId, seat: 4, buyInKrw: 100_000 },
  });

  it.each<Break>(['before commit', 'after commit'])(
    'that breaks off %s is a seat after the crash: paid once, and the repeat is told so',
    async (breaksAt) => {
      const { tableId } = await house.table(1);
      const guest = await newGuest();
      const before = await availableKrw(guest);
      const { actor } = await first.open(tableId);
      first.log.breaksAt = breaksAt;
      await expect(actor.submit(sit(tableId), guest)).rejects.toMatchObject({
        code: 'OUTCOME_UNKNOWN',
      });
      await first.crash();

      const next = await second.open(tableId);
      await until('the seat', () => next.actor.table.state.seats[4]?.userId === guest.userId);
      expect(await next.actor.submit(sit(tableId), guest)).toMatchObject({ ok: true });
      expect(await availableKrw(guest)).toBe(before - 100_000);
      expect(next.actor.table.state.seats[4]?.stackKrw).toBe(100_000);
    },
  );

  it('that breaks off is mended by the same process as well', async () => {
    const { tableId } = await house.table(1);
    const guest = await newGuest();
    const before = await availableKrw(guest);
    const { actor } = await first.open(tableId);
    first.log.breaksAt = 'before commit';
    await expect(actor.submit(sit(tableId), guest)).rejects.toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    });
    first.log.breaksAt = null;
    await until('the seat', () => actor.table.state.seats[4]?.userId === guest.userId);
    expect(await actor.submit(sit(tableId), guest)).toMatchObject({ ok: true });
    expect(await availableKrw(guest)).toBe(before - 100_000);
  });
});

describe('a hand', () => {
  async function inHand(node: TableNode, table: PlayedTable): Promise<TableActor> {
    const { actor } = await node.open(table.tableId);
    await until('a hand', () => isHandRunning(actor.table.state));
    return actor;
  }

  it('goes on with the same cards under the next owner, and the actions count once', async () => {
    const table = await house.table(3);
    const actor = await inHand(first, table);
    const { command, player } = actOf(actor, 'call');
    const answer = await actor.submit(command, player);
    const cards = table.players.map(({ userId }) => actor.table.cardsOf(userId));
    const { version } = actor.table;
    await first.crash();

    const next = (await second.open(table.tableId)).actor;
    expect(table.players.map(({ userId }) => next.table.cardsOf(userId))).toEqual(cards);
    expect(next.table.version).toBe(version);
    expect(await next.submit(command, player)).toEqual(answer);
    expect(next.table.version).toBe(version);
    expect(next.table.state.hand?.toActSeat).not.toBe(null);
  });

  it('whose action had no answer before the crash is played on from where the log says', async () => {
    const table = await house.table(3);
    const actor = await inHand(first, table);
    const { version } = actor.table;
    first.log.breaksAt = 'after commit';
    const { command, player } = actOf(actor, 'call');
    await expect(actor.submit(command, player)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    await first.crash();

    const next = (await second.open(table.tableId)).actor;
    expect(next.table.version).toBe(version + 1);
    const told = await next.submit(command, player);
    expect(told).toMatchObject({ ok: true, stateVersion: version + 1 });
    expect(next.table.version).toBe(version + 1);
  });

  it('that was settled before the crash, but still waits in Redis, is settled once', async () => {
    const table = await house.table(2);
    const actor = await inHand(first, table);
    first.log.breaksAt = 'before trim';
    const { handId } = actor.table;
    const { command, player } = actOf(actor, 'fold');
    await actor.submit(command, player);
    await until(
      'the settlement',
      async () => (await count('FROM hands WHERE id = $1', handId ?? '')) === 1,
    );
    await first.crash();
    const unsettled = second.keys.tableUnsettled(table.tableId);
    expect(await second.redis.llen(unsettled)).toBe(1);

    const next = (await second.open(table.tableId)).actor;
    await until('the trim', async () => (await second.redis.llen(unsettled)) === 0);
    expect(
      await count(`FROM ledger_transfers WHERE type = 'hand' AND business_key = $1`, handId ?? ''),
    ).toBe(1);
    const rows = await house.source.query<{ stack_krw: number }[]>(
      'SELECT stack_krw FROM seat_stacks WHERE table_id = $1 ORDER BY seat',
      [table.tableId],
    );
    await until('the next hand', () => isHandRunning(next.table.state));
    expect(next.table.state.seats.flatMap((at) => at?.stackKrw ?? [])).toEqual(
      rows.map((row) => row.stack_krw),
    );
  });
});

describe('a command that is repeated after a restart gets its first answer', () => {
  it.each<[string, (tableId: string) => PlayCommand]>([
    ['sit out', (tableId) => ({ type: 'table.sit_out', cmdId: 'repeat-0001', tableId })],
    ['leave', (tableId) => ({ type: 'table.leave', cmdId: 'repeat-0001', tableId })],
    [
      'top up',
      (tableId) => ({ type: 'table.top_up', cmdId: 'repeat-0001', tableId, amountKrw: 10_000 }),
    ],
  ])('%s', async (_name, commandOf) => {
    const table = await house.table(3);
    await house.source.query(`UPDATE tables SET max_buy_in_bb = 200 WHERE id = $1`, [
      table.tableId,
    ]);
    const { actor } = await first.open(table.tableId);
    await until('a hand', () => isHandRunning(actor.table.state));
    const player = playerToAct(actor);
    const command = commandOf(table.tableId);
    const answer = await actor.submit(command, player);
    expect(answer).toMatchObject({ ok: true });
    await first.crash();

    const next = (await second.open(table.tableId)).actor;
    expect(await next.submit(command, player)).toEqual(answer);
    expect(await next.submit({ ...command, type: 'table.sit_in' }, player)).toMatchObject({
      code: 'ACTION_ID_REUSED',
    });
    expect(seated(next)).toBeGreaterThan(0);
  });
});
