import { KillSwitches } from '@cardroom/database';
import { Ledger } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { WithdrawalFreezes } from '@cardroom/withdrawals';

import type { Answer } from '../wallet-api.builder';
import { until, WalletWithGateway } from './gateway.builder';

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

afterEach(() => {
  house.gateway.behave({ loseWebhooks: false, duplicates: 1, reorder: false, lag: 0, api: 'ok' });
});

const BTC = { asset: 'BTC', network: 'bitcoin', amountUnits: '1000000', confirmations: 0 } as const;

/** 0.01 BTC at ₩150,000,000. */
const BTC_KRW = 1_500_000;

const get = (path: string, who = player): Promise<Answer> =>
  house.api.send({ path, token: who.accessToken });

interface Row {
  readonly id: string;
  readonly status: string;
  readonly confirmations: number;
}

async function depositOf(paymentId: string): Promise<Row> {
  const [row] = await house.api.source.query<Row[]>(
    'SELECT id, status, confirmations FROM deposits WHERE payment_id = $1',
    [paymentId],
  );
  if (row === undefined) throw new Error('no deposit');
  return row;
}

const setSwitch = (isOn: boolean): Promise<boolean> =>
  house.api.get(KillSwitches).set(house.api.source.manager, {
    ...{ name: 'deposit_credit', isOn, reason: 'a test', actor: 'test' },
  });

describe('an address', () => {
  it('is the player’s own, the same each time, however many ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => get('/wallet/deposit-address/BTC')),
    );
    expect(new Set(answers.map(({ body }) => body['address'])).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({
      ...{ asset: 'BTC', network: 'bitcoin', decimals: 8, confirmationsNeeded: 3 },
      minimum: '0.00001',
    });
    const other = await get('/wallet/deposit-address/BTC', await house.player());
    expect(other.body['address']).not.toBe(answers[0]?.body['address']);
  });

  it.each(['DOGE', 'btc', "BTC'--", '%00'])('for %s is refused', async (asset) => {
    const { status } = await get(`/wallet/deposit-address/${asset}`);
    expect([400, 422]).toContain(status);
  });

  it('of a coin on a network where it is not taken is ASSET_UNSUPPORTED', async () => {
    const { body } = await get('/wallet/deposit-address/USDT?network=bitcoin');
    expect(body['code']).toBe('ASSET_UNSUPPORTED');
  });
});

