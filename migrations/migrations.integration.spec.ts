import { createDataSource, runMigrations } from '@cardroom/database';
import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { MIGRATIONS } from './index';

let database: TestDatabase;
let source: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
});

afterEach(async () => {
  await source.destroy();
  await database.drop();
});

const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
  const names = Object.keys(row);
  await source.query(
    `INSERT INTO ${table} (${names.join(', ')})
     VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
};

/** One row in each table of the house, as a played hand and a deposit leave them. */
async function fill(): Promise<Record<'user' | 'table' | 'hand' | 'quote' | 'stakes', string>> {
  const [user, session, stakes, table, seat, hand, quote] = Array.from({ length: 7 }, () =>
    uuidv7(),
  );
  const ids = { user, table, hand, quote, stakes } as Record<
    'user' | 'table' | 'hand' | 'quote' | 'stakes',
    string
  >;
  await insert('users', {
    id: user,
    email: 'Ann@example.com',
    email_key: 'ann@example.com',
    nickname: 'Ann',
    nickname_key: 'ann',
    password_hash: 'x',
  });
  await insert('auth_sessions', {
    id: session,
    user_id: user,
    user_agent: 'test',
    address: '192.0.2.1',
    expires_at: new Date(),
  });
  await insert('refresh_tokens', { id: uuidv7(), session_id: session, token_hash: 'h' });
  await insert('stakes', {
    id: stakes,
    name: '1k/2k',
    small_blind_krw: 1000,
    big_blind_krw: 2000,
    rake_bp: 500,
    rake_cap_krw: 6000,
  });
  await insert('tables', { id: table, name: 'Seoul', stakes_id: stakes, max_seats: 6 });
  await insert('table_fences', { table_id: table, token: 1 });
  await insert('seat_sessions', {
    id: seat,
    table_id: table,
    seat: 0,
    user_id: user,
    bought_in_krw: 1000,
  });
  await insert('hands', {
    id: hand,
    table_id: table,
    hand_no: 1,
    fencing_token: 1,
    button_seat: 0,
    board: '',
    pot_krw: 3000,
    rake_krw: 150,
    outcome: 'settled',
    player_count: 2,
    archive: '[]',
    started_at: new Date(),
    ended_at: new Date(),
  });
  await insert('deal_roots', {
    hand_id: hand,
    table_id: table,
    algorithm: 'cardroom-deal-1',
    root: 'ab'.repeat(32),
    outcome: 'settled',
    ended_at: new Date(),
  });
  await insert('deal_roots', {
    hand_id: uuidv7(),
    table_id: table,
    algorithm: 'cardroom-deal-1',
    root: 'cd'.repeat(32),
  });
  await insert('hand_reveals', {
    hand_id: hand,
    place: 9,
    event: '{"type": "rabbit_cards", "cards": [1, 2]}',
    revealed_at: new Date(),
  });
  await insert('hand_players', {
    hand_id: hand,
    seat: 0,
    user_id: user,
    seat_session_id: seat,
    start_stack_krw: 1000,
    end_stack_krw: 900,
    net_krw: -100,
    put_in_krw: 100,
    shown: false,
  });
  await insert('outbox', { id: uuidv7(), topic: 'hand', payload: '{}', request_id: 'request-1' });
  await insert('player_day_stats', { user_id: user, day: '2026-03-01' });
  await insert('processed_hands', { hand_id: hand });
  await insert('rate_quotes', {
    id: quote,
    asset: 'BTC',
    numerator_krw: 100,
    denominator_units: '1',
    source: 'test',
  });
  await insert('webhook_events', { provider: 'p', event_id: 'e', body: '{}' });
  await insert('deposits', {
    id: uuidv7(),
    user_id: user,
    asset: 'BTC',
    network: 'bitcoin',
    txid: 't',
    output_index: 0,
    amount_units: '5',
    status: 'detected',
  });
  return ids;
}

const schemaOf = async (): Promise<unknown> => ({
  columns: await source.query(
    `SELECT table_name, column_name, data_type, is_nullable, column_default
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`,
  ),
  constraints: await source.query(
    `SELECT conrelid::regclass::text AS table_name, conname, pg_get_constraintdef(oid) AS rule
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  ),
  indexes: await source.query(
    `SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2`,
  ),
  functions: await source.query(
    `SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
     ORDER BY oid::regprocedure::text`,
  ),
  triggers: await source.query(
    `SELECT tgrelid::regclass::text AS table_name, tgname, pg_get_triggerdef(oid) AS rule
     FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
  ),
});

async function goDown(): Promise<void> {
  await [...MIGRATIONS].reduce<Promise<void>>(
    (earlier) => earlier.then(() => source.undoLastMigration({ transaction: 'all' })),
    Promise.resolve(),
  );
}

it('a filled database goes down to nothing and up to the same schema', async () => {
  await fill();
  const before = await schemaOf();
  await goDown();
  const left = await source.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S', 'v')
       AND relname NOT IN ('migrations', 'migrations_id_seq')`,
  );
  expect(left).toEqual([]);
  expect((await source.runMigrations()).map(({ name }) => name)).toEqual(
    MIGRATIONS.map((migration) => new migration().name),
  );
  expect(await schemaOf()).toEqual(before);
});

