import { Rates, type QuoteOutcome } from '@cardroom/rates';
import { rateSourcesAt } from '@cardroom/testing';
import { register } from 'prom-client';

import { RateServer } from '../../../../tools/rate-source/rate-server';
import { WalletApi, type Player } from '../wallet-api.builder';
import { RateSampler } from './rate-sampler';

let sources: RateServer;
let api: WalletApi;
let player: Player;

beforeAll(async () => {
  sources = new RateServer();
  const url = await sources.listen(0);
  api = await WalletApi.start({ RATE_SOURCES: rateSourcesAt(url) });
  player = await api.player();
  await api.source.query(`UPDATE rate_sampling SET next_at = now() + interval '1 hour'`);
});

afterAll(async () => {
  await api.stop();
  await sources.close();
});

beforeEach(async () => {
  for (const name of ['coingecko', 'upbit', 'bithumb', 'binance'] as const) {
    sources.board.configure(name, { mode: 'ok', ageMs: 0, own: {} });
  }
  sources.board.set('BTC', '150000000');
  await api.get(RateSampler).sample();
  await api.source.query('DELETE FROM rate_samples');
});

const sample = (): Promise<void> => api.get(RateSampler).sample();
const quote = (asset = 'BTC', network = 'bitcoin'): Promise<QuoteOutcome> =>
  api.get(Rates).quote(api.source.manager, asset, network);
const codeOf = (outcome: QuoteOutcome): string => (outcome.ok ? 'ok' : outcome.code);

/** As if everything that was sampled had been so much earlier. */
const age = (seconds: number): Promise<unknown> =>
  api.source.query(
    `WITH old AS (DELETE FROM rate_samples RETURNING *)
     INSERT INTO rate_samples SELECT asset, sampled_at - $1 * interval '1 second', numerator_krw,
       denominator, sources, jumped FROM old`,
    [seconds],
  );

describe('a quote', () => {
  it('is what all sources agree on, exactly', async () => {
    sources.board.set('BTC', '148900000.0000000001');
    await sample();
    const outcome = await quote();
    expect(outcome).toMatchObject({
      ok: true,
      quote: { asset: 'BTC', network: 'bitcoin' },
    });
    if (!outcome.ok) throw new Error('no quote');
    const { numerator, denominator } = outcome.quote.rate;
    // The middle of three exact prices and one that was crossed with eight places.
    expect((numerator * 10n ** 18n) / denominator).toBe(1_489_000_000_000_000_001n);
    const [row] = await api.source.query<unknown[]>(
      'SELECT asset, network, source FROM rate_quotes WHERE id = $1',
      [outcome.quote.id],
    );
    expect(row).toEqual({
      ...{ asset: 'BTC', network: 'bitcoin', source: 'binance+bithumb+coingecko+upbit' },
    });
  });

  it('#118 is refused without a sample, and when the sample is older than a minute', async () => {
    expect(codeOf(await quote())).toBe('RATE_UNAVAILABLE');
    await sample();
    expect(codeOf(await quote())).toBe('ok');
    await age(61);
    expect(codeOf(await quote())).toBe('RATE_UNAVAILABLE');
  });

  it.each([
    ['BTC', 'ethereum'],
    ['DOGE', 'dogecoin'],
    ['USDT', 'tron'],
  ])('#116 is refused for %s on %s', async (asset, network) => {
    await sample();
    expect(codeOf(await quote(asset, network))).toBe('ASSET_UNSUPPORTED');
  });

  it('#118 is used once, by one', async () => {
    await sample();
    const outcome = await quote();
    if (!outcome.ok) throw new Error('no quote');
    const use = (id: string) =>
      api.get(Rates).use(api.source.manager, outcome.quote.id, { kind: 'withdrawal', id });
    const ids = Array.from(
      { length: 5 },
      (_, index) => `00000000-0000-7000-8000-00000000000${index}`,
    );
    const answers = await Promise.all(ids.map(use));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'QUOTE_USED')).toHaveLength(4);
  });

  it('#118 is not used after its time, and one that was never made is not found', async () => {
    const id = '00000000-0000-7000-8000-0000000000aa';
    await api.source.query(
      `INSERT INTO rate_quotes (id, asset, network, numerator_krw, denominator_units, source, expires_at)
       VALUES ($1, 'BTC', 'bitcoin', 1, 1, 'test', now() - interval '1 second')`,
      [id],
    );
    const by = { kind: 'deposit', id } as const;
    expect(await api.get(Rates).use(api.source.manager, id, by)).toBe('QUOTE_EXPIRED');
    expect(await api.get(Rates).use(api.source.manager, player.userId, by)).toBe('NOT_FOUND');
  });
});

