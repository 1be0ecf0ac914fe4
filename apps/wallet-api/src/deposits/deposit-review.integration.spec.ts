import { WithdrawalFreezes } from '@cardroom/withdrawals';

import type { Answer } from '../wallet-api.builder';
import { until, WalletWithGateway } from './gateway.builder';

type Member = Awaited<ReturnType<WalletWithGateway['api']['staff']>>;

type Payer = Awaited<ReturnType<WalletWithGateway['player']>>;

let house: WalletWithGateway;
let cashier: Member;
let risk: Member;
let player: Payer;

beforeAll(async () => {
  house = await WalletWithGateway.start({ RATE_LIMIT_DEFAULT_PER_MIN: '1000' });
  cashier = await house.api.staff('cashier');
  risk = await house.api.staff('risk');
});

afterAll(() => house.stop());

beforeEach(async () => {
  player = await house.player();
});

const ask = (who: { readonly token: string }, path: string, body?: object): Promise<Answer> =>
  house.api.send({ path, token: who.token, ...(body === undefined ? {} : { body }) });

const REASON = { reason: 'looked at it closely' };

/** A deposit that waits for a person; its id. */
async function held(more: object = { screening: 'flagged' }, status = 'aml_hold'): Promise<string> {
  const { id } = await house.payTo(player.userId, more);
  await house.reaches(id, status);
  const [row] = await house.api.source.query<{ id: string }[]>(
    'SELECT id FROM deposits WHERE payment_id = $1',
    [id],
  );
  return row?.id ?? '';
}

const auditsOf = (depositId: string): Promise<{ action: string; actor_id: string }[]> =>
  house.api.source.query(
    'SELECT action, actor_id FROM audit_events WHERE subject = $1 ORDER BY id',
    [`deposit:${depositId}`],
  );

describe('the queue', () => {
  it('holds what waits for a person, and is left when somebody has decided', async () => {
    const depositId = await held();
    const ids = async (): Promise<unknown[]> =>
      (
        (await ask(cashier, '/staff/deposits?limit=100')).body['items'] as { depositId: string }[]
      ).map((item) => item.depositId);
    expect(await ids()).toContain(depositId);
    await ask(cashier, `/staff/deposits/${depositId}/reject`, REASON);
    expect(await ids()).not.toContain(depositId);
    const byStatus = await ask(cashier, '/staff/deposits?status=aml_hold&limit=100');
    expect(JSON.stringify(byStatus.body['items'])).toContain(depositId);
  });

  it.each(['player', 'support'] as const)('#97 does not exist for a %s', async (role) => {
    const { userId } = await house.player();
    const token = await house.api.enter(userId, role);
    const depositId = await held();
    for (const path of ['/staff/deposits', `/staff/deposits/${depositId}`]) {
      expect((await ask({ token }, path)).body['code']).toBe('NOT_FOUND');
    }
    const release = await ask({ token }, `/staff/deposits/${depositId}/release`, REASON);
    expect(release.body['code']).toBe('NOT_FOUND');
    expect(await house.balanceOf(player)).toBe(0);
  });
});

