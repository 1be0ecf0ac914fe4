import { createDataSource, withTransaction } from '@cardroom/database';
import {
  HistoryRepository,
  Ledger,
  type PostOutcome,
  type TransferRequest,
} from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import {
  createTestDatabase,
  PlayedHouse,
  playMonths,
  type PlayedMonths,
  type PlayedTable,
  type TestDatabase,
} from '@cardroom/testing';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { BooksOfHands1700000000034 } from './0034-books-of-hands';
import { undoTo } from './undo.builder';

const SEED = 3_434;

let database: TestDatabase;
let source: DataSource;
let house: PlayedHouse;
let months: PlayedMonths;
let table: PlayedTable;

beforeAll(async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
  house = await PlayedHouse.at(database.url, SEED);
  months = await playMonths(source, database.url, { seed: SEED, days: 6, oldBeforeDays: 3 });
  table = await house.table(2);
});

afterAll(async () => {
  await house.close();
  await source.destroy();
  await database.drop();
});

const post = async (transfer: TransferRequest): Promise<PostOutcome | undefined> => {
  const [outcome] = await withTransaction(source, (manager) =>
    new Ledger().post(manager, [transfer]),
  );
  return outcome;
};

/** A hand in which the first player of the table pays rake. */
function handOf(name: string, amountKrw: number): TransferRequest {
  const [{ userId, seatSessionId } = { userId: '', seatSessionId: '' }] = table.players;
  const seat = { kind: 'in_play', userId, seatSessionId } as const;
  return {
    ...{ id: name, type: 'hand', businessKey: name, actor: 'test' },
    entries: [
      { account: seat, amountKrw: krw(-amountKrw) },
      { account: { kind: 'rake' }, amountKrw: krw(amountKrw) },
    ],
  };
}

const anOldHand = async (): Promise<{ id: string; name: string }> => {
  const [hand] = await source.query<{ id: string; name: string }[]>(
    `SELECT id, business_key AS name FROM ledger_transfers
     WHERE type = 'hand' AND id::text <> business_key LIMIT 1`,
  );
  if (hand === undefined) throw new Error('there are hands of before');
  return hand;
};

it('a hand is posted once, by its id or by the name that it had before', async () => {
  const name = uuidv7();
  expect(await post(handOf(name, 5))).toEqual({ status: 'posted', transferId: name });
  expect(await post(handOf(name, 5))).toEqual({ status: 'replayed', transferId: name });
  const conflict = { status: 'refused', code: 'IDEMPOTENCY_CONFLICT' };
  expect(await post(handOf(name, 6))).toEqual(conflict);
  const old = await anOldHand();
  expect(await post(handOf(old.name, 5))).toEqual(conflict);
  const known = await source.query(`SELECT id FROM ledger_transfer_of('hand', $1)`, [old.name]);
  expect(known).toEqual([{ id: old.id }]);
});

it('a hand that is posted by many at once is posted once', async () => {
  const name = uuidv7();
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => post(handOf(name, 5))));
  expect(outcomes.map((outcome) => outcome?.status).sort()).toEqual([
    'posted',
    ...Array.from({ length: 5 }, () => 'replayed'),
  ]);
});

it('a hand is cancelled before it comes, and not after', async () => {
  const cancel = (businessKey: string): Promise<boolean> =>
    withTransaction(source, (manager) =>
      new Ledger().cancelBefore(manager, { type: 'hand', businessKey }, 'test'),
    );
  const [name, posted] = [uuidv7(), uuidv7()];
  await post(handOf(posted, 5));
  expect([await cancel(name), await cancel(posted)]).toEqual([true, false]);
  expect(await cancel((await anOldHand()).name)).toBe(false);
  expect(await post(handOf(name, 5))).toEqual({ status: 'refused', code: 'TRANSFER_CANCELLED' });
});

it('the database refuses a hand by another id than its own', async () => {
  await expect(post({ ...handOf(uuidv7(), 5), id: uuidv7() })).rejects.toMatchObject({
    driverError: { constraint: 'CK_ledger_transfers_hand' },
  });
});

it('F22 entries name their players on the way back, and histories are the same back and forth', async () => {
  const list = () => new HistoryRepository().list(source.manager, months.userId, null, 5_000);
  const before = await list();
  expect(before).toHaveLength(months.lines.length);
  await undoTo(source, BooksOfHands1700000000034);
  const unnamed = await source.query<unknown[]>(
    `SELECT 1 FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id
     WHERE e.user_id IS DISTINCT FROM a.user_id`,
  );
  expect(unnamed).toEqual([]);
  const { name } = await anOldHand();
  expect(await post({ ...handOf(name, 5), id: uuidv7() })).toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  });
  await source.runMigrations();
  expect(await list()).toEqual(before);
  await house.hand(await house.table(2));
});