describe('many who need a rate', () => {
  it('are served by one fetch', async () => {
    const before = sources.board.calls;
    await Promise.all(Array.from({ length: 50 }, () => api.get(RateSampler).ensureFresh('BTC')));
    expect(sources.board.calls - before).toBe(4);
    await api.get(RateSampler).ensureFresh('BTC');
    expect(sources.board.calls - before).toBe(4);
  });

  it('of several processes one samples, each time that it is due', async () => {
    await api.source.query('UPDATE rate_sampling SET next_at = now()');
    const before = sources.board.calls;
    await Promise.all(Array.from({ length: 5 }, () => api.get(RateSampler).tick()));
    expect(sources.board.calls - before).toBe(4);
  });
});

describe('#118 sources that are wrong', () => {
  it.each(['error', 'garbage', 'empty'] as const)(
    'two that answer %s are done without',
    async (mode) => {
      sources.board.configure('upbit', { mode });
      sources.board.configure('binance', { mode });
      await sample();
      expect(codeOf(await quote())).toBe('ok');
    },
  );

  it('one that lies is outvoted', async () => {
    sources.board.configure('upbit', { own: { BTC: '1' } });
    await sample();
    const outcome = await quote();
    if (!outcome.ok) throw new Error('no quote');
    const { numerator, denominator } = outcome.quote.rate;
    expect((numerator * 10n ** 8n) / denominator).toBe(150_000_000n);
  });

  it.each([
    ['zero', '0'],
    ['below zero', '-150000000'],
    ['more than any coin is worth', '1e30'],
    ['in another order of magnitude', '15000000000'],
  ])('when one of two tells a price that is %s, there is no quote', async (_what, price) => {
    sources.board.configure('coingecko', { own: { BTC: price } });
    for (const name of ['bithumb', 'binance'] as const) {
      sources.board.configure(name, { mode: 'empty' });
    }
    await sample();
    expect(codeOf(await quote())).toBe('RATE_UNAVAILABLE');
  });

  it('when all but one are stale, there is no quote', async () => {
    for (const name of ['coingecko', 'bithumb', 'binance'] as const) {
      sources.board.configure(name, { ageMs: 62_000 });
    }
    await sample();
    expect(codeOf(await quote())).toBe('RATE_UNAVAILABLE');
  });

  it('are counted, each on its own', async () => {
    const failed = async (provider: string): Promise<number> =>
      (await register.getSingleMetric('external_provider_failures_total')?.get())?.values.find(
        ({ labels }) => labels['provider'] === provider,
      )?.value ?? 0;
    const [upbit, bithumb] = [await failed('upbit'), await failed('bithumb')];
    sources.board.configure('upbit', { mode: 'error' });
    await sample();
    expect(await failed('upbit')).toBeGreaterThan(upbit);
    expect(await failed('bithumb')).toBe(bithumb);
  });
});

describe('#118 a jump of more than 5 % within a minute', () => {
  it('halts that asset and no other, until five minutes after it', async () => {
    await sample();
    sources.board.set('BTC', '158000000');
    await age(20);
    await sample();
    expect(codeOf(await quote())).toBe('RATE_HALTED');
    expect(codeOf(await quote('ETH', 'ethereum'))).toBe('ok');
    await age(299);
    await sample();
    expect(codeOf(await quote())).toBe('RATE_HALTED');
    await age(2);
    await sample();
    expect(codeOf(await quote())).toBe('ok');
  });

  it('is none when it took longer', async () => {
    await sample();
    sources.board.set('BTC', '158000000');
    await age(61);
    await sample();
    expect(codeOf(await quote())).toBe('ok');
  });
});

it('GET /wallet/rates tells players what coins are worth, as exact texts', async () => {
  await sample();
  const { status, body } = await api.send({ path: '/wallet/rates', token: player.accessToken });
  expect(status).toBe(200);
  expect(body['items']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ asset: 'BTC', priceKrw: '150000000', state: 'open' }),
      expect.objectContaining({ asset: 'USDT', priceKrw: '1400', state: 'open' }),
    ]),
  );
});
