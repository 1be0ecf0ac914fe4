import { Ledger } from '@cardroom/ledger';
import { withTransaction } from '@cardroom/database';
import { krw } from '@cardroom/money';
import { v7 as uuidv7 } from 'uuid';

import { ADDRESSES, WithdrawalDesk, type RichPlayer } from './withdrawals.builder';

const FEE = 3_000;
const HOUR_MS = 3_600_000;

let desk: WithdrawalDesk;
let player: RichPlayer;

beforeAll(async () => {
  desk = await WithdrawalDesk.start();
  player = await desk.player(100_000_000);
});

afterAll(() => desk.stop());

const withdrawalsOf = (userId: string): Promise<{ id: string; persons_needed: number }[]> =>
  desk.api.source.query(
    'SELECT id, persons_needed, status FROM withdrawals WHERE user_id = $1 ORDER BY id',
    [userId],
  );

async function expectNothingChanged(work: () => Promise<void>): Promise<void> {
  const all = async (): Promise<unknown> => [
    await desk.api.books(),
    await desk.api.source.query('SELECT count(*) FROM withdrawals'),
  ];
  const before = await all();
  await work();
  expect(await all()).toEqual(before);
}

describe('§1 a request', () => {
  it('sets amount and fee aside, waits a day, and tells what it will bring', async () => {
    const own = await desk.player(60_000);
    const { status, body } = await desk.withdraw(own);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ status: 'cooling', asset: 'BTC', network: 'bitcoin', address: ADDRESSES.bitcoin },
      ...{ amountKrw: 50_000, feeKrw: FEE, totalKrw: 53_000, quotedUnits: '50000' },
      ...{ amountUnits: null, txid: null, needsApproval: false },
    });
    const waitsMs =
      Date.parse(String(body['coolingUntil'])) - Date.parse(String(body['createdAt']));
    expect(waitsMs).toBe(24 * HOUR_MS);
    expect(await desk.balance(own)).toEqual({ availableKrw: 7_000, inPlayKrw: 0, heldKrw: 53_000 });
    const path = `/wallet/withdrawals/${String(body['withdrawalId'])}`;
    const { body: detail } = await desk.get(path, own);
    const events = detail['events'] as { status: string }[];
    expect(events.map((event) => event.status)).toEqual(['requested', 'cooling']);
    expect((await desk.get('/wallet/withdrawals', own)).body['items']).toHaveLength(1);
    const { body: history } = await desk.get('/wallet/transactions', own);
    expect((history['items'] as { type: string; amountKrw: number }[])[0]).toMatchObject({
      ...{ type: 'hold', amountKrw: -53_000, balanceAfterKrw: 7_000 },
    });
  });

  it.each([
    [24, -1],
    [25, 0],
    [26, '-0'],
    [27, '"NaN"'],
    [28, '1e309'],
    [29, 0.1],
    [30, '"50000"'],
    [31, '"５００００"'],
    [32, '9007199254740993'],
    [33, '9223372036854775807'],
    [34, '[50000]'],
    [34, '{"$gt":0}'],
    [36, '9007199254740991'],
    [105, 9_999],
  ])('#%i refuses %s as INVALID_AMOUNT and moves nothing', async (_item, amount) => {
    await expectNothingChanged(async () => {
      const raw = `{"asset":"BTC","network":"bitcoin","address":"${ADDRESSES.bitcoin}","amountKrw":${amount},"code":"000000"}`;
      const { status, body } = await desk.api.send({
        ...{ path: '/wallet/withdraw', token: player.token, body: raw },
        headers: { 'idempotency-key': uuidv7() },
      });
      expect([status, body['code']]).toEqual([422, 'INVALID_AMOUNT']);
    });
  });

  it.each([
    ['a member more', { userId: uuidv7() }],
    ['no address', { address: null }],
    ['a network that is not there', { network: 'tron' }],
    ['an asset that is no name', { asset: 'BTC; DROP TABLE' }],
    ['a code that is no code', { code: '12345a' }],
  ])('#90 #91 #122 with %s is refused', async (_what, body) => {
    await expectNothingChanged(async () => {
      expect((await desk.withdraw(player, body)).body['code']).toBe('VALIDATION_FAILED');
    });
  });

  it.each([
    ['on the wrong network', { network: 'ethereum' }],
    ['with a space behind', { address: `${ADDRESSES.bitcoin} ` }],
    ['of a test network', { address: 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx' }],
    [
      'of a token contract',
      { asset: 'USDT', network: 'ethereum', address: '0xdAC17F958D2ee523a2206206994597C13D831ec7' },
    ],
  ])('#106 to an address %s is INVALID_ADDRESS', async (_what, body) => {
    await expectNothingChanged(async () => {
      const answer = await desk.withdraw(player, body);
      expect([answer.status, answer.body['code']]).toEqual([422, 'INVALID_ADDRESS']);
    });
  });

  it('#106 to a deposit address of ours, of whichever player, is INVALID_ADDRESS', async () => {
    const other = await desk.player(1);
    const address = '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359';
    await desk.api.source.query(
      `INSERT INTO deposit_addresses (id, user_id, asset, network, address, address_key)
       VALUES ($1, $2, 'ETH', 'ethereum', $3, lower($3))`,
      [uuidv7(), other.userId, address],
    );
    const body = { asset: 'ETH', network: 'ethereum', address };
    expect((await desk.withdraw(player, body)).body['code']).toBe('INVALID_ADDRESS');
  });

  it.each([
    ['DOGE', 'bitcoin'],
    ['BTC', 'ethereum'],
  ] as const)('of %s on %s is ASSET_UNSUPPORTED', async (asset, network) => {
    const body = { asset, network, address: ADDRESSES[network] };
    expect((await desk.withdraw(player, body)).body['code']).toBe('ASSET_UNSUPPORTED');
  });

  it('#104 is INSUFFICIENT_FUNDS where the balance covers the amount but not the fee', async () => {
    const own = await desk.player(50_000 + FEE - 1);
    expect((await desk.withdraw(own)).body['code']).toBe('INSUFFICIENT_FUNDS');
    await desk.fund(own.userId, 1);
    expect((await desk.withdraw(own)).status).toBe(201);
    expect((await desk.balance(own)).availableKrw).toBe(0);
  });

  it('#103 does not reach money at tables', async () => {
    const own = await desk.player(60_000);
    await buyIn(own.userId, 60_000);
    expect((await desk.withdraw(own)).body['code']).toBe('INSUFFICIENT_FUNDS');
  });

  it('needs a code of the second factor, each once', async () => {
    const own = await desk.player(200_000);
    expect((await desk.withdraw(own, { code: '000000' })).body['code']).toBe(
      'SECOND_FACTOR_INVALID',
    );
    const code = await desk.api.codeOf(own.userId, own.secret);
    const ask = () =>
      desk.api.send({
        ...{ path: '/wallet/withdraw', token: own.token, headers: { 'idempotency-key': uuidv7() } },
        body: {
          ...{ asset: 'BTC', network: 'bitcoin', address: ADDRESSES.bitcoin },
          ...{ amountKrw: 50_000, code },
        },
      });
    expect((await ask()).status).toBe(201);
    expect((await ask()).body['code']).toBe('SECOND_FACTOR_INVALID');
    expect(await withdrawalsOf(own.userId)).toHaveLength(1);
  });

  it.each([
    [`UPDATE users SET status = 'frozen' WHERE id = $1`, 'ACCOUNT_FROZEN'],
    [
      `INSERT INTO withdrawal_freezes (id, user_id, reason) VALUES (gen_random_uuid(), $1, 'x')`,
      'WITHDRAWALS_STOPPED',
    ],
  ])('is refused after %s', async (statement, code) => {
    const own = await desk.player(60_000);
    await desk.api.source.query(statement, [own.userId]);
    expect((await desk.withdraw(own)).body['code']).toBe(code);
    expect(await withdrawalsOf(own.userId)).toEqual([]);
  });

  it('of a player in debt is refused', async () => {
    const own = await desk.player(60_000);
    await withTransaction(desk.api.source, (manager) =>
      desk.api.get(Ledger).post(manager, [
        {
          ...{ id: uuidv7(), type: 'adjustment', businessKey: uuidv7(), actor: 'test' },
          entries: [
            { account: { kind: 'adjustments' }, amountKrw: krw(1) },
            { account: { kind: 'debt', userId: own.userId }, amountKrw: krw(-1) },
          ],
        },
      ]),
    );
    expect((await desk.withdraw(own)).body['code']).toBe('ACCOUNT_IN_DEBT');
  });
});

