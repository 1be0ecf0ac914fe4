import { checkLedger, Ledger } from '@cardroom/ledger';
import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type StaffMember } from '../../wallet-api.builder';

const REASON = 'A hand was voided on table 3.';

let api: WalletApi;
let cashier: StaffMember;
let risk: StaffMember;
let admin: StaffMember;

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
  cashier = await api.staff('cashier');
  risk = await api.staff('risk');
  admin = await api.staff('admin');
});

afterAll(() => api.stop());

/** So that what one test adjusts does not count in the next. */
beforeEach(() =>
  api.source.query(`UPDATE adjustments SET created_at = now() - interval '25 hours'`),
);

const asked = (userId: string, amountKrw: number, more: object = {}): object => ({
  ...{ userId, amountKrw, direction: 'credit', currency: 'KRW', reason: REASON, ...more },
});

const adjust = (body: object, by = cashier, key = uuidv7()): Promise<Answer> =>
  api.send({
    ...{ path: '/staff/adjustments', token: by.token, body },
    headers: { 'idempotency-key': key },
  });

const balance = async (userId: string): Promise<number> =>
  (await api.get(Ledger).balanceOf(api.source.manager, userId)).availableKrw;

async function approve(requestId: unknown, by: StaffMember): Promise<Answer> {
  const path = `/staff/requests/${String(requestId)}`;
  const { body } = await api.send({ path, token: by.token });
  const approval = { payloadHash: body['payloadHash'], reason: 'looked at the hand' };
  return api.send({ path: `${path}/approve`, token: by.token, body: approval });
}

describe('an adjustment', () => {
  it('within the caps is posted at once, and the player reads its message, not its reason', async () => {
    const player = await api.player();
    const { status, body } = await adjust(asked(player.userId, 50_000, { message: 'Sorry.' }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'posted', requestId: null });
    expect(await balance(player.userId)).toBe(50_000);
    const path = '/wallet/transactions';
    const history = await api.send({ path, token: player.accessToken });
    expect(history.text).toContain('Sorry.');
    expect(history.text).not.toContain(REASON);
    expect(history.text).not.toContain(cashier.userId);
  });

  it('#121 above them waits for another person, and is posted once when it is approved', async () => {
    const { userId } = await api.player();
    const { body } = await adjust(asked(userId, 400_000));
    expect(body).toMatchObject({ outcome: 'requested', transferId: null });
    expect(await balance(userId)).toBe(0);
    const requestId = body['requestId'];
    expect((await approve(requestId, cashier)).status).toBe(404);
    expect((await approve(requestId, risk)).body['status']).toBe('approved');
    expect((await approve(requestId, admin)).body['code']).toBe('REQUEST_DECIDED');
    expect(await balance(userId)).toBe(400_000);
  });

  it('#97 is not approved by who asked for it', async () => {
    const { userId } = await api.player();
    const { body } = await adjust(asked(userId, 400_000), risk);
    const own = await approve(body['requestId'], risk);
    expect([own.status, own.body['code']]).toEqual([403, 'FORBIDDEN']);
    expect(await balance(userId)).toBe(0);
  });

  it('#97 is made neither to one’s own wallet nor to a colleague’s', async () => {
    for (const { userId } of [cashier, admin]) {
      const { status, body } = await adjust(asked(userId, 1_000));
      expect([status, body['code']]).toEqual([403, 'FORBIDDEN']);
    }
  });

  it('#105 that is split into many is added up again, also when they come at once', async () => {
    const { userId } = await api.player();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => adjust(asked(userId, 60_000))),
    );
    const posted = answers.filter(({ body }) => body['outcome'] === 'posted');
    expect(posted).toHaveLength(5);
    expect(await balance(userId)).toBe(300_000);
    expect(answers.map(({ body }) => body['code'] ?? body['outcome'])).toContain('requested');
  });

  it('#105 to one player by several people is added up as well', async () => {
    const { userId } = await api.player();
    expect((await adjust(asked(userId, 300_000), risk)).body['outcome']).toBe('posted');
    expect((await adjust(asked(userId, 200_001), admin)).body['outcome']).toBe('requested');
    expect((await adjust(asked(userId, 200_000), admin)).body['outcome']).toBe('posted');
  });

  it('#121 above what two persons may do is LIMIT_EXCEEDED', async () => {
    const { userId } = await api.player();
    const { status, body } = await adjust(asked(userId, 3_000_001));
    expect([status, body['code']]).toEqual([422, 'LIMIT_EXCEEDED']);
  });

  it('#104 takes no more than there is, neither at once nor when it is approved', async () => {
    const { userId } = await api.player();
    await adjust(asked(userId, 50_000));
    const debit = { direction: 'debit' };
    const more = await adjust(asked(userId, 50_001, debit));
    expect(more.body['code']).toBe('INSUFFICIENT_FUNDS');
    const large = await adjust(asked(userId, 150_000, debit));
    const approved = await approve(large.body['requestId'], risk);
    expect([approved.status, approved.body['code']]).toEqual([422, 'INSUFFICIENT_FUNDS']);
    expect((await adjust(asked(userId, 20_000, debit))).body['outcome']).toBe('posted');
    expect(await balance(userId)).toBe(30_000);
  });

  it('#100 #101 that is sent twice happens once', async () => {
    const { userId } = await api.player();
    const key = uuidv7();
    const [first, again] = [
      await adjust(asked(userId, 7_000), cashier, key),
      await adjust(asked(userId, 7_000), cashier, key),
    ];
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await balance(userId)).toBe(7_000);
    const other = await adjust(asked(userId, 8_000), cashier, key);
    expect(other.body['code']).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('#107 that was altered in the database after it was asked for is not posted', async () => {
    const { userId } = await api.player();
    const { body } = await adjust(asked(userId, 400_000));
    await api.source.query('UPDATE adjustments SET amount_krw = 9000000 WHERE request_id = $1', [
      body['requestId'],
    ]);
    expect((await approve(body['requestId'], risk)).body['code']).toBe('REQUEST_CHANGED');
    expect(await balance(userId)).toBe(0);
  });

  it.each([
    [{ currency: 'USD' }, 'VALIDATION_FAILED'],
    [{ currency: undefined }, 'VALIDATION_FAILED'],
    [{ reason: undefined }, 'VALIDATION_FAILED'],
    [{ direction: 'steal' }, 'VALIDATION_FAILED'],
    [{ userId: 'x' }, 'VALIDATION_FAILED'],
    [{ amountKrw: 0 }, 'INVALID_AMOUNT'],
    [{ amountKrw: -5 }, 'INVALID_AMOUNT'],
    [{ amountKrw: 1.5 }, 'INVALID_AMOUNT'],
    [{ amountKrw: '5000' }, 'INVALID_AMOUNT'],
    [{ role: 'admin' }, 'VALIDATION_FAILED'],
  ])('#120 #121 with %j is %s', async (change, code) => {
    const { status, body } = await adjust(asked(cashier.userId, 5_000, change));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body['code']).toBe(code);
  });

  it('to nobody is NOT_FOUND', async () => {
    expect((await adjust(asked(uuidv7(), 5_000))).body['code']).toBe('NOT_FOUND');
  });
});

