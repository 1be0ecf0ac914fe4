import { KillSwitches } from '@cardroom/database';
import type { Role } from '@cardroom/platform';
import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type StaffMember } from '../../wallet-api.builder';

const REASON = 'The gateway answers slowly.';

let api: WalletApi;
let staff: Record<Exclude<Role, 'player'>, StaffMember>;
let otherRisk: StaffMember;

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
  staff = {
    support: await api.staff('support'),
    cashier: await api.staff('cashier'),
    risk: await api.staff('risk'),
    admin: await api.staff('admin'),
  };
  otherRisk = await api.staff('risk');
});

afterAll(() => api.stop());

type Switcher = Exclude<Role, 'player'>;

const turn = (name: string, isOn: boolean, by: StaffMember): Promise<Answer> =>
  api.send({
    ...{ method: 'PUT', path: `/staff/switches/${name}`, token: by.token },
    body: { isOn, reason: REASON },
  });

const isOn = (name: 'sending' | 'buy_in' | `table:${string}`): Promise<boolean> =>
  api.get(KillSwitches).isOn(api.source.manager, name);

const approve = async (requestId: unknown, by: StaffMember): Promise<Answer> => {
  const path = `/staff/requests/${String(requestId)}`;
  const { body } = await api.send({ path, token: by.token });
  const { payloadHash } = body;
  return api.send({
    ...{ path: `${path}/approve`, token: by.token, body: { payloadHash, reason: REASON } },
  });
};

describe('a kill switch', () => {
  it('of the house is turned off by one person, at once', async () => {
    expect((await turn('sending', false, staff.cashier)).body['outcome']).toBe('done');
    expect(await isOn('sending')).toBe(false);
    expect((await turn('sending', false, staff.risk)).body['outcome']).toBe('unchanged');
  });

  it('#97 that moves money is turned on by two persons, and never by one', async () => {
    await turn('sending', false, staff.risk);
    const asked = await turn('sending', true, staff.risk);
    expect(asked.body['outcome']).toBe('requested');
    expect(await isOn('sending')).toBe(false);
    expect((await turn('sending', true, staff.risk)).body['code']).toBe('REQUEST_PENDING');
    const own = await approve(asked.body['requestId'], staff.risk);
    expect([own.status, own.body['code']]).toEqual([403, 'FORBIDDEN']);
    expect(await isOn('sending')).toBe(false);
    const approved = await approve(asked.body['requestId'], otherRisk);
    expect([approved.status, approved.body['status']]).toEqual([200, 'approved']);
    expect(await isOn('sending')).toBe(true);
    const again = await approve(asked.body['requestId'], staff.admin);
    expect(again.body['code']).toBe('REQUEST_DECIDED');
  });

  it('that was turned on meanwhile is not turned on by an old approval', async () => {
    await turn('deposit_credit', false, staff.risk);
    const asked = await turn('deposit_credit', true, staff.risk);
    await api.get(KillSwitches).set(api.source.manager, {
      ...{ name: 'deposit_credit', isOn: true, reason: 'by hand', actor: 'test' },
    });
    const answer = await approve(asked.body['requestId'], staff.admin);
    expect([answer.status, answer.body['code']]).toEqual([409, 'STATE_CONFLICT']);
  });

  it('of buy-ins is turned on by one', async () => {
    await turn('buy_in', false, staff.cashier);
    expect(await isOn('buy_in')).toBe(false);
    expect((await turn('buy_in', true, staff.risk)).body['outcome']).toBe('done');
    expect(await isOn('buy_in')).toBe(true);
  });

  it('of a login ends the player’s sessions', async () => {
    const player = await api.player();
    expect((await turn(`login:${player.userId}`, false, staff.support)).status).toBe(200);
    const gone = await api.send({ path: '/me', token: player.accessToken });
    expect(gone.body['code']).toBe('SESSION_REVOKED');
    expect((await api.login(player.email)).body['code']).toBe('SWITCHED_OFF');
    expect((await turn(`login:${player.userId}`, true, staff.support)).status).toBe(404);
    await turn(`login:${player.userId}`, true, staff.risk);
    expect((await api.login(player.email)).status).toBe(200);
  });

  it.each<[string, boolean, Switcher, number]>([
    ['sending', false, 'support', 404],
    ['buy_in', true, 'cashier', 404],
    ['buy_in', true, 'support', 404],
    [`table:${uuidv7()}`, false, 'cashier', 404],
    [`table:${uuidv7()}`, false, 'support', 200],
    ['nothing', false, 'admin', 404],
    ['table:x', false, 'admin', 404],
    [`user:${uuidv7()}`, false, 'admin', 404],
  ])('%s to %s by %s is answered %i', async (name, on, role, status) => {
    expect((await turn(name, on, staff[role])).status).toBe(status);
  });

  it.each([{}, { isOn: false }, { isOn: 'false', reason: REASON }, { isOn: 0, reason: REASON }])(
    '#121 is not turned by %j',
    async (body) => {
      const answer = await api.send({
        ...{ method: 'PUT', path: '/staff/switches/sending', token: staff.admin.token, body },
      });
      expect(answer.body['code']).toBe('VALIDATION_FAILED');
    },
  );
});

it('#90 #97 the switches are not there for players', async () => {
  const { accessToken: token } = await api.player();
  for (const path of ['/staff/switches', '/staff/requests', '/staff/players']) {
    const { status, body } = await api.send({ path, token });
    expect([status, body['code']]).toEqual([404, 'NOT_FOUND']);
  }
});

describe('the requests', () => {
  it('say who may approve them', async () => {
    await turn('automatic_approval', false, staff.risk);
    const { body } = await turn('automatic_approval', true, staff.risk);
    const seenBy = async (by: StaffMember): Promise<unknown> => {
      const path = `/staff/requests?kind=switch_on`;
      const { body: page } = await api.send({ path, token: by.token });
      const items = page['items'] as Readonly<Record<string, unknown>>[];
      return items.find(({ requestId }) => requestId === body['requestId'])?.['isYoursToApprove'];
    };
    expect(await seenBy(staff.risk)).toBe(false);
    expect(await seenBy(staff.cashier)).toBe(false);
    expect(await seenBy(otherRisk)).toBe(true);
  });

  it('are taken back by who made them', async () => {
    await turn('automatic_approval', false, staff.admin);
    await api.source.query(`DELETE FROM four_eyes_requests WHERE status = 'pending'`);
    const { body } = await turn('automatic_approval', true, staff.admin);
    const path = `/staff/requests/${String(body['requestId'])}/reject`;
    const answer = await api.send({ path, token: staff.admin.token, body: { reason: REASON } });
    expect(answer.body['status']).toBe('rejected');
  });

  it('#107 are not approved by another hash than their own', async () => {
    await turn('automatic_approval', false, staff.admin);
    const { body } = await turn('automatic_approval', true, staff.admin);
    const answer = await api.send({
      ...{ path: `/staff/requests/${String(body['requestId'])}/approve`, token: otherRisk.token },
      body: { payloadHash: '0'.repeat(64), reason: REASON },
    });
    expect([answer.status, answer.body['code']]).toEqual([409, 'REQUEST_CHANGED']);
  });
});
