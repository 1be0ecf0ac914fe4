import { createDataSource, withTransaction } from '@cardroom/database';
import { krw } from '@cardroom/money';
import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { checkLedger } from './check-ledger';
import { HistoryRepository } from './history.repository';
import { HoldRepository } from './hold.repository';
import { Holds } from './holds';
import { Ledger } from './ledger.service';
import { between, buyIn, deposit, playerWith } from './transfer.builder';
import type { TransferRequest } from './transfer-types';

let database: TestDatabase;
let source: DataSource;
const ledger = new Ledger();
const holds = new Holds(ledger, new HoldRepository());

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url, databasePoolSize: 10 });
  await source.initialize();
});

afterEach(async () => {
  expect(await checkLedger(source.manager)).toEqual([]);
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const inTransaction = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  withTransaction(source, work);
const post = async (...transfers: TransferRequest[]) =>
  inTransaction((manager) => ledger.post(manager, transfers));
const availableOf = async (userId: string): Promise<number> =>
  (await ledger.balanceOf(source.manager, userId)).availableKrw;
const countOf = async (table: string): Promise<number> => {
  const [row] = await source.query<{ n: number }[]>(`SELECT count(*) AS n FROM ${table}`);
  return row?.n ?? -1;
};

describe('a reversal', () => {
  const reverse = (transferId: string) =>
    inTransaction((manager) => ledger.reverse(manager, { transferId, actor: 'test', reason: 'r' }));

  it('is a new transfer that names the old one and undoes it, crypto included', async () => {
    const userId = await playerWith(source, 0);
    const asset = { kind: 'gateway_clearing', asset: 'USDT' } as const;
    const assets = [
      { account: asset, asset: 'USDT', units: 500n },
      { account: { kind: 'fx' } as const, asset: 'USDT', units: -500n },
    ];
    const transfer = { ...deposit(userId, 700), assets };
    await post(transfer);
    const outcome = await reverse(transfer.id);
    expect(outcome).toMatchObject({ status: 'posted' });
    expect(await availableOf(userId)).toBe(0);
    const [row] = await source.query<{ reverses: string; units: string }[]>(
      `SELECT t.reverses_transfer_id AS reverses, e.units::text FROM ledger_transfers t
       JOIN ledger_asset_entries e ON e.transfer_id = t.id WHERE t.type = 'reversal' AND e.units < 0`,
    );
    expect(row).toEqual({ reverses: transfer.id, units: '-500' });
  });

  it('happens once, however many ask for it at once', async () => {
    const userId = await playerWith(source, 1_000);
    const transfer = deposit(userId, 700);
    await post(transfer);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => reverse(transfer.id)));
    expect(outcomes.filter(({ status }) => status === 'posted')).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 'replayed')).toHaveLength(9);
    expect(await availableOf(userId)).toBe(1_000);
  });

  it('of money that has gone on, of a reversal, and of nothing is refused', async () => {
    const userId = await playerWith(source, 0);
    const transfer = deposit(userId, 700);
    await post(transfer, buyIn(userId, uuidv7(), 1));
    expect(await reverse(transfer.id)).toEqual({ status: 'refused', code: 'INSUFFICIENT_FUNDS' });
    await post(deposit(userId, 1));
    const done = await reverse(transfer.id);
    const reversalId = done.status === 'refused' ? '' : done.transferId;
    expect(await reverse(reversalId)).toEqual({ status: 'refused', code: 'NOT_REVERSIBLE' });
    expect(await reverse(uuidv7())).toEqual({ status: 'refused', code: 'NOT_FOUND' });
  });
});

it('a dry run answers as posting does and writes nothing', async () => {
  const userId = await playerWith(source, 1_000);
  const transfers = [600, 600, 400].map((amountKrw) => buyIn(userId, uuidv7(), amountKrw));
  const before = await countOf('ledger_entries');
  const dry = await inTransaction((manager) => ledger.dryRun(manager, transfers));
  expect([await availableOf(userId), await countOf('ledger_entries')]).toEqual([1_000, before]);
  expect(await post(...transfers)).toEqual(dry);
  expect(dry.map(({ status }) => status)).toEqual(['posted', 'refused', 'posted']);
});

it('a balance can be asked for any moment of the past', async () => {
  const userId = await playerWith(source, 0);
  const account = { kind: 'available', userId } as const;
  const moments: { at: Date; krw: number }[] = [];
  for (let index = 1; index <= 20; index += 1) {
    const transfer = deposit(userId, index);
    await post(transfer);
    const [row] = await source.query<{ at: Date }[]>(
      `SELECT date_trunc('milliseconds', created_at) + interval '1 ms' AS at
       FROM ledger_transfers WHERE id = $1`,
      [transfer.id],
    );
    const at = row?.at ?? new Date(0);
    moments.push({ at, krw: (index * (index + 1)) / 2 });
    await source.query('SELECT pg_sleep(0.003)');
  }
  for (const { at, krw: expected } of moments) {
    expect(await ledger.balanceAt(source.manager, account, at)).toBe(expected);
  }
  expect(await ledger.balanceAt(source.manager, account, new Date(0))).toBe(0);
  const nobody = { kind: 'available', userId: uuidv7() } as const;
  expect(await ledger.balanceAt(source.manager, nobody, new Date())).toBe(0);
});

