import { createDataSource } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { IdempotentOperations, ReplayedRefusal } from './idempotent-operations';
import { Ledger } from './ledger.service';
import { buyIn, playerWith } from './transfer.builder';

let database: TestDatabase;
let source: DataSource;
let operations: IdempotentOperations;
const ledger = new Ledger();

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url, databasePoolSize: 10 });
  await source.initialize();
  operations = new IdempotentOperations(source);
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no refusal',
    (cause: unknown) => (cause instanceof BusinessError ? cause.code : cause),
  );

const request = (over: Record<string, unknown> = {}) => ({
  ...{ actor: 'ann', operation: 'take', key: uuidv7() as string | undefined },
  ...{ content: { amountKrw: 100 } },
  ...over,
});

/** Takes won to a new seat, as an endpoint would. */
const take =
  (userId: string, amountKrw: number) =>
  async (manager: EntityManager): Promise<{ left: number }> => {
    const [outcome] = await ledger.post(manager, [buyIn(userId, uuidv7(), amountKrw)]);
    if (outcome?.status === 'refused') throw new BusinessError(outcome.code);
    return { left: (await ledger.balanceOf(manager, userId)).availableKrw };
  };

const leftOf = async (userId: string): Promise<number> =>
  (await ledger.balanceOf(source.manager, userId)).availableKrw;

describe('#100 a key', () => {
  it('with the same content takes effect once and is answered as before', async () => {
    const [userId, asked] = [await playerWith(source, 1_000), request()];
    const first = await operations.run(asked, take(userId, 100));
    const again = await operations.run(asked, take(userId, 100));
    expect(first).toEqual({ value: { left: 900 }, isReplayed: false });
    expect(again).toEqual({ value: { left: 900 }, isReplayed: true });
    expect(await leftOf(userId)).toBe(900);
  });

  it('with other content is IDEMPOTENCY_CONFLICT and changes nothing', async () => {
    const [userId, asked] = [await playerWith(source, 1_000), request()];
    await operations.run(asked, take(userId, 100));
    const other = { ...asked, content: { amountKrw: 200 } };
    expect(await codeOf(operations.run(other, take(userId, 200)))).toBe('IDEMPOTENCY_CONFLICT');
    expect(await leftOf(userId)).toBe(900);
  });

  it('does not mind the order of members', async () => {
    const [userId, asked] = [await playerWith(source, 1_000), request({ content: { a: 1, b: 2 } })];
    await operations.run(asked, take(userId, 100));
    const again = await operations.run({ ...asked, content: { b: 2, a: 1 } }, take(userId, 100));
    expect(again.isReplayed).toBe(true);
  });

  it('whose first request still runs is IDEMPOTENCY_IN_PROGRESS', async () => {
    const [userId, asked] = [await playerWith(source, 1_000), request()];
    let inside = (): void => undefined;
    let finish = (): void => undefined;
    const isInside = new Promise<void>((resolve) => (inside = resolve));
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    const running = operations.run(asked, async (manager) => {
      inside();
      await mayFinish;
      return take(userId, 100)(manager);
    });
    await isInside;
    expect(await codeOf(operations.run(asked, take(userId, 100)))).toBe('IDEMPOTENCY_IN_PROGRESS');
    finish();
    expect((await running).isReplayed).toBe(false);
    expect((await operations.run(asked, take(userId, 100))).isReplayed).toBe(true);
    expect(await leftOf(userId)).toBe(900);
  });

  it('sent fifty times at once takes effect once', async () => {
    const [userId, asked] = [await playerWith(source, 1_000), request()];
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        operations.run(asked, take(userId, 100)).catch((cause: unknown) => cause),
      ),
    );
    const codes = new Set(
      answers.flatMap((answer) => (answer instanceof BusinessError ? [answer.code] : [])),
    );
    expect([...codes].filter((code) => code !== 'IDEMPOTENCY_IN_PROGRESS')).toEqual([]);
    expect(await leftOf(userId)).toBe(900);
  });
});