it('processes that start at once migrate once', async () => {
  await goDown();
  const ran = await Promise.all(Array.from({ length: 4 }, () => runMigrations(database.url)));
  expect(ran.filter((names) => names.length > 0)).toEqual([
    MIGRATIONS.map((migration) => new migration().name),
  ]);
  expect(await runMigrations(database.url)).toEqual([]);
});

it('the entities describe the tables as they are', async () => {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

it('every constraint and index has a name that says what it is', async () => {
  const unnamed = await source.query<unknown[]>(
    `SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f', 'c')
       AND conrelid <> 'migrations'::regclass AND conparentid = 0
       AND NOT EXISTS (SELECT 1 FROM pg_inherits WHERE inhrelid = conrelid)
       AND conname !~ '^(PK|UQ|FK|CK)_[a-z_]+$'`,
  );
  expect(unnamed).toEqual([]);
});

describe('history', () => {
  it.each([
    ['hands', 'rake_krw = 0'],
    ['hand_players', 'net_krw = 0, end_stack_krw = start_stack_krw'],
    ['rate_quotes', 'numerator_krw = 1'],
    ['hand_reveals', 'place = 8'],
  ])('of %s is neither changed, deleted nor truncated', async (table, change) => {
    await fill();
    for (const statement of [
      `UPDATE ${table} SET ${change}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      await expect(source.query(statement)).rejects.toThrow(`${table} is append-only`);
    }
  });
});

describe('the database refuses', () => {
  const violates = (statement: string, constraint: string) =>
    expect(source.query(statement)).rejects.toMatchObject({ driverError: { constraint } });

  it('two players in one seat, and one player in two seats of a table', async () => {
    const { user, table } = await fill();
    const seat = (place: number) =>
      `INSERT INTO seat_sessions (id, table_id, seat, user_id, bought_in_krw)
       VALUES ('${uuidv7()}', '${table}', ${place}, '${user}', 1)`;
    await violates(seat(0), 'UQ_seat_sessions_open_seat');
    await violates(seat(1), 'UQ_seat_sessions_open_user');
    await source.query(`UPDATE seat_sessions SET status = 'closed'`);
    await source.query(seat(0));
  });

  it('a hand recorded twice, and a void without its reason', async () => {
    await fill();
    const copy = (changes: string) =>
      `INSERT INTO hands SELECT (jsonb_populate_record(h, jsonb_build_object('id', '${uuidv7()}', ${changes}))).* FROM hands h`;
    await violates(copy(`'board', ''`), 'UQ_hands_table_hand_no');
    await violates(copy(`'hand_no', 2, 'outcome', 'voided'`), 'CK_hands_void_reason');
    await violates(copy(`'hand_no', 2, 'rake_krw', 3001`), 'CK_hands_rake');
  });

  it('a result that does not add up', async () => {
    await fill();
    await violates(
      `INSERT INTO hand_players SELECT hand_id, 1, user_id, seat_session_id, 1000, 900, 0, 0, false FROM hand_players`,
      'CK_hand_players_net',
    );
  });

  it('one payment credited as two deposits, and a credit without its rate', async () => {
    await fill();
    await violates(
      `INSERT INTO deposits SELECT (jsonb_populate_record(d, jsonb_build_object('id', '${uuidv7()}'))).* FROM deposits d`,
      'UQ_deposits_payment',
    );
    await violates(`UPDATE deposits SET status = 'credited'`, 'CK_deposits_credited');
  });

  it('fencing tokens only rise', async () => {
    const next = async (): Promise<number> => {
      const [row] = await source.query<{ token: number }[]>(
        `SELECT nextval('fencing_token_seq') AS token`,
      );
      return row?.token ?? 0;
    };
    const first = await next();
    expect(await next()).toBeGreaterThan(first);
  });
});
