import { createDataSource } from '@cardroom/database';
import { createTestDatabase, PlayedHouse, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';

import { HandsLighter1700000000035 } from './0035-hands-lighter';
import { undoTo } from './undo.builder';

const SEED = 3_535;

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

const sealed = (columns: string): Promise<unknown[]> =>
  source.query(`SELECT id, ${columns} AS cards FROM hands ORDER BY id`);

it('F22 what is sealed is text again on the way back, and stays it', async () => {
  const table = await house.table(3);
  const long = Buffer.alloc(200, 7).toString('base64');
  await house.hand(table, { seal: () => long });
  await house.hand(table, { seal: () => null });
  const both = await sealed('sealed_text(sealed_cards_bytes, sealed_cards)');
  expect(both).toMatchObject([{ cards: long }, { cards: null }]);
  await undoTo(source, HandsLighter1700000000035);
  expect(await sealed('sealed_cards')).toEqual(both);
  await expect(source.query('UPDATE hands SET pot_krw = 1')).rejects.toThrow('append-only');
  await source.runMigrations();
  expect(await sealed('sealed_text(sealed_cards_bytes, sealed_cards)')).toEqual(both);
});

it('a gateway of the version before settles nothing: it held the fence otherwise', async () => {
  const { tableId } = await house.table(0);
  const settling = source.query(
    `WITH fence AS (INSERT INTO table_fences (table_id, token) VALUES ($1, $2) RETURNING 1)
     SELECT settle_hand($3, $4, $5, $6, $2) FROM fence`,
    [tableId, 1, '{}', Buffer.alloc(1), '[]', null],
  );
  await expect(settling).rejects.toThrow(/settle_hand.* does not exist/);
});

describe('the fence of a table', () => {
  const holds = async (tableId: string, token: number): Promise<boolean> => {
    const rows = await source.query<{ holds: boolean }[]>('SELECT hold_fence($1, $2) AS holds', [
      ...[tableId, token],
    ]);
    return rows[0]?.holds === true;
  };
  const raise = async (tableId: string): Promise<{ token: number; is_first: boolean }> => {
    const [raised] = await source.query<{ token: number; is_first: boolean }[]>(
      'SELECT token, is_first FROM raise_fence($1)',
      [tableId],
    );
    if (raised === undefined) throw new Error('nobody else has the table');
    return raised;
  };

  it('is held by the newest token, and by nobody with an older one', async () => {
    const { tableId } = await house.table(0);
    const first = await raise(tableId);
    const second = await raise(tableId);
    expect([first.is_first, second.is_first]).toEqual([true, false]);
    expect(second.token).toBeGreaterThan(first.token);
    expect(await holds(tableId, first.token)).toBe(false);
    expect(await holds(tableId, second.token)).toBe(true);
  });

  it('that is not there yet is taken by who comes first, and by a higher one of two at once', async () => {
    const { tableId } = await house.table(0);
    const asked = await Promise.all([3, 9, 5].map((token) => holds(tableId, token)));
    expect(asked[1]).toBe(true);
    expect(await holds(tableId, 8)).toBe(false);
    expect(await holds(tableId, 9)).toBe(true);
  });

  it('is not written again by who has it', async () => {
    const { tableId } = await house.table(0);
    const { token } = await raise(tableId);
    const place = () =>
      source.query('SELECT ctid, xmax FROM table_fences WHERE table_id = $1', [tableId]);
    const before: unknown = await place();
    expect(await holds(tableId, token)).toBe(true);
    expect(await place()).toEqual(before);
  });

  it('F25 whoever raises it waits for what the older owner has begun', async () => {
    const { tableId } = await house.table(0);
    const { token } = await raise(tableId);
    const older = source.createQueryRunner();
    await older.startTransaction();
    await older.query('SELECT hold_fence($1, $2)', [tableId, token]);
    const done: string[] = [];
    const raising = raise(tableId).then(() => done.push('raised'));
    for (;;) {
      const waiting = await source.query<unknown[]>(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      if (waiting.length > 0) break;
    }
    done.push('committed');
    await older.commitTransaction();
    await older.release();
    await raising;
    expect(done).toEqual(['committed', 'raised']);
    expect(await holds(tableId, token)).toBe(false);
  });
});