describe('F29 a payment', () => {
  it('#103 is seen, confirms block by block, and is credited at three, not before', async () => {
    const { id } = await house.payTo(player.userId, BTC);
    await house.reaches(id, 'detected');
    for (const depth of [1, 2]) {
      house.gateway.mine('bitcoin', 1);
      await until(async () => (await depositOf(id)).confirmations === depth);
      expect((await depositOf(id)).status).toBe('confirming');
      expect(await house.balanceOf(player)).toBe(0);
    }
    house.gateway.mine('bitcoin', 1);
    await house.reaches(id, 'credited');
    expect(await house.balanceOf(player)).toBe(BTC_KRW);
    const { body } = await get(`/wallet/deposits/${(await depositOf(id)).id}`);
    expect(body).toMatchObject({ status: 'credited', amountKrw: BTC_KRW, amountUnits: '1000000' });
    expect((body['steps'] as { status: string }[]).map(({ status }) => status)).toEqual([
      ...['detected', 'confirming', 'confirmed', 'credited'],
    ]);
  });

  it('of a large amount waits for more blocks', async () => {
    const { id } = await house.payTo(player.userId, {
      ...BTC,
      ...{ amountUnits: '100000000', confirmations: 5 },
    });
    await house.reaches(id, 'confirming');
    house.gateway.mine('bitcoin', 1);
    await house.reaches(id, 'credited');
    expect(await house.balanceOf(player)).toBe(150_000_000);
  });

  it('is followed although every webhook about it is lost', async () => {
    house.gateway.behave({ loseWebhooks: true });
    const { id } = await house.payTo(player.userId, BTC);
    await house.sweep();
    await house.reaches(id, 'detected');
    house.gateway.mine('bitcoin', 3);
    await house.sweep();
    expect(await house.statusOf(id)).toBe('credited');
    expect(await house.balanceOf(player)).toBe(BTC_KRW);
  });

  it('#112 told of many times and out of order is credited once', async () => {
    house.gateway.behave({ duplicates: 5, reorder: true });
    const { id } = await house.payTo(player.userId, BTC);
    for (let block = 0; block < 6; block += 1) house.gateway.mine('bitcoin', 1);
    await house.reaches(id, 'credited');
    await house.sweep();
    expect(await house.balanceOf(player)).toBe(BTC_KRW);
  });

  it('is as deep as the gateway’s node knows, when that is behind', async () => {
    house.gateway.behave({ lag: 2 });
    const { id } = await house.payTo(player.userId, BTC);
    await house.reaches(id, 'detected');
    house.gateway.mine('bitcoin', 3);
    await house.reaches(id, 'confirming');
    expect((await depositOf(id)).confirmations).toBe(1);
    expect(await house.balanceOf(player)).toBe(0);
    house.gateway.behave({ lag: 0 });
    await house.sweep();
    expect(await house.statusOf(id)).toBe('credited');
  });

  it('#116 two outputs of one transaction pay two players, each once', async () => {
    const other = await house.player();
    const first = await house.payTo(player.userId, { ...BTC, confirmations: 3 });
    const { txid } = first;
    const second = await house.payTo(other.userId, {
      ...BTC,
      ...{ txid, outputIndex: 1, amountUnits: '2000000', confirmations: 3 },
    });
    await house.reaches(first.id, 'credited');
    await house.reaches(second.id, 'credited');
    expect([await house.balanceOf(player), await house.balanceOf(other)]).toEqual([
      ...[BTC_KRW, 2 * BTC_KRW],
    ]);
  });

  it.each([
    ['failed', { status: 'failed' }, 'orphaned'],
    ['of a token with the same symbol', { asset: 'USDT', contract: '0xfake' }, 'unsupported_asset'],
    [
      'of a token that the network’s own coin pretends to be',
      { asset: 'ETH', contract: '0xfake' },
      'unsupported_asset',
    ],
  ] as const)('#116 that %s credits nothing', async (_what, more, status) => {
    const address = await house.addressOf(player.userId);
    const { id } = await house.payTo(player.userId, { address, ...more });
    await house.reaches(id, status);
    expect(await house.balanceOf(player)).toBe(0);
  });

  it('#116 that only waits in the pool, and is replaced there, credits nothing', async () => {
    const { id } = await house.payTo(player.userId, BTC);
    await house.reaches(id, 'detected');
    house.gateway.change(id, { status: 'orphaned' });
    await house.reaches(id, 'orphaned');
    expect(await house.balanceOf(player)).toBe(0);
  });

  it('#37 below the minimum of its coin is set aside', async () => {
    const { id } = await house.payTo(player.userId, {
      ...BTC,
      amountUnits: '999',
      confirmations: 9,
    });
    await house.reaches(id, 'under_min');
  });

  it('to a player’s other address of the same network is the player’s as well', async () => {
    const address = await house.addressOf(player.userId, 'ETH');
    const { id } = await house.payTo(player.userId, {
      address: address.toUpperCase().replace('0X', '0x'),
    });
    await house.reaches(id, 'credited');
    expect(await house.balanceOf(player)).toBe(1_400);
  });
});

describe('#111 a payment that is told of with another amount', () => {
  it('is TX_CONFLICT and waits for a person while it is not credited', async () => {
    const { id } = await house.payTo(player.userId, BTC);
    await house.reaches(id, 'detected');
    house.gateway.change(id, { amountUnits: '9000000' });
    await house.reaches(id, 'manual_review');
    house.gateway.mine('bitcoin', 6);
    await house.sweep();
    expect(await house.balanceOf(player)).toBe(0);
  });

  it('changes nothing that was credited', async () => {
    const { id } = await house.payTo(player.userId, { ...BTC, confirmations: 3 });
    await house.reaches(id, 'credited');
    const before = await house.api.money();
    house.gateway.change(id, { amountUnits: '9000000' });
    await house.sweep();
    expect([await house.statusOf(id), await house.api.money()]).toEqual(['credited', before]);
  });

  it.each(['0', '-5', '1.5', '1e3', ''])(
    '#37 nor is an amount of %j believed',
    async (amountUnits) => {
      const before = await house.api.money();
      await house.payTo(player.userId, { ...BTC, amountUnits, confirmations: 3 });
      await house.sweep();
      expect(await house.api.money()).toEqual(before);
    },
  );
});

