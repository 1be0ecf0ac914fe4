import { currentRequestId, HealthRegistry } from '@cardroom/platform';
import { v7 as uuidv7 } from 'uuid';

import { StatisticsRepository } from '../analytics/statistics.repository';
import { analyticsQueue, JobsHouse } from '../jobs.builder';
import { OutboxRelay } from './outbox.relay';
import { OutboxRepository } from './outbox.repository';
import { MAX_ATTEMPTS } from './outbox.rules';
import { OutboxSweeper } from './outbox.sweeper';

jest.setTimeout(60_000);

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let house: JobsHouse;

beforeAll(async () => {
  house = await JobsHouse.open(seed);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await house.endTest();
});

afterAll(() => house.close());

const expectStatisticsToFollowFromHands = async (): Promise<void> => {
  expect({ seed, wrong: await house.wrongStatistics() }).toEqual({ seed, wrong: [] });
};

/** A row whose hand does not exist: its work fails each time. */
async function addPoison(): Promise<string> {
  const id = uuidv7();
  await house.query(
    `INSERT INTO outbox (id, topic, payload, request_id) VALUES ($1, 'hand.settled', $2, 'poison-1')`,
    [id, { handId: uuidv7() }],
  );
  return id;
}

describe('a job', () => {
  it('works under the id of the request that its row came from', async () => {
    const app = await house.startJobs();
    const statistics = app.get(StatisticsRepository);
    const count = statistics.count.bind(statistics);
    const seen: (string | undefined)[] = [];
    jest.spyOn(statistics, 'count').mockImplementation((...args) => {
      seen.push(currentRequestId());
      return count(...args);
    });
    const { outboxId } = await house.hand();
    await house.drained();
    expect(seen).toEqual([`request-${outboxId}`]);
  });

  it('carries ids only', async () => {
    const app = await house.startJobs();
    await analyticsQueue(app).pause();
    await house.hand();
    await house.sent();
    const [waiting] = await analyticsQueue(app).getWaiting();
    expect(Object.keys(waiting?.data ?? {}).sort()).toEqual(['outboxId', 'requestId', 'topic']);
    await analyticsQueue(app).resume();
    await house.drained();
  });

  it('F23 that always fails is set aside after some tries, and others go on', async () => {
    const poison = await addPoison();
    const table = await house.table();
    const app = await house.startJobs();
    await house.until('the first try', async () => (await house.row(poison)).attempts >= 1);
    for (let tries = 1; tries < MAX_ATTEMPTS; tries += 1) {
      const { outboxId } = await house.hand(table);
      await house.until('another hand', async () => (await house.row(outboxId)).done);
      await house.sweepMuchLater(app);
      await house.until(`try ${tries + 1}`, async () => (await house.row(poison)).attempts > tries);
    }
    await house.drained();
    expect(await house.row(poison)).toMatchObject({
      ...{ dead: true, done: false, attempts: MAX_ATTEMPTS },
      lastError: expect.stringMatching(/is not in the database/) as unknown,
    });
    await expectStatisticsToFollowFromHands();
    await house.query('DELETE FROM outbox WHERE id = $1', [poison]);
  });

  it('F23 that was set aside is counted as dead, and health says so', async () => {
    const poison = await addPoison();
    await house.query('UPDATE outbox SET dead_at = now() WHERE id = $1', [poison]);
    const app = await house.startJobs();
    await app.get(OutboxSweeper).count();
    expect(app.get(HealthRegistry).describe()).toMatchObject({ outbox: { dead: 1 } });
    await house.query('DELETE FROM outbox WHERE id = $1', [poison]);
  });

  it('F23 whose workers die each time is set aside, and runs when an operator opens it again', async () => {
    const { outboxId } = await house.hand();
    // As after so many workers that were killed in the middle of it.
    await house.query('UPDATE outbox SET attempts = $2 WHERE id = $1', [outboxId, MAX_ATTEMPTS]);
    await house.startJobs();
    await house.drained();
    expect(await house.row(outboxId)).toMatchObject({ dead: true, done: false });
    await house.reopen(outboxId);
    await house.drained();
    expect(await house.row(outboxId)).toMatchObject({ dead: false, done: true });
    await expectStatisticsToFollowFromHands();
  });

  it('runs again under the number of a try that has run before', async () => {
    const poison = await addPoison();
    await house.startJobs();
    await house.until('a failed try', async () => (await house.row(poison)).lastError !== null);
    const { handId, outboxId } = await house.hand();
    await house.until('the hand', async () => (await house.row(outboxId)).done);
    await house.query('UPDATE outbox SET payload = $2 WHERE id = $1', [poison, { handId }]);
    await house.reopen(poison);
    await house.drained();
    expect(await house.row(poison)).toMatchObject({ done: true, attempts: 1 });
    await expectStatisticsToFollowFromHands();
  });
});

