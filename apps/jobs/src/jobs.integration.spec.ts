import type { INestApplicationContext } from '@nestjs/common';
import { getQueueToken } from '@nestjs/bull';
import { NestFactory } from '@nestjs/core';
import { currentRequestId, HealthRegistry, loadConfig } from '@cardroom/platform';
import type { OutboxJob } from '@cardroom/protocol';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  testRedisUrl,
  type PlayedHand,
  type TestDatabase,
} from '@cardroom/testing';
import type { Queue } from 'bull';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';

import { AnalyticsProcessor } from './analytics/analytics.processor';
import { StatisticsRepository } from './analytics/statistics.repository';
import { AppModule } from './app.module';
import { JobsConfig } from './config/jobs.config';
import { OutboxRelay } from './outbox/outbox.relay';
import { OutboxRepository } from './outbox/outbox.repository';
import { MAX_ATTEMPTS } from './outbox/outbox.rules';
import { OutboxSweeper } from './outbox/outbox.sweeper';

jest.setTimeout(60_000);

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let database: TestDatabase;
let house: PlayedHouse;
let prefix: string;
const apps: INestApplicationContext[] = [];

async function startJobs(): Promise<INestApplicationContext> {
  const config = loadConfig(JobsConfig, {
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '5',
    REDIS_URL: testRedisUrl(),
    REDIS_KEY_PREFIX: prefix,
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
  });
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: false,
    abortOnError: false,
  });
  apps.push(app);
  return app;
}

