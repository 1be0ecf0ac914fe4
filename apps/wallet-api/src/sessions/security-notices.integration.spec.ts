import { PASSWORD, WalletApi } from '../wallet-api.builder';

let api: WalletApi;

beforeAll(async () => {
  api = await WalletApi.start();
});

afterAll(() => api.stop());

/** What a user will be told of, in its order. */
const noticesOf = async (userId: string): Promise<string[]> => {
  const rows = await api.source.query<{ what: string }[]>(
    `SELECT payload ->> 'what' AS what FROM outbox
     WHERE topic = 'security.event' AND payload ->> 'userId' = $1 ORDER BY id`,
    [userId],
  );
  return rows.map(({ what }) => what);
};

const loginFrom = (email: string, userAgent: string, password = PASSWORD) =>
  api.send({
    ...{ path: '/auth/login', body: { email, password } },
    headers: { 'user-agent': userAgent },
  });

describe('a user is told', () => {
  it('of a login on a device of which nobody knew, once, and not of the first device', async () => {
    const { userId, email } = await api.player();
    expect(await noticesOf(userId)).toEqual([]);
    await loginFrom(email, 'a phone', 'a wrong password');
    expect(await noticesOf(userId)).toEqual([]);
    await loginFrom(email, 'a phone');
    await loginFrom(email, 'a phone');
    expect(await noticesOf(userId)).toEqual(['new_device']);
  });

  it('of a refresh token that came twice, once', async () => {
    const { userId, refreshToken } = await api.player();
    const refresh = () => api.send({ path: '/auth/refresh', body: { refreshToken } });
    for (const status of [200, 401, 401]) expect(await refresh()).toMatchObject({ status });
    expect(await noticesOf(userId)).toEqual(['refresh_token_reused']);
  });

  it('of a new password, and of a freeze', async () => {
    const { userId, accessToken: token } = await api.player();
    const change = { password: PASSWORD, newPassword: 'another horse battery' };
    await api.send({ path: '/me/password', method: 'PUT', token, body: change });
    const risk = await api.staff('risk');
    const body = { reason: 'a word with the player' };
    await api.send({ path: `/staff/players/${userId}/freeze`, token: risk.token, body });
    expect(await noticesOf(userId)).toEqual(['password_changed', 'account_frozen']);
  });
});
