import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { PlayerClient } from '@cardroom/client';
import {
  APP_NAMES,
  AppGroup,
  Bot,
  freePort,
  generateSecrets,
  migrate,
  Reaper,
  seedTables,
  startPostgres,
  startRedis,
  type AppPorts,
  type RunningService,
} from '@cardroom/testing';

const STAKES = {
  ...{ name: 'bench', smallBlindKrw: 500, bigBlindKrw: 1_000, rakeBp: 500, rakeCapKrw: 3_000 },
};
const CLOCK = { actionTimeoutMs: 10_000, timeBankMs: 0, showdownPauseMs: 200 };
/** So deep that hardly anybody brings more chips: what is measured is hands. */
const DEEP = { minBuyInBb: 1_000, maxBuyInBb: 2_000 };
const BOTS_PER_TABLE = 6;
const MANY_HANDS = 100_000;

/** Pages of the log are written whole once, at first touch, and not again while it is measured. */
const POSTGRES_SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  checkpoint_timeout: '1h',
  max_wal_size: '8GB',
};

/** A system of its own with bots at its tables, whose PostgreSQL counts statements. */
export class PlayedRoom {
  private constructor(
    private readonly reaper: Reaper,
    private readonly services: {
      readonly postgres: RunningService;
      readonly redis: RunningService;
    },
    private readonly apps: AppGroup,
    private readonly bots: readonly Bot[],
  ) {}

  static async start(tables: number, seed: number): Promise<PlayedRoom> {
    const folder = mkdtempSync(join(tmpdir(), 'cardroom-bench-'));
    // The account that PostgreSQL runs as must be able to enter.
    chmodSync(folder, 0o755);
    const reaper = await Reaper.start();
    reaper.remove(folder);
    const common = { throwAway: true, reaper };
    const [postgres, redis] = await Promise.all([
      startPostgres({
        ...{ ...common, dataDir: join(folder, 'pg'), database: 'cardroom' },
        settings: POSTGRES_SETTINGS,
      }),
      startRedis({ ...common, dataDir: join(folder, 'redis') }),
    ]);
    await migrate(postgres.url);
    const tableIds = await seedTables(
      postgres.url,
      Array.from({ length: tables }, (_, at) => ({
        ...{ name: `Table ${at + 1}`, stakes: STAKES, maxSeats: BOTS_PER_TABLE, ...DEEP, ...CLOCK },
      })),
    );
    const ports = Object.fromEntries(
      await Promise.all(APP_NAMES.map(async (name) => [name, await freePort()] as const)),
    ) as AppPorts;
    const apps = new AppGroup({
      ...{ databaseUrl: postgres.url, redisUrl: redis.url, redisKeyPrefix: 'cr', reaper, ports },
      ...{
        secrets: generateSecrets(),
        dataDir: folder,
        logDir: folder,
        env: { LOG_LEVEL: 'warn' },
      },
    });
    await apps.startAll(APP_NAMES.filter((name) => name !== 'jobs'));
    const bots = tableIds.flatMap((tableId, at) =>
      Array.from({ length: BOTS_PER_TABLE }, (_, place) =>
        botAt(apps, { tableId, number: at * BOTS_PER_TABLE + place, seed }),
      ),
    );
    bots.forEach((bot) => bot.start());
    return new PlayedRoom(reaper, { postgres, redis }, apps, bots);
  }

  get databaseUrl(): string {
    return this.services.postgres.url;
  }

  /** Everybody gets up, and everything that was played is in PostgreSQL. */
  async stopPlaying(): Promise<void> {
    await Promise.all(this.bots.map((bot) => bot.stop()));
    await this.apps.stop('game-gateway');
  }

  startJobs(): Promise<unknown> {
    return this.apps.start('jobs');
  }

  async stop(): Promise<void> {
    await this.apps.stopAll();
    await this.services.redis.stop();
    await this.services.postgres.stop();
    await this.reaper.release();
  }
}

function botAt(
  apps: AppGroup,
  { tableId, number, seed }: { tableId: string; number: number; seed: number },
): Bot {
  const client = new PlayerClient({
    walletApiUrl: apps.url('wallet-api'),
    gatewayUrl: apps.url('game-gateway'),
    email: `player${number}@bench.example`,
    nickname: `Player ${number}`,
    password: 'a password for the benchmark',
    address: `10.3.0.${number + 1}`,
    recordFrames: false,
  });
  return new Bot({
    ...{ client, seed: seed + number, tableIds: [tableId], seatsLeftFree: 0 },
    thinkMs: { min: 1, max: 10 },
    handsPerVisit: { min: MANY_HANDS, max: MANY_HANDS },
  });
}

/** Waits until a count that rises has got to a number. Errors: throws where it takes too long. */
export async function untilAtLeast(
  wanted: number,
  count: () => Promise<number>,
  withinMs: number,
): Promise<number> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const now = await count();
    if (now >= wanted) return now;
    if (performance.now() > deadline) throw new Error(`Got to ${now} of ${wanted} only`);
    await sleep(200);
  }
}
