import { JobsHouse } from '../jobs.builder';
import { OutboxRelay } from '../outbox/outbox.relay';
import { periodAt, type Period } from '../schedule/periods.rules';
import type { JobReport } from '../schedule/scheduled-job';
import { AnalyticsProcessor } from './analytics.processor';
import { DailyStatisticsJob } from './daily-statistics.job';
import { StatisticsRepository } from './statistics.repository';

jest.setTimeout(60_000);

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let house: JobsHouse;

beforeAll(async () => {
  house = await JobsHouse.open(seed);
});

afterEach(() => house.endTest());

afterAll(() => house.close());

const expectStatisticsToFollowFromHands = async (): Promise<void> => {
  expect({ seed, wrong: await house.wrongStatistics() }).toEqual({ seed, wrong: [] });
};

describe('a hand that ended', () => {
  it('is counted into the statistics of its players, once; a void one adds nothing', async () => {
    const table = await house.table(4);
    for (let played = 0; played < 20; played += 1) {
      await house.hand(table, { voided: played % 7 === 3 });
    }
    await house.startJobs();
    await house.drained();
    await expectStatisticsToFollowFromHands();
  });

  it('is counted once however often its job runs, and by however many workers', async () => {
    const { outboxId } = await house.hand();
    const [one, other] = [await house.startJobs(), await house.startJobs()];
    await house.drained();
    const data = { outboxId, topic: 'hand.settled', requestId: 'request-of-a-test' };
    const runs = [one, other, one, other].map((app) =>
      app.get(AnalyticsProcessor).handle({ data } as never),
    );
    await Promise.all(runs);
    await expectStatisticsToFollowFromHands();
  });

  it('is counted once when two of its jobs run at the same moment', async () => {
    const app = await house.startJobs();
    await app.get(OutboxRelay).onModuleDestroy();
    const hand = await house.hand();
    const statistics = app.get(StatisticsRepository);
    await Promise.all([1, 2, 3, 4].map(() => statistics.count(hand.handId, hand.outboxId)));
    await expectStatisticsToFollowFromHands();
    expect((await house.row(hand.outboxId)).done).toBe(true);
  });

  it('is counted on its day in Seoul', async () => {
    const table = await house.table(2);
    const { handId } = await house.hand(table);
    await house.query('ALTER TABLE hands DISABLE TRIGGER USER');
    // Half past midnight in Seoul is still the day before in London.
    await house.query(`UPDATE hands SET ended_at = '2026-03-01T15:30:00Z' WHERE id = $1`, [handId]);
    await house.query('ALTER TABLE hands ENABLE TRIGGER USER');
    await house.startJobs();
    await house.drained();
    const days = await house.query('SELECT day::text FROM player_day_stats WHERE user_id = $1', [
      table.players[0]?.userId,
    ]);
    expect(days).toEqual([{ day: '2026-03-02' }]);
  });
});

describe('a day of statistics', () => {
  /** Other tests have a hand of another day. */
  const TODAY = `(ended_at AT TIME ZONE 'Asia/Seoul')::date = $1::date`;
  const today = (): Period => periodAt('day', Date.now());
  const allOf = (): Promise<unknown[]> =>
    house.query(
      `SELECT 'player' AS kind, to_jsonb(p) AS row FROM player_day_stats p
       UNION ALL SELECT 'table', to_jsonb(t) FROM table_day_stats t ORDER BY kind, row`,
    );

  async function run(again = false): Promise<JobReport> {
    const app = await house.startJobs();
    await house.drained();
    const { signal } = new AbortController();
    return app.get(DailyStatisticsJob).run({
      ...{ period: today(), dryRun: false, again, signal, progress: () => undefined },
    });
  }

  it('counts tables by their settled hands, pots and rake', async () => {
    const table = await house.table(3);
    for (let played = 0; played < 4; played += 1) {
      await house.hand(table, { voided: played === 2 });
    }
    await house.startJobs();
    await house.drained();
    const counted = await house.query(
      'SELECT hands, pot_krw, rake_krw FROM table_day_stats WHERE table_id = $1',
      [table.tableId],
    );
    const played = await house.query(
      `SELECT count(*)::int AS hands, sum(pot_krw)::bigint AS pot_krw, sum(rake_krw)::bigint AS rake_krw
       FROM hands WHERE table_id = $1 AND outcome = 'settled'`,
      [table.tableId],
    );
    expect(counted).toEqual(played);
  });

  it('that agrees with its hands is closed as it is', async () => {
    await house.hand();
    expect(await run()).toMatchObject({ handsCountedAnew: 0 });
    const [closed] = await house.query(
      `SELECT s.hands = (SELECT count(*) FROM hands WHERE outcome = 'settled' AND ${TODAY}) AS hands,
              s.rake_krw = (SELECT sum(rake_krw) FROM hands WHERE ${TODAY}) AS rake,
              s.active_players = (SELECT count(DISTINCT user_id) FROM player_day_stats p WHERE p.day = s.day) AS players
       FROM house_day_stats s WHERE day = $1`,
      [today().name],
    );
    expect(closed).toEqual({ hands: true, rake: true, players: true });
  });

  it('that lost a count is counted anew, and comes to the same, as it does when asked for', async () => {
    await run();
    const before = await allOf();
    await house.query(
      `DELETE FROM player_day_stats WHERE (user_id, day) = (
         SELECT user_id, day FROM player_day_stats WHERE day = $1 LIMIT 1)`,
      [today().name],
    );
    await house.query('UPDATE table_day_stats SET hands = hands + 1 WHERE day = $1', [
      today().name,
    ]);
    expect((await run())['handsCountedAnew']).toBeGreaterThan(0);
    expect(await allOf()).toEqual(before);
    expect((await run(true))['handsCountedAnew']).toBeGreaterThan(0);
    expect(await allOf()).toEqual(before);
  });

  it('F26 counted anew by two at once while hands end comes to what its hands say', async () => {
    const table = await house.table(3);
    const app = await house.startJobs();
    const statistics = app.get(StatisticsRepository);
    const work = { signal: new AbortController().signal, progress: () => undefined };
    await Promise.all([
      statistics.rebuild(today(), work),
      house.hand(table),
      statistics.rebuild(today(), work),
    ]);
    await house.drained();
    await expectStatisticsToFollowFromHands();
    expect(await statistics.check(today())).toMatchObject({ agrees: true });
  });
});
