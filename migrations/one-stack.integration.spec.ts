import { createDataSource } from '@cardroom/database';
import { createTestDatabase, PlayedHouse, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';

import { OneStack1700000000033 } from './0033-one-stack';
import { undoTo } from './undo.builder';

const SEED = 3_333;

let database: TestDatabase;
let source: DataSource;
let house: PlayedHouse;

beforeAll(async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
  house = await PlayedHouse.at(database.url, SEED);
});

afterAll(async () => {
  await house.close();
  await source.destroy();
  await database.drop();
});

it('F22 stacks are brought back from the accounts, and go where both agree only', async () => {
  const table = await house.table(4);
  for (let count = 0; count < 4; count += 1) await house.hand(table);
  const stacks = new Map(table.players.map((player) => [player.seatSessionId, player.stackKrw]));
  await undoTo(source, OneStack1700000000033);
  const rows = await source.query<{ id: string; stack_krw: number }[]>(
    'SELECT id, stack_krw FROM seat_sessions',
  );
  expect(new Map(rows.map((row) => [row.id, row.stack_krw]))).toEqual(stacks);

  const changed = table.players[1]?.seatSessionId ?? '';
  const addTo = (amountKrw: number) =>
    source.query('UPDATE seat_sessions SET stack_krw = stack_krw + $2 WHERE id = $1', [
      ...[changed, amountKrw],
    ]);
  await addTo(1);
  await expect(source.runMigrations()).rejects.toThrow(changed);
  await addTo(-1);
  await source.runMigrations();
  const seen = await source.query<{ id: string; stack_krw: number }[]>(
    'SELECT seat_session_id AS id, stack_krw FROM seat_stacks',
  );
  expect(new Map(seen.map((row) => [row.id, row.stack_krw]))).toEqual(stacks);
  await house.hand(table);
});

it('the stacks of a table, of a player and of a session are found by indexes', async () => {
  const { tableId, players } = await house.table(2);
  const { userId = '', seatSessionId = '' } = players[0] ?? {};
  await source.query(
    `WITH sat AS (
       INSERT INTO seat_sessions (id, table_id, seat, user_id, status, bought_in_krw)
       SELECT gen_random_uuid(), $1, 1, $2, 'closed', 1 FROM generate_series(1, 3000) RETURNING id),
     opened AS (
       INSERT INTO ledger_account_owners (kind, owner_key, account_id, user_id)
       SELECT 'in_play', id::text, gen_random_uuid(), $2::uuid FROM sat RETURNING account_id)
     INSERT INTO ledger_accounts (id, kind, user_id, appended)
     SELECT account_id, 'in_play', $2::uuid, false FROM opened`,
    [tableId, userId],
  );
  await source.query('ANALYZE');
  for (const [condition, value] of [
    ['seat_session_id = $1', seatSessionId],
    [`table_id = $1 AND status = 'open'`, tableId],
    [`user_id = $1 AND status = 'open'`, userId],
  ]) {
    const plan = await source.query<{ 'QUERY PLAN': string }[]>(
      `EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF) SELECT stack_krw FROM seat_stacks WHERE ${condition}`,
      [value],
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index Cond: .*owner_key = /);
    expect(text).not.toMatch(/Seq Scan on (ledger_account_owners|seat_sessions)/);
  }
});
