import { setTimeout as wait } from 'node:timers/promises';

import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@cardroom/platform';

import { JobCommandModule } from '../command/job-command.module';
import { readJobOptions } from '../command/job-options.rules';
import { runJob } from '../command/run-job';
import { JobsConfig } from '../config/jobs.config';
import { JobsHouse } from '../jobs.builder';
import { JobScheduler } from './job-scheduler';
import { MAX_ATTEMPTS } from './job-runs.rules';
import { JobRunsRepository } from './job-runs.repository';
import { periodNamed, type Period } from './periods.rules';
import type { JobReport, JobRun, ScheduledJob } from './scheduled-job';
import { ScheduledJobs } from './scheduled-jobs';

jest.setTimeout(60_000);

let house: JobsHouse;
/** 2026-11-23 was a Monday. */
const MONDAY_5_AM = Date.parse('2026-11-23T05:00+09:00');

beforeAll(async () => {
  house = await JobsHouse.open(26);
});

afterEach(async () => {
  await house.endTest();
  await house.query('DELETE FROM job_runs');
});

afterAll(() => house.close());

const job = (
  work: (run: JobRun) => Promise<JobReport>,
  catchUpPeriods = 1,
): ScheduledJob & { readonly ran: string[] } => {
  const ran: string[] = [];
  return {
    name: 'test-job',
    summary: 'Tests.',
    schedule: { every: 'week', delayMs: 4 * 3_600_000, catchUpPeriods },
    ran,
    run: (run) => {
      ran.push(run.period.name);
      return work(run);
    },
  };
};

const week = (name: string): Period => {
  const period = periodNamed('week', name);
  if (period === null) throw new Error('no such week');
  return period;
};

async function start(of: ScheduledJob): Promise<INestApplicationContext> {
  const app = await house.startJobs(() => MONDAY_5_AM);
  app.get(ScheduledJobs).register(of);
  return app;
}

const states = (): Promise<
  { period: string; status: string; attempts: number; report: unknown }[]
> =>
  house.query(
    `SELECT period, status, attempts, report, last_error FROM job_runs
     WHERE job = 'test-job' ORDER BY period`,
  );

const past = (column: 'lease_until' | 'retry_at'): Promise<unknown> =>
  house.query(`UPDATE job_runs SET ${column} = now() - interval '1 second'`);

