import { Keys, REDIS_GAME } from '@cardroom/cache';
import type { Redis } from 'ioredis';

import type { Answer, Player } from '../wallet-api.builder';
import { signatureOf, WalletWithGateway, WEBHOOK_PATH } from './gateway.builder';

let house: WalletWithGateway;
let player: Player;

beforeAll(async () => {
  house = await WalletWithGateway.start();
  player = await house.api.player();
});

afterAll(() => house.stop());

const balance = async ({ accessToken: token }: Player): Promise<unknown> =>
  (await house.api.send({ path: '/wallet/balance', token })).body;
const webhook = (body: string, signature?: string): Promise<Answer> =>
  house.api.send({
    ...{ path: WEBHOOK_PATH, body },
    ...(signature === undefined ? {} : { headers: { 'x-cardroom-signature': signature } }),
  });
const secret = (): string => house.api.secrets.webhookSecret;
const faucet = (body: unknown, more: object = {}): Promise<Answer> =>
  house.api.send({ path: '/dev/faucet', body, token: player.accessToken, ...more });

async function expectNothingChanged(work: () => Promise<void>): Promise<void> {
  const before = await house.api.money();
  await work();
  expect(await house.api.money()).toEqual(before);
}

describe('the faucet', () => {
  it('pays by the gateway, whose webhook credits the amount', async () => {
    const user = await house.api.player();
    const { status, body } = await faucet({ amountKrw: 12_345 }, { token: user.accessToken });
    expect(status).toBe(202);
    expect((await house.eventOf(String(body['paymentId']))).outcome).toBe('credited');
    expect(await balance(user)).toEqual({ availableKrw: 12_345, inPlayKrw: 0, heldKrw: 0 });
  });

  it.each([
    [24, '-1'],
    [25, '0'],
    [26, '-0'],
    [27, '"NaN"'],
    [27, '"Infinity"'],
    [28, '1e309'],
    [29, '0.1'],
    [29, '1.0000001'],
    [30, '"100"'],
    [31, '"1e3"'],
    [31, '"0x64"'],
    [31, '"١٠٠"'],
    [31, '"１００"'],
    [31, '"1,000"'],
    [31, '" 100 "'],
    [31, '"+100"'],
    [32, '9007199254740992'],
    [32, '9007199254740993'],
    [33, '9223372036854775807'],
    [33, '1e30'],
    [34, 'true'],
    [34, '[100]'],
    [34, '{"$gt":0}'],
    [36, '9007199254740991'],
  ])('#%i refuses %s as INVALID_AMOUNT and moves nothing', async (_item, amount) => {
    await expectNothingChanged(async () => {
      const { status, body } = await faucet(`{"amountKrw":${amount}}`);
      expect([status, body['code']]).toEqual([422, 'INVALID_AMOUNT']);
    });
  });

  it.each(['{}', '{"amountKrw":null}', '{"amountKrw":100,"userId":"x"}', '[]'])(
    '#90 #91 refuses %s and moves nothing',
    async (raw) => {
      await expectNothingChanged(async () => {
        expect([400, 422]).toContain((await faucet(raw)).status);
      });
    },
  );

  it('#36 pours at most 100,000,000 won at a time', async () => {
    const user = await house.api.player();
    const pour = (amountKrw: number): Promise<Answer> =>
      faucet({ amountKrw }, { token: user.accessToken });
    expect((await pour(100_000_001)).body['code']).toBe('INVALID_AMOUNT');
    expect((await pour(100_000_000)).status).toBe(202);
  });

  it('#36 pours at most 10,000,000,000 won a day, however many ask at once', async () => {
    const user = await house.api.player();
    const redis = house.api.get<Redis>(REDIS_GAME);
    const key = house.api.get(Keys).faucet(user.userId);
    await redis.set(key, 9_999_900_000, 'EX', 3_600);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => faucet({ amountKrw: 30_000 }, { token: user.accessToken })),
    );
    const poured = answers.filter(({ status }) => status === 202);
    const refused = answers.filter(({ body }) => body['code'] === 'LIMIT_EXCEEDED');
    expect([1, 2, 3]).toContain(poured.length);
    expect(poured.length + refused.length).toBe(10);
    expect(Number(await redis.get(key))).toBe(9_999_900_000 + poured.length * 30_000);
    expect(await redis.ttl(key)).toBeGreaterThan(0);
  });

  it('counts a day from the first pour', async () => {
    const user = await house.api.player();
    await faucet({ amountKrw: 500 }, { token: user.accessToken });
    const seconds = await house.api
      .get<Redis>(REDIS_GAME)
      .ttl(house.api.get(Keys).faucet(user.userId));
    expect(seconds).toBeGreaterThan(86_000);
  });

  it('pays each of two players who send the same request id, and each of them once', async () => {
    const headers = { 'x-request-id': 'request-of-two' };
    const [one, other] = [await house.api.player(), await house.api.player()];
    const ids: unknown[] = [];
    for (const { accessToken: token } of [one, other, one]) {
      ids.push((await faucet({ amountKrw: 777 }, { token, headers })).body['paymentId']);
    }
    expect(new Set(ids).size).toBe(2);
    for (const [index, user] of [one, other].entries()) {
      await house.eventOf(String(ids[index]));
      expect(await balance(user)).toMatchObject({ availableKrw: 777 });
    }
  });

  it('#134 takes JSON only', async () => {
    await expectNothingChanged(async () => {
      const headers = { 'content-type': 'text/plain' };
      expect((await faucet('{"amountKrw":100}', { headers })).status).toBe(415);
    });
  });
});