describe('#99 a key', () => {
  it.each([undefined, ''])('that is %j is IDEMPOTENCY_KEY_MISSING', async (key) => {
    const asked = operations.run(request({ key }), () => Promise.resolve(1));
    expect(await codeOf(asked)).toBe('IDEMPOTENCY_KEY_MISSING');
  });

  it('that is too long is VALIDATION_FAILED', async () => {
    const asked = operations.run(request({ key: 'x'.repeat(129) }), () => Promise.resolve(1));
    expect(await codeOf(asked)).toBe('VALIDATION_FAILED');
  });

  it('of another user, or of another operation, is another key', async () => {
    const [userId, asked] = [await playerWith(source, 1_000), request()];
    for (const other of [{}, { actor: 'ben' }, { operation: 'give' }]) {
      const { isReplayed } = await operations.run({ ...asked, ...other }, take(userId, 100));
      expect(isReplayed).toBe(false);
    }
    expect(await leftOf(userId)).toBe(700);
  });
});

describe('a refusal', () => {
  it('of the rules is remembered, even when it would succeed now', async () => {
    const [userId, asked] = [await playerWith(source, 50), request()];
    expect(await codeOf(operations.run(asked, take(userId, 100)))).toBe('INSUFFICIENT_FUNDS');
    const again = operations.run(asked, () => Promise.resolve({ left: 0 }));
    await expect(again).rejects.toBeInstanceOf(ReplayedRefusal);
    await expect(again).rejects.toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
  });

  it('undoes what the work wrote before it', async () => {
    const [userId, asked] = [await playerWith(source, 1_000), request()];
    const twice = async (manager: EntityManager): Promise<unknown> => {
      await take(userId, 900)(manager);
      return take(userId, 900)(manager);
    };
    expect(await codeOf(operations.run(asked, twice))).toBe('INSUFFICIENT_FUNDS');
    expect(await leftOf(userId)).toBe(1_000);
  });

  it.each([
    ['of who asks', () => new BusinessError('SECOND_FACTOR_INVALID')],
    ['for now', () => new BusinessError('SWITCHED_OFF')],
    ['that is a failure', () => new Error('the network is away')],
  ])('%s is not remembered', async (_name, failure) => {
    const [userId, asked] = [await playerWith(source, 1_000), request()];
    const failing = operations.run(asked, async (manager) => {
      await take(userId, 100)(manager);
      throw failure();
    });
    await expect(failing).rejects.toThrow(failure().message);
    expect((await operations.run(asked, take(userId, 100))).isReplayed).toBe(false);
    expect(await leftOf(userId)).toBe(900);
  });
});

describe('an answer', () => {
  it('that is nothing is replayed too', async () => {
    const asked = request();
    await operations.run(asked, () => Promise.resolve());
    expect((await operations.run(asked, () => Promise.resolve())).isReplayed).toBe(true);
  });

  it('F2 is there or not, together with the work, when the connection is cut at any statement', async () => {
    const userId = await playerWith(source, 1_000);
    const asked = request();
    const dying = operations.run(asked, async (manager) => {
      await take(userId, 100)(manager);
      await manager.query('SELECT pg_terminate_backend(pg_backend_pid())');
      return { left: 0 };
    });
    await expect(dying).rejects.toThrow();
    expect(await leftOf(userId)).toBe(1_000);
    expect(await operations.run(asked, take(userId, 100))).toEqual({
      value: { left: 900 },
      isReplayed: false,
    });
  });

  it('that is old is forgotten', async () => {
    const asked = request();
    await operations.run(asked, () => Promise.resolve(1));
    expect(await operations.prune(source.manager, 30, 1_000)).toBe(0);
    await source.query(
      `UPDATE ledger_idempotency SET created_at = now() - interval '31 days' WHERE key = $1`,
      [asked.key],
    );
    expect(await operations.prune(source.manager, 30, 1_000)).toBe(1);
    expect((await operations.run(asked, () => Promise.resolve(1))).isReplayed).toBe(false);
  });
});
