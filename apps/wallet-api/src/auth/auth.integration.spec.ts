import { PASSWORD, WalletApi, type Answer } from '../wallet-api.builder';

let api: WalletApi;

beforeAll(async () => {
  api = await WalletApi.start();
});

afterAll(() => api.stop());

const refresh = (refreshToken: unknown): Promise<Answer> =>
  api.send({ path: '/auth/refresh', body: { refreshToken } });
const me = (token: string): Promise<Answer> => api.send({ path: '/me', token });
const register = (body: object): Promise<Answer> => api.send({ path: '/auth/register', body });

describe('an account', () => {
  it('is registered, logs in and reads who it is', async () => {
    const { userId, accessToken } = await api.player();
    const { status, body, headers } = await me(accessToken);
    expect(status).toBe(200);
    expect(body).toMatchObject({ userId, role: 'player' });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('has an address of its own, however it is written', async () => {
    const { email } = await api.player();
    const body = { email: email.toUpperCase(), nickname: 'Second', password: PASSWORD };
    expect((await register(body)).body).toMatchObject({ status: 409, code: 'EMAIL_TAKEN' });
  });

  it.each(['admin', 'Аdmin', 'a', 'x'.repeat(21), 'two\nlines', '<script>', 'ad\u200bmin'])(
    '#70 is not called %j',
    async (nickname) => {
      const { status } = await register({
        ...{ email: 'nickname@example.com', nickname, password: PASSWORD },
      });
      expect([400, 422]).toContain(status);
    },
  );

  it('#70 has a nickname that no other looks like', async () => {
    const of = (name: string, nickname: string): Promise<Answer> =>
      register({ email: `${name}@example.com`, nickname, password: PASSWORD });
    expect((await of('first', 'River Rat')).status).toBe(201);
    for (const alike of ['RIVER RAT', 'R1ver_Rat', 'Ｒｉｖｅｒ Ｒａｔ']) {
      expect((await of('other', alike)).body['code']).toBe('NICKNAME_TAKEN');
    }
  });

  it.each(['role', 'isAdmin', 'userId', 'balance', 'kycLevel'])(
    '#90 #91 does not choose its %s',
    async (property) => {
      const { status, body } = await register({
        ...{ email: 'extra@example.com', nickname: 'Extra', password: PASSWORD },
        [property]: 'admin',
      });
      expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    },
  );

  it('#90 a role in the address changes nothing', async () => {
    const { userId, accessToken } = await api.player();
    const { body } = await me(accessToken);
    const asked = await api.send({ path: '/me?role=admin&userId=x', token: accessToken });
    expect(asked.body).toEqual(body);
    expect(body['userId']).toBe(userId);
  });

  it.each([
    ['__proto__', '{"polluted":1}'],
    ['constructor', '{"prototype":{"polluted":1}}'],
    ['constructor', '"x"'],
  ])('#11 #125 has no property %s: %s', async (name, value) => {
    const fields = `"email":"proto@example.com","nickname":"Proto","password":"${PASSWORD}"`;
    const { status, body } = await api.send({
      path: '/auth/register',
      body: `{${fields},"${name}":${value}}`,
    });
    expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['email', 'nickname', 'password'])('#128 has no NUL byte in its %s', async (name) => {
    const good = { email: 'nul@example.com', nickname: 'Nul byte', password: PASSWORD };
    expect((await register({ ...good, [name]: 'long enough\0@example.com' })).status).toBe(400);
  });

  it('#128 a NUL byte at the login is refused as ours', async () => {
    expect((await api.login('a\0b@example.com')).status).toBe(400);
  });

  it('#134 is registered in JSON only', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status } = await api.send({ path: '/auth/register', body: 'email=a', headers });
    expect(status).toBe(415);
  });
});

describe('a login', () => {
  it('#92 is answered alike for an unknown address and a wrong password', async () => {
    const { email } = await api.player();
    const unknown = await api.login('nobody@example.com', 'wrong password');
    const wrong = await api.login(email, 'wrong password');
    expect(unknown.status).toBe(401);
    const without = ({ body }: Answer): object => ({ ...body, requestId: '' });
    expect(without(wrong)).toEqual(without(unknown));
    expect(unknown.body['code']).toBe('INVALID_CREDENTIALS');
  });
});

describe('a session', () => {
  it('goes on with a new refresh token each time', async () => {
    const player = await api.player();
    const { status, body } = await refresh(player.refreshToken);
    expect(status).toBe(200);
    expect(body['refreshToken']).not.toBe(player.refreshToken);
    expect((await me(String(body['accessToken']))).status).toBe(200);
  });

  it('#89 ends whole when a refresh token is used twice', async () => {
    const player = await api.player();
    const next = await refresh(player.refreshToken);
    const reused = await refresh(player.refreshToken);
    expect([reused.status, reused.body['code']]).toEqual([401, 'REFRESH_TOKEN_REUSED']);
    const last = await refresh(next.body['refreshToken']);
    expect(last.body['code']).toBe('REFRESH_TOKEN_INVALID');
    for (const token of [player.accessToken, String(next.body['accessToken'])]) {
      expect((await me(token)).body['code']).toBe('SESSION_REVOKED');
    }
  });

  it('#89 of two uses at the same time only one goes on', async () => {
    const { refreshToken } = await api.player();
    const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('is not refreshed with a token that nobody was given', async () => {
    expect((await refresh('x'.repeat(43))).body['code']).toBe('REFRESH_TOKEN_INVALID');
  });

  it('#88 is over after logout, for both its tokens', async () => {
    const { accessToken: token, refreshToken } = await api.player();
    const path = '/auth/logout';
    expect((await api.send({ method: 'POST', path, token })).status).toBe(204);
    expect((await me(token)).body).toMatchObject({ status: 401, code: 'SESSION_REVOKED' });
    expect((await refresh(refreshToken)).body['code']).toBe('REFRESH_TOKEN_INVALID');
  });

  it('#98 is listed to its user, who ends it; nobody else can', async () => {
    const player = await api.player();
    const other = await api.player();
    const second = await api.login(player.email);
    const list = await api.send({ path: '/auth/sessions', token: player.accessToken });
    const sessions = JSON.parse(list.text) as { sessionId: string; current: boolean }[];
    expect(sessions.map(({ current }) => current)).toEqual([false, true]);
    const path = `/auth/sessions/${sessions[0]?.sessionId}`;
    const end = (token: string): Promise<Answer> => api.send({ method: 'DELETE', path, token });
    expect((await end(other.accessToken)).status).toBe(404);
    expect((await end(player.accessToken)).status).toBe(204);
    expect((await me(String(second.body['accessToken']))).status).toBe(401);
    expect((await me(player.accessToken)).status).toBe(200);
  });
});