async function stopJobs(): Promise<void> {
  for (const app of apps.splice(0)) await app.close();
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`seed ${seed}: in vain waited for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const row = async (id: string) => {
  const [found] = await house.source.query<
    { done: boolean; dead: boolean; attempts: number; last_error: string | null }[]
  >(
    `SELECT done_at IS NOT NULL AS done, dead_at IS NOT NULL AS dead, attempts, last_error
     FROM outbox WHERE id = $1`,
    [id],
  );
  if (found === undefined) throw new Error('no such row');
  return found;
};

const drained = () =>
  until('the outbox to drain', async () => {
    const open = await house.source.query<unknown[]>(
      'SELECT 1 FROM outbox WHERE done_at IS NULL AND dead_at IS NULL',
    );
    return open.length === 0;
  });

/** Whether each player's days hold exactly what the stored hands say. */
async function expectStatisticsToFollowFromHands(): Promise<void> {
  const wrong = await house.source.query<unknown[]>(`
    SELECT p.user_id FROM hand_players p JOIN hands h ON h.id = p.hand_id AND h.outcome = 'settled'
    GROUP BY p.user_id
    HAVING (count(*), sum(p.net_krw), sum(p.put_in_krw)) IS DISTINCT FROM (
      SELECT (sum(s.hands), sum(s.net_krw), sum(s.put_in_krw)) FROM player_day_stats s
      WHERE s.user_id = p.user_id)`);
  expect({ seed, wrong }).toEqual({ seed, wrong: [] });
}

const makeLookLost = () =>
  house.source.query(
    `UPDATE outbox SET dispatched_at = now() - interval '1 day' WHERE done_at IS NULL`,
  );

const job = (hand: PlayedHand): OutboxJob => ({
  outboxId: hand.outboxId,
  topic: 'hand.settled',
  requestId: 'request-of-a-test',
});

const redis = () => new Redis(testRedisUrl());

async function emptyRedis(): Promise<void> {
  const client = redis();
  const keys = await client.keys(`*${prefix}*`);
  if (keys.length > 0) await client.del(...keys);
  client.disconnect();
}

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, seed);
});

beforeEach(() => {
  prefix = testRedisPrefix();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await stopJobs();
  await emptyRedis();
});

afterAll(async () => {
  await house.close();
  await database.drop();
});

describe('a hand that ended', () => {
  it('is counted into the statistics of its players, once; a void one adds nothing', async () => {
    const table = await house.table(4);
    for (let played = 0; played < 20; played += 1) {
      await house.hand(table, { voided: played % 7 === 3 });
    }
    await startJobs();
    await drained();
    await expectStatisticsToFollowFromHands();
  });

  it('is counted once however often its job runs, and by however many workers', async () => {
    const hand = await house.hand(await house.table());
    const [one, other] = [await startJobs(), await startJobs()];
    await drained();
    const runs = [one, other, one, other].map((app) =>
      app.get(AnalyticsProcessor).handle({ data: job(hand) } as never),
    );
    await Promise.all(runs);
    await expectStatisticsToFollowFromHands();
  });

  it('is counted once when two of its jobs run at the same moment', async () => {
    const hand = await house.hand(await house.table());
    const app = await startJobs();
    await app.get(OutboxRelay).onModuleDestroy();
    const statistics = app.get(StatisticsRepository);
    await Promise.all([1, 2, 3, 4].map(() => statistics.count(hand.handId, hand.outboxId)));
    await expectStatisticsToFollowFromHands();
  });

  it('is counted on its day in Seoul', async () => {
    const table = await house.table(2);
    const { handId } = await house.hand(table);
    await house.source.query('ALTER TABLE hands DISABLE TRIGGER USER');
    // Half past midnight in Seoul is still the day before in London.
    await house.source.query(`UPDATE hands SET ended_at = '2026-03-01T15:30:00Z' WHERE id = $1`, [
      handId,
    ]);
    await house.source.query('ALTER TABLE hands ENABLE TRIGGER USER');
    await startJobs();
    await drained();
    const days = await house.source.query<{ day: string }[]>(
      'SELECT day::text FROM player_day_stats WHERE user_id = $1',
      [table.players[0]?.userId],
    );
    expect(days).toEqual([{ day: '2026-03-02' }]);
  });
});

describe('a job', () => {
  it('works under the id of the request that its row came from', async () => {
    const hand = await house.hand(await house.table());
    const app = await startJobs();
    const seen: (string | undefined)[] = [];
    const count = jest
      .spyOn(app.get(StatisticsRepository), 'count')
      .mockImplementation(async (_handId, outboxId) => {
        seen.push(currentRequestId());
        await app.get(OutboxRepository).done(outboxId);
        return true;
      });
    await drained();
    expect(seen).toEqual([`request-${hand.outboxId}`]);
    expect(count).toHaveBeenCalledTimes(1);
    await house.source.query('DELETE FROM outbox WHERE id = $1', [hand.outboxId]);
    await reopen(hand);
    await drained();
  });

  it('carries ids only', async () => {
    await house.hand(await house.table());
    const app = await startJobs();
    await drained();
    const queue = app.get<Queue<OutboxJob>>(getQueueToken('analytics'));
    const [kept] = await queue.getCompleted();
    expect(Object.keys(kept?.data ?? {}).sort()).toEqual(['outboxId', 'requestId', 'topic']);
  });

  it('F23 that always fails is set aside after some tries, and others go on', async () => {
    const poison = uuidv7();
    await house.source.query(
      `INSERT INTO outbox (id, topic, payload, request_id) VALUES ($1, 'hand.settled', $2, 'poison-1')`,
      [poison, { handId: uuidv7() }],
    );
    const table = await house.table();
    const app = await startJobs();
    await until('the first try', async () => (await row(poison)).attempts >= 1);
    for (let tries = 1; tries < MAX_ATTEMPTS; tries += 1) {
      await house.hand(table);
      await makeLookLost();
      await app.get(OutboxSweeper).sweep();
      await until(`try ${tries + 1}`, async () => (await row(poison)).attempts > tries);
    }
    await drained();
    expect(await row(poison)).toMatchObject({ dead: true, done: false, attempts: MAX_ATTEMPTS });
    expect((await row(poison)).last_error).toMatch(/is not in the database/);
    await expectStatisticsToFollowFromHands();
  });

  it('F23 whose workers die each time is set aside as well', async () => {
    const hand = await house.hand(await house.table());
    // As after so many workers that were killed in the middle of it.
    await house.source.query('UPDATE outbox SET attempts = $2 WHERE id = $1', [
      hand.outboxId,
      MAX_ATTEMPTS,
    ]);
    await startJobs();
    await drained();
    expect(await row(hand.outboxId)).toMatchObject({ dead: true, done: false });
    await reopen(hand);
    await drained();
    await expectStatisticsToFollowFromHands();
  });
});

/** What an operator does with a row that was given up, when its cause is mended. */
async function reopen({ outboxId, handId }: PlayedHand): Promise<void> {
  await house.source.query(
    `INSERT INTO outbox (id, topic, payload, request_id) VALUES ($1, 'hand.settled', $2, 'reopened')
     ON CONFLICT (id) DO UPDATE SET attempts = 0, dead_at = NULL, dispatched_at = NULL`,
    [outboxId, { handId }],
  );
}

describe('the sweeper', () => {
  it('F7 sends again what an emptied Redis has lost', async () => {
    const first = await startJobs();
    await first.get<Queue>(getQueueToken('analytics')).pause();
    const table = await house.table();
    const hands = [await house.hand(table), await house.hand(table), await house.hand(table)];
    await until('all to be sent', async () => {
      const unsent = await house.source.query<unknown[]>(
        'SELECT 1 FROM outbox WHERE dispatched_at IS NULL',
      );
      return unsent.length === 0;
    });
    expect(
      await Promise.all(hands.map(async ({ outboxId }) => (await row(outboxId)).done)),
    ).toEqual([false, false, false]);
    await emptyRedis();
    await makeLookLost();
    await first.get(OutboxSweeper).sweep();
    await drained();
    await expectStatisticsToFollowFromHands();
  });

  it('leaves alone what was sent a moment ago', async () => {
    const app = await startJobs();
    await app.get<Queue>(getQueueToken('analytics')).pause();
    const hand = await house.hand(await house.table());
    const outbox = app.get(OutboxRepository);
    await until(
      'the row to be sent',
      async () => (await outbox.take(['hand.settled'], 1)).length === 0,
    );
    expect(await outbox.giveBackLost()).toBe(0);
    await app.get<Queue>(getQueueToken('analytics')).resume();
    await drained();
    expect((await row(hand.outboxId)).attempts).toBe(1);
  });

  it('F26 does the same when two of them run at once', async () => {
    const [one, other] = [await startJobs(), await startJobs()];
    const hand = await house.hand(await house.table());
    await makeLookLost();
    await Promise.all([one, other].map((app) => app.get(OutboxSweeper).sweep()));
    await drained();
    expect((await row(hand.outboxId)).attempts).toBe(1);
    await expectStatisticsToFollowFromHands();
  });
});

describe('the relay', () => {
  it('gives each row to one of several', async () => {
    const table = await house.table();
    const [one, other] = [await startJobs(), await startJobs()];
    for (let played = 0; played < 10; played += 1) await house.hand(table);
    await drained();
    const tries = await house.source.query<{ attempts: number }[]>(
      `SELECT DISTINCT attempts FROM outbox
       WHERE payload ->> 'handId' IN (SELECT id::text FROM hands WHERE table_id = $1)`,
      [table.tableId],
    );
    expect(tries).toEqual([{ attempts: 1 }]);
    expect(one).not.toBe(other);
  });

  it('gives rows back when the queue cannot take them', async () => {
    const app = await startJobs();
    const relay = app.get(OutboxRelay);
    await relay.onModuleDestroy();
    const queue = app.get<Queue>(getQueueToken('analytics'));
    jest.spyOn(queue, 'addBulk').mockRejectedValueOnce(new Error('Command timed out'));
    const { outboxId } = await house.hand(await house.table());
    await expect(relay.send()).rejects.toThrow('timed out');
    await relay.send();
    await drained();
    expect((await row(outboxId)).attempts).toBe(1);
  });
});

describe('the app', () => {
  it('says how its outbox and queues are, and is ready', async () => {
    const app = await startJobs();
    const health = app.get(HealthRegistry);
    expect(health.describe()).toHaveProperty('outbox');
    expect(health.describe()).toHaveProperty('queues');
    for (const { check } of health.checks()) await check();
    expect(health.checks().map(({ name }) => name)).toContain('redis-queue');
  });

  it('finishes the job it holds before it stops', async () => {
    const app = await startJobs();
    const statistics = app.get(StatisticsRepository);
    const count = statistics.count.bind(statistics);
    const begun = new Promise<void>((resolve) => {
      jest.spyOn(statistics, 'count').mockImplementation(async (...args) => {
        resolve();
        await new Promise((wait) => setTimeout(wait, 500));
        return count(...args);
      });
    });
    const { outboxId } = await house.hand(await house.table());
    await begun;
    await stopJobs();
    expect(await row(outboxId)).toMatchObject({ done: true, attempts: 1 });
  });
});
