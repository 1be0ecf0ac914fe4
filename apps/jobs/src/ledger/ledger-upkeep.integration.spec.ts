import { createDataSource } from '@cardroom/database';
import { IdempotentOperations, Ledger } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { createTestDatabase, until, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { LedgerUpkeep } from './ledger-upkeep';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** What was posted is added up when no older transaction runs, in whatever database of the server. */
async function isOver(): Promise<boolean> {
  const [row] = await source.query<{ is_over: boolean }[]>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot()) > max(posted_xid) AS is_over FROM ledger_entries`,
  );
  return row?.is_over === true;
}

it('adds up what house accounts got and forgets answers of more than 30 days ago', async () => {
  const [ledger, operations] = [new Ledger(), new IdempotentOperations(source)];
  await ledger.post(source.manager, [
    {
      ...{ id: uuidv7(), type: 'adjustment', businessKey: uuidv7(), actor: 'test' },
      entries: [
        { account: { kind: 'adjustments' }, amountKrw: krw(-70) },
        { account: { kind: 'available', userId: uuidv7() }, amountKrw: krw(70) },
      ],
    },
  ]);
  for (const key of ['old', 'new']) {
    const request = { actor: 'test', operation: 'test', key, content: null };
    await operations.run(request, () => Promise.resolve(1));
  }
  await source.query(
    `UPDATE ledger_idempotency SET created_at = now() - interval '31 days' WHERE key = 'old'`,
  );
  await until('transactions of others on the server to be over', isOver, { timeoutMs: 25_000 });
  const upkeep = new LedgerUpkeep(source, ledger, operations);
  await Promise.all([upkeep.run(), upkeep.run()]);
  expect(await source.query('SELECT balance_krw FROM ledger_house_rollups')).toEqual([
    { balance_krw: -70 },
  ]);
  expect(await source.query('SELECT key FROM ledger_idempotency')).toEqual([{ key: 'new' }]);
});
