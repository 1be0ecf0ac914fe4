import type { INestApplicationContext } from '@nestjs/common';
import { checkLedger } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { seededRandom, wholeBetween, type PlayedTable } from '@cardroom/testing';
import { rakebackOf } from '@cardroom/vip';
import { v7 as uuidv7 } from 'uuid';

import { JobsHouse } from '../jobs.builder';
import { periodAt, type Period } from '../schedule/periods.rules';
import type { JobRun } from '../schedule/scheduled-job';
import { JobScheduler } from '../schedule/job-scheduler';
import { ScheduledJobs } from '../schedule/scheduled-jobs';
import { DailyRakeJob } from './daily-rake.job';
import { RakeDaysRepository } from './rake-days.repository';
import { RakebackRepository } from './rakeback.repository';
import { WeeklyRakebackJob } from './weekly-rakeback.job';

jest.setTimeout(60_000);

const SEED = Number(process.env['SEED'] ?? 2_611);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let house: JobsHouse;
/** The week in which hands are played, as the wall clock has it. */
const THIS_WEEK: Period = periodAt('week', Date.now());
/** The week of a test; the books remember what those before have paid. */
let week = THIS_WEEK;
const nextMonday = (): number => week.toMs + 4 * HOUR_MS;

beforeAll(async () => {
  process.stdout.write(`players pay rake with seed ${SEED}\n`);
  house = await JobsHouse.open(SEED);
});

const nextWeeks = (): void => {
  week = periodAt('week', week.fromMs + 70 * DAY_MS);
};

afterEach(async () => {
  jest.restoreAllMocks();
  await house.endTest();
  await house.query(
    `TRUNCATE rakeback_payments, rakeback_weeks, player_rake_days, rake_hands, vip_levels, job_runs`,
  );
});

afterAll(() => house.close());

/** A player who paid so much rake on days of Seoul, counted from the Monday of the week. */
async function playerWith(rake: Readonly<Record<number, number>>): Promise<string> {
  const userId = uuidv7();
  await house.query(
    `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
     VALUES ($1, $2, $2, $2, $2, '-')`,
    [userId, `rake-${userId}`],
  );
  for (const [day, rakeKrw] of Object.entries(rake)) {
    await house.query(
      'INSERT INTO player_rake_days (user_id, day, hands, rake_krw) VALUES ($1, $2, 1, $3)',
      [userId, periodAt('day', week.fromMs + Number(day) * DAY_MS).name, rakeKrw],
    );
  }
  return userId;
}

interface Payment {
  readonly level: string;
  readonly rake_krw: number;
  readonly rakeback_krw: number;
}

const paymentsOf = (userId: string): Promise<Payment[]> =>
  house.query(
    `SELECT level, rake_krw, rakeback_krw FROM rakeback_payments
     WHERE user_id = $1 AND week = $2 AND paid_at IS NOT NULL`,
    [userId, week.name],
  );

const walletOf = async (userId: string): Promise<number> => {
  const [row] = await house.query<{ krw: number }>(
    `SELECT coalesce(sum(e.amount_krw), 0)::bigint AS krw FROM ledger_entries e
     JOIN ledger_transfers t ON t.id = e.transfer_id AND t.type = 'rakeback'
     WHERE e.user_id = $1 AND t.memo ->> 'week' = $2`,
    [userId, week.name],
  );
  return row?.krw ?? 0;
};

const houseBalance = async (kind: string): Promise<number> => {
  const [row] = await house.query<{ krw: number }>(
    `SELECT coalesce(sum(e.amount_krw), 0)::bigint AS krw FROM ledger_entries e
     JOIN ledger_accounts a ON a.id = e.account_id WHERE a.kind = $1`,
    [kind],
  );
  return row?.krw ?? 0;
};

const quiet = (period = week): JobRun => ({
  ...{ period, dryRun: false, again: false },
  signal: new AbortController().signal,
  progress: () => undefined,
});

const monday = (): Promise<INestApplicationContext> => house.startJobs(nextMonday);

