import { createDataSource, withTransaction } from '@cardroom/database';
import { krw } from '@cardroom/money';
import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { checkLedger } from './check-ledger';
import { HoldRepository } from './hold.repository';
import { Holds } from './holds';
import { Ledger } from './ledger.service';
import { buyIn, playerWith } from './transfer.builder';

let database: TestDatabase;
let source: DataSource;
const ledger = new Ledger();
const holds = new Holds(ledger, new HoldRepository());

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url, databasePoolSize: 20 });
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

const clearing = { kind: 'gateway_clearing', asset: 'USDT' } as const;
const balanceOf = (userId: string) => ledger.balanceOf(source.manager, userId);

const place = (userId: string, amountKrw: number, more: { id?: string; expiresAt?: Date } = {}) => {
  const { id: holdId = uuidv7(), ...rest } = more;
  const request = { holdId, userId, amountKrw: krw(amountKrw), actor: userId, ...rest };
  return inTransaction((manager) => holds.place(manager, request));
};

const post = (holdId: string, amountKrw: number, businessKey = holdId) =>
  inTransaction((manager) =>
    holds.post(manager, {
      ...{ holdId, type: 'crypto_withdrawal', businessKey, actor: 'test' },
      to: [{ account: clearing, amountKrw: krw(amountKrw) }],
    }),
  );

const giveBack = (how: 'void' | 'expire', holdId: string) =>
  inTransaction((manager) => holds[how](manager, { holdId, actor: 'test' }));

async function held(amountKrw: number, of = 1_000): Promise<{ userId: string; id: string }> {
  const [userId, id] = [await playerWith(source, of), uuidv7()];
  expect(await place(userId, amountKrw, { id })).toMatchObject({ status: 'held' });
  return { userId, id };
}

describe('a hold', () => {
  it('leaves the available balance at once', async () => {
    const { userId } = await held(700);
    expect(await balanceOf(userId)).toEqual({ availableKrw: 300, inPlayKrw: 0, heldKrw: 700 });
    expect(await place(userId, 301)).toEqual({ status: 'refused', code: 'INSUFFICIENT_FUNDS' });
  });

  it('#103 cannot be taken to a table, nor can money at a table be held', async () => {
    const { userId } = await held(700);
    const [outcome] = await inTransaction((manager) =>
      ledger.post(manager, [buyIn(userId, uuidv7(), 301)]),
    );
    expect(outcome).toEqual({ status: 'refused', code: 'INSUFFICIENT_FUNDS' });
    await inTransaction((manager) => ledger.post(manager, [buyIn(userId, uuidv7(), 300)]));
    expect(await place(userId, 1)).toEqual({ status: 'refused', code: 'INSUFFICIENT_FUNDS' });
  });

  it.each([0, -5])('of %i won is refused', async (amountKrw) => {
    const userId = await playerWith(source, 10);
    expect(await place(userId, amountKrw)).toEqual({ status: 'refused', code: 'INVALID_AMOUNT' });
  });

  it('asked for again is the same hold, with another amount a conflict', async () => {
    const { userId, id } = await held(400);
    expect(await place(userId, 400, { id })).toMatchObject({ status: 'replayed' });
    expect(await place(userId, 401, { id })).toEqual({
      status: 'refused',
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect((await balanceOf(userId)).heldKrw).toBe(400);
  });
});

describe('posting a hold', () => {
  it('sends all of it on', async () => {
    const { userId, id } = await held(400);
    expect(await post(id, 400)).toMatchObject({ status: 'posted' });
    expect(await balanceOf(userId)).toEqual({ availableKrw: 600, inPlayKrw: 0, heldKrw: 0 });
    expect(await holds.find(source.manager, id)).toMatchObject({
      status: 'posted',
      postedKrw: 400,
    });
  });

  it('partly gives the rest back', async () => {
    const { userId, id } = await held(400);
    expect(await post(id, 150)).toMatchObject({ status: 'posted' });
    expect(await balanceOf(userId)).toEqual({ availableKrw: 850, inPlayKrw: 0, heldKrw: 0 });
  });

  it('splits it over several accounts', async () => {
    const { userId, id } = await held(400);
    const to = [
      { account: clearing, amountKrw: krw(390) },
      { account: { kind: 'fx' } as const, amountKrw: krw(10) },
    ];
    const posting = {
      holdId: id,
      type: 'crypto_withdrawal',
      businessKey: id,
      actor: 't',
      to,
    } as const;
    expect(await inTransaction((manager) => holds.post(manager, posting))).toMatchObject({
      status: 'posted',
    });
    expect((await balanceOf(userId)).heldKrw).toBe(0);
  });

  it.each([
    ['more than it holds', 401],
    ['nothing', 0],
    ['less than nothing', -1],
  ])('of %s is refused', async (_name, amountKrw) => {
    const { userId, id } = await held(400);
    expect(await post(id, amountKrw)).toEqual({ status: 'refused', code: 'INVALID_AMOUNT' });
    expect((await balanceOf(userId)).heldKrw).toBe(400);
  });

  it('that takes the name of another posting is refused, and the hold stays', async () => {
    const [first, second] = [await held(400), await held(400)];
    await post(first.id, 400, 'one-name');
    const outcome = await post(second.id, 400, 'one-name');
    expect(outcome).toEqual({ status: 'refused', code: 'IDEMPOTENCY_CONFLICT' });
    expect(await holds.find(source.manager, second.id)).toMatchObject({ status: 'held' });
  });

  it('that there never was is NOT_FOUND', async () => {
    expect(await post(uuidv7(), 1)).toEqual({ status: 'refused', code: 'NOT_FOUND' });
    expect(await giveBack('void', uuidv7())).toEqual({ status: 'refused', code: 'NOT_FOUND' });
  });
});

describe('a hold is resolved once', () => {
  const ways = {
    posted: (id: string) => post(id, 400),
    voided: (id: string) => giveBack('void', id),
    expired: (id: string) => giveBack('expire', id),
  } as const;
  const names = ['posted', 'voided', 'expired'] as const;
  const pairs = names.flatMap((first) => names.map((second) => [first, second] as const));

  it.each(pairs)('%s first, then %s', async (first, second) => {
    const { userId, id } = await held(400);
    const done = await ways[first](id);
    expect(done).toMatchObject({ status: first });
    const after = await balanceOf(userId);
    const expected =
      first === second
        ? { ...done, status: 'replayed' }
        : { status: 'refused', code: 'HOLD_RESOLVED' };
    expect(await ways[second](id)).toEqual(expected);
    expect(await balanceOf(userId)).toEqual(after);
  });

  it('posted again with another amount or name it is refused', async () => {
    const { id } = await held(400);
    await post(id, 400);
    expect(await post(id, 300)).toEqual({ status: 'refused', code: 'HOLD_RESOLVED' });
    expect(await post(id, 400, 'other')).toEqual({ status: 'refused', code: 'HOLD_RESOLVED' });
  });

  it('by whoever comes first of many at once', async () => {
    const { userId, id } = await held(400);
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, index) => ways[names[index % 3] ?? 'posted'](id)),
    );
    const won = outcomes.filter(({ status }) => names.some((name) => name === status));
    expect(won).toHaveLength(1);
    const { availableKrw, heldKrw } = await balanceOf(userId);
    expect(heldKrw).toBe(0);
    expect(availableKrw).toBe(won[0]?.status === 'posted' ? 600 : 1_000);
  });

  it('and the database keeps how', async () => {
    const { id } = await held(400);
    await giveBack('void', id);
    const reopen = `UPDATE ledger_holds SET status = 'held', resolved_at = NULL WHERE id = $1`;
    await expect(source.query(reopen, [id])).rejects.toThrow('append-only');
    await expect(source.query('DELETE FROM ledger_holds')).rejects.toThrow('append-only');
  });
});

