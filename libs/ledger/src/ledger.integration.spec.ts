import { createDataSource, withTransaction } from '@cardroom/database';
import { krw } from '@cardroom/money';
import { createTestDatabase, seededRandom, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { checkLedger } from './check-ledger';
import { Ledger } from './ledger.service';
import type { PostOutcome, TransferRequest } from './transfer-types';

let database: TestDatabase;
let source: DataSource;
const ledger = new Ledger();

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url, databasePoolSize: 20 });
  await source.initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const post = (...transfers: TransferRequest[]): Promise<PostOutcome[]> =>
  withTransaction(source, (manager) => ledger.post(manager, transfers));

const deposit = (userId: string, amountKrw: number): TransferRequest => ({
  id: uuidv7(),
  type: 'crypto_deposit',
  businessKey: uuidv7(),
  actor: 'test',
  entries: [
    { account: { kind: 'gateway_clearing', asset: 'USDT' }, amountKrw: krw(-amountKrw) },
    { account: { kind: 'available', userId }, amountKrw: krw(amountKrw) },
  ],
});

const buyIn = (userId: string, seatSessionId: string, amountKrw: number): TransferRequest => ({
  id: uuidv7(),
  type: 'buy_in',
  businessKey: uuidv7(),
  actor: userId,
  entries: [
    { account: { kind: 'available', userId }, amountKrw: krw(-amountKrw) },
    { account: { kind: 'in_play', userId, seatSessionId }, amountKrw: krw(amountKrw) },
  ],
});

async function playerWith(amountKrw: number): Promise<string> {
  const userId = uuidv7();
  await post(deposit(userId, amountKrw));
  return userId;
}

const balanceOf = (userId: string) => ledger.balanceOf(source.manager, userId);

