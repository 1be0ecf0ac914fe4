import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { migrate, startPostgres, startRedis } from '@cardroom/testing';
import { Client } from 'pg';

import { startJob, type JobSurroundings } from './job-process';
import { paidWeek, seedWeek } from './seed-week';

const USAGE = 'bench:rakeback [--players N]: pays a week to N players, broken off once by kill -9';
const WEEK = '2026-W47';
const NOW = '2026-11-23T04:00+09:00';
const LOOK_EVERY_MS = 50;
/** A million hands a week at 100,000 players: each day of a player stands for so many. */
const SEED = { days: 10, lastDay: '2026-11-22', handsPerDay: 10 };

const secondsSince = (startedMs: number): number => (performance.now() - startedMs) / 1_000;

/** Waits until so many payments are in the books. */
async function untilPaid(client: Client, payments: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM rakeback_payments WHERE paid_at IS NOT NULL',
    );
    if ((rows[0]?.n ?? 0) >= payments) return;
    await wait(LOOK_EVERY_MS);
  }
}

async function measure(client: Client, at: JobSurroundings, players: number): Promise<number> {
  let startedMs = performance.now();
  await seedWeek(client, { ...SEED, players });
  console.log(`seeded ${players} players, ${players * SEED.days} days of statistics`);
  console.log(`  in ${secondsSince(startedMs).toFixed(1)} s`);
  startedMs = performance.now();
  const job = ['weekly-rakeback', '--period', WEEK, '--now', NOW] as const;
  const first = startJob(at, ...job);
  await untilPaid(client, Math.floor(players / 4));
  first.process.kill('SIGKILL');
  await first.ended;
  const killedAfter = secondsSince(startedMs);
  const half = await paidWeek(client, WEEK);
  console.log(`kill -9 after ${killedAfter.toFixed(1)} s, with ${half.paid} of ${half.owed} paid`);
  // Its lease would be over a minute later.
  await client.query(`UPDATE job_runs SET lease_until = now() - interval '1 second'`);
  startedMs = performance.now();
  const code = await startJob(at, ...job).ended;
  const again = secondsSince(startedMs);
  const paid = await paidWeek(client, WEEK);
  console.log(
    `the rest in ${again.toFixed(1)} s; both together ${(killedAfter + again).toFixed(1)} s`,
  );
  console.log(
    `${paid.paid} payments, ₩${paid.paidKrw.toLocaleString('en-US')}; wrong: ${paid.wrong}`,
  );
  return code === 0 && paid.wrong === 0 && paid.paid === paid.owed ? 0 : 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { players: { type: 'string', default: '100000' } } });
  const players = Number(values.players);
  if (!Number.isInteger(players) || players < 1) {
    console.error(USAGE);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-rakeback-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), database: 'cardroom' });
  const redis = await startRedis({ dataDir: join(folder, 'redis') });
  try {
    await migrate(postgres.url);
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    const code = await measure(
      client,
      { databaseUrl: postgres.url, redisUrl: redis.url },
      players,
    ).finally(() => client.end());
    return code;
  } finally {
    await redis.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(`bench:rakeback: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exit(1);
  },
);
