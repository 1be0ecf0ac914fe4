import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type StaffMember } from '../wallet-api.builder';

let api: WalletApi;
let cashier: StaffMember;

beforeAll(async () => {
  api = await WalletApi.start();
  cashier = await api.staff('cashier');
});

afterAll(() => api.stop());

const denialsOf = (userId: string): Promise<unknown[]> =>
  api.source.query(
    `SELECT actor_role AS role, subject, outcome, details ->> 'code' AS code FROM audit_events
     WHERE actor_id = $1 AND action = 'access.denied' ORDER BY id`,
    [userId],
  );

describe('#97 what the back office refuses is written down', () => {
  it('to a player who knocks', async () => {
    const { userId, accessToken: token } = await api.player();
    await api.send({ path: '/staff/players', token });
    expect(await denialsOf(userId)).toEqual([
      {
        ...{ role: 'player', outcome: 'refused', code: 'NOT_FOUND' },
        subject: 'endpoint:GET /api/v1/staff/players',
      },
    ]);
  });

  it('to staff of another role, and to staff without a second factor', async () => {
    const path = `/staff/players/${uuidv7()}/freeze`;
    await api.send({ path, token: cashier.token, body: { reason: 'because of this' } });
    await api.source.query('UPDATE auth_sessions SET has_second_factor = false');
    await api.send({ path: '/staff/switches', token: cashier.token });
    await api.source.query('UPDATE auth_sessions SET has_second_factor = true');
    const subjects = [
      ['endpoint:POST /api/v1/staff/players/:userId/freeze', 'NOT_FOUND'],
      ['endpoint:GET /api/v1/staff/switches', 'SECOND_FACTOR_NOT_SET_UP'],
    ];
    expect(await denialsOf(cashier.userId)).toEqual(
      subjects.map(([subject, code]) => ({ role: 'cashier', outcome: 'refused', subject, code })),
    );
  });

  it('by what lies behind its doors as well', async () => {
    const risk = await api.staff('risk');
    const turn = (isOn: boolean) =>
      api.send({
        ...{ method: 'PUT', path: '/staff/switches/sending', token: risk.token },
        body: { isOn, reason: 'just a test of it' },
      });
    await turn(false);
    const { body } = await turn(true);
    const path = `/staff/requests/${String(body['requestId'])}`;
    const request = await api.send({ path, token: risk.token });
    await api.send({
      ...{ path: `${path}/approve`, token: risk.token },
      body: { payloadHash: request.body['payloadHash'], reason: 'my own, and why not' },
    });
    expect(await denialsOf(risk.userId)).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('but not what is refused elsewhere, nor to nobody', async () => {
    const { userId, accessToken: token } = await api.player();
    await api.send({ path: `/hands/${uuidv7()}`, token });
    const before = await api.source.query<unknown[]>('SELECT id FROM audit_events');
    await api.send({ path: '/staff/players' });
    expect(await denialsOf(userId)).toEqual([]);
    expect(await api.source.query('SELECT id FROM audit_events')).toEqual(before);
  });

  it('a trail that cannot be written makes no refusal an entry', async () => {
    const { accessToken: token } = await api.player();
    await api.source.query('ALTER TABLE audit_events RENAME TO away');
    const { status, body } = await api.send({ path: '/staff/players', token });
    await api.source.query('ALTER TABLE away RENAME TO audit_events');
    expect([status, body['code']]).toEqual([404, 'NOT_FOUND']);
  });
});

it('the login of staff and a new password are written down', async () => {
  const player = await api.player();
  await api.send({
    ...{ method: 'PUT', path: '/me/password', token: player.accessToken },
    body: { password: 'correct horse battery', newPassword: 'another horse battery' },
  });
  await api.source.query(`UPDATE users SET role = 'admin' WHERE id = $1`, [player.userId]);
  await api.login(player.email, 'another horse battery');
  const actions = await api.source.query<unknown[]>(
    'SELECT action, actor_role AS role FROM audit_events WHERE actor_id = $1 ORDER BY id',
    [player.userId],
  );
  expect(actions).toEqual([
    { action: 'account.password_changed', role: 'player' },
    { action: 'staff.login', role: 'admin' },
  ]);
});
