import { PASSWORD, WalletApi, type Answer } from '../wallet-api.builder';

let api: WalletApi;
let token: string;

beforeAll(async () => {
  api = await WalletApi.start();
  token = (await api.player()).accessToken;
});

afterAll(() => api.stop());

const GOOD = { email: 'good@example.com', nickname: 'Good one', password: PASSWORD };

const register = (body: unknown): Promise<Answer> => api.send({ path: '/auth/register', body });
const users = async (): Promise<unknown> => api.source.query('SELECT count(*) FROM users');

async function expectRefused(answer: Promise<Answer>): Promise<void> {
  const before = await users();
  const { status, body, text } = await answer;
  expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
  expect(text).not.toMatch(/invalid byte|SELECT| at /);
  expect(await users()).toEqual(before);
}

describe.each(['email', 'nickname', 'password'])('#128 the %s of a registration', (name) => {
  it.each([
    ['a NUL byte', '\\u0000'],
    ['half a surrogate pair', '\\ud800'],
    ['the other half', '\\udc00'],
    ['a pair the wrong way round', '\\udc00\\ud800'],
  ])('has no %s', async (_what, escape) => {
    const text = name === 'email' ? `a${escape}@example.com` : `long enough${escape}1`;
    const raw = JSON.stringify({ ...GOOD, [name]: 'HERE' }).replace('HERE', text);
    await expectRefused(register(raw));
  });

  it.each([
    ['a number', 5],
    ['an object', { $gt: '' }],
    ['a list', ['x']],
    ['null', null],
    ['true', true],
  ])('#34 is not %s', (_what, value) => expectRefused(register({ ...GOOD, [name]: value })));

  it('#10 is not missing', async () => {
    await expectRefused(register({ ...GOOD, [name]: undefined }));
  });

  it('#127 of 50,000 letters is refused', async () => {
    for (const long of ['a'.repeat(50_000), `${'a.'.repeat(25_000)}@x`, ' -'.repeat(25_000)]) {
      await expectRefused(register({ ...GOOD, [name]: long }));
    }
  });
});

describe('#128 bytes that no text has', () => {
  it.each(['/auth/sessions/%00', '/auth/sessions/%ED%A0%80', '/auth/sessions/%C0%80'])(
    'in the address %s are refused as ours',
    async (path) => {
      const { status } = await api.send({ method: 'DELETE', path, token });
      expect(status).toBe(400);
    },
  );

  it.each(['\\u0000'.repeat(30), '\\ud800'.repeat(30)])(
    'in a refresh token are refused',
    async (text) => {
      const { status, body } = await api.send({
        path: '/auth/refresh',
        body: `{"refreshToken":"${text}"}`,
      });
      expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    },
  );

  it('in a client’s name are kept as they came', async () => {
    const { email } = await api.player();
    const { status } = await api.send({
      path: '/auth/login',
      body: { email, password: PASSWORD },
      headers: { 'user-agent': 'Clïent \u00ff\u0080' },
    });
    expect(status).toBe(200);
  });
});

describe('#35 of two members of one name', () => {
  it('the last counts', async () => {
    const { email } = await api.player();
    const raw = (first: string, last: string): string =>
      `{"email":"${email}","password":"${first}","password":"${last}"}`;
    const login = (body: string): Promise<Answer> => api.send({ path: '/auth/login', body });
    expect((await login(raw('wrong password', PASSWORD))).status).toBe(200);
    expect((await login(raw(PASSWORD, 'wrong password'))).status).toBe(401);
  });
});

describe('#94 a password that was forgotten', () => {
  it.each(['/auth/forgot-password', '/auth/reset-password', '/auth/password-reset'])(
    'is not reset by a letter that could be stolen: there is no %s',
    async (path) => {
      const answer = await api.send({ path, body: { email: GOOD.email } });
      expect([answer.status, answer.body['code']]).toEqual([404, 'NOT_FOUND']);
    },
  );

  it('nor does any answer name the host that was asked for', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const body = { email: 'nobody@example.com', password: 'wrong password' };
    const answer = await api.send({ path: '/auth/login', body, headers });
    const told = JSON.stringify([answer.text, [...answer.headers.entries()]]);
    expect(told).not.toContain('evil.example');
  });
});

describe('#95 a page of somebody else', () => {
  it('has no cookie to ride on: none is set, and none is read', async () => {
    const { email } = await api.player();
    const login = await api.login(email);
    expect([login.status, login.headers.get('set-cookie')]).toEqual([200, null]);
    const stolen = String(login.body['accessToken']);
    for (const name of ['token', 'access_token', 'accessToken', 'session']) {
      const answer = await api.send({ path: '/me', headers: { cookie: `${name}=${stolen}` } });
      expect(answer.body['code']).toBe('TOKEN_MISSING');
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot send %s, which a form would need no leave for',
    async (type) => {
      const before = await users();
      const headers = { 'content-type': type };
      const { status } = await api.send({ path: '/auth/register', body: GOOD, headers });
      expect(status).toBe(415);
      expect(await users()).toEqual(before);
    },
  );
});

describe('#122 SQL in a field', () => {
  it.each(["' OR '1'='1", "x'; DROP TABLE users; --", '%', '_%@%'])(
    'is a text like any other: %s',
    async (text) => {
      const before = await users();
      const { status, body } = await api.login(text, text);
      expect([status, body['code']]).toEqual([401, 'INVALID_CREDENTIALS']);
      expect(await users()).toEqual(before);
    },
  );
});

describe('#123 a session id', () => {
  it.each(['x', '1', "'--", '0190a7c2-0000-7000-8000', 'null', '..'])(
    'that is %s is refused',
    async (id) => {
      const path = `/auth/sessions/${id}`;
      const { status } = await api.send({ method: 'DELETE', path, token });
      expect([400, 404, 405]).toContain(status);
    },
  );
});
