import { freshAddress, WithdrawalDesk, type RichPlayer } from './withdrawals.builder';

let desk: WithdrawalDesk;
let [cashier, risk] = [] as unknown as [RichPlayer, RichPlayer];

beforeAll(async () => {
  desk = await WithdrawalDesk.start();
  [cashier, risk] = [await staff('cashier'), await staff('risk')];
});

afterAll(() => desk.stop());

async function staff(role: 'cashier' | 'risk'): Promise<RichPlayer> {
  const person = await desk.player(1);
  return { ...person, token: await desk.api.enter(person.userId, role) };
}

const detail = (id: string, by = cashier) => desk.get(`/staff/withdrawals/${id}`, by);

async function decide(id: string, what: 'approve' | 'reject', by: RichPlayer, body: object = {}) {
  const { revision } = (await detail(id)).body;
  return desk.api.send({
    ...{ path: `/staff/withdrawals/${id}/${what}`, token: by.token },
    body: {
      ...{ reason: 'looked at it', code: await desk.api.codeOf(by.userId, by.secret) },
      ...(what === 'approve' ? { revision } : {}),
      ...body,
    },
  });
}

const toNobody = () => ({ asset: 'USDT', network: 'ethereum', address: freshAddress() });

/** A withdrawal of so much, its wait over. */
async function waited(amountKrw: number, player?: RichPlayer): Promise<string> {
  const own = player ?? (await desk.player(50_000_000));
  const id = await desk.taken(own, { ...toNobody(), amountKrw });
  await desk.api.source.query(`UPDATE withdrawals SET cooling_until = now() WHERE id = $1`, [id]);
  return id;
}

const statusOf = (id: string): Promise<string> => desk.column(id, 'status');

describe('§4 an approval', () => {
  it('by one person lets a withdrawal above the first line go on, and is written down', async () => {
    const id = await waited(5_000_000);
    expect((await decide(id, 'approve', cashier)).body['status']).toBe('queued');
    const [event] = await desk.api.source.query<object[]>(
      `SELECT actor_id AS actor, action, reason FROM audit_events WHERE subject = $1`,
      [`withdrawal:${id}`],
    );
    expect(event).toEqual({
      ...{ actor: cashier.userId, action: 'withdrawal.approve', reason: 'looked at it' },
    });
    const work = await desk.api.source.query<unknown[]>(
      `SELECT 1 FROM outbox WHERE topic = 'withdrawal.queued' AND payload ->> 'withdrawalId' = $1`,
      [id],
    );
    expect(work).toHaveLength(1);
  });

  it('above the second line needs two persons, not one twice', async () => {
    const id = await waited(20_000_000);
    expect((await decide(id, 'approve', cashier)).body['status']).toBe('cooling');
    expect((await decide(id, 'approve', cashier)).body['code']).toBe('FORBIDDEN');
    expect((await decide(id, 'approve', risk)).body['status']).toBe('queued');
  });

  it('before the wait is over does not shorten it', async () => {
    const id = await desk.taken(await desk.player(50_000_000), {
      ...{ ...toNobody(), amountKrw: 5_000_000 },
    });
    expect((await decide(id, 'approve', cashier)).body).toMatchObject({
      ...{ status: 'cooling', approvals: 1, needsApproval: false },
    });
  });

  it('#97 of one’s own withdrawal is refused', async () => {
    const person = await desk.player(50_000_000);
    const id = await waited(5_000_000, person);
    const asStaff = { ...person, token: await desk.api.enter(person.userId, 'risk') };
    for (const what of ['approve', 'reject'] as const) {
      expect((await decide(id, what, asStaff)).body['code']).toBe('FORBIDDEN');
    }
    expect(await statusOf(id)).toBe('cooling');
  });

  it('#107 of another revision, or with a wrong code, is refused', async () => {
    const id = await waited(5_000_000);
    const other = { revision: '0'.repeat(64) };
    expect((await decide(id, 'approve', risk, other)).body['code']).toBe('REQUEST_CHANGED');
    expect((await decide(id, 'approve', risk, { code: '000000' })).body['code']).toBe(
      'SECOND_FACTOR_INVALID',
    );
    expect(await statusOf(id)).toBe('cooling');
  });

  it('#108 after a cancellation is refused', async () => {
    const own = await desk.player(50_000_000);
    const id = await waited(5_000_000, own);
    await desk.cancel(id, own);
    expect((await decide(id, 'approve', risk)).body['code']).toBe('WITHDRAWAL_MOVED_ON');
    expect(await statusOf(id)).toBe('cancelled_by_user');
  });

  it('of a player who was frozen meanwhile lets nothing go on', async () => {
    const own = await desk.player(50_000_000);
    const id = await waited(5_000_000, own);
    await desk.api.source.query(`UPDATE users SET status = 'frozen' WHERE id = $1`, [own.userId]);
    expect((await decide(id, 'approve', risk)).body['status']).toBe('cooling');
  });
});

it('a rejection gives the money back; its reason is for staff alone', async () => {
  const own = await desk.player(5_100_000);
  const id = await waited(5_000_000, own);
  expect((await decide(id, 'reject', risk)).body['status']).toBe('rejected');
  expect(await desk.balance(own)).toMatchObject({ availableKrw: 5_100_000, heldKrw: 0 });
  const { body } = await desk.get(`/wallet/withdrawals/${id}`, own);
  expect((body['events'] as { reason: unknown }[]).at(-1)?.reason).toBeNull();
  const { events } = (await detail(id)).body as { events: { reason: unknown }[] };
  expect(events.at(-1)?.reason).toBe('looked at it');
});

it('the detail shows what was checked, deposits, devices and events; the list filters', async () => {
  const id = await waited(5_000_000);
  const { body } = await detail(id);
  expect(body).toMatchObject({ personsNeeded: 1, approvals: 0, deposits: [] });
  expect(body['checked']).toMatchObject({ automaticUpToKrw: 1_000_000, isNewAddress: true });
  expect(body['devices']).toHaveLength(1);
  const { body: page } = await desk.get('/staff/withdrawals?status=cooling&limit=1', cashier);
  expect((page['items'] as { withdrawalId: string }[])[0]?.withdrawalId).toBe(id);
});

it('#97 #98 players find none of it', async () => {
  const own = await desk.player(50_000_000);
  const id = await waited(5_000_000, own);
  for (const path of ['/staff/withdrawals', `/staff/withdrawals/${id}`]) {
    expect((await desk.get(path, own)).status).toBe(404);
  }
  expect((await decide(id, 'approve', own)).status).toBe(404);
});