describe('a hold with a time', () => {
  const past = new Date(Date.now() - 1_000);
  const future = new Date(Date.now() + 3_600_000);

  it('that has passed cannot be posted, only given back', async () => {
    const [userId, id] = [await playerWith(source, 500), uuidv7()];
    await place(userId, 500, { id, expiresAt: past });
    expect(await post(id, 500)).toEqual({ status: 'refused', code: 'HOLD_EXPIRED' });
    expect(await giveBack('expire', id)).toMatchObject({ status: 'expired' });
    expect((await balanceOf(userId)).availableKrw).toBe(500);
  });

  it('that has passed is found and given back, and no other', async () => {
    const [userId, late, early, ever] = [
      await playerWith(source, 900),
      uuidv7(),
      uuidv7(),
      uuidv7(),
    ];
    await place(userId, 300, { id: late, expiresAt: past });
    await place(userId, 300, { id: early, expiresAt: future });
    await place(userId, 300, { id: ever });
    expect(await inTransaction((manager) => holds.expireDue(manager, 'test', 10))).toEqual([late]);
    expect(await balanceOf(userId)).toMatchObject({ availableKrw: 300, heldKrw: 600 });
  });
});

describe('many holds at once', () => {
  it('#101 fifty of one balance never hold more than it has', async () => {
    const userId = await playerWith(source, 1_000);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => place(userId, 100)));
    expect(outcomes.filter(({ status }) => status === 'held')).toHaveLength(10);
    expect(await balanceOf(userId)).toMatchObject({ availableKrw: 0, heldKrw: 1_000 });
  });

  it('#102 withdrawals and buy-ins that race share what there is', async () => {
    const userId = await playerWith(source, 1_000);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        if (index % 2 === 0) return place(userId, 100);
        const transfer = buyIn(userId, uuidv7(), 100);
        const [outcome] = await inTransaction((manager) => ledger.post(manager, [transfer]));
        return outcome;
      }),
    );
    expect(outcomes.filter((outcome) => outcome?.status !== 'refused')).toHaveLength(10);
    const { availableKrw, inPlayKrw, heldKrw } = await balanceOf(userId);
    expect([availableKrw, inPlayKrw + heldKrw]).toEqual([0, 1_000]);
  });

  it('#104 an amount that its fee lifts above the balance is refused whole', async () => {
    const userId = await playerWith(source, 1_000);
    expect(await place(userId, 990 + 11)).toEqual({
      status: 'refused',
      code: 'INSUFFICIENT_FUNDS',
    });
    expect(await balanceOf(userId)).toMatchObject({ availableKrw: 1_000, heldKrw: 0 });
  });
});
