import { withTransaction } from '@cardroom/database';
import type { Role } from '@cardroom/platform';
import { v7 as uuidv7 } from 'uuid';

import { codeAt } from '../../second-factor/one-time-codes';
import { SecondFactor } from '../../second-factor/second-factor';
import { PASSWORD, WalletApi, type Answer, type StaffMember } from '../../wallet-api.builder';

interface Person extends StaffMember {
  readonly secret: string;
}

let api: WalletApi;
let [admin, otherAdmin, risk, support] = [] as unknown as [Person, Person, Person, Person];

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
  const roles = ['admin', 'admin', 'risk', 'support'] as const;
  [admin, otherAdmin, risk, support] = (await Promise.all(roles.map(person))) as [
    ...[Person, Person, Person, Person],
  ];
});

afterAll(() => api.stop());

async function person(role: Exclude<Role, 'player'>): Promise<Person> {
  const member = await api.staff(role);
  return { ...member, secret: await factorOf(member.userId) };
}

/** Sets a second factor up, as of long ago. */
async function factorOf(userId: string): Promise<string> {
  return withTransaction(api.source, async (manager) => {
    const { secret } = await api.get(SecondFactor).enrol(manager, userId, 'test');
    await api.get(SecondFactor).confirm(manager, userId, codeAt(secret, Date.now()));
    await manager.query('UPDATE users SET factor_changed_at = NULL WHERE id = $1', [userId]);
    return secret;
  });
}

const REASON = 'agreed with the shift leader';

const changeRole = async (userId: string, role: string, by: Person): Promise<Answer> =>
  api.send({
    ...{ method: 'PUT', path: `/staff/players/${userId}/role`, token: by.token },
    body: { role, reason: REASON, code: await api.codeOf(by.userId, by.secret) },
  });

const reset = async (userId: string, by: Person): Promise<Answer> =>
  api.send({
    ...{ path: `/staff/players/${userId}/second-factor/reset`, token: by.token },
    body: { reason: REASON, code: await api.codeOf(by.userId, by.secret) },
  });

async function approve(asked: Answer, by: StaffMember): Promise<Answer> {
  const path = `/staff/requests/${String(asked.body['requestId'])}`;
  const { body } = await api.send({ path, token: by.token });
  const { payloadHash } = body;
  return api.send({
    ...{ path: `${path}/approve`, token: by.token, body: { payloadHash, reason: REASON } },
  });
}

const user = async (userId: string): Promise<Readonly<Record<string, unknown>>> => {
  const [row] = await api.source.query<Record<string, unknown>[]>(
    'SELECT role, status, factor_changed_at FROM users WHERE id = $1',
    [userId],
  );
  return row ?? {};
};

const me = (token: string): Promise<Answer> => api.send({ path: '/me', token });