describe('an Idempotency-Key', () => {
  it.each([
    ['missing', null, 'IDEMPOTENCY_KEY_MISSING'],
    ['oversized', 'x'.repeat(129), 'VALIDATION_FAILED'],
  ])('#99 that is %s is refused', async (_what, key, code) => {
    await expectNothingChanged(async () => {
      const { status, body } = await desk.withdraw(player, {}, { key });
      expect([status, body['code']]).toEqual([400, code]);
    });
  });

  it('#99 #100 sent again gives the first answer; with another body or player it is another', async () => {
    const [own, other] = [await desk.player(200_000), await desk.player(200_000)];
    const key = uuidv7();
    const first = await desk.withdraw(own, {}, { key });
    const again = await desk.withdraw(own, {}, { key });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(again.body).toEqual(first.body);
    const changed = await desk.withdraw(own, { amountKrw: 50_001 }, { key });
    expect(changed.body['code']).toBe('IDEMPOTENCY_CONFLICT');
    expect((await desk.withdraw(other, {}, { key })).body['withdrawalId']).not.toBe(
      first.body['withdrawalId'],
    );
    expect(await withdrawalsOf(own.userId)).toHaveLength(1);
  });

  it('#100 sent ten times at once takes effect once', async () => {
    const own = await desk.player(200_000);
    const key = uuidv7();
    const code = await desk.api.codeOf(own.userId, own.secret);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        desk.api.send({
          ...{ path: '/wallet/withdraw', token: own.token, headers: { 'idempotency-key': key } },
          body: {
            ...{ asset: 'BTC', network: 'bitcoin', address: ADDRESSES.bitcoin },
            ...{ amountKrw: 50_000, code },
          },
        }),
      ),
    );
    const ids = answers
      .filter(({ status }) => status === 201)
      .map(({ body }) => body['withdrawalId']);
    expect(new Set(ids).size).toBe(1);
    for (const { status, body } of answers) {
      if (status !== 201) expect(body['code']).toBe('IDEMPOTENCY_IN_PROGRESS');
    }
    expect(await withdrawalsOf(own.userId)).toHaveLength(1);
  });
});

