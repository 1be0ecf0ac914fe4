import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { HealthRegistry } from '@cardroom/platform';
import {
  freePort,
  OwnedProcess,
  projectRoot,
  testRedisUrl,
  type PlayedTable,
} from '@cardroom/testing';

import { StatisticsRepository } from './analytics/statistics.repository';
import { analyticsQueue, JobsHouse } from './jobs.builder';

jest.setTimeout(60_000);

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let house: JobsHouse;
let table: PlayedTable;
let logDir: string;

beforeAll(async () => {
  house = await JobsHouse.open(seed);
  table = await house.table();
  await house.startJobs();
  await house.drained();
  await house.endTest();
  logDir = mkdtempSync(join(tmpdir(), 'jobs-'));
});

afterEach(async () => {
  jest.restoreAllMocks();
  await house.endTest();
});

afterAll(async () => {
  await house.close();
  rmSync(logDir, { recursive: true, force: true });
});

const expectStatisticsToFollowFromHands = async (): Promise<void> => {
  expect({ seed, wrong: await house.wrongStatistics() }).toEqual({ seed, wrong: [] });
};

/** Jobs as a process of its own, so that it can be killed. */
async function spawnJobs(env: Readonly<Record<string, string>> = {}): Promise<OwnedProcess> {
  return OwnedProcess.start({
    name: 'jobs',
    command: process.execPath,
    args: [join(projectRoot(), 'dist/apps/jobs/src/main.js')],
    env: { ...house.environment(), JOBS_PORT: String(await freePort()), ...env },
    cwd: projectRoot(),
    logFile: join(logDir, 'jobs.log'),
  });
}

/** A way to Redis that can fall silent, as a network does, without a word to either side. */
class SilentProxy {
  private readonly sockets: Socket[] = [];
  private readonly server = createServer((near) => {
    const { hostname, port } = new URL(testRedisUrl());
    const far = connect(Number(port), hostname);
    this.sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far).pipe(near);
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const url = new URL(testRedisUrl());
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return url.toString();
  }

  fallSilent(): void {
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

describe('a worker that is killed', () => {
  it('F3 in the middle of a job leaves no half of its effect, and the job runs again', async () => {
    const { handId, outboxId } = await house.hand(table);
    const other = house.played.source.createQueryRunner();
    await other.startTransaction();
    // Whoever counts this hand waits here until the other transaction ends.
    await other.query('INSERT INTO processed_hands (hand_id) VALUES ($1)', [handId]);
    const worker = await spawnJobs();
    await house.until('the job to begin', async () => (await house.row(outboxId)).attempts === 1);
    await worker.kill('SIGKILL');
    await other.rollbackTransaction();
    await other.release();
    expect((await house.row(outboxId)).done).toBe(false);
    await house.sweepMuchLater(await house.startJobs());
    await house.drained();
    expect(await house.row(outboxId)).toMatchObject({ done: true, attempts: 2 });
    await expectStatisticsToFollowFromHands();
  });

  it('F3 after its effect, before Bull heard of it: the stalled job runs again and does nothing', async () => {
    const proxy = new SilentProxy();
    const { handId, outboxId } = await house.hand(table);
    const other = house.played.source.createQueryRunner();
    await other.startTransaction();
    await other.query('INSERT INTO processed_hands (hand_id) VALUES ($1)', [handId]);
    const worker = await spawnJobs({ REDIS_URL: await proxy.open() });
    await house.until('the job to begin', async () => (await house.row(outboxId)).attempts === 1);
    proxy.fallSilent();
    await other.rollbackTransaction();
    await other.release();
    await house.until('its effect', async () => (await house.row(outboxId)).done);
    await worker.kill('SIGKILL');
    proxy.close();
    const queue = analyticsQueue(await house.startJobsThatMissWorkers());
    await house.until('the stalled job to run', async () => (await queue.getActiveCount()) === 0);
    expect(await house.row(outboxId)).toMatchObject({ done: true, attempts: 1 });
    await expectStatisticsToFollowFromHands();
  });
});

describe('the app', () => {
  it('says how its outbox and queues are, and is ready', async () => {
    const app = await house.startJobs();
    const health = app.get(HealthRegistry);
    expect(health.describe()).toHaveProperty('outbox');
    expect(health.describe()).toHaveProperty('queues');
    for (const { check } of health.checks()) await check();
    expect(health.checks().map(({ name }) => name)).toContain('redis-queue');
  });

  it('finishes the job it holds before it stops', async () => {
    const app = await house.startJobs();
    const statistics = app.get(StatisticsRepository);
    const count = statistics.count.bind(statistics);
    const begun = new Promise<void>((resolve) => {
      jest.spyOn(statistics, 'count').mockImplementation(async (...args) => {
        resolve();
        await new Promise((wait) => setTimeout(wait, 500));
        return count(...args);
      });
    });
    const { outboxId } = await house.hand(table);
    await begun;
    await house.stopJobs();
    expect(await house.row(outboxId)).toMatchObject({ done: true, attempts: 1 });
  });

  it('leaves no connection to Redis behind', async () => {
    await house.startJobs();
    expect(await house.queueConnections()).toBeGreaterThan(0);
    await house.stopJobs();
    await house.until('the connections to end', async () => (await house.queueConnections()) === 0);
  });
});