describe('§6 a role', () => {
  it('#97 is given by two admins, never to oneself, and ends the sessions of before', async () => {
    const { userId, accessToken } = await api.player();
    expect((await changeRole(admin.userId, 'risk', admin)).body['code']).toBe('FORBIDDEN');
    const asked = await changeRole(userId, 'cashier', admin);
    expect([asked.body['outcome'], (await user(userId))['role']]).toEqual(['requested', 'player']);
    expect((await approve(asked, admin)).body['code']).toBe('FORBIDDEN');
    expect((await approve(asked, risk)).body['code']).toBe('NOT_FOUND');
    expect((await approve(asked, otherAdmin)).status).toBe(200);
    expect((await user(userId))['role']).toBe('cashier');
    expect((await me(accessToken)).body['code']).toBe('SESSION_REVOKED');
  });

  it('#88 #90 is taken by one admin, and counts for the next request of its token', async () => {
    const cashier = await person('cashier');
    const queue = (): Promise<Answer> =>
      api.send({ path: '/staff/deposits', token: cashier.token });
    expect((await queue()).status).toBe(200);
    expect((await changeRole(cashier.userId, 'player', admin)).body['outcome']).toBe('done');
    expect((await queue()).body['code']).toBe('SESSION_REVOKED');
    expect((await user(cashier.userId))['role']).toBe('player');
    const trail = await api.source.query<object[]>(
      `SELECT actor_id AS "actorId", action, reason FROM audit_events
       WHERE subject = $1 AND action = 'role.take'`,
      [`player:${cashier.userId}`],
    );
    expect(trail).toEqual([{ actorId: admin.userId, action: 'role.take', reason: REASON }]);
  });

  it('#97 takes with it what was asked for under it', async () => {
    const risk2 = await person('risk');
    const { userId } = await api.player();
    await factorOf(userId);
    const asked = await reset(userId, risk2);
    await changeRole(risk2.userId, 'player', admin);
    expect((await approve(asked, risk)).body['code']).toBe('REQUEST_EXPIRED');
  });

  it('is not given to who sits at a table, nor to a frozen account', async () => {
    const { userId } = await api.player();
    await api.source.query(`UPDATE users SET status = 'frozen' WHERE id = $1`, [userId]);
    expect((await changeRole(userId, 'risk', admin)).body['code']).toBe('STATE_CONFLICT');
    await api.source.query(`UPDATE users SET status = 'active' WHERE id = $1`, [userId]);
    const asked = await changeRole(userId, 'risk', admin);
    await sitDown(userId);
    expect((await approve(asked, otherAdmin)).body['code']).toBe('STATE_CONFLICT');
    expect((await user(userId))['role']).toBe('player');
  });

  it('#97 is changed by admins alone, with a code of theirs', async () => {
    const { userId } = await api.player();
    expect((await changeRole(userId, 'risk', risk)).body['code']).toBe('NOT_FOUND');
    const guess = await api.send({
      ...{ method: 'PUT', path: `/staff/players/${userId}/role`, token: admin.token },
      body: { role: 'risk', reason: REASON, code: '000000' },
    });
    expect(guess.body['code']).toBe('SECOND_FACTOR_INVALID');
    expect((await changeRole(userId, 'player', admin)).body['outcome']).toBe('unchanged');
    expect((await changeRole(uuidv7(), 'risk', admin)).body['code']).toBe('NOT_FOUND');
  });

  it('#97 approved by many at once is given once', async () => {
    const { userId } = await api.player();
    const asked = await changeRole(userId, 'support', admin);
    const answers = await Promise.all([1, 2, 3].map(() => approve(asked, otherAdmin)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('§6 a lost second factor', () => {
  it('of a player is taken away by two; sessions end, withdrawals wait, the player is told', async () => {
    const { userId, email, accessToken } = await api.player();
    await factorOf(userId);
    const asked = await reset(userId, support);
    expect(asked.body['outcome']).toBe('requested');
    expect((await me(accessToken)).status).toBe(200);
    expect((await approve(asked, support)).body['code']).toBe('NOT_FOUND');
    expect((await approve(asked, risk)).status).toBe(200);
    expect((await me(accessToken)).body['code']).toBe('SESSION_REVOKED');
    expect((await user(userId))['factor_changed_at']).toBeInstanceOf(Date);
    expect((await api.login(email, PASSWORD)).status).toBe(200);
    const told = await api.source.query<unknown[]>(
      `SELECT 1 FROM outbox WHERE topic = 'security.event' AND payload = $1`,
      [{ userId, what: 'second_factor_changed' }],
    );
    expect(told).toHaveLength(1);
  });

  it('that was replaced meanwhile stays', async () => {
    const { userId } = await api.player();
    await factorOf(userId);
    const asked = await reset(userId, risk);
    await factorOf(userId);
    expect((await approve(asked, admin)).body['code']).toBe('STATE_CONFLICT');
    expect(await api.get(SecondFactor).enabledAt(api.source.manager, userId)).not.toBeNull();
  });

  it('#97 of staff is a matter of two admins, and nobody asks for his own', async () => {
    const cashier = await person('cashier');
    expect((await reset(cashier.userId, risk)).body['code']).toBe('NOT_FOUND');
    expect((await reset(admin.userId, admin)).body['code']).toBe('FORBIDDEN');
    const asked = await reset(cashier.userId, admin);
    expect((await approve(asked, risk)).body['code']).toBe('NOT_FOUND');
    expect((await approve(asked, otherAdmin)).status).toBe(200);
  });

  it('that was never set up is STATE_CONFLICT', async () => {
    const { userId } = await api.player();
    expect((await reset(userId, risk)).body['code']).toBe('STATE_CONFLICT');
  });
});

async function sitDown(userId: string): Promise<void> {
  const [stakes, table] = [uuidv7(), uuidv7()];
  await api.source.query(
    `INSERT INTO stakes (id, name, small_blind_krw, big_blind_krw)
     VALUES ($1, $2, 1000, 2000)`,
    [stakes, stakes],
  );
  await api.source.query(
    'INSERT INTO tables (id, name, stakes_id, max_seats) VALUES ($1, $2, $3, 6)',
    [table, table, stakes],
  );
  await api.source.query(
    `INSERT INTO seat_sessions (id, user_id, table_id, seat, bought_in_krw)
     VALUES ($1, $2, $3, 0, 100000)`,
    [uuidv7(), userId, table],
  );
}