describe('an account of the house', () => {
  const houseKrw = async (): Promise<number> => {
    const [row] = await source.query<{ krw: number }[]>(
      `SELECT balance_krw AS krw FROM ledger_house_balances WHERE kind = 'gateway_clearing'`,
    );
    return row?.krw ?? 0;
  };
  const summedKrw = async (): Promise<number> => {
    const [row] = await source.query<{ krw: number }[]>(
      `SELECT sum(e.amount_krw)::bigint AS krw FROM ledger_entries e
       JOIN ledger_accounts a ON a.id = e.account_id WHERE a.kind = 'gateway_clearing'`,
    );
    return row?.krw ?? 0;
  };

  it('has the balance that its entries add up to, rolled up or not', async () => {
    const userId = await playerWith(source, 500);
    expect(await houseKrw()).toBe(await summedKrw());
    await ledger.rollUp(source.manager);
    expect(await houseKrw()).toBe(await summedKrw());
    await post(deposit(userId, 300));
    expect(await houseKrw()).toBe(await summedKrw());
    await ledger.rollUp(source.manager);
    expect(await houseKrw()).toBe(await summedKrw());
  });

  it('counts once what was posted while it was rolled up', async () => {
    const [userId, other] = [await playerWith(source, 0), await playerWith(source, 0)];
    await inTransaction(async (manager) => {
      await ledger.post(manager, [deposit(userId, 40)]);
      await ledger.rollUp(source.manager);
      await post(deposit(other, 2));
      await ledger.rollUp(source.manager);
    });
    expect(await houseKrw()).toBe(await summedKrw());
    await ledger.rollUp(source.manager);
    expect(await houseKrw()).toBe(await summedKrw());
  });
});

describe('at once', () => {
  it('a cancel and the transfer that it cancels never both take effect', async () => {
    const userId = await playerWith(source, 10_000);
    for (let round = 0; round < 15; round += 1) {
      const transfer = buyIn(userId, uuidv7(), 10);
      const [wasInTime, [outcome]] = await Promise.all([
        inTransaction((manager) => ledger.cancelBefore(manager, transfer, 'test')),
        post(transfer),
      ]);
      expect([wasInTime, outcome?.status]).toEqual([wasInTime, wasInTime ? 'refused' : 'posted']);
    }
  });

  it('one name for two transfers of different players posts one of them', async () => {
    const [a, b] = [await playerWith(source, 100), await playerWith(source, 100)];
    for (let round = 0; round < 10; round += 1) {
      const businessKey = uuidv7();
      const outcomes = await Promise.all(
        [a, b].map((userId) => post({ ...buyIn(userId, uuidv7(), 1), businessKey })),
      );
      const texts = outcomes.flat().map((each) => ('code' in each ? each.code : each.status));
      expect(texts.sort()).toEqual(['IDEMPOTENCY_CONFLICT', 'posted']);
    }
  });

  it('write skew: two debits that each look at the sum of two accounts cannot both happen', async () => {
    const userId = await playerWith(source, 100);
    let looks = 0;
    let goOn = (): void => undefined;
    const bothHaveLooked = new Promise<void>((resolve) => (goOn = resolve));
    const decide = (): Promise<string> =>
      inTransaction(async (manager) => {
        const seen = (await ledger.balanceOf(manager, userId)).availableKrw;
        looks += 1;
        if (looks === 2) goOn();
        await bothHaveLooked;
        // Who had to begin anew may see that there is nothing left.
        if (seen === 0) return 'nothing';
        const [outcome] = await ledger.post(manager, [buyIn(userId, uuidv7(), seen)]);
        return outcome?.status ?? '';
      });
    const outcomes = await Promise.all([decide(), decide()]);
    expect(outcomes.filter((status) => status === 'posted')).toHaveLength(1);
    expect(await availableOf(userId)).toBe(0);
  });

  it('F13 transfers in opposite order, several a transaction, all happen', async () => {
    const [a, b] = [await playerWith(source, 1_000), await playerWith(source, 1_000)];
    const pairs = Array.from({ length: 24 }, (_, index) =>
      inTransaction(async (manager) => {
        const [from, to] = index % 2 === 0 ? [a, b] : [b, a];
        const outcomes = await ledger.post(manager, [between(from, to, 1)]);
        return [...outcomes, ...(await ledger.post(manager, [between(to, from, 1)]))];
      }),
    );
    expect((await Promise.all(pairs)).flat().every(({ status }) => status === 'posted')).toBe(true);
    expect([await availableOf(a), await availableOf(b)]).toEqual([1_000, 1_000]);
  });

  it('#101 a thousand withdrawals of one wallet: what the balance allows, and nobody waits too long', async () => {
    const userId = await playerWith(source, 100_000);
    const wide = createDataSource({
      ...{ databaseUrl: database.url, databasePoolSize: 50, databaseStatementTimeoutMs: 20_000 },
    });
    await wide.initialize();
    try {
      const outcomes = await Promise.all(
        Array.from({ length: 1_000 }, () =>
          withTransaction(wide, (manager) =>
            holds.place(manager, {
              ...{ holdId: uuidv7(), userId, amountKrw: krw(1_000), actor: userId },
            }),
          ),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'held')).toHaveLength(100);
      expect(new Set(outcomes.flatMap((each) => ('code' in each ? [each.code] : [])))).toEqual(
        new Set(['INSUFFICIENT_FUNDS']),
      );
    } finally {
      await wide.destroy();
    }
    expect(await ledger.balanceOf(source.manager, userId)).toMatchObject({
      ...{ availableKrw: 0, heldKrw: 100_000 },
    });
  }, 60_000);

  it('F12 five hundred withdrawals through ten connections are answered or refused, and none hangs', async () => {
    const userId = await playerWith(source, 100_000);
    const settled = await Promise.allSettled(
      Array.from({ length: 500 }, () =>
        inTransaction((manager) =>
          holds.place(manager, {
            ...{ holdId: uuidv7(), userId, amountKrw: krw(1_000), actor: userId },
          }),
        ),
      ),
    );
    const held = settled.filter(
      (each) => each.status === 'fulfilled' && each.value.status === 'held',
    );
    const shed = settled.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { code?: string }).code] : [],
    );
    expect(held).toHaveLength(100);
    expect(new Set(shed)).toEqual(new Set(['53300']));
    expect(shed.length + 100).toBeLessThanOrEqual(500);
  });
});

