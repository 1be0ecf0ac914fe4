import { setTimeout as sleep } from 'node:timers/promises';

import { PlayerClient } from '@cardroom/client';
import { Bot, seedTables, startApps, type RunningApps } from '@cardroom/testing';
import { Client } from 'pg';

import { reportLines, verify } from '../tools/verify/verify';

jest.setTimeout(180_000);

const PLAYERS = 3;
const HANDS = 3;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** What the migrations of a next version may do: add, on the tables that are written to all the time. */
const FORWARD = `
  ALTER TABLE hands ADD COLUMN next_note text;
  ALTER TABLE ledger_transfers ADD COLUMN next_channel smallint NOT NULL DEFAULT 0;
  ALTER TABLE seat_sessions ADD COLUMN next_mood text;
  CREATE TABLE next_things (id uuid PRIMARY KEY);
  INSERT INTO migrations (timestamp, name) VALUES (1800000000000, 'Next1800000000000')`;
const BACK = `
  DROP TABLE next_things;
  ALTER TABLE seat_sessions DROP COLUMN next_mood;
  ALTER TABLE ledger_transfers DROP COLUMN next_channel;
  ALTER TABLE hands DROP COLUMN next_note;
  DELETE FROM migrations WHERE name = 'Next1800000000000'`;

let apps: RunningApps;
let database: Client;
let bots: Bot[];

beforeAll(async () => {
  apps = await startApps({
    seed: async (databaseUrl) => {
      const stakes = {
        ...{ name: 'live', smallBlindKrw: 500, bigBlindKrw: 1_000 },
        ...{ rakeBp: 500, rakeCapKrw: 3_000 },
      };
      const clock = { actionTimeoutMs: 5_000, timeBankMs: 500, showdownPauseMs: 20 };
      await seedTables(databaseUrl, [{ name: 'Live', stakes, maxSeats: 6, ...clock }]);
    },
  });
  database = new Client({ connectionString: apps.databaseUrl });
  await database.connect();
  bots = Array.from({ length: PLAYERS }, (_, place) => {
    const client = new PlayerClient({
      ...{ walletApiUrl: apps.walletApiUrl, gatewayUrl: apps.gatewayUrl },
      email: `live${place}@e2e.example`,
      nickname: `Live ${place}`,
      password: 'a password for the e2e test',
      address: `10.8.0.${place + 1}`,
    });
    const thinkMs = { min: 1, max: 10 };
    return new Bot({ client, seed: seed + place, seatsLeftFree: 0, thinkMs });
  });
});

afterAll(async () => {
  await database.end();
  await apps.stop();
});

const handsPlayed = async (): Promise<number> => {
  const { rows } = await database.query<{ n: number }>('SELECT count(*)::int AS n FROM hands');
  return rows[0]?.n ?? 0;
};

async function moreHands(): Promise<void> {
  const wanted = (await handsPlayed()) + HANDS;
  const deadline = performance.now() + 60_000;
  while ((await handsPlayed()) < wanted) {
    if (performance.now() > deadline) throw new Error('nobody plays on');
    await sleep(100);
  }
}

/** As the migration tool does: one transaction, which gives way where it would block players long. */
async function change(statements: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await database.query('BEGIN');
      await database.query(`SET LOCAL lock_timeout = '1s'`);
      await database.query(statements);
      await database.query('COMMIT');
      return;
    } catch (cause) {
      await database.query('ROLLBACK');
      if (attempt >= 20) throw cause;
    }
  }
}

const areReady = async (): Promise<boolean[]> =>
  Promise.all(
    (['wallet-api', 'game-gateway', 'jobs'] as const).map(async (app) => {
      const { ok } = await fetch(`${apps.group.url(app)}/health/ready`);
      return ok;
    }),
  );

it(`F22 a migration that adds runs, and is taken back, while hands are played (seed ${seed})`, async () => {
  bots.forEach((bot) => bot.start());
  await moreHands();
  await change(FORWARD);
  await moreHands();
  expect(await areReady()).toEqual([true, true, true]);
  await change(BACK);
  await moreHands();
  expect(await areReady()).toEqual([true, true, true]);
  await Promise.all(bots.map((bot) => bot.stop()));

  const { rows } = await database.query(`SELECT id FROM hands WHERE outcome = 'voided'`);
  expect(rows).toEqual([]);
  const { databaseUrl, redisUrl, redisKeyPrefix } = apps;
  expect(reportLines(await verify({ databaseUrl, redisUrl, redisKeyPrefix })).at(-1)).toMatch(
    /^verify: clean/,
  );
});