describe('at once', () => {
  const settled = async (work: readonly Promise<unknown>[]): Promise<number> =>
    (await Promise.allSettled(work)).filter(({ status }) => status === 'fulfilled').length;

  it('#101 fifty withdrawals take no more than there is', async () => {
    const own = await desk.player(10 * (10_000 + FEE) + 12_999);
    const taken = await settled(Array.from({ length: 50 }, () => desk.take(own.userId, 10_000)));
    expect(taken).toBe(10);
    expect(await desk.balance(own)).toMatchObject({ availableKrw: 12_999, heldKrw: 130_000 });
  });

  it('#102 a withdrawal and a buy-in with money for one: one fails', async () => {
    for (let round = 0; round < 5; round += 1) {
      const own = await desk.player(13_000);
      expect(await settled([desk.take(own.userId, 10_000), buyIn(own.userId, 13_000)])).toBe(1);
      expect((await desk.balance(own)).availableKrw).toBe(0);
    }
  });

  it('#105 of twenty requests for ₩999,999 of one player one is automatic', async () => {
    const own = await desk.player(21_000_000);
    const addresses = ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '12c6DSiU4Rq3P4ZxziKxzrL5LmMBrzjrJX'];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        desk.take(own.userId, 999_999, addresses[index % addresses.length]),
      ),
    );
    const persons = (await withdrawalsOf(own.userId)).map(({ persons_needed: needed }) => needed);
    expect(persons.filter((needed) => needed === 0)).toHaveLength(1);
    // Ten million and more of a day are for two persons.
    expect(persons.filter((needed) => needed === 2)).toHaveLength(10);
  });

  it('#105 of twenty requests for ₩999,999 to one address one is automatic', async () => {
    const address = '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy';
    const players = await Promise.all(Array.from({ length: 20 }, () => desk.player(1_010_000)));
    await Promise.all(players.map(({ userId }) => desk.take(userId, 999_999, address)));
    const rows = (await Promise.all(players.map(({ userId }) => withdrawalsOf(userId)))).flat();
    expect(rows.filter(({ persons_needed: needed }) => needed === 0)).toHaveLength(1);
  });
});

