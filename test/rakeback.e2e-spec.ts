import {
  createTestDatabase,
  PlayedHouse,
  testRedisUrl,
  until,
  type PlayedTable,
  type TestDatabase,
} from '@cardroom/testing';
import { Client } from 'pg';

import { startJob, type JobSurroundings } from '../tools/bench-rakeback/job-process';
import { paidWeek, seedWeek } from '../tools/bench-rakeback/seed-week';

jest.setTimeout(120_000);

const WEEK = '2026-W47';
const MONDAY = '2026-11-23T04:00+09:00';
const PLAYERS = 2_500;
const SEED = 4_704;

let database: TestDatabase;
let client: Client;
let at: JobSurroundings;

beforeEach(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  at = { databaseUrl: database.url, redisUrl: testRedisUrl() };
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

/** Whoever pays the last player of the week falls asleep in the middle of it. */
async function stallTheLastPayment(): Promise<void> {
  await client.query(`
    CREATE FUNCTION test_stall() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_sleep(600); RETURN NEW; END $$;
    CREATE TRIGGER test_stall BEFORE UPDATE ON rakeback_payments FOR EACH ROW
      WHEN (NEW.user_id = '${await lastPlayer()}') EXECUTE FUNCTION test_stall()`);
}

async function lastPlayer(): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT user_id AS id FROM player_rake_days GROUP BY user_id
     HAVING sum(rake_krw) FILTER (WHERE day >= '2026-11-16') >= 5 ORDER BY user_id DESC LIMIT 1`,
  );
  return rows[0]?.id ?? '';
}

const PATIENCE = { timeoutMs: 60_000, everyMs: 50 };
const SLEEPERS = `SELECT pid FROM pg_stat_activity
  WHERE wait_event = 'PgSleep' AND datname = current_database()`;

const sleepers = async (): Promise<number> => (await client.query(SLEEPERS)).rows.length;

it('F3 kill -9 while a week is paid: the next run pays who is left, each player once', async () => {
  await seedWeek(client, { players: PLAYERS, days: 3, lastDay: '2026-11-22', handsPerDay: 1 });
  await stallTheLastPayment();
  const job = ['weekly-rakeback', '--period', WEEK, '--now', MONDAY] as const;
  const killed = startJob(at, ...job);
  await until('the last batch', async () => (await sleepers()) > 0, PATIENCE);
  killed.process.kill('SIGKILL');
  await killed.ended;
  await client.query(`SELECT pg_terminate_backend(pid) FROM (${SLEEPERS}) s`);
  await until('its connection to go', async () => (await sleepers()) === 0, PATIENCE);
  const half = await paidWeek(client, WEEK);
  expect(half.paid).toBeGreaterThan(0);
  expect(half.paid).toBeLessThan(half.owed);
  await client.query('DROP TRIGGER test_stall ON rakeback_payments');
  // Its lease ends a minute later.
  await client.query(`UPDATE job_runs SET lease_until = now() - interval '1 second'`);
  expect(await startJob(at, ...job).ended).toBe(0);
  const whole = await paidWeek(client, WEEK);
  expect(whole).toMatchObject({ owed: half.owed, paid: half.owed, wrong: 0 });
  expect(whole.paidKrw).toBe(whole.owedKrw);
});

it('a played week is rakeback in the wallet on Monday', async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  const house = await PlayedHouse.at(database.url, SEED);
  const table: PlayedTable = await house.table(4);
  for (let count = 0; count < 30; count += 1) await house.hand(table);
  await house.close();
  const { rows } = await client.query<{ week: string; monday: string }>(
    `SELECT to_char(now() AT TIME ZONE 'Asia/Seoul', 'IYYY"-W"IW') AS week,
            to_char(date_trunc('week', now() AT TIME ZONE 'Asia/Seoul') + interval '7 days 4 hours',
              'YYYY-MM-DD"T"HH24:MI"+09:00"') AS monday`,
  );
  const { week = '', monday = '' } = rows[0] ?? {};
  const early = await startJob(at, 'weekly-rakeback', '--period', week).ended;
  expect(early).toBe(2);
  expect(await startJob(at, 'weekly-rakeback', '--now', monday).ended).toBe(0);
  const { rows: wallets } = await client.query(
    `SELECT p.user_id, div(sum(p.rake_krw), 5)::bigint AS owed, (
       SELECT sum(e.amount_krw)::bigint FROM ledger_entries e JOIN ledger_transfers t
         ON t.id = e.transfer_id AND t.type = 'rakeback' WHERE e.user_id = p.user_id) AS paid
     FROM hand_seats p GROUP BY p.user_id HAVING sum(p.rake_krw) >= 5`,
  );
  expect(wallets.length).toBeGreaterThan(1);
  for (const { user_id: userId, owed, paid } of wallets) {
    expect([userId, Number(paid)]).toEqual([userId, Number(owed)]);
  }
});
