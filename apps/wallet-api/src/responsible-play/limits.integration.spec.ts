import { WalletApi, type Answer, type Player } from '../wallet-api.builder';

const DAY_MS = 86_400_000;

let api: WalletApi;
let player: Player;

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
});

afterAll(() => api.stop());

beforeEach(async () => {
  player = await api.player();
});

const send = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: object) =>
  api.send({ method, path, token: player.accessToken, ...(body === undefined ? {} : { body }) });

const set = (amountKrw: unknown, path = 'deposit/day'): Promise<Answer> =>
  send('PUT', `/me/limits/${path}`, { amountKrw });

interface Shown {
  readonly kind: string;
  readonly period: string;
  readonly amountKrw: number | null;
  readonly next: { readonly amountKrw: number | null; readonly from: string } | null;
}

const shown = (answer: Answer, kind = 'deposit', period = 'day'): Shown | undefined =>
  (answer.body['items'] as Shown[]).find((item) => item.kind === kind && item.period === period);

describe('§2 a limit', () => {
  it('is none of six until it is set', async () => {
    const { body } = await send('GET', '/me/limits');
    const items = body['items'] as Shown[];
    expect(items).toHaveLength(6);
    expect(items.every(({ amountKrw, next }) => amountKrw === null && next === null)).toBe(true);
  });

  it('holds at once where it is lower, and a day later where it is higher or taken away', async () => {
    expect(shown(await set(100_000))).toMatchObject({ amountKrw: 100_000, next: null });
    expect(shown(await set(50_000))).toMatchObject({ amountKrw: 50_000, next: null });
    const looser = shown(await set(80_000));
    expect(looser).toMatchObject({ amountKrw: 50_000, next: { amountKrw: 80_000 } });
    const waitsMs = Date.parse(looser?.next?.from ?? '') - Date.now();
    expect(waitsMs).toBeGreaterThan(DAY_MS - 60_000);
    expect(waitsMs).toBeLessThanOrEqual(DAY_MS + 60_000);
    const none = shown(await send('DELETE', '/me/limits/deposit/day'));
    expect(none).toMatchObject({ amountKrw: 50_000, next: { amountKrw: null } });
    expect(shown(await set(50_000))).toMatchObject({ amountKrw: 50_000, next: null });
  });

  it.each([0, -1, 1.5, '100', null, 2 ** 53])('#24 #25 #29 #30 is not %p', async (amountKrw) => {
    const answer = await set(amountKrw);
    expect([400, 422]).toContain(answer.status);
    expect(shown(await send('GET', '/me/limits'))).toMatchObject({ amountKrw: null, next: null });
  });

  it.each(['bonus/day', 'deposit/year'])('is not of %s', async (path) => {
    expect([400, 404]).toContain((await set(100, path)).status);
  });

  it('#98 is of nobody else', async () => {
    await set(100_000);
    const other = await api.player();
    const answer = await api.send({ path: '/me/limits', token: other.accessToken });
    expect(shown(answer)).toMatchObject({ amountKrw: null });
  });
});

describe('§4 an exclusion', () => {
  const exclude = (body: object): Promise<Answer> => send('POST', '/me/self-exclusion', body);

  it('is not there until it is chosen, and is never made shorter', async () => {
    expect((await send('GET', '/me/self-exclusion')).body).toEqual({
      ...{ isExcluded: false, kind: null, until: null },
    });
    const week = await exclude({ kind: 'cool_off', days: 7 });
    expect(week.body).toMatchObject({ isExcluded: true, kind: 'cool_off' });
    const day = await exclude({ kind: 'cool_off', days: 1 });
    expect(day.body['code']).toBe('ACCOUNT_EXCLUDED');
    const ever = await exclude({ kind: 'self_exclusion', months: null });
    expect(ever.body).toEqual({ isExcluded: true, kind: 'self_exclusion', until: null });
    const half = await exclude({ kind: 'self_exclusion', months: 6 });
    expect(half.body['code']).toBe('ACCOUNT_EXCLUDED');
  });

  it.each([{ kind: 'cool_off', days: 2 }, { kind: 'cool_off' }, { kind: 'holiday' }, {}])(
    'is not %j',
    async (body) => {
      expect((await exclude(body)).body['code']).toBe('VALIDATION_FAILED');
      expect((await send('GET', '/me/self-exclusion')).body['isExcluded']).toBe(false);
    },
  );

  it('leaves logging in and the wallet as they were', async () => {
    await exclude({ kind: 'self_exclusion', months: 12 });
    expect((await api.login(player.email)).status).toBe(200);
    expect((await send('GET', '/wallet/balance')).status).toBe(200);
  });
});