describe('the rake of players by day', () => {
  beforeEach(() => {
    week = THIS_WEEK;
  });

  const counted = async (table: PlayedTable): Promise<unknown> => {
    const [row] = await house.query(
      `SELECT (SELECT sum(rake_krw)::bigint FROM player_rake_days WHERE user_id = ANY($1)) AS days,
              (SELECT sum(rake_krw)::bigint FROM hand_seats WHERE user_id = ANY($1)) AS hands`,
      [table.players.map(({ userId }) => userId)],
    );
    return row;
  };

  async function playRaked(): Promise<PlayedTable> {
    const table = await house.table(4);
    for (let count = 0; count < 12; count += 1) await house.hand(table);
    return table;
  }

  it('is counted as hands are settled, each hand once', async () => {
    const app = await house.startJobs();
    const table = await playRaked();
    await house.drained();
    const { days, hands } = (await counted(table)) as { days: number; hands: number };
    expect([days > 0, days]).toEqual([true, hands]);
    await app.get(RakeDaysRepository).countEnded(week.fromMs, week.toMs);
    expect(await counted(table)).toEqual({ days, hands });
  });

  it('F3 is counted by the day where the jobs of hands were lost, by two at once, once', async () => {
    const table = await playRaked();
    await house.query('UPDATE outbox SET done_at = now() WHERE done_at IS NULL');
    const app = await house.startJobs();
    const days = app.get(RakeDaysRepository);
    await Promise.all([1, 2, 3].map(() => days.countEnded(week.fromMs, week.toMs)));
    const { days: sum, hands } = (await counted(table)) as { days: number; hands: number };
    expect(sum).toBe(hands);
  });

  it('§2.1 of a hand that comes after its week was closed counts for the next', async () => {
    const app = await house.startJobs();
    const days = app.get(RakeDaysRepository);
    await days.closeWeek(week.name, periodAt('day', week.fromMs).name);
    await playRaked();
    await house.drained();
    const found = await house.query<{ day: string }>(
      'SELECT DISTINCT day::text FROM player_rake_days',
    );
    expect(found).toEqual([{ day: periodAt('day', week.toMs).name }]);
  });
});