describe('a scheduled job', () => {
  it('F26 runs once for a period, however many schedulers wake it', async () => {
    const weekly = job(() => wait(50).then(() => ({ paid: 3 })));
    const apps = [await start(weekly), await start(weekly)];
    const wake = (): Promise<unknown> =>
      Promise.all(apps.map((app) => app.get(JobScheduler).sweep()));
    await wake();
    await wake();
    expect(weekly.ran).toEqual(['2026-W47']);
    expect(await states()).toMatchObject([
      { period: '2026-W47', status: 'done', attempts: 1, report: { paid: 3 } },
    ]);
  });

  it('F26 is claimed by one of many who ask in the same moment', async () => {
    const app = await start(job(() => Promise.resolve({})));
    const runs = app.get(JobRunsRepository);
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => runs.claim('test-job', n % 2 ? '2026-W46' : '2026-W47')),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('makes good the periods in which nobody ran, in their order', async () => {
    const weekly = job(() => Promise.resolve({}), 3);
    const app = await start(weekly);
    await app.get(JobScheduler).sweep();
    expect(weekly.ran).toEqual(['2026-W45', '2026-W46', '2026-W47']);
  });

  it('F3 whose process ended is run again when its lease is over, and the old one is refused', async () => {
    const weekly = job(() => Promise.resolve({ paid: 1 }));
    const app = await start(weekly);
    const runs = app.get(JobRunsRepository);
    const dead = await runs.claim('test-job', '2026-W47');
    if (dead === null) throw new Error('nobody else claims');
    await app.get(JobScheduler).sweep();
    expect(weekly.ran).toEqual([]);
    await past('lease_until');
    await app.get(JobScheduler).sweep();
    expect(await states()).toMatchObject([{ status: 'done', attempts: 2, report: { paid: 1 } }]);
    expect(await runs.renew(dead)).toBe(false);
    expect(await runs.done(dead, { paid: 100 })).toBe(false);
    expect(await states()).toMatchObject([{ status: 'done', report: { paid: 1 } }]);
  });

  it('that fails is tried again later, some times, and then waits for a person', async () => {
    let isMended = false;
    const weekly = job(() => (isMended ? Promise.resolve({}) : Promise.reject(new Error('away'))));
    const app = await start(weekly);
    const scheduler = app.get(JobScheduler);
    await scheduler.sweep();
    await scheduler.sweep();
    expect(await states()).toMatchObject([{ status: 'failed', attempts: 1, last_error: 'away' }]);
    for (let tries = 1; tries < MAX_ATTEMPTS; tries += 1) {
      await past('retry_at');
      await scheduler.sweep();
    }
    expect(await states()).toMatchObject([{ status: 'failed', attempts: MAX_ATTEMPTS }]);
    expect(await app.get(JobRunsRepository).countGivenUp()).toBe(1);
    await scheduler.sweep();
    expect(weekly.ran).toHaveLength(MAX_ATTEMPTS);
    isMended = true;
    const outcome = await app.get(ScheduledJobs).run(weekly, week('2026-W47'), { byHand: true });
    expect(outcome.status).toBe('done');
  });

  it('is broken off when its process ends, which is not counted as a try', async () => {
    let begun = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const weekly = job(async ({ signal }) => {
      begun();
      while (!signal.aborted) await wait(5);
      throw new Error('stopped half way');
    });
    const app = await start(weekly);
    const swept = app.get(JobScheduler).sweep();
    await hasBegun;
    await house.stopJobs();
    await swept;
    expect(await states()).toMatchObject([{ status: 'failed', attempts: 0 }]);
  });
});

describe('npm run job', () => {
  async function command(
    of: ScheduledJob,
    ...args: string[]
  ): Promise<{ readonly code: number; readonly text: string }> {
    const options = readJobOptions(args);
    const config = loadConfig(JobsConfig, house.environment());
    const settings = { clock: () => MONDAY_5_AM, readOnly: options.dryRun };
    const app = await NestFactory.createApplicationContext(
      JobCommandModule.with(config, settings),
      { logger: false, abortOnError: false },
    );
    app.get(ScheduledJobs).register(of);
    let text = '';
    const out = { isTTY: false, write: (part: string): boolean => (text += part) !== '' };
    const { signal } = new AbortController();
    try {
      return { code: await runJob(app, options, { out, signal }), text };
    } finally {
      await app.close();
    }
  }

  const paying = job(({ progress }) => {
    progress(1, 2);
    progress(2, 2);
    return Promise.resolve({ players: 2, paidKrw: 12_000 });
  });

  it('runs a job with its progress, once, and says what it did', async () => {
    const first = await command(paying, 'test-job');
    expect(first).toEqual({
      code: 0,
      text: 'test-job 2026-W47\n  1/2\n  2/2\ndone: players 2, paidKrw 12,000\n',
    });
    const again = await command(paying, 'test-job');
    expect(again.code).toBe(0);
    expect(again.text).toContain('2026-W47 done');
    expect(paying.ran).toEqual(['2026-W47']);
  });

  it('in a dry run says what it would do, and PostgreSQL refuses every write', async () => {
    const dry = await command(paying, 'test-job', '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.text).toContain('would do: players 2, paidKrw 12,000');
    const app = await NestFactory.createApplicationContext(
      JobCommandModule.with(loadConfig(JobsConfig, house.environment()), { readOnly: true }),
      { logger: false, abortOnError: false },
    );
    const claim = app.get(JobRunsRepository).claim('test-job', '2026-W47');
    await expect(claim).rejects.toThrow('read-only transaction');
    await app.close();
    expect(await states()).toEqual([]);
  });

  it.each([
    [['no-job'], 'There is no job no-job'],
    [['test-job', '--period', '2026-11-21'], 'is not the name of a week'],
    [['test-job', '--period', '2026-W48'], '2026-W48 is not over yet'],
  ])('%j is refused', async (args, message) => {
    const { code, text } = await command(paying, ...args);
    expect([code, text]).toEqual([2, expect.stringContaining(message)]);
  });

  it('fails where the job fails, and lists what ran last', async () => {
    const failing = job(() => Promise.reject(new Error('no gateway')));
    expect(await command(failing, 'test-job')).toMatchObject({ code: 1 });
    const { text } = await command(failing);
    expect(text).toContain('test-job  (0 0 4 * * 1 Asia/Seoul)  Tests.');
    expect(text).toContain('2026-W47 failed, try 1: no gateway');
  });
});