describe('F29 #117 a reorganisation', () => {
  it('before the credit: the payment confirms anew, and is credited once', async () => {
    const { id, txid } = await house.payTo(player.userId, { ...BTC, confirmations: 2 });
    await house.reaches(id, 'confirming');
    house.gateway.reorganise(txid, false);
    await house.reaches(id, 'detected');
    house.gateway.mine('bitcoin', 2);
    await house.reaches(id, 'confirming');
    expect(await house.balanceOf(player)).toBe(0);
    house.gateway.mine('bitcoin', 1);
    await house.reaches(id, 'credited');
    expect(await house.balanceOf(player)).toBe(BTC_KRW);
  });

  it('for good before the credit: there is none', async () => {
    const { id, txid } = await house.payTo(player.userId, { ...BTC, confirmations: 2 });
    await house.reaches(id, 'confirming');
    house.gateway.reorganise(txid, true);
    await house.reaches(id, 'orphaned');
    house.gateway.mine('bitcoin', 6);
    await house.sweep();
    expect(await house.balanceOf(player)).toBe(0);
  });

  it('for good after the credit: it is taken back, the rest is owed, and withdrawals are frozen', async () => {
    const { id, txid } = await house.payTo(player.userId, { ...BTC, confirmations: 3 });
    await house.reaches(id, 'credited');
    await spend(player, 1_000_000);
    house.gateway.reorganise(txid, true);
    await house.reaches(id, 'reversed');
    expect(await house.balanceOf(player)).toBe(0);
    expect(await debtOf(player)).toBe(1_000_000);
    expect(await isFrozen(player)).toBe(true);
    await house.sweep();
    expect(await debtOf(player)).toBe(1_000_000);
  });

  it('is noticed although its webhook is lost', async () => {
    const { id, txid } = await house.payTo(player.userId, { ...BTC, confirmations: 3 });
    await house.reaches(id, 'credited');
    house.gateway.behave({ loseWebhooks: true });
    house.gateway.reorganise(txid, true);
    await house.sweep();
    expect(await house.statusOf(id)).toBe('reversed');
    expect([await house.balanceOf(player), await debtOf(player)]).toEqual([0, 0]);
  });

  it('leaves a debt that the next credit pays first', async () => {
    const { id, txid } = await house.payTo(player.userId, { ...BTC, confirmations: 3 });
    await house.reaches(id, 'credited');
    await spend(player, BTC_KRW);
    house.gateway.reorganise(txid, true);
    await house.reaches(id, 'reversed');
    const next = await house.payTo(player.userId, {
      ...BTC,
      amountUnits: '600000',
      confirmations: 3,
    });
    await house.reaches(next.id, 'credited');
    expect([await house.balanceOf(player), await debtOf(player)]).toEqual([0, 600_000]);
    const last = await house.payTo(player.userId, { ...BTC, confirmations: 3 });
    await house.reaches(last.id, 'credited');
    expect([await house.balanceOf(player), await debtOf(player)]).toEqual([900_000, 0]);
    expect(
      (await get(`/wallet/deposits/${(await depositOf(last.id)).id}`)).body['debtPaidKrw'],
    ).toBe(600_000);
    expect(await isFrozen(player)).toBe(true);
  });
});