describe('rakeback on Monday', () => {
  beforeEach(nextWeeks);

  it('§2 pays each player the week by the level that the last thirty days give', async () => {
    const bronze = await playerWith({ 0: 60_004, 6: 5 });
    const silver = await playerWith({ 3: 30_000, [-1]: 70_000 });
    const long = await playerWith({ 3: 30_000, [-23]: 70_000, [-24]: 900_000 });
    const idle = await playerWith({ [-1]: 500_000 });
    const later = await playerWith({ 7: 500_000 });
    const little = await playerWith({ 2: 4 });
    const app = await monday();
    await app.get(JobScheduler).sweep();
    expect(await paymentsOf(bronze)).toEqual([
      { level: 'bronze', rake_krw: 60_009, rakeback_krw: 12_001 },
    ]);
    expect(await paymentsOf(silver)).toMatchObject([{ level: 'silver', rakeback_krw: 7_500 }]);
    expect(await paymentsOf(long)).toMatchObject([{ level: 'silver', rakeback_krw: 7_500 }]);
    for (const none of [idle, later, little]) expect(await paymentsOf(none)).toEqual([]);
    expect(await walletOf(bronze)).toBe(12_001);
    expect(await houseBalance('rakeback_liability')).toBe(0);
    expect(await checkLedger(house.played.source.manager)).toEqual([]);
  });

  it('F26 pays once, however many processes wake for it', async () => {
    const userId = await playerWith({ 0: 100_000 });
    const apps = [await monday(), await monday()];
    await Promise.all(apps.map((app) => app.get(JobScheduler).sweep()));
    await Promise.all(apps.map((app) => app.get(WeeklyRakebackJob).run(quiet())));
    expect(await walletOf(userId)).toBe(25_000);
    expect(await paymentsOf(userId)).toHaveLength(1);
  });

  it('F3 goes on where it broke off: nobody is missed, nobody is paid twice', async () => {
    const players = await Promise.all(
      Array.from({ length: 30 }, (_, n) => playerWith({ 1: 1_000 + n })),
    );
    const app = await monday();
    const rakeback = app.get(RakebackRepository);
    const pay = rakeback.payBatch.bind(rakeback);
    let batches = 0;
    jest.spyOn(rakeback, 'payBatch').mockImplementation(async (name, after) => {
      batches += 1;
      if (batches === 3) throw new Error('the process ended here');
      return pay(name, after, 7);
    });
    const [job, jobs] = [app.get(WeeklyRakebackJob), app.get(ScheduledJobs)];
    expect((await jobs.run(job, week)).status).toBe('failed');
    const paid = await Promise.all(players.map(walletOf));
    expect(paid.filter((krwPaid) => krwPaid > 0)).toHaveLength(14);
    const again = await jobs.run(job, week, { byHand: true });
    expect(again).toMatchObject({ status: 'done', report: { players: 30, paidNow: 16 } });
    const wallets = await Promise.all(players.map(walletOf));
    expect(wallets).toEqual(players.map((_, n) => Math.floor((1_000 + n) / 5)));
    const [notices] = await house.query<{ n: number }>(
      `SELECT count(*) AS n FROM outbox WHERE topic = 'rakeback.paid' AND payload ->> 'week' = $1
         AND payload ->> 'userId' = ANY($2)`,
      [week.name, players],
    );
    expect(notices?.n).toBe(30);
  });

  it('agrees to the won with the rule of one player, for rakes at random', async () => {
    const random = seededRandom(SEED);
    const amount = (): number => wholeBetween(random, 1, 10 ** wholeBetween(random, 1, 7));
    const rakes = Array.from({ length: 60 }, () => [amount(), amount()] as const);
    const players = await Promise.all(
      rakes.map(([earlier, inWeek]) => playerWith({ [-5]: earlier, 4: inWeek })),
    );
    const app = await monday();
    await app.get(WeeklyRakebackJob).run(quiet());
    const wallets = await Promise.all(players.map(walletOf));
    expect(wallets).toEqual(
      rakes.map(
        ([earlier, inWeek]) =>
          rakebackOf({ weekRakeKrw: krw(inWeek), runningRakeKrw: krw(earlier + inWeek) }).amountKrw,
      ),
    );
  });

  it('says in a dry run what it would pay, and closes nothing', async () => {
    await playerWith({ 0: 10_000 });
    const app = await monday();
    const report = await app.get(WeeklyRakebackJob).run({ ...quiet(), dryRun: true });
    expect(report).toEqual({ players: 1, owedKrw: 2_000 });
    expect(await house.query('SELECT 1 FROM rakeback_weeks')).toEqual([]);
  });
});

describe('levels by day', () => {
  beforeEach(nextWeeks);

  const levelOf = async (userId: string): Promise<unknown> =>
    (
      await house.query(
        'SELECT level, since_day::text AS since FROM vip_levels WHERE user_id = $1',
        [userId],
      )
    )[0];
  const told = async (userId: string): Promise<number> =>
    (
      await house.query(
        `SELECT 1 FROM outbox WHERE topic = 'vip.level_changed' AND payload ->> 'userId' = $1`,
        [userId],
      )
    ).length;
  const day = (place: number): Period => periodAt('day', week.fromMs + place * DAY_MS);

  it('§1.1 rise and fall with the running period; who rises or falls is told once', async () => {
    const userId = await playerWith({ 0: 100_000 });
    const app = await house.startJobs();
    const job = app.get(DailyRakeJob);
    await job.run(quiet(day(0)));
    await job.run(quiet(day(0)));
    await job.run(quiet(day(29)));
    expect(await levelOf(userId)).toEqual({ level: 'silver', since: day(0).name });
    expect(await told(userId)).toBe(1);
    await job.run(quiet(day(30)));
    expect(await levelOf(userId)).toEqual({ level: 'bronze', since: day(30).name });
    expect(await told(userId)).toBe(2);
    await job.run(quiet(day(10)));
    expect(await levelOf(userId)).toEqual({ level: 'bronze', since: day(30).name });
  });
});