describe('a preview', () => {
  const preview = (body: object, by = cashier): Promise<Answer> =>
    api.send({ path: '/staff/adjustments/preview', token: by.token, body });

  it('says what would be, and writes nothing', async () => {
    const { userId } = await api.player();
    const before = await api.books();
    expect((await preview(asked(userId, 50_000))).body).toEqual({
      ...{ route: 'alone', availableKrw: 0, availableAfterKrw: 50_000 },
    });
    expect((await preview(asked(userId, 500_000))).body['route']).toBe('by_two');
    const debit = await preview(asked(userId, 500, { direction: 'debit' }));
    expect(debit.body['code']).toBe('INSUFFICIENT_FUNDS');
    expect(await api.books()).toEqual(before);
  });
});

it('adjustments are listed with who asked and who approved', async () => {
  const { userId } = await api.player();
  await adjust(asked(userId, 1_000));
  const { body } = await adjust(asked(userId, 450_000));
  await approve(body['requestId'], risk);
  await adjust(asked(userId, 460_000));
  const path = `/staff/adjustments?userId=${userId}`;
  const listed = await api.send({ path, token: admin.token });
  expect(listed.body['items']).toMatchObject([
    { amountKrw: 460_000, state: 'pending', askedBy: cashier.userId, approvedBy: null },
    { amountKrw: 450_000, state: 'posted', askedBy: cashier.userId, approvedBy: risk.userId },
    { amountKrw: 1_000, state: 'posted', approvedBy: null, reason: REASON },
  ]);
});

it('after all of this the books are right', async () => {
  expect(await checkLedger(api.source.manager)).toEqual([]);
});