describe('the sweeper', () => {
  it('F7 sends again what an emptied Redis has lost', async () => {
    const app = await house.startJobs();
    await analyticsQueue(app).pause();
    const table = await house.table();
    const hands = [await house.hand(table), await house.hand(table), await house.hand(table)];
    await house.sent();
    const rows = await Promise.all(hands.map(({ outboxId }) => house.row(outboxId)));
    expect(rows.map(({ done }) => done)).toEqual([false, false, false]);
    await house.emptyRedis();
    await house.sweepMuchLater(app);
    await house.drained();
    await expectStatisticsToFollowFromHands();
  });

  it('leaves alone what was sent a moment ago', async () => {
    const app = await house.startJobs();
    await analyticsQueue(app).pause();
    const { outboxId } = await house.hand();
    await house.sent();
    expect(await app.get(OutboxRepository).giveBackLost()).toBe(0);
    await analyticsQueue(app).resume();
    await house.drained();
    expect((await house.row(outboxId)).attempts).toBe(1);
  });

  it('sends a row once however long its job waits in the queue', async () => {
    const app = await house.startJobs();
    await analyticsQueue(app).pause();
    const { outboxId } = await house.hand();
    await house.sent();
    await house.sweepMuchLater(app);
    await house.sent();
    expect(await analyticsQueue(app).getWaiting()).toHaveLength(1);
    await analyticsQueue(app).resume();
    await house.drained();
    expect((await house.row(outboxId)).attempts).toBe(1);
  });

  it('F26 does the same when two of them run at once', async () => {
    const [one, other] = [await house.startJobs(), await house.startJobs()];
    const { outboxId } = await house.hand();
    await house.sweepMuchLater(one, other);
    await house.drained();
    expect((await house.row(outboxId)).attempts).toBe(1);
    await expectStatisticsToFollowFromHands();
  });
});

describe('the relay', () => {
  it('gives each row to one of several', async () => {
    const table = await house.table();
    await house.startJobs();
    await house.startJobs();
    for (let played = 0; played < 10; played += 1) await house.hand(table);
    await house.drained();
    const tries = await house.query(
      `SELECT DISTINCT attempts FROM outbox
       WHERE payload ->> 'handId' IN (SELECT id::text FROM hands WHERE table_id = $1)`,
      [table.tableId],
    );
    expect(tries).toEqual([{ attempts: 1 }]);
  });

  it('gives rows back when the queue cannot take them', async () => {
    const app = await house.startJobs();
    const relay = app.get(OutboxRelay);
    await relay.onModuleDestroy();
    jest
      .spyOn(analyticsQueue(app), 'addBulk')
      .mockRejectedValueOnce(new Error('Command timed out'));
    const { outboxId } = await house.hand();
    await expect(relay.send()).rejects.toThrow('timed out');
    await relay.send();
    await house.until('the row to be done', async () => (await house.row(outboxId)).done);
    expect((await house.row(outboxId)).attempts).toBe(1);
  });
});
