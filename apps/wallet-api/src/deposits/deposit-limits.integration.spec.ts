import type { Answer } from '../wallet-api.builder';
import { WalletWithGateway } from './gateway.builder';

type Payer = Awaited<ReturnType<WalletWithGateway['player']>>;

let house: WalletWithGateway;
let player: Payer;

beforeAll(async () => {
  house = await WalletWithGateway.start({ RATE_LIMIT_DEFAULT_PER_MIN: '1000' });
});

afterAll(() => house.stop());

beforeEach(async () => {
  player = await house.player();
});

/** 0.01 BTC at ₩150,000,000. */
const BTC = { asset: 'BTC', network: 'bitcoin', amountUnits: '1000000', confirmations: 3 } as const;
const BTC_KRW = 1_500_000;

const limit = (period: 'day' | 'month', amountKrw: number): Promise<Answer> =>
  house.api.send({
    ...{ method: 'PUT', path: `/me/limits/deposit/${period}`, token: player.accessToken },
    body: { amountKrw },
  });

const mine = (): Promise<Answer> =>
  house.api.send({ path: '/wallet/deposits', token: player.accessToken });

/** As if a day had passed for all that this player has set and received. */
const aDayLater = async (): Promise<void> => {
  for (const [table, column] of [
    ['play_limits', 'next_from'],
    ['deposits', 'credited_at'],
  ]) {
    await house.api.source.query(
      `UPDATE ${table} SET ${column} = ${column} - interval '25 hours' WHERE user_id = $1`,
      [player.userId],
    );
  }
};

describe('§6 a deposit above the limit that its player has set', () => {
  it('waits whole, seen by the player and by staff, and is credited when all of it fits', async () => {
    await limit('day', BTC_KRW + 1);
    const [first, second] = [
      await house.payTo(player.userId, BTC),
      await house.payTo(player.userId, BTC),
    ];
    await house.eventOf(first.id);
    await house.eventOf(second.id);
    const statuses = [await house.statusOf(first.id), await house.statusOf(second.id)];
    expect(statuses.sort()).toEqual(['credited', 'limit_hold']);
    expect(await house.balanceOf(player)).toBe(BTC_KRW);
    expect((await mine()).text).toContain('limit_hold');
    const { token } = await house.api.staff('cashier');
    const queue = await house.api.send({ path: '/staff/deposits?status=limit_hold', token });
    expect(queue.text).toContain(player.userId);

    await house.sweep();
    expect(await house.balanceOf(player)).toBe(BTC_KRW);
    await aDayLater();
    await house.sweep();
    expect(await house.balanceOf(player)).toBe(2 * BTC_KRW);
  });

  it('of which many come at once, uses the room once', async () => {
    await limit('month', 2 * BTC_KRW);
    const payments = await Promise.all(
      Array.from({ length: 6 }, () => house.payTo(player.userId, BTC)),
    );
    for (const { id } of payments) await house.eventOf(id);
    expect(await house.balanceOf(player)).toBe(2 * BTC_KRW);
  });

  it('is credited a day after the player asked for more, and no sooner', async () => {
    await limit('day', 1_000);
    const { id } = await house.payTo(player.userId, BTC);
    await house.reaches(id, 'limit_hold');
    await limit('day', 10 * BTC_KRW);
    await house.sweep();
    expect(await house.statusOf(id)).toBe('limit_hold');
    await aDayLater();
    await house.sweep();
    expect(await house.statusOf(id)).toBe('credited');
  });

  it('is not released by staff, who can reject it; then it is never credited', async () => {
    await limit('day', 1_000);
    const { id } = await house.payTo(player.userId, BTC);
    await house.reaches(id, 'limit_hold');
    const [row] = await house.api.source.query<{ id: string }[]>(
      'SELECT id FROM deposits WHERE payment_id = $1',
      [id],
    );
    const { token } = await house.api.staff('risk');
    const decide = (what: 'release' | 'reject'): Promise<Answer> =>
      house.api.send({
        ...{ path: `/staff/deposits/${row?.id}/${what}`, token },
        body: { reason: 'the player asked for it' },
      });
    expect((await decide('release')).body['code']).toBe('DEPOSIT_NOT_CREDITABLE');
    expect((await decide('reject')).status).toBe(200);
    await aDayLater();
    await house.sweep();
    expect(await house.balanceOf(player)).toBe(0);
  });

  it('goes with its transaction when the chain loses that', async () => {
    await limit('day', 1_000);
    const { id, txid } = await house.payTo(player.userId, BTC);
    await house.reaches(id, 'limit_hold');
    house.gateway.reorganise(txid, true);
    await house.reaches(id, 'orphaned');
  });
});
