import { setTimeout as wait } from 'node:timers/promises';

import { SessionEvents, type SessionRevoked } from '@cardroom/cache';
import { testRedisUrl } from '@cardroom/testing';
import { Redis } from 'ioredis';

import { codeAt } from '../second-factor/one-time-codes';
import { PASSWORD, WalletApi, type Answer, type Player } from '../wallet-api.builder';

const NEW_PASSWORD = 'another horse battery';

let api: WalletApi;
let subscriber: Redis;
const told: SessionRevoked[] = [];

beforeAll(async () => {
  api = await WalletApi.start();
  subscriber = new Redis(testRedisUrl());
  await api.get(SessionEvents).onRevoked(subscriber, (event) => told.push(event));
});

afterAll(async () => {
  subscriber.disconnect();
  await api.stop();
});

interface Owner extends Player {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

const post = (path: string, token: string, body: unknown): Promise<Answer> =>
  api.send({ path, token, body });

/** Enables a second factor as a player does. */
async function withFactor(player: Player): Promise<Owner> {
  const token = player.accessToken;
  const enrolled = await post('/me/second-factor', token, { password: PASSWORD });
  const secret = String(enrolled.body['secret']);
  const code = codeAt(secret, Date.now());
  const { status, body } = await post('/me/second-factor/confirm', token, { code });
  expect([enrolled.status, status]).toEqual([200, 200]);
  return { ...player, secret, recoveryCodes: body['recoveryCodes'] as string[] };
}

const login = (email: string, code?: string, password = PASSWORD): Promise<Answer> =>
  api.send({ path: '/auth/login', body: { email, password, ...(code ? { code } : {}) } });

const codeFor = async (owner: Owner): Promise<string> => api.codeOf(owner.userId, owner.secret);

const claimsOf = (token: unknown): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()) as Readonly<
    Record<string, unknown>
  >;

/** The reasons that the gateways were told for a user, once they were told so many. */
async function toldOf(userId: string, count: number): Promise<string[]> {
  const about = (): string[] =>
    told.filter((event) => event.userId === userId).map(({ reason }) => reason);
  for (let tries = 0; about().length < count && tries < 400; tries += 1) await wait(25);
  return about();
}

describe('a second factor', () => {
  it('is asked for at the login once it is enabled, and the token says that it was shown', async () => {
    const player = await api.player();
    expect(claimsOf(player.accessToken)['amr']).toEqual(['pwd']);
    const owner = await withFactor(player);
    const without = await login(owner.email);
    expect([without.status, without.body['code']]).toEqual([403, 'SECOND_FACTOR_REQUIRED']);
    expect((await login(owner.email, '000000')).body['code']).toBe('SECOND_FACTOR_INVALID');
    const entered = await login(owner.email, await codeFor(owner));
    expect(entered.status).toBe(200);
    expect(claimsOf(entered.body['accessToken'])['amr']).toEqual(['pwd', 'otp']);
    const refreshToken = entered.body['refreshToken'];
    const refreshed = await api.send({ path: '/auth/refresh', body: { refreshToken } });
    expect(claimsOf(refreshed.body['accessToken'])['amr']).toEqual(['pwd', 'otp']);
  });

  it('#92 says nothing of itself to who does not know the password', async () => {
    const owner = await withFactor(await api.player());
    const answer = await login(owner.email, await codeFor(owner), 'wrong password');
    expect(answer.body['code']).toBe('INVALID_CREDENTIALS');
  });

  it('#93 a code that logged somebody in does not log in a second time', async () => {
    const owner = await withFactor(await api.player());
    const code = await codeFor(owner);
    expect((await login(owner.email, code)).status).toBe(200);
    expect((await login(owner.email, code)).body['code']).toBe('SECOND_FACTOR_INVALID');
  });

  it('is stood in for by a recovery code, once', async () => {
    const owner = await withFactor(await api.player());
    const [code = ''] = owner.recoveryCodes;
    expect((await login(owner.email, code)).status).toBe(200);
    expect((await login(owner.email, code)).body['code']).toBe('SECOND_FACTOR_INVALID');
    const { body } = await api.send({ path: '/me/second-factor', token: owner.accessToken });
    expect(body).toMatchObject({ enabled: true, recoveryCodesLeft: 9 });
  });

  it('needs the password to be enrolled, and the old code to be replaced', async () => {
    const player = await api.player();
    const wrong = await post('/me/second-factor', player.accessToken, { password: 'wrong one' });
    expect([wrong.status, wrong.body['code']]).toEqual([401, 'INVALID_CREDENTIALS']);
    const owner = await withFactor(player);
    const again = await post('/me/second-factor', owner.accessToken, { password: PASSWORD });
    expect(again.body['code']).toBe('SECOND_FACTOR_REQUIRED');
    const code = await codeFor(owner);
    const proof = { password: PASSWORD, code };
    expect((await post('/me/second-factor', owner.accessToken, proof)).status).toBe(200);
  });

  it('ends all other sessions when it is enabled and when it is taken away', async () => {
    const player = await api.player();
    const other = (await login(player.email)).body;
    const owner = await withFactor(player);
    const gone = await api.send({ path: '/me', token: String(other['accessToken']) });
    expect(gone.body['code']).toBe('SESSION_REVOKED');
    expect(await toldOf(player.userId, 1)).toEqual(['second_factor_changed']);

    const proof = { password: PASSWORD, code: await codeFor(owner) };
    const disabled = await post('/me/second-factor/disable', owner.accessToken, proof);
    expect(disabled.status).toBe(204);
    expect((await login(owner.email)).status).toBe(200);
    const again = await post('/me/second-factor/disable', owner.accessToken, proof);
    expect(again.body['code']).toBe('SECOND_FACTOR_NOT_SET_UP');
  });

  it.each(['12345', '1234567', 'abcdef', ' 12345', '１２３４５６', { $gt: '' }, 123456])(
    'is confirmed by six digits, and %j is VALIDATION_FAILED',
    async (code) => {
      const { accessToken } = await api.player();
      const { body } = await post('/me/second-factor/confirm', accessToken, { code });
      expect(body['code']).toBe('VALIDATION_FAILED');
    },
  );
});