it('§4 what was cancelled, and what is older than a day, counts no more', async () => {
  const own = await desk.player(10_000_000);
  const address = 'bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr';
  const first = await desk.take(own.userId, 1_000_000, address);
  expect(await desk.column(await desk.take(own.userId, 10_000, address), 'persons_needed')).toBe(1);
  await desk.cancel(first, own);
  expect(await desk.column(await desk.take(own.userId, 900_000, address), 'persons_needed')).toBe(
    0,
  );
  expect(await desk.column(await desk.take(own.userId, 100_000, address), 'persons_needed')).toBe(
    1,
  );
  await desk.api.source.query(
    `ALTER TABLE withdrawals DISABLE TRIGGER "TR_withdrawals_fixed_terms";
     UPDATE withdrawals SET created_at = now() - interval '24 hours' WHERE user_id = '${own.userId}';
     ALTER TABLE withdrawals ENABLE TRIGGER "TR_withdrawals_fixed_terms"`,
  );
  expect(await desk.column(await desk.take(own.userId, 1_000_000, address), 'persons_needed')).toBe(
    0,
  );
});

it('§3 waits longer after a new password', async () => {
  const own = await desk.player(100_000);
  await desk.api.source.query('UPDATE users SET password_changed_at = $2 WHERE id = $1', [
    own.userId,
    new Date(Date.now() + HOUR_MS),
  ]);
  const { body } = await desk.withdraw(own);
  const waitsMs = Date.parse(String(body['coolingUntil'])) - Date.parse(String(body['createdAt']));
  expect(Math.round(waitsMs / HOUR_MS)).toBe(25);
});

it('§2 its player is told of each step that says something new to him, by its number', async () => {
  const player = await desk.player(60_000);
  const id = await desk.taken(player);
  await desk.cancel(id, player);
  const told = await desk.api.source.query<{ payload: object }[]>(
    `SELECT payload FROM outbox
     WHERE topic = 'withdrawal.changed' AND payload ->> 'withdrawalId' = $1 ORDER BY id`,
    [id],
  );
  // The first event is the request itself, of which its answer tells.
  expect(told.map(({ payload }) => payload)).toEqual([
    { withdrawalId: id, revision: '2' },
    { withdrawalId: id, revision: '3' },
  ]);
});

it('#35 of an amount that stands in a request twice the last counts, as everywhere', async () => {
  const player = await desk.player(200_000);
  const code = await desk.api.codeOf(player.userId, player.secret);
  const rest = `"asset":"BTC","network":"bitcoin","address":"${ADDRESSES.bitcoin}","code":"${code}"`;
  const { body } = await desk.api.send({
    ...{ path: '/wallet/withdraw', token: player.token },
    headers: { 'idempotency-key': uuidv7() },
    body: `{${rest},"amountKrw":90000,"amountKrw":50000}`,
  });
  expect(body['amountKrw']).toBe(50_000);
});

it('F12 five hundred at once through ten connections are answered or shed, and none hangs', async () => {
  const players = await Promise.all(Array.from({ length: 20 }, () => desk.player(120_000)));
  const codes = new Map<string, string>();
  for (const { userId, secret } of players) {
    codes.set(userId, await desk.api.codeOf(userId, secret));
  }
  const answers = await Promise.all(
    players.flatMap((player) =>
      Array.from({ length: 25 }, () =>
        desk.api.send({
          ...{ path: '/wallet/withdraw', token: player.token },
          headers: { 'idempotency-key': uuidv7() },
          body: {
            ...{ asset: 'BTC', network: 'bitcoin', address: ADDRESSES.bitcoin },
            ...{ amountKrw: 50_000, code: codes.get(player.userId) },
          },
        }),
      ),
    ),
  );
  const known = new Set([201, 403, 429, 503]);
  expect(answers.filter(({ status }) => !known.has(status)).map(({ text }) => text)).toEqual([]);
  for (const { status, headers } of answers) {
    if (status === 503) expect(headers.get('retry-after')).not.toBeNull();
  }
  // A code is good once, so that each player gets one at most.
  const balances = await Promise.all(players.map((player) => desk.balance(player)));
  const taken = answers.filter(({ status }) => status === 201).length;
  const heldKrw = balances.reduce((sum, balance) => sum + balance.heldKrw, 0);
  const [one] = answers.filter(({ status }) => status === 201);
  expect(heldKrw).toBe(taken * Number(one?.body['totalKrw'] ?? 0));
  expect(taken).toBeLessThanOrEqual(players.length);
  expect(taken).toBeGreaterThan(0);
}, 120_000);

