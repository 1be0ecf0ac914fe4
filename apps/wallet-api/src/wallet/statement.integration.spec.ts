import { PlayedHouse, type PlayedTable } from '@cardroom/testing';

import { WalletApi, type Answer } from '../wallet-api.builder';

const SEED = 1_310;

let api: WalletApi;
let house: PlayedHouse;
let table: PlayedTable;
let token = '';

beforeAll(async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '1000' });
  house = await PlayedHouse.at(api.databaseUrl, SEED);
  table = await house.table(2);
  for (let count = 0; count < 6; count += 1) await house.hand(table);
  token = await api.enter(table.players[0]?.userId ?? '');
});

afterAll(async () => {
  await house.close();
  await api.stop();
});

const seoulDay = (atMs: number): string =>
  new Date(atMs + 9 * 3_600_000).toISOString().slice(0, 10);

const DAY_MS = 86_400_000;
const today = seoulDay(Date.now());
/** Midnight may pass while the test runs. */
const around = { from: seoulDay(Date.now() - DAY_MS), to: seoulDay(Date.now() + DAY_MS) };

const get = (path: string): Promise<Answer> => api.send({ path, token });
const days = ({ from, to }: { from: string; to: string }): string => `from=${from}&to=${to}`;

const typesOf = ({ body }: Answer): string[] =>
  (body['items'] as { readonly type: string }[]).map(({ type }) => type);

describe('the history', () => {
  it('is filtered by one type or by several', async () => {
    const wins = typesOf(await get('/wallet/transactions?type=win&limit=100'));
    expect(new Set(wins)).toEqual(new Set(['win']));
    const both = typesOf(await get('/wallet/transactions?type=buy_in&type=crypto_deposit'));
    expect(both.sort()).toEqual(['buy_in', 'crypto_deposit']);
  });

  it('is filtered by days of Seoul, and goes on by its cursor', async () => {
    const all = typesOf(await get('/wallet/transactions?limit=100'));
    const within = await get(`/wallet/transactions?limit=100&${days(around)}`);
    expect(typesOf(within)).toEqual(all);
    const long = { from: '2020-01-01', to: '2020-12-31' };
    expect(typesOf(await get(`/wallet/transactions?${days(long)}`))).toEqual([]);
  });

  it('names the leaf of each transfer in the audit trail', async () => {
    const { body } = await get('/wallet/transactions?type=crypto_deposit');
    const [deposit] = body['items'] as { readonly integrityHash: string }[];
    expect(deposit?.integrityHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    'type=hand',
    'type=',
    'type=win%27--',
    'from=2026-01-01',
    'to=2026-01-01',
    'from=2026-02-30&to=2026-03-01',
    'from=2026-03-02&to=2026-03-01',
    'from=2016-01-01&to=2026-01-01',
    `from=${today}&to=${today}&from=${today}`,
  ])('#124 #122 refuses %s', async (query) => {
    const { status, body } = await get(`/wallet/transactions?${query}`);
    expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
  });
});

describe('the statement', () => {
  it('has each row of the history once, as CSV that a browser keeps as a file', async () => {
    const { status, text, headers } = await get(`/wallet/statement.csv?${days(around)}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('attachment; filename="statement-');
    const [head = '', ...lines] = text.trimEnd().split('\r\n');
    expect(head.replace('\uFEFF', '').split(',').slice(0, 4)).toEqual([
      ...['time', 'type', 'amount_krw', 'balance_after_krw'],
    ]);
    const all = typesOf(await get('/wallet/transactions?limit=100'));
    expect(lines.map((line) => line.split(',')[1])).toEqual(all);
  });

  it.each(['', 'from=2026-01-01', 'from=2016-01-01&to=2026-01-01', 'from=x&to=y'])(
    '#124 refuses the days %j',
    async (query) => {
      const { status, body } = await get(`/wallet/statement.csv?${query}`);
      expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    },
  );

  it('#98 is of nobody without a token', async () => {
    const { status } = await api.send({ path: `/wallet/statement.csv?${days(around)}` });
    expect(status).toBe(401);
  });
});