describe('the statements', () => {
  const planOf = async (sql: string, parameters: unknown[]): Promise<string> =>
    withTransaction(source, async (manager) => {
      // The rows of a test are few: what is asked is whether the index serves, not when it pays.
      await manager.query('SET LOCAL enable_seqscan = off');
      const rows = await manager.query<object[]>(`EXPLAIN ${sql}`, parameters);
      return JSON.stringify(rows);
    });

  it.each([
    [
      'the history of a player',
      `SELECT transfer_id FROM ledger_entries WHERE user_id = $1 AND transfer_id < $1
       ORDER BY transfer_id DESC LIMIT 20`,
      /user_id_transfer_id_idx/,
    ],
    [
      'an entry by its version',
      'SELECT 1 FROM ledger_entries WHERE account_id = $1 AND version = 7',
      /account_id_version_idx/,
    ],
    [
      'what a house account got since its roll-up',
      `SELECT sum(amount_krw) FROM ledger_entries
       WHERE account_id = $1 AND version IS NULL AND posted_xid >= '7'`,
      /account_id_posted_xid_idx/,
    ],
    [
      'the entries of a transfer',
      'SELECT 1 FROM ledger_entries WHERE transfer_id = $1',
      /ledger_entries_\d_pkey/,
    ],
    [
      'a transfer by its name',
      `SELECT 1 FROM ledger_transfers WHERE type = 'rakeback' AND business_key = $1::uuid::text`,
      /UQ_ledger_transfers_business_key/,
    ],
    [
      'a hand by its name where its transfer has an id of its own',
      `SELECT id FROM ledger_transfer_of('hand', $1::uuid::text)`,
      /UQ_ledger_transfers_business_key.*PK_ledger_transfers/,
    ],
    [
      'the accounts of a player',
      'SELECT 1 FROM ledger_account_owners WHERE user_id = $1',
      /IDX_ledger_account_owners_user/,
    ],
    [
      'holds that are over',
      `SELECT 1 FROM ledger_holds WHERE $1::uuid IS NOT NULL AND status = 'held'
         AND expires_at IS NOT NULL AND expires_at <= now() ORDER BY expires_at`,
      /IDX_ledger_holds_due/,
    ],
  ])('find %s by an index', async (_name, sql, index) => {
    expect(await planOf(sql, [uuidv7()])).toMatch(index);
  });

  it('are as many for a hundred transfers, or a hundred rows of history, as for one', async () => {
    const userId = await playerWith(source, 100_000);
    const countDuring = async (work: (manager: EntityManager) => Promise<unknown>) =>
      withTransaction(source, async (manager) => {
        const query = jest.spyOn(manager, 'query');
        await work(manager);
        return query.mock.calls.length;
      });
    for (const size of [1, 100]) {
      const transfers = Array.from({ length: size }, () => buyIn(userId, uuidv7(), 1));
      expect(await countDuring((manager) => ledger.post(manager, transfers))).toBe(1);
    }
    const query = jest.spyOn(source, 'query');
    const rows = await new HistoryRepository().list(source.manager, userId, null, 100);
    expect([rows.length, query.mock.calls.length]).toEqual([101, 1]);
    query.mockRestore();
  });
});
