import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type Player } from '../wallet-api.builder';

jest.setTimeout(60_000);

let api: WalletApi;
let player: Player;
let other: Player;

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
  player = await api.player();
  other = await api.player();
});

afterEach(() => api.source.query('DELETE FROM notifications'));

afterAll(() => api.stop());

/** Notifications of a player, the oldest first. */
async function told({ userId }: Player, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  for (const [at, id] of ids.entries()) {
    await api.source.query(
      `INSERT INTO notifications (id, user_id, topic, facts) VALUES ($1, $2, 'rakeback.paid', $3)`,
      [id, userId, { week: '2026-W47', rakebackKrw: 1_000 * (at + 1) }],
    );
  }
  return ids;
}

const get = (path: string, { accessToken: token }: Player = player): Promise<Answer> =>
  api.send({ path, token });
const send = (method: 'POST' | 'PUT', path: string, body: object = {}): Promise<Answer> =>
  api.send({ method, path, body, token: player.accessToken });
const idsOf = ({ body }: Answer): unknown[] =>
  (body['items'] as { readonly id: string }[]).map(({ id }) => id);

describe('the list of notifications', () => {
  it('is newest first, in pages, and one’s own', async () => {
    const ids = await told(player, 3);
    await told(other, 2);
    const first = await get('/me/notifications?limit=2');
    expect(idsOf(first)).toEqual([ids[2], ids[1]]);
    expect(first.body['unread']).toBe(3);
    const cursor = String(first.body['nextCursor']);
    expect(idsOf(await get(`/me/notifications?limit=2&cursor=${cursor}`))).toEqual([ids[0]]);
    const stolen = await get(`/me/notifications?limit=2&cursor=${cursor}`, other);
    expect(stolen.body['code']).toBe('INVALID_CURSOR');
  });

  it('is in the language of the account, which its user sets', async () => {
    await told(player, 1);
    const [korean] = (await get('/me/notifications')).body['items'] as { text: string }[];
    expect(korean?.text).toContain('레이크백 1,000원이 지급되었습니다');
    expect((await send('PUT', '/me/language', { language: 'en' })).body['language']).toBe('en');
    const [english] = (await get('/me/notifications')).body['items'] as { text: string }[];
    expect(english?.text).toContain('₩1,000');
    expect((await send('PUT', '/me/language', { language: 'fr' })).body['code']).toBe(
      'VALIDATION_FAILED',
    );
  });

  it('is read one by one, or up to the newest that was seen', async () => {
    const [first = '', second = '', third = ''] = await told(player, 3);
    expect((await send('POST', `/me/notifications/${third}/read`)).body).toEqual({ unread: 2 });
    expect(idsOf(await get('/me/notifications?unread=true'))).toEqual([second, first]);
    const upTo = await send('POST', '/me/notifications/read', { upTo: second });
    expect([upTo.status, upTo.body]).toEqual([200, { unread: 0 }]);
    const [newer] = await told(player, 1);
    await send('POST', '/me/notifications/read', { upTo: third });
    expect(idsOf(await get('/me/notifications?unread=true'))).toEqual([newer]);
  });

  it('#96 of somebody else is not there, and is not read', async () => {
    const [id = ''] = await told(other, 1);
    expect((await send('POST', `/me/notifications/${id}/read`)).status).toBe(404);
    await send('POST', '/me/notifications/read', { upTo: id });
    expect((await get('/me/notifications', other)).body['unread']).toBe(1);
  });
});

describe('preferences', () => {
  const offs = ({ body }: Answer): unknown[] =>
    (body['preferences'] as { isOn: boolean }[]).filter(({ isOn }) => !isOn);

  it('are switched off and on again', async () => {
    const path = '/me/notification-preferences/rakeback.paid/email';
    const off = await send('PUT', path, { isOn: false });
    expect(offs(off)).toEqual([
      { topic: 'rakeback.paid', channel: 'email', isOn: false, isFixed: false },
    ]);
    expect(offs(await get('/me/notification-preferences', other))).toEqual([]);
    expect(offs(await send('PUT', path, { isOn: true }))).toEqual([]);
  });

  it('cannot switch e-mails of security events off, and the database refuses it too', async () => {
    const path = '/me/notification-preferences/security.event/email';
    const answer = await send('PUT', path, { isOn: false });
    expect([answer.status, answer.body['code']]).toEqual([422, 'NOTIFICATION_REQUIRED']);
    expect((await send('PUT', path, { isOn: true })).status).toBe(200);
    await expect(
      api.source.query('UPDATE notification_preferences SET is_on = false'),
    ).rejects.toThrow('CK_notification_preferences_security');
  });

  it.each(['hand.settled/email', 'rakeback.paid/fax'])('#122 of %s is refused', async (name) => {
    const answer = await send('PUT', `/me/notification-preferences/${name}`, { isOn: false });
    expect(answer.body['code']).toBe('VALIDATION_FAILED');
  });
});
