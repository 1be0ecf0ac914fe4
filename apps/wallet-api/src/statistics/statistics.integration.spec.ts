import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type Player } from '../wallet-api.builder';

jest.setTimeout(60_000);

let api: WalletApi;
let player: Player;
let staff: string;

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
  player = await api.player();
  staff = (await api.staff('admin')).token;
  const [tableId, stakesId] = [uuidv7(), uuidv7()];
  await api.source.query(
    `INSERT INTO stakes (id, name, small_blind_krw, big_blind_krw, rake_bp, rake_cap_krw)
     VALUES ($1, 'test', 1000, 2000, 500, 6000)`,
    [stakesId],
  );
  await api.source.query(
    `INSERT INTO tables (id, name, stakes_id, max_seats) VALUES ($1, 'Han', $2, 6)`,
    [tableId, stakesId],
  );
  for (const [day, hands] of [
    ['2026-03-01', 10],
    ['2026-03-02', 30],
  ] as const) {
    await api.source.query(
      `INSERT INTO player_day_stats (user_id, day, hands, won_hands, vpip_hands, pfr_hands,
         three_bet_chances, three_bet_hands, aggressive_actions, calls, net_krw, put_in_krw, rake_krw)
       VALUES ($1, $2, $3, 5, 10, 5, 4, 1, 6, 4, -1000, 20000, 300)`,
      [player.userId, day, hands],
    );
    await api.source.query(
      `INSERT INTO table_day_stats (table_id, day, hands, player_hands, pot_krw, rake_krw)
       VALUES ($1, $2, $3, $3 * 6, 50000, 2500)`,
      [tableId, day, hands],
    );
  }
  await api.source.query(
    `INSERT INTO house_day_stats (day, hands, active_players, pot_krw, rake_krw)
     VALUES ('2026-03-01', 10, 1, 50000, 2500)`,
  );
});

afterAll(() => api.stop());

const get = (path: string, token = player.accessToken): Promise<Answer> =>
  api.send({ path, token });

describe('statistics', () => {
  it('are the player’s own, added up over the days that are asked for', async () => {
    const { body } = await get('/me/statistics?from=2026-03-01&to=2026-03-02');
    expect(body).toMatchObject({
      ...{ from: '2026-03-01', to: '2026-03-02', hands: 40, netKrw: -2_000, rakeKrw: 600 },
      ...{ vpipBp: 5_000, pfrBp: 2_500, threeBetBp: 2_500, aggressionFactor: 1.5 },
    });
    expect((await get('/me/statistics?from=2026-03-02&to=2026-03-02')).body['hands']).toBe(30);
  });

  it('are zeros where nothing was played, and shares of nothing are null', async () => {
    const { body } = await get('/me/statistics');
    expect(body).toMatchObject({ hands: 0, netKrw: 0, vpipBp: null, aggressionFactor: null });
  });

  it('of a player are there for staff, and #97 for no player', async () => {
    const path = `/staff/players/${player.userId}/statistics?from=2026-03-01&to=2026-03-02`;
    expect((await get(path, staff)).body['hands']).toBe(40);
    for (const each of [path, '/staff/statistics/days', '/staff/statistics/tables'])
      expect((await get(each)).status).toBe(404);
  });

  it('of days are those that were closed, and the others as they stand', async () => {
    const { body } = await get('/staff/statistics/days?from=2026-03-01&to=2026-03-31', staff);
    expect(body['items']).toEqual([
      {
        ...{ day: '2026-03-02', hands: 30, activePlayers: 1, potKrw: 50_000, rakeKrw: 2_500 },
        isClosed: false,
      },
      {
        ...{ day: '2026-03-01', hands: 10, activePlayers: 1, potKrw: 50_000, rakeKrw: 2_500 },
        isClosed: true,
      },
    ]);
  });

  it('of tables add their days up', async () => {
    const { body } = await get('/staff/statistics/tables?from=2026-03-01&to=2026-03-31', staff);
    expect(body['items']).toEqual([
      expect.objectContaining({ name: 'Han', hands: 40, playerHands: 240, rakeKrw: 5_000 }),
    ]);
  });

  it.each([
    ...['from=2026-03-02&to=2026-03-01', 'from=2020-01-01&to=2026-01-01', 'to=2026-02-30'],
    ...['from=yesterday', 'to=2026-03-01T00:00:00Z'],
  ])('#122 for %s is VALIDATION_FAILED', async (query) => {
    expect((await get(`/me/statistics?${query}`)).body['code']).toBe('VALIDATION_FAILED');
  });
});