describe('a webhook', () => {
  it('#112 that comes again is 200 and has no effect', async () => {
    const { body, outcome } = await house.pay(player.userId);
    expect(outcome).toBe('credited');
    await expectNothingChanged(async () => {
      const again = await webhook(body, signatureOf(body, secret()));
      expect([again.status, again.body['outcome']]).toEqual([200, 'duplicate']);
    });
  });

  it('#112 of another event for one payment does not credit it again', async () => {
    const first = await house.pay(player.userId);
    const { paymentId } = JSON.parse(first.body) as { paymentId: string };
    const body = JSON.stringify({ eventId: 'evt_another', paymentId });
    await expectNothingChanged(async () => {
      const again = await webhook(body, signatureOf(body, secret()));
      expect([again.status, again.body['outcome']]).toEqual([200, 'credited']);
    });
  });

  it.each([-301, 301])('#113 signed %i s from now is TIMESTAMP_OUT_OF_WINDOW', async (offset) => {
    const { body } = await house.pay(player.userId);
    await expectNothingChanged(async () => {
      const signedAt = Math.floor(Date.now() / 1000) + Math.sign(offset) + offset;
      const answer = await webhook(body, signatureOf(body, secret(), signedAt));
      expect([answer.status, answer.body['code']]).toEqual([401, 'TIMESTAMP_OUT_OF_WINDOW']);
    });
  });

  it.each<[string, (body: string) => string | undefined]>([
    ['no signature', () => undefined],
    ['an empty one', () => ''],
    ['no mac', () => `t=${Math.floor(Date.now() / 1000)}`],
    ['an empty mac', () => `t=${Math.floor(Date.now() / 1000)},v1=`],
    ['a forged mac', () => `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`],
    ['a mac of another key', (body) => signatureOf(body, 'x'.repeat(64))],
    ['a mac cut short', (body) => signatureOf(body, secret()).slice(0, -2)],
    ['a mac of other bytes', (body) => signatureOf(`${body} `, secret())],
    ['another time than was signed', (body) => signatureOf(body, secret()).replace('t=', 't=0')],
  ])('#114 with %s is SIGNATURE_INVALID, and its event is not stored', async (_what, signature) => {
    const body = JSON.stringify({ eventId: 'evt_forged', paymentId: 'pay_forged' });
    await expectNothingChanged(async () => {
      const answer = await webhook(body, signature(body));
      expect([answer.status, answer.body['code']]).toEqual([401, 'SIGNATURE_INVALID']);
    });
    const stored = await house.api.source.query<unknown[]>(
      `SELECT 1 FROM webhook_events WHERE event_id = 'evt_forged'`,
    );
    expect(stored).toEqual([]);
  });

  it('#114 with several signatures holds where one of them does', async () => {
    const { body } = await house.pay(player.userId);
    const signature = signatureOf(body, secret());
    expect((await webhook(body, `${signature},v1=${'0'.repeat(64)}`)).status).toBe(200);
  });

  it('#114 is checked over the bytes that came, not over what they mean', async () => {
    const { body } = await house.pay(player.userId);
    const spaced = body.replace(',', ', ');
    expect((await webhook(spaced, signatureOf(body, secret()))).status).toBe(401);
    expect((await webhook(spaced, signatureOf(spaced, secret()))).status).toBe(200);
  });

  it.each(['nobody', '0x52908400098527886e0f7030069857d2e4169ee7', "'OR-1=1--"])(
    '#115 for the unknown address %j is set aside',
    async (userRef) => {
      await expectNothingChanged(async () => {
        expect((await house.pay(player.userId, { address: userRef })).outcome).toBe(
          'unknown_address',
        );
      });
    },
  );

  it('#115 #116 of an asset that we do not take is set aside', async () => {
    await expectNothingChanged(async () => {
      const address = await house.addressOf(player.userId);
      for (const more of [{ asset: 'DOGE' }, { network: 'tron' }, { contract: '0xfake' }]) {
        expect((await house.pay(player.userId, { address, ...more })).outcome).toBe(
          'unsupported_asset',
        );
      }
    });
  });

  it('#37 #119 of dust credits nothing', async () => {
    await expectNothingChanged(async () => {
      expect((await house.pay(player.userId, { amountUnits: '714' })).outcome).toBe('under_min');
    });
  });

  it('#33 #36 of more won than one movement may carry is for a person to look at', async () => {
    const user = await house.api.player();
    const amountUnits = '9'.repeat(78);
    const { outcome } = await house.pay(user.userId, { amountUnits });
    expect(outcome).toBe('manual_review');
    const deposits = await house.api.source.query<unknown[]>(
      'SELECT status, amount_krw, transfer_id, amount_units FROM deposits WHERE user_id = $1',
      [user.userId],
    );
    expect(deposits).toEqual([
      { status: 'manual_review', amount_krw: null, transfer_id: null, amount_units: amountUnits },
    ]);
    expect(await balance(user)).toEqual({ availableKrw: 0, inPlayKrw: 0, heldKrw: 0 });
  });

  it('#115 of a payment that the gateway does not know stays open, and is 502', async () => {
    const body = JSON.stringify({ eventId: 'evt_unknown', paymentId: 'pay_unknown' });
    await expectNothingChanged(async () => {
      const answer = await webhook(body, signatureOf(body, secret()));
      expect([answer.status, answer.body['code']]).toEqual([502, 'PAYMENT_GATEWAY_UNAVAILABLE']);
    });
  });
});