describe('a release', () => {
  it('credits at once, once, and says in the audit trail who did it', async () => {
    const depositId = await held();
    const answers = await Promise.all([
      ask(cashier, `/staff/deposits/${depositId}/release`, REASON),
      ask(risk, `/staff/deposits/${depositId}/release`, REASON),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const done = answers.find(({ status }) => status === 200);
    expect(done?.body['deposit']).toMatchObject({ status: 'credited', resolution: 'released' });
    expect(await house.balanceOf(player)).toBe(1_400);
    expect((await auditsOf(depositId)).map(({ action }) => action)).toEqual(['deposit.release']);
  });

  it('#115 gives a payment to nobody’s address to the player it is meant for', async () => {
    const address = '0x52908400098527886e0f7030069857d2e4169ee7';
    const depositId = await held({ address }, 'unknown_address');
    const path = `/staff/deposits/${depositId}/release`;
    expect((await ask(cashier, path, REASON)).body['code']).toBe('DEPOSIT_NOT_CREDITABLE');
    const { status } = await ask(cashier, path, { ...REASON, userId: player.userId });
    expect(status).toBe(200);
    expect(await house.balanceOf(player)).toBe(1_400);
  });

  it.each([
    ['of dust', { amountUnits: '700' }, 'under_min'],
    ['of a coin that we do not take', { contract: '0xfake' }, 'unsupported_asset'],
    ['of more than one movement may carry', { amountUnits: '9'.repeat(30) }, 'manual_review'],
  ] as const)('%s is refused', async (_what, more, status) => {
    const address = await house.addressOf(player.userId);
    const depositId = await held({ address, ...more }, status);
    const { body } = await ask(risk, `/staff/deposits/${depositId}/release`, REASON);
    expect(body['code']).toBe('DEPOSIT_NOT_CREDITABLE');
  });

  it('of what was not deep enough credits when it is', async () => {
    const depositId = await held({ screening: 'flagged', confirmations: 1 });
    await ask(cashier, `/staff/deposits/${depositId}/release`, REASON);
    expect(await house.balanceOf(player)).toBe(0);
    house.gateway.mine('ethereum', 11);
    await until(async () => {
      await house.sweep();
      return (await house.balanceOf(player)) === 1_400;
    });
  });

  it('#121 of more than ₩1,000,000 takes a second person, who is not the first', async () => {
    const depositId = await held({ screening: 'flagged', amountUnits: '800000000' });
    const proposed = await ask(cashier, `/staff/deposits/${depositId}/release`, REASON);
    expect(proposed.body['outcome']).toBe('proposed');
    expect(await house.balanceOf(player)).toBe(0);
    const requestId = String(proposed.body['requestId']);
    const { body: request } = await ask(risk, `/staff/requests/${requestId}`);
    const approval = { payloadHash: request['payloadHash'], ...REASON };
    const { status } = await ask(risk, `/staff/requests/${requestId}/approve`, approval);
    expect(status).toBe(200);
    await until(async () => {
      await house.sweep();
      return (await house.balanceOf(player)) === 1_120_000;
    });
    const [row] = await house.api.source.query<unknown[]>(
      'SELECT resolved_by FROM deposits WHERE id = $1',
      [depositId],
    );
    expect(row).toEqual({ resolved_by: risk.userId });
  });

  it('#97 is not for one’s own deposit', async () => {
    const depositId = await held();
    const token = await house.api.enter(player.userId, 'cashier');
    const { body } = await ask({ token }, `/staff/deposits/${depositId}/release`, REASON);
    expect(body['code']).toBe('FORBIDDEN');
  });

  it.each([{}, { reason: '' }, { reason: 'a reason', userId: 'x' }])(
    'with %j is refused',
    async (body) => {
      const depositId = await held();
      const answer = await ask(cashier, `/staff/deposits/${depositId}/release`, body);
      expect(answer.body['code']).toBe('VALIDATION_FAILED');
    },
  );
});

it('a rejected deposit is never credited, whatever the chain says later', async () => {
  const depositId = await held({ screening: 'flagged', confirmations: 1 });
  const { body } = await ask(risk, `/staff/deposits/${depositId}/reject`, REASON);
  expect(body).toMatchObject({
    status: 'aml_hold',
    resolution: 'rejected',
    resolvedBy: risk.userId,
  });
  house.gateway.mine('ethereum', 30);
  await house.sweep();
  expect(await house.balanceOf(player)).toBe(0);
  const again = await ask(risk, `/staff/deposits/${depositId}/release`, REASON);
  expect(again.body['code']).toBe('DEPOSIT_NOT_WAITING');
});

describe('#117 a freeze of withdrawals', () => {
  it('is listed, and lifted once, with a reason, by risk or admin', async () => {
    const freezes = house.api.get(WithdrawalFreezes);
    const { manager } = house.api.source;
    await freezes.freeze(manager, { userId: player.userId, reason: 'a test', depositId: null });
    const list = (await ask(cashier, '/staff/withdrawal-freezes')).body['items'];
    const [mine] = (list as { freezeId: string; userId: string }[]).filter(
      ({ userId }) => userId === player.userId,
    );
    const path = `/staff/withdrawal-freezes/${mine?.freezeId ?? ''}/lift`;
    expect((await ask(cashier, path, REASON)).status).toBe(404);
    expect((await ask(risk, path, REASON)).status).toBe(204);
    expect((await ask(risk, path, REASON)).status).toBe(404);
    expect(await freezes.isFrozen(manager, player.userId)).toBe(false);
  });
});