describe('§8 a cancellation', () => {
  it('brings amount and fee back at once, once', async () => {
    const own = await desk.player(60_000);
    const id = await desk.taken(own);
    expect((await desk.cancel(id, own)).body['status']).toBe('cancelled_by_user');
    expect(await desk.balance(own)).toMatchObject({ availableKrw: 60_000, heldKrw: 0 });
    expect((await desk.cancel(id, own)).status).toBe(200);
    expect((await desk.balance(own)).availableKrw).toBe(60_000);
  });

  it('#108 asked for ten times at once brings it back once', async () => {
    const own = await desk.player(60_000);
    const id = await desk.taken(own);
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.cancel(id, own)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await desk.balance(own)).toMatchObject({ availableKrw: 60_000, heldKrw: 0 });
  });

  it.each(['submitting', 'unknown', 'submitted', 'confirming', 'completed'])(
    '#108 of a withdrawal that is %s is refused',
    async (status) => {
      const own = await desk.player(60_000);
      const id = await desk.taken(own);
      await desk.api.source.query(
        `UPDATE withdrawals SET status = $2, amount_units = 1, sending_quote_id = quote_id
         WHERE id = $1`,
        [id, status],
      );
      await expectNothingChanged(async () => {
        const { status: http, body } = await desk.cancel(id, own);
        expect([http, body['code']]).toEqual([409, 'WITHDRAWAL_MOVED_ON']);
      });
    },
  );
});

describe('#98 a withdrawal of another player', () => {
  it.each(['', '/cancel'])('does not exist%s', async (end) => {
    const [own, other] = [await desk.player(60_000), await desk.player(1)];
    const path = `/wallet/withdrawals/${await desk.taken(own)}${end}`;
    const call = { path, token: other.token, ...(end === '' ? {} : { body: {} }) };
    expect((await desk.api.send(call)).body['code']).toBe('NOT_FOUND');
    const nowhere = { ...call, path: `/wallet/withdrawals/${uuidv7()}${end}` };
    expect((await desk.api.send(nowhere)).body['code']).toBe('NOT_FOUND');
  });
});

it('#107 the database keeps the terms as they were asked for, and the events as they happened', async () => {
  const own = await desk.player(60_000);
  const id = await desk.taken(own);
  for (const change of [
    `address = '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'`,
    'amount_krw = 49_999',
    `network = 'ethereum'`,
    `revision = 'x'`,
    'persons_needed = persons_needed + 1',
  ]) {
    await expect(
      desk.api.source.query(`UPDATE withdrawals SET ${change} WHERE id = '${id}'`),
    ).rejects.toThrow('the terms of a withdrawal are fixed');
  }
  for (const statement of [
    'UPDATE withdrawal_events SET actor = $1',
    'DELETE FROM withdrawal_events WHERE actor <> $1',
  ]) {
    await expect(desk.api.source.query(statement, ['x'])).rejects.toThrow('append-only');
  }
});

it('a quote shows fee, sum and units, and refuses what cannot be sent', async () => {
  const query = (text: string) => desk.get(`/wallet/withdraw/quote?${text}`, player);
  expect((await query('asset=ETH&network=ethereum&amountKrw=50000')).body).toEqual({
    ...{ amountKrw: 50_000, feeKrw: 2_000, totalKrw: 52_000, minKrw: 10_000 },
    amountUnits: '10000000000000000',
  });
  expect((await query('asset=BTC&network=ethereum&amountKrw=50000')).body['code']).toBe(
    'ASSET_UNSUPPORTED',
  );
  expect((await query('asset=BTC&network=bitcoin&amountKrw=1e5')).body['code']).toBe(
    'INVALID_AMOUNT',
  );
});

async function buyIn(userId: string, amountKrw: number): Promise<void> {
  const seatSessionId = uuidv7();
  await withTransaction(desk.api.source, async (manager) => {
    const [outcome] = await desk.api.get(Ledger).post(manager, [
      {
        ...{ id: uuidv7(), type: 'buy_in', businessKey: seatSessionId, actor: userId },
        entries: [
          { account: { kind: 'available', userId }, amountKrw: krw(-amountKrw) },
          { account: { kind: 'in_play', userId, seatSessionId }, amountKrw: krw(amountKrw) },
        ],
      },
    ]);
    if (outcome?.status !== 'posted') throw new Error('not covered');
  });
}
