import { WalletApi, type Player } from '../wallet-api.builder';

let api: WalletApi;
let [ann, ben]: Player[] = [];

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '1000' });
  [ann, ben] = [await api.player(), await api.player()];
  await rake(ann, [0, 150_000], [29, 50_000], [30, 9_000_000]);
  await paid('2026-W45', ann, 40_000);
  await paid('2026-W46', ann, 80_000);
  await paid('2026-W46', ben, 10_000);
});

afterAll(() => api.stop());

/** Rake that was paid so many days ago. */
async function rake(player: Player, ...days: readonly [number, number][]): Promise<void> {
  for (const [daysAgo, rakeKrw] of days) {
    await api.source.query(
      `INSERT INTO player_rake_days (user_id, day, hands, rake_krw)
       VALUES ($1, (now() AT TIME ZONE 'Asia/Seoul')::date - $2::int, 1, $3)`,
      [player.userId, daysAgo, rakeKrw],
    );
  }
}

async function paid(week: string, { userId }: Player, rakeKrw: number): Promise<void> {
  await api.source.query(
    `INSERT INTO rakeback_weeks (week, from_day, owed_at, players, rakeback_krw)
     VALUES ($1, to_date($1, 'IYYY"-W"IW'), now(), 1, 1) ON CONFLICT DO NOTHING`,
    [week],
  );
  await api.source.query(
    `INSERT INTO rakeback_payments (week, user_id, rake_krw, running_rake_krw, level, rate_bp,
       rakeback_krw) VALUES ($1, $2, $3::bigint, $3::bigint, 'bronze', 2000, $3::bigint / 5)`,
    [week, userId, rakeKrw],
  );
}

const get = (path: string, token: string | undefined) =>
  api.send({ path, ...(token === undefined ? {} : { token }) });

it('a player sees level, progress and what the week brings', async () => {
  const { status, body } = await get('/vip', ann?.accessToken);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ...{ level: 'silver', rakebackBp: 2_500, runningRakeKrw: 200_000 },
    next: { level: 'gold', missingKrw: 300_000, progressBp: 2_500 },
  });
  expect(body['weekRakeKrw']).toBeGreaterThanOrEqual(150_000);
  expect(Date.parse(String(body['nextPaymentAt']))).toBeGreaterThan(Date.now());
});

it('a player without rake begins at bronze', async () => {
  expect((await get('/vip', ben?.accessToken)).body).toMatchObject({
    ...{ level: 'bronze', runningRakeKrw: 0, weekRakeKrw: 0, expectedRakebackKrw: 0 },
    next: { level: 'silver', missingKrw: 100_000, progressBp: 0 },
  });
});

it('#98 the history has the weeks of this player alone, newest first, in pages', async () => {
  const first = await get('/vip/history?limit=1', ann?.accessToken);
  expect(first.body['items']).toMatchObject([
    { week: '2026-W46', rakeKrw: 80_000, rakebackKrw: 16_000, level: 'bronze', paidAt: null },
  ]);
  const cursor = String(first.body['nextCursor']);
  const second = await get(`/vip/history?limit=1&cursor=${cursor}`, ann?.accessToken);
  expect(second.body).toMatchObject({ items: [{ week: '2026-W45' }], nextCursor: null });
  const stolen = await get(`/vip/history?cursor=${cursor}`, ben?.accessToken);
  expect([stolen.status, stolen.body['code']]).toEqual([400, 'INVALID_CURSOR']);
});

it('staff see each week with what it owes, and its payments', async () => {
  const token = await api.enter(ann?.userId ?? '', 'cashier');
  const weeks = await get('/staff/rakeback/weeks?limit=1', token);
  expect(weeks.body['items']).toMatchObject([{ week: '2026-W46', unpaid: 2, paidAt: null }]);
  const payments = await get('/staff/rakeback/weeks/2026-W46/payments', token);
  expect(payments.body['items']).toHaveLength(2);
  expect((await get('/staff/rakeback/weeks/W46/payments', token)).status).toBe(404);
});

it('nobody sees anything without a token', async () => {
  expect((await get('/vip', undefined)).status).toBe(401);
  expect((await get('/vip/history', undefined)).status).toBe(401);
});