describe('a transfer', () => {
  it('moves won between accounts and keeps their sum', async () => {
    const userId = await playerWith(10_000);
    expect(await post(buyIn(userId, uuidv7(), 4_000))).toMatchObject([{ status: 'posted' }]);
    expect(await balanceOf(userId)).toEqual({ availableKrw: 6_000, inPlayKrw: 4_000, heldKrw: 0 });
    expect(await checkLedger(source.manager)).toEqual([]);
  });

  it('that the balance does not cover is refused and changes nothing', async () => {
    const userId = await playerWith(1_000);
    const outcome = await post(buyIn(userId, uuidv7(), 1_001));
    expect(outcome).toEqual([{ status: 'refused', code: 'INSUFFICIENT_FUNDS' }]);
    expect((await balanceOf(userId)).availableKrw).toBe(1_000);
  });

  it('asked for again is replayed with its first id', async () => {
    const userId = await playerWith(1_000);
    const transfer = buyIn(userId, uuidv7(), 400);
    const [first] = await post(transfer);
    const again = await post({ ...transfer, id: uuidv7(), requestId: 'another-request' });
    expect(again).toEqual([{ ...first, status: 'replayed' }]);
    expect((await balanceOf(userId)).availableKrw).toBe(600);
  });

  it('asked for again with other content is refused', async () => {
    const userId = await playerWith(1_000);
    const transfer = buyIn(userId, uuidv7(), 400);
    await post(transfer);
    const other = { ...buyIn(userId, uuidv7(), 500), businessKey: transfer.businessKey };
    expect(await post(other)).toEqual([{ status: 'refused', code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('cancelled before it came is refused', async () => {
    const userId = await playerWith(1_000);
    const transfer = buyIn(userId, uuidv7(), 400);
    expect(await ledger.cancelBefore(source.manager, transfer, 'test')).toBe(true);
    expect(await post(transfer)).toEqual([{ status: 'refused', code: 'TRANSFER_CANCELLED' }]);
  });

  it.each([
    ['whose entries do not sum to 0', [-1, 2]],
    ['with an entry of 0', [0, 0]],
    ['with one entry', [1]],
  ])('%s is INVALID_AMOUNT', async (_name, amounts) => {
    const entries = amounts.map((amount) => ({
      account: { kind: 'available', userId: uuidv7() } as const,
      amountKrw: krw(amount),
    }));
    const transfer = { ...deposit(uuidv7(), 1), entries };
    expect(await post(transfer)).toEqual([{ status: 'refused', code: 'INVALID_AMOUNT' }]);
  });

  it('#120 keeps crypto beside it, which sums to 0 an asset: one coin never pays for another', async () => {
    const userId = uuidv7();
    const account = { kind: 'gateway_clearing', asset: 'USDT' } as const;
    const assets = [
      { account, asset: 'USDT', units: 10n ** 30n },
      { account: { kind: 'fx' } as const, asset: 'USDT', units: -(10n ** 30n) },
    ];
    expect(await post({ ...deposit(userId, 5), assets })).toMatchObject([{ status: 'posted' }]);
    const swapped = assets.map((entry, at) => (at === 0 ? { ...entry, asset: 'BTC' } : entry));
    expect(await post({ ...deposit(userId, 5), assets: swapped })).toEqual([
      { status: 'refused', code: 'INVALID_AMOUNT' },
    ]);
    const uneven = { ...deposit(userId, 5), assets: assets.slice(1) };
    expect(await post(uneven)).toEqual([{ status: 'refused', code: 'INVALID_AMOUNT' }]);
  });
});

describe('a batch', () => {
  it('gives each transfer its own outcome: one bad item fails no other', async () => {
    const userId = await playerWith(1_000);
    const [good, bad, last] = [700, 400, 300].map((amount) => buyIn(userId, uuidv7(), amount));
    const outcomes = await post(...[good, bad, last].filter((transfer) => transfer !== undefined));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['posted', 'refused', 'posted']);
    expect((await balanceOf(userId)).availableKrw).toBe(0);
  });

  it('that holds one business key twice posts it once', async () => {
    const userId = await playerWith(1_000);
    const transfer = buyIn(userId, uuidv7(), 100);
    const outcomes = await post(transfer, { ...transfer, id: uuidv7() });
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['posted', 'replayed']);
    expect((await balanceOf(userId)).availableKrw).toBe(900);
  });
});

describe('many at once', () => {
  it('#101 fifty debits of one balance never take more than it holds', async () => {
    const userId = await playerWith(1_000);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => post(buyIn(userId, uuidv7(), 100))),
    );
    expect(outcomes.flat().filter(({ status }) => status === 'posted')).toHaveLength(10);
    expect((await balanceOf(userId)).availableKrw).toBe(0);
  });

  it('transfers in opposite order do not lock each other out', async () => {
    const [a, b] = [await playerWith(10_000), await playerWith(10_000)];
    const between = (from: string, to: string): TransferRequest => ({
      ...deposit(to, 1),
      type: 'adjustment',
      entries: [
        { account: { kind: 'available', userId: from }, amountKrw: krw(-1) },
        { account: { kind: 'available', userId: to }, amountKrw: krw(1) },
      ],
    });
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) => post(index % 2 ? between(a, b) : between(b, a))),
    );
    expect(outcomes.flat().every(({ status }) => status === 'posted')).toBe(true);
    expect(await checkLedger(source.manager)).toEqual([]);
  });

  it('random transfers keep every invariant', async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const random = seededRandom(seed);
    const users = await Promise.all(Array.from({ length: 6 }, () => playerWith(5_000)));
    const any = (): string => users[Math.floor(random() * users.length)] ?? '';
    await Promise.all(
      Array.from({ length: 120 }, () =>
        post(buyIn(any(), uuidv7(), 1 + Math.floor(random() * 900))),
      ),
    );
    const findings = await checkLedger(source.manager);
    expect({ seed, findings }).toEqual({ seed, findings: [] });
  });
});

describe('the books', () => {
  it.each(['ledger_transfers', 'ledger_entries', 'ledger_asset_entries'])(
    'refuse to change or remove a row of %s',
    async (table) => {
      await playerWith(1);
      await expect(source.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
      await expect(source.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
    },
  );

  it('spread their accounts over all partitions', async () => {
    await Promise.all(Array.from({ length: 60 }, () => playerWith(1)));
    const [row] = await source.query<{ used: string }[]>(
      'SELECT count(DISTINCT tableoid)::text AS used FROM ledger_accounts',
    );
    expect(row?.used).toBe('8');
  });

  it.each([
    ['I1', 'UPDATE ledger_accounts SET balance_krw = balance_krw + 1 WHERE id = $1'],
    ['I1', 'UPDATE ledger_accounts SET version = version + 1 WHERE id = $1'],
  ])('show a planted break of %s', async (invariant, sql) => {
    const userId = await playerWith(77);
    const runner = source.createQueryRunner();
    await runner.startTransaction();
    try {
      const [row] = (await runner.query(
        'SELECT account_id FROM ledger_account_owners WHERE owner_key = $1',
        [userId],
      )) as { account_id: string }[];
      await runner.query(sql, [row?.account_id]);
      const findings = await checkLedger(runner.manager);
      expect(findings).toEqual([
        { invariant, what: expect.stringContaining(row?.account_id ?? '') as string },
      ]);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});
