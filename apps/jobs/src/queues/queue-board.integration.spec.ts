import { createHttpApp, loadConfig } from '@cardroom/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';

import { AppModule } from '../app.module';
import { JobsConfig } from '../config/jobs.config';
import { analyticsQueue, JobsHouse } from '../jobs.builder';
import { BOARD_PATH, serveQueueBoard } from './queue-board';

jest.setTimeout(60_000);

const PASSWORD = 'a password of thirty-two letters';
let house: JobsHouse;
let app: NestExpressApplication;

/** The app behind HTTP, with or without a board. */
async function serve(password: string): Promise<string> {
  const config = loadConfig(JobsConfig, { ...house.environment(), QUEUE_BOARD_PASSWORD: password });
  app = await createHttpApp(AppModule.with(config), { trustedProxies: [] });
  serveQueueBoard(app, config.queueBoardPassword);
  await app.listen(0, '127.0.0.1');
  return `${await app.getUrl()}${BOARD_PATH}`;
}

const basic = (password: string): { headers: { authorization: string } } => ({
  headers: { authorization: `Basic ${Buffer.from(`staff:${password}`).toString('base64')}` },
});

beforeAll(async () => {
  house = await JobsHouse.open(7_018);
});

afterEach(async () => {
  await app.close();
  await house.endTest();
});

afterAll(() => house.close());

describe('the board of the queues', () => {
  it('is not there without a password', async () => {
    const url = await serve('');
    expect((await fetch(url, basic(''))).status).toBe(404);
  });

  it('asks everybody for the password, for its files and its answers alike', async () => {
    const url = await serve(PASSWORD);
    for (const path of ['', '/api/queues', '/static/js/main.js', '/queue/analytics']) {
      for (const init of [undefined, basic('another password'), basic('')]) {
        const answer = await fetch(`${url}${path}`, init);
        expect([path, answer.status]).toEqual([path, 401]);
        expect(answer.headers.get('www-authenticate')).toContain('Basic');
      }
    }
  });

  it('shows every queue and the jobs that wait, and changes nothing', async () => {
    const url = await serve(PASSWORD);
    await analyticsQueue(app).pause();
    await house.hand();
    await house.sent();
    const page = await fetch(url, basic(PASSWORD));
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('main')]);
    const answer = await fetch(
      `${url}/api/queues?activeQueue=analytics&status=paused&page=1&jobsPerPage=10`,
      basic(PASSWORD),
    );
    const { queues } = (await answer.json()) as {
      queues: { name: string; readOnlyMode: boolean; jobs: { data: object }[] }[];
    };
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    expect(queues.map(({ name }) => name)).toEqual(expect.arrayContaining(['analytics']));
    const jobs = queues.find(({ name }) => name === 'analytics')?.jobs ?? [];
    expect(jobs.map(({ data }) => Object.keys(data).sort())).toEqual([
      ['outboxId', 'requestId', 'topic'],
    ]);
    const emptied = await fetch(`${url}/api/queues/analytics/empty`, {
      ...basic(PASSWORD),
      method: 'PUT',
    });
    expect(emptied.ok).toBe(false);
    expect(await analyticsQueue(app).getJobCountByTypes(['paused', 'waiting'])).toBe(1);
    await analyticsQueue(app).resume();
    await house.drained();
  });
});