describe('a confirmed payment waits', () => {
  it('#118 in rate_hold while its rate has jumped, and is credited when it has settled', async () => {
    await house.api.source.query(
      `INSERT INTO rate_samples (asset, sampled_at, numerator_krw, denominator, sources, jumped)
       VALUES ('ETH', now() - interval '10 seconds', 1, 1, '[]', true)`,
    );
    const { id } = await house.payTo(player.userId, {
      ...{ asset: 'ETH', amountUnits: '10000000000000000' },
    });
    await house.reaches(id, 'rate_hold');
    await house.api.source.query(`DELETE FROM rate_samples WHERE asset = 'ETH'`);
    await house.sweep();
    expect(await house.statusOf(id)).toBe('credited');
    expect(await house.balanceOf(player)).toBe(52_000);
  });

  it('while crediting is switched off, and loses nothing', async () => {
    await setSwitch(false);
    const { id } = await house.payTo(player.userId);
    await house.reaches(id, 'confirmed');
    await house.sweep();
    expect([await house.statusOf(id), await house.balanceOf(player)]).toEqual(['confirmed', 0]);
    await setSwitch(true);
    await house.sweep();
    expect(await house.balanceOf(player)).toBe(1_400);
  });

  it('while it is not known where its coins come from', async () => {
    const { id } = await house.payTo(player.userId, { screening: 'pending' });
    await house.reaches(id, 'confirming');
    house.gateway.change(id, { screening: 'clear' });
    await house.reaches(id, 'credited');
  });
});

it('F10 F11 while the gateway is down nothing is credited, and nothing is lost', async () => {
  const address = await house.addressOf(player.userId);
  house.gateway.behave({ api: 'down' });
  const { id } = await house.payTo(player.userId, { address });
  await until(async () => {
    const [row] = await house.api.source.query<{ open: number }[]>(
      `SELECT count(*)::int AS open FROM webhook_events
       WHERE body::json->>'paymentId' = $1 AND processed_at IS NULL`,
      [id],
    );
    return row?.open === 1;
  });
  expect(await house.statusOf(id)).toBeNull();
  house.gateway.behave({ api: 'ok' });
  await until(async () => {
    await house.sweep();
    return (await house.statusOf(id)) === 'credited';
  });
});

describe('#98 deposits of a player', () => {
  it('are listed newest first, page by page, and are nobody else’s', async () => {
    const ids: string[] = [];
    for (const confirmations of [100, 0, 100]) {
      const { id } = await house.payTo(player.userId, { confirmations });
      await house.reaches(id, confirmations === 0 ? 'detected' : 'credited');
      ids.unshift((await depositOf(id)).id);
    }
    const first = await get('/wallet/deposits?limit=2');
    const rest = await get(`/wallet/deposits?limit=2&cursor=${String(first.body['nextCursor'])}`);
    const seen = [first, rest].flatMap(({ body }) => body['items'] as { depositId: string }[]);
    expect(seen.map(({ depositId }) => depositId)).toEqual(ids);
    const other = await house.player();
    expect((await get('/wallet/deposits', other)).body['items']).toEqual([]);
    const stranger = await get(`/wallet/deposits/${ids[0] ?? ''}`, other);
    const nothing = await get('/wallet/deposits/00000000-0000-7000-8000-000000000001', other);
    expect([stranger.status, stranger.body['code']]).toEqual([404, 'NOT_FOUND']);
    expect({ ...stranger.body, requestId: '' }).toEqual({ ...nothing.body, requestId: '' });
    const foreign = await get(`/wallet/deposits?cursor=${String(first.body['nextCursor'])}`, other);
    expect(foreign.body['code']).toBe('INVALID_CURSOR');
  });
});

/** As if the money had been lost at a table. */
async function spend({ userId }: Payer, amountKrw: number): Promise<void> {
  const id = crypto.randomUUID();
  const [outcome] = await house.api.source.transaction((manager) =>
    house.api.get(Ledger).post(manager, [
      {
        ...{ id, type: 'adjustment', businessKey: id, actor: 'test' },
        entries: [
          { account: { kind: 'available', userId }, amountKrw: krw(-amountKrw) },
          { account: { kind: 'adjustments' }, amountKrw: krw(amountKrw) },
        ],
      },
    ]),
  );
  expect(outcome?.status).toBe('posted');
}

async function debtOf({ userId }: Payer): Promise<number> {
  const [row] = await house.api.source.query<{ debt: number }[]>(
    `SELECT coalesce(-sum(a.balance_krw), 0)::bigint AS debt FROM ledger_account_owners o
     JOIN ledger_accounts a ON a.id = o.account_id WHERE o.kind = 'debt' AND o.owner_key = $1`,
    [userId],
  );
  return row?.debt ?? 0;
}

const isFrozen = ({ userId }: Payer): Promise<boolean> =>
  house.api.get(WithdrawalFreezes).isFrozen(house.api.source.manager, userId);
