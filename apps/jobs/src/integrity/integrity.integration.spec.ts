import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@cardroom/platform';
import { v7 as uuidv7 } from 'uuid';

import { JobCommandModule } from '../command/job-command.module';
import { JobsConfig } from '../config/jobs.config';
import { JobsHouse } from '../jobs.builder';
import type { JobReport } from '../schedule/scheduled-job';
import { WatchIntegrityJob } from './watch-integrity.job';

jest.setTimeout(60_000);

const SEED = 6_023;
const HANDS = 22;
const DAY_MS = 86_400_000;

let house: JobsHouse;
let app: INestApplicationContext;
/** The two who were dealt in together most often: somebody may have lost everything. */
let together: { readonly one: string; readonly other: string; readonly hands: number };

beforeAll(async () => {
  house = await JobsHouse.open(SEED);
  const table = await house.table(3);
  for (let at = 0; at < HANDS; at += 1) await house.hand(table);
  await house.hand(table, { voided: true });
  together = await mostTogether();
  for (const userId of [together.one, together.other])
    await session(userId, '203.0.113.9', 'one browser');
  for (let at = 0; at < 30; at += 1) await session(await player(at), `198.51.100.${at}`, 'other');
  const config = loadConfig(JobsConfig, house.environment());
  app = await NestFactory.createApplicationContext(JobCommandModule.with(config), {
    logger: false,
    abortOnError: false,
  });
});

afterAll(async () => {
  await app.close();
  await house.close();
});

async function mostTogether(): Promise<typeof together> {
  const [pair] = await house.query<typeof together>(
    `SELECT a.user_id AS one, b.user_id AS other, count(*)::int AS hands
     FROM hands h JOIN hand_seats a ON a.hand_id = h.id
     JOIN hand_seats b ON b.hand_id = h.id AND b.user_id > a.user_id
     WHERE h.outcome = 'settled' GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 1`,
  );
  if (pair === undefined) throw new Error('nobody plays');
  return pair;
}

async function player(at: number): Promise<string> {
  const id = uuidv7();
  await house.query(
    `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
     VALUES ($1, $2, $2, $2, $2, 'x')`,
    [id, `somebody-${at}`],
  );
  return id;
}

const session = (userId: string, address: string, userAgent: string): Promise<unknown> =>
  house.query(
    `INSERT INTO auth_sessions (id, user_id, user_agent, address, expires_at)
     VALUES ($1, $2, $3, $4, now() + interval '1 day')`,
    [uuidv7(), userId, userAgent, address],
  );

function watch(dryRun = false, toMs = Date.now() + 60_000): Promise<JobReport> {
  const period = { name: 'test', fromMs: toMs - DAY_MS, toMs };
  const { signal } = new AbortController();
  return app
    .get(WatchIntegrityJob)
    .run({ period, dryRun, again: false, signal, progress: () => undefined });
}

const cases = (): Promise<Record<string, unknown>[]> =>
  house.query('SELECT * FROM integrity_cases ORDER BY id');

describe('the integrity watch', () => {
  it('says on a dry run what it would report, and writes nothing', async () => {
    expect(await watch(true)).toEqual({ hands: HANDS, pairs: 3, suspicions: 1, new: 0 });
    expect(await cases()).toEqual([]);
  });

  it('reports two of one device at one table, with the hands; void hands count nothing', async () => {
    expect(await watch()).toEqual({ hands: HANDS, pairs: 3, suspicions: 1, new: 1 });
    const { one, other, hands } = together;
    const [found, ...more] = await cases();
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      ...{ kind: 'shared_access', user_id: one, partner_id: other, status: 'open' },
      evidence: { hands, sharedDevices: 1, sharedNetworks: 1, usersOfRarest: 2 },
    });
    expect(found?.['hands']).not.toEqual([]);
    expect(JSON.stringify(found)).not.toContain('203.0.113.9');
  });

  it('run again, by another process even, brings the open case up to date', async () => {
    const [before] = await cases();
    const reports = await Promise.all([watch(), watch()]);
    expect(reports.map((report) => report['new'])).toEqual([0, 0]);
    const after = await cases();
    expect(after).toHaveLength(1);
    expect(after[0]?.['id']).toBe(before?.['id']);
  });

  it('leaves a judged case alone while its hands are in the window, and opens another later', async () => {
    await house.query(
      `UPDATE integrity_cases SET status = 'dismissed', resolved_at = now(), resolution = 'brothers'`,
    );
    expect(await watch()).toMatchObject({ suspicions: 1, new: 0 });
    await house.query(`UPDATE integrity_cases SET resolved_at = now() - interval '8 days'`);
    expect(await watch()).toMatchObject({ suspicions: 1, new: 1 });
    expect((await cases()).map(({ status }) => status)).toEqual(['dismissed', 'open']);
  });

  it('looks at nothing outside its window', async () => {
    expect(await watch(true, Date.now() - 10 * DAY_MS)).toMatchObject({ hands: 0, suspicions: 0 });
  });
});
