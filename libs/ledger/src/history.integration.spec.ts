import { createDataSource } from '@cardroom/database';
import {
  createTestDatabase,
  pick,
  playMonths,
  seededRandom,
  wholeBetween,
  type PlayedLine,
  type PlayedMonths,
  type TestDatabase,
} from '@cardroom/testing';
import type { DataSource } from 'typeorm';

import { checkLedger } from './check-ledger';
import { HistoryRepository, type HistoryFilter } from './history.repository';
import { HISTORY_TYPES } from './transfer-types';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const random = seededRandom(SEED);
const history = new HistoryRepository();
let database: TestDatabase;
let source: DataSource;
let mixed: PlayedMonths;

beforeAll(async () => {
  process.stdout.write(`months are played with seed ${SEED}\n`);
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
  mixed = await playMonths(source, database.url, { seed: SEED, days: 20, oldBeforeDays: 9 });
  await source.query('ANALYZE');
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const lineOf = ({ transferId, type, amountKrw, balanceAfterKrw, createdAt }: PlayedLine) => ({
  ...{ transferId, type, amountKrw, balanceAfterKrw, createdAt },
});

/** All pages, put together. */
async function pagesOf(userId: string, filter: HistoryFilter, size: number): Promise<PlayedLine[]> {
  const lines: PlayedLine[] = [];
  for (let before: string | null = null; ;) {
    const rows = await history.list(source.manager, userId, before, size, filter);
    lines.push(...rows.slice(0, size).map(lineOf));
    if (rows.length <= size) return lines;
    before = lines.at(-1)?.transferId ?? null;
  }
}

/** The same, by looking at each row there is. */
const naive = (lines: readonly PlayedLine[], { types, from, to }: HistoryFilter): PlayedLine[] =>
  lines.filter(
    ({ type, createdAt }) =>
      (types === undefined || types.includes(type)) &&
      (from === undefined || createdAt >= from.toISOString()) &&
      (to === undefined || createdAt < to.toISOString()),
  );

function anyFilter({ lines }: PlayedMonths): HistoryFilter {
  const moment = (): Date | undefined =>
    random() < 0.5 ? undefined : new Date(pick(random, lines)?.createdAt ?? 0);
  const types = HISTORY_TYPES.filter(() => random() < 0.4);
  return { types: random() < 0.5 ? undefined : types, from: moment(), to: moment() };
}

it('what is played for the test is whole, old hands and new', async () => {
  expect(await checkLedger(source.manager)).toEqual([]);
  const [kinds] = await source.query<{ old: number; now: number; carrying: number }[]>(
    `SELECT count(*) FILTER (WHERE t.id::text <> t.business_key)::int AS old,
       count(*) FILTER (WHERE t.id::text = t.business_key)::int AS now,
       count(*) FILTER (WHERE (t.id::text <> t.business_key) <> (e.user_id IS NOT NULL))::int AS carrying
     FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id
     JOIN ledger_transfers t ON t.id = e.transfer_id WHERE t.type = 'hand' AND a.kind = 'in_play'`,
  );
  expect(kinds?.old).toBeGreaterThan(50);
  expect(kinds?.now).toBeGreaterThan(50);
  expect(kinds?.carrying).toBe(0);
});

it('pages neither lose nor repeat a row, whatever is asked for', async () => {
  expect(await pagesOf(mixed.userId, {}, 1_000)).toEqual(mixed.lines);
  for (let round = 0; round < 25; round += 1) {
    const [filter, size] = [anyFilter(mixed), wholeBetween(random, 5, 60)];
    const asked = { seed: SEED, round, filter, size };
    const lines = await pagesOf(mixed.userId, filter, size);
    expect({ ...asked, lines }).toEqual({ ...asked, lines: naive(mixed.lines, filter) });
  }
});

/** How many rows of the books PostgreSQL looks at for a page, in whatever way. */
async function rowsReadFor({ userId, lines }: PlayedMonths, part: number): Promise<number> {
  const before = lines[Math.floor(lines.length * part) - 1]?.transferId ?? null;
  return source.transaction(async (manager) => {
    const counted = async (): Promise<number> => {
      const [row] = await manager.query<{ rows: number }[]>(
        `SELECT (sum(idx_tup_fetch) + sum(seq_tup_read))::int AS rows FROM pg_stat_xact_user_tables
         WHERE relname ~ '^ledger_(entries|transfers)'`,
      );
      return row?.rows ?? 0;
    };
    const already = await counted();
    await history.list(manager, userId, before, 20);
    return (await counted()) - already;
  });
}

it('a page costs the sessions that it shows, however long the history is', async () => {
  const how = { seed: SEED, days: 150, oldBeforeDays: 150 };
  const long = await playMonths(source, database.url, how);
  await source.query('ANALYZE');
  expect(long.lines.length).toBeGreaterThan(3 * mixed.lines.length);
  for (const part of [0, 0.5, 0.9]) {
    const rows = await rowsReadFor(long, part);
    expect({ seed: SEED, part, isRead: rows > 20, isAll: rows > 1_000 }).toEqual({
      ...{ seed: SEED, part, isRead: true, isAll: false },
    });
  }
});
