import type { INestApplicationContext } from '@nestjs/common';
import { getQueueToken } from '@nestjs/bull';
import { NestFactory } from '@nestjs/core';
import { loadConfig, type Clock } from '@cardroom/platform';
import type { OutboxJob } from '@cardroom/protocol';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  testRedisUrl,
  type PlayedHand,
  type PlayedTable,
  until,
} from '@cardroom/testing';
import type { Queue } from 'bull';
import { Redis } from 'ioredis';

import { AppModule } from './app.module';
import { JobsConfig } from './config/jobs.config';
import { OutboxSweeper } from './outbox/outbox.sweeper';

const WAIT_MS = 20_000;

export interface OutboxRowState {
  readonly done: boolean;
  readonly dead: boolean;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** A house whose hands jobs of this process work on, with a database and queues of its own. */
export class JobsHouse {
  private readonly apps: INestApplicationContext[] = [];
  /** Names the Redis keys; a new one for each test. */
  private prefix = testRedisPrefix();

  private constructor(
    readonly played: PlayedHouse,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async open(seed: number): Promise<JobsHouse> {
    const database = await createTestDatabase();
    return new JobsHouse(await PlayedHouse.at(database.url, seed), () => database.drop());
  }

  async close(): Promise<void> {
    await this.endTest();
    await this.played.close();
    await this.dropDatabase();
  }

  /** What jobs is told from outside. */
  environment(): Record<string, string> {
    return {
      DATABASE_URL: this.played.databaseUrl,
      DATABASE_POOL_SIZE: '5',
      REDIS_URL: testRedisUrl(),
      REDIS_KEY_PREFIX: this.prefix,
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
      // Money of these tests lies at no gateway.
      SOLVENCY_GUARD: 'off',
    };
  }

  /** With settings of its own beside those that every test has. */
  async startJobs(
    clock?: Clock,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<INestApplicationContext> {
    const config = loadConfig(JobsConfig, { ...this.environment(), ...settings });
    const app = await NestFactory.createApplicationContext(AppModule.with(config, clock), {
      logger: false,
      abortOnError: false,
    });
    this.apps.push(app);
    return app;
  }

  async stopJobs(): Promise<void> {
    for (const app of this.apps.splice(0)) await app.close();
  }

  /** Stops what a test has started and forgets its queues. */
  async endTest(): Promise<void> {
    await this.stopJobs();
    await this.emptyRedis();
    this.prefix = testRedisPrefix();
  }

  table(players?: number): Promise<PlayedTable> {
    return this.played.table(players);
  }

  /** A hand at a table of its own unless told. */
  async hand(table?: PlayedTable, how?: { readonly voided?: boolean }): Promise<PlayedHand> {
    return this.played.hand(table ?? (await this.table()), how);
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.played.source.query<Row[]>(sql, parameters);
  }

  async row(outboxId: string): Promise<OutboxRowState> {
    const [found] = await this.query<OutboxRowState>(
      `SELECT done_at IS NOT NULL AS done, dead_at IS NOT NULL AS dead, attempts,
              last_error AS "lastError" FROM outbox WHERE id = $1`,
      [outboxId],
    );
    if (found === undefined) throw new Error('no such row');
    return found;
  }

  until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const { seed } = this.played;
    return until(`${what} (seed ${seed})`, holds, { timeoutMs: WAIT_MS, everyMs: 50 });
  }

  drained(): Promise<void> {
    return this.until('the outbox to drain', async () => {
      const open = await this.query(
        'SELECT 1 FROM outbox WHERE done_at IS NULL AND dead_at IS NULL LIMIT 1',
      );
      return open.length === 0;
    });
  }

  sent(): Promise<void> {
    return this.until('all rows to be sent', async () => {
      const unsent = await this.query(
        'SELECT 1 FROM outbox WHERE dispatched_at IS NULL AND done_at IS NULL LIMIT 1',
      );
      return unsent.length === 0;
    });
  }

  /** Sweeps as after the time in which the jobs that were sent should have been done. */
  async sweepMuchLater(...apps: readonly INestApplicationContext[]): Promise<void> {
    await this.query(
      `UPDATE outbox SET dispatched_at = now() - interval '1 day'
       WHERE done_at IS NULL AND dispatched_at IS NOT NULL`,
    );
    await Promise.all(apps.map((app) => app.get(OutboxSweeper).sweep()));
  }

  /** What an operator does with a row that was given up, when its cause is mended. */
  async reopen(outboxId: string): Promise<void> {
    await this.query(
      'UPDATE outbox SET attempts = 0, dead_at = NULL, dispatched_at = NULL WHERE id = $1',
      [outboxId],
    );
  }

  /** Players whose days do not hold exactly what the stored hands say. */
  wrongStatistics(): Promise<unknown[]> {
    return this.query(`
      SELECT p.user_id FROM hand_seats p JOIN hands h ON h.id = p.hand_id AND h.outcome = 'settled'
      GROUP BY p.user_id
      HAVING (count(*), sum(p.net_krw), sum(p.put_in_krw)) IS DISTINCT FROM (
        SELECT (sum(s.hands), sum(s.net_krw), sum(s.put_in_krw)) FROM player_day_stats s
        WHERE s.user_id = p.user_id)`);
  }

  private async withRedis<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(testRedisUrl());
    try {
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  }

  emptyRedis(): Promise<void> {
    return this.withRedis(async (redis) => {
      const keys = await redis.keys(`*${this.prefix}*`);
      if (keys.length > 0) await redis.del(...keys);
    });
  }

  /**
   * Has Bull give jobs of killed workers to others at once, not after its half minute. Each app that
   * starts looks for them; what two of them in a row see without its lock is given on.
   */
  async startJobsThatMissWorkers(): Promise<INestApplicationContext> {
    await this.forgetWorkers();
    await this.startJobs();
    await this.until('the first look', () =>
      this.withRedis(async (redis) => (await redis.scard(`${this.queueKey}:stalled`)) > 0),
    );
    await this.forgetWorkers();
    return this.startJobs();
  }

  /** Connections that apps of this test have to the Redis of the queues. */
  queueConnections(): Promise<number> {
    return this.withRedis(async (redis) => {
      const clients = String(await redis.client('LIST')).split('\n');
      return clients.filter((line) => line.includes(` name=${this.prefix}:jobs `)).length;
    });
  }

  private get queueKey(): string {
    return `{${this.prefix}:bull}:analytics`;
  }

  private forgetWorkers(): Promise<void> {
    return this.withRedis(async (redis) => {
      const locks = await redis.keys(`${this.queueKey}:*:lock`);
      await redis.del(`${this.queueKey}:stalled-check`, ...locks);
    });
  }
}

export const analyticsQueue = (app: INestApplicationContext): Queue<OutboxJob> =>
  app.get<Queue<OutboxJob>>(getQueueToken('analytics'));