describe('a new password', () => {
  const change = (token: string, body: unknown): Promise<Answer> =>
    api.send({ method: 'PUT', path: '/me/password', token, body });

  it('#88 is the one that counts, ends all other sessions and closes their sockets', async () => {
    const player = await api.player();
    const other = (await login(player.email)).body;
    const body = { password: PASSWORD, newPassword: NEW_PASSWORD };
    expect((await change(player.accessToken, body)).status).toBe(204);
    const gone = await api.send({ path: '/me', token: String(other['accessToken']) });
    expect(gone.body['code']).toBe('SESSION_REVOKED');
    const refreshed = await api.send({
      path: '/auth/refresh',
      body: { refreshToken: other['refreshToken'] },
    });
    expect(refreshed.body['code']).toBe('REFRESH_TOKEN_INVALID');
    expect(await toldOf(player.userId, 1)).toEqual(['password_changed']);
    expect((await api.send({ path: '/me', token: player.accessToken })).status).toBe(200);
    expect((await login(player.email)).body['code']).toBe('INVALID_CREDENTIALS');
    expect((await login(player.email, undefined, NEW_PASSWORD)).status).toBe(200);
  });

  it('sets the moment that withdrawals are delayed by', async () => {
    const player = await api.player();
    const changedAt = async (): Promise<unknown> => {
      const rows = await api.source.query<{ at: Date | null }[]>(
        'SELECT password_changed_at AS at FROM users WHERE id = $1',
        [player.userId],
      );
      return rows[0]?.at;
    };
    expect(await changedAt()).toBeNull();
    const sinceMs = Date.now();
    await change(player.accessToken, { password: PASSWORD, newPassword: NEW_PASSWORD });
    expect((await changedAt()) as Date).toBeInstanceOf(Date);
    expect(((await changedAt()) as Date).getTime()).toBeGreaterThanOrEqual(sinceMs);
  });

  it('needs the old one, and the code of the second factor', async () => {
    const owner = await withFactor(await api.player());
    const wrong = { password: 'wrong password', newPassword: NEW_PASSWORD };
    expect((await change(owner.accessToken, wrong)).body['code']).toBe('INVALID_CREDENTIALS');
    const body = { password: PASSWORD, newPassword: NEW_PASSWORD };
    expect((await change(owner.accessToken, body)).body['code']).toBe('SECOND_FACTOR_REQUIRED');
    const code = await codeFor(owner);
    expect((await change(owner.accessToken, { ...body, code })).status).toBe(204);
  });

  it('of two at once is one of them', async () => {
    const player = await api.player();
    const answers = await Promise.all(
      ['first horse battery', 'second horse battery'].map((newPassword) =>
        change(player.accessToken, { password: PASSWORD, newPassword }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  });

  it('#92 is not a way to guess the old one', async () => {
    const player = await api.player();
    const guess = (): Promise<Answer> =>
      change(player.accessToken, { password: 'a wrong guess', newPassword: NEW_PASSWORD });
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await guess()).body['code']).toBe('INVALID_CREDENTIALS');
    }
    expect((await guess()).body['code']).toBe('RATE_LIMITED');
  });
});

describe('staff', () => {
  const live = '/staff/tables/0190a7c2-0000-7000-8000-000000000001/live';

  it('#97 without a second factor can only set one up', async () => {
    const player = await api.player();
    await api.source.query(`UPDATE users SET role = 'admin' WHERE id = $1`, [player.userId]);
    for (const path of [live, '/wallet/balance', '/auth/sessions']) {
      const { status, body } = await api.send({ path, token: player.accessToken });
      expect([status, body['code']]).toEqual([403, 'SECOND_FACTOR_NOT_SET_UP']);
    }
    const owner = await withFactor(player);
    const { body } = await api.send({ path: live, token: owner.accessToken });
    expect(body['code']).toBe('NOT_FOUND');
    expect((await api.send({ path: '/wallet/balance', token: owner.accessToken })).status).toBe(
      200,
    );
    const proof = { password: PASSWORD, code: await codeFor(owner) };
    const refused = await post('/me/second-factor/disable', owner.accessToken, proof);
    expect([refused.status, refused.body['code']]).toEqual([403, 'FORBIDDEN']);
  });

  it('#90 lose and gain a role at once, whatever their token says', async () => {
    const { userId } = await api.player();
    const token = await api.enter(userId, 'admin');
    const me = async (): Promise<unknown> => (await api.send({ path: '/me', token })).body['role'];
    expect(await me()).toBe('admin');
    await api.source.query(`UPDATE users SET role = 'player' WHERE id = $1`, [userId]);
    expect(await me()).toBe('player');
    const { status } = await api.send({ path: '/staff/requests', token });
    expect(status).toBe(404);
  });
});

it('a login that is switched off is refused to who knows the password, and to nobody else', async () => {
  const player = await api.player();
  await api.source.query(
    `INSERT INTO kill_switches (name, is_on, reason, actor) VALUES ($1, false, 'test', 'test')`,
    [`login:${player.userId}`],
  );
  const refused = await login(player.email);
  expect([refused.status, refused.body['code']]).toEqual([503, 'SWITCHED_OFF']);
  const guessed = await login(player.email, undefined, 'wrong password');
  expect(guessed.body['code']).toBe('INVALID_CREDENTIALS');
});
