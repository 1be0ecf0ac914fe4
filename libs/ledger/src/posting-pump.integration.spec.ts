import { createDataSource, withTransaction } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { checkLedger } from './check-ledger';
import { Ledger } from './ledger.service';
import { PostingPump } from './posting-pump';
import { PUMP_LIMITS, type PumpLimits } from './posting-pump.rules';
import { buyIn, deposit, playerWith } from './transfer.builder';
import type { PostOutcome } from './transfer-types';

let database: TestDatabase;
let source: DataSource;
const ledger = new Ledger();

class NarrowPump extends PostingPump {
  constructor(
    from: DataSource,
    private readonly narrow: Partial<PumpLimits>,
  ) {
    super(from, ledger);
  }

  protected override get limits(): PumpLimits {
    return { ...PUMP_LIMITS, ...this.narrow };
  }
}

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url, databasePoolSize: 10 });
  await source.initialize();
});

afterAll(async () => {
  expect(await checkLedger(source.manager)).toEqual([]);
  await source.destroy();
  await database.drop();
});

const pumpWith = (limits: Partial<PumpLimits> = {}): PostingPump => new NarrowPump(source, limits);
const countOf = (outcomes: readonly PostOutcome[], status: PostOutcome['status']): number =>
  outcomes.filter((outcome) => outcome.status === status).length;
const availableOf = async (userId: string): Promise<number> =>
  (await ledger.balanceOf(source.manager, userId)).availableKrw;

async function callsDuring(work: () => Promise<unknown>): Promise<number> {
  const post = jest.spyOn(ledger, 'post');
  try {
    await work();
    return post.mock.calls.length;
  } finally {
    post.mockRestore();
  }
}

/** Keeps an account locked until it is let go. */
async function holding(userId: string): Promise<() => Promise<void>> {
  let letGo = (): void => undefined;
  let isHeld = (): void => undefined;
  const held = new Promise<void>((resolve) => (isHeld = resolve));
  const done = withTransaction(source, async (manager) => {
    await manager.query(
      `SELECT 1 FROM ledger_accounts WHERE user_id = $1 AND kind = 'available' FOR UPDATE`,
      [userId],
    );
    isHeld();
    await new Promise<void>((resolve) => (letGo = resolve));
  });
  await held;
  return async () => {
    letGo();
    await done;
  };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

it('posts a transfer at once when nothing else is being posted', async () => {
  const userId = await playerWith(source, 0);
  const calls = await callsDuring(async () => {
    expect(await pumpWith().post(deposit(userId, 500))).toMatchObject({ status: 'posted' });
  });
  expect(calls).toBe(1);
  expect(await availableOf(userId)).toBe(500);
});

it('posts together what comes while it is busy, in the order that it came', async () => {
  const userId = await playerWith(source, 1_000);
  const pump = pumpWith({ lanes: 1 });
  const letGo = await holding(userId);
  const calls = await callsDuring(async () => {
    const first = pump.post(buyIn(userId, uuidv7(), 100));
    await until(() => pump.waiting === 0);
    const rest = Array.from({ length: 40 }, () => pump.post(buyIn(userId, uuidv7(), 100)));
    await letGo();
    const outcomes = await Promise.all([first, ...rest]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 10 }, () => 'posted'),
      ...Array.from({ length: 31 }, () => 'refused'),
    ]);
  });
  expect(calls).toBe(2);
  expect(await availableOf(userId)).toBe(0);
});

it('gives the same transfer, sent many times at once, one effect and one id', async () => {
  const userId = await playerWith(source, 1_000);
  const transfer = buyIn(userId, uuidv7(), 300);
  const pump = pumpWith();
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => pump.post({ ...transfer, id: uuidv7() })),
  );
  expect([countOf(outcomes, 'posted'), countOf(outcomes, 'replayed')]).toEqual([1, 49]);
  expect(new Set(outcomes.map((each) => 'transferId' in each && each.transferId)).size).toBe(1);
  expect(await availableOf(userId)).toBe(700);
});

it('posts the others one by one when one of them cannot be written', async () => {
  const userId = await playerWith(source, 1_000);
  const broken = { ...buyIn(userId, uuidv7(), 100), memo: { text: 'a\0b' } };
  const pump = pumpWith({ lanes: 1 });
  const settled = await Promise.allSettled(
    [buyIn(userId, uuidv7(), 100), broken, buyIn(userId, uuidv7(), 100)].map((transfer) =>
      pump.post(transfer),
    ),
  );
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await availableOf(userId)).toBe(800);
});

it('F12 refuses what its queue does not hold, at once and with a time to wait', async () => {
  const userId = await playerWith(source, 10_000);
  const pump = pumpWith({ lanes: 1, maxWaiting: 20 });
  const letGo = await holding(userId);
  const first = pump.post(buyIn(userId, uuidv7(), 1));
  await until(() => pump.waiting === 0);
  const settled = Promise.allSettled(
    Array.from({ length: 500 }, () => pump.post(buyIn(userId, uuidv7(), 1))),
  );
  await letGo();
  await first;
  const refused = (await settled).flatMap((each) =>
    each.status === 'rejected' ? [each.reason as unknown] : [],
  );
  expect(refused).toHaveLength(480);
  for (const cause of refused) {
    expect(cause).toBeInstanceOf(BusinessError);
    expect(cause).toMatchObject({
      code: 'SERVER_BUSY',
      extras: { retryAfterSeconds: expect.any(Number) as number },
    });
  }
  expect(await availableOf(userId)).toBe(10_000 - 21);
});

it('F11 refuses what has waited too long behind a lock, and has not posted it', async () => {
  const userId = await playerWith(source, 1_000);
  const pump = pumpWith({ lanes: 1, maxWaitMs: -1 });
  const letGo = await holding(userId);
  const first = withTransaction(source, (manager) =>
    ledger.post(manager, [buyIn(userId, uuidv7(), 1)]),
  );
  const late = pump.post(buyIn(userId, uuidv7(), 1));
  await expect(late).rejects.toMatchObject({ code: 'SERVER_BUSY' });
  await letGo();
  await first;
  expect(await availableOf(userId)).toBe(999);
});

it('answers what it took before it ends, and takes nothing more', async () => {
  const userId = await playerWith(source, 1_000);
  const pump = pumpWith();
  const taken = Array.from({ length: 30 }, () => pump.post(buyIn(userId, uuidv7(), 10)));
  await pump.beforeApplicationShutdown();
  expect(pump.waiting).toBe(0);
  expect(countOf(await Promise.all(taken), 'posted')).toBe(30);
  await expect(pump.post(deposit(userId, 1))).rejects.toMatchObject({ code: 'SERVER_DRAINING' });
});

it('cut off while it posts, it can be asked again and has posted once', async () => {
  const userId = await playerWith(source, 1_000);
  const pump = pumpWith({ lanes: 1 });
  const letGo = await holding(userId);
  const transfer = buyIn(userId, uuidv7(), 100);
  const cut = pump.post(transfer);
  const blocked = `SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%ledger_post%'`;
  let pids: { pid: number }[] = [];
  while (pids.length === 0) pids = await source.query(blocked);
  await source.query('SELECT pg_terminate_backend($1)', [pids[0]?.pid]);
  await expect(cut).rejects.toThrow();
  await letGo();
  expect(await pump.post(transfer)).toMatchObject({ status: 'posted' });
  expect(await pump.post(transfer)).toMatchObject({ status: 'replayed' });
  expect(await availableOf(userId)).toBe(900);
});
