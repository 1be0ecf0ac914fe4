import { setTimeout as wait } from 'node:timers/promises';

import { SessionEvents, type SessionRevoked } from '@cardroom/cache';
import { testRedisUrl } from '@cardroom/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type Player, type StaffMember } from '../../wallet-api.builder';

const REASON = 'Asked by the player on the telephone.';

let api: WalletApi;
let subscriber: Redis;
let support: StaffMember;
let cashier: StaffMember;
let risk: StaffMember;
const told: SessionRevoked[] = [];

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
  subscriber = new Redis(testRedisUrl());
  await api.get(SessionEvents).onRevoked(subscriber, (event) => told.push(event));
  support = await api.staff('support');
  cashier = await api.staff('cashier');
  risk = await api.staff('risk');
});

afterAll(async () => {
  subscriber.disconnect();
  await api.stop();
});

const get = (path: string, by = support): Promise<Answer> => api.send({ path, token: by.token });
const post = (path: string, body: unknown, by = risk): Promise<Answer> =>
  api.send({ path, body, token: by.token });

async function named(nickname: string): Promise<Player> {
  const player = await api.player();
  await api.source.query(`UPDATE users SET nickname = $2, nickname_key = lower($2) WHERE id = $1`, [
    player.userId,
    nickname,
  ]);
  return player;
}

const found = async (q: string, more = ''): Promise<string[]> => {
  const { status, body } = await get(`/staff/players?q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return (body['items'] as { userId: string }[]).map(({ userId }) => userId);
};

describe('the search for players', () => {
  it('finds by id, by the beginning of an address and of a nickname', async () => {
    const player = await named('zorro');
    expect(await found(player.userId)).toEqual([player.userId]);
    expect(await found(player.email)).toContain(player.userId);
    expect(await found('zor')).toEqual([player.userId]);
    expect(await found('orro')).toEqual([]);
  });

  it.each(['%', '_', '\\', "' OR 1=1 --", '%00', '"', '%@%'])(
    '#122 for %j finds only what is called so',
    async (q) => expect(await found(q)).toEqual([]),
  );

  it('#128 for what no text holds is VALIDATION_FAILED', async () => {
    const { status, body } = await get('/staff/players?q=%00');
    expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('is read in pages, whose cursors are good for one search of one member of staff', async () => {
    for (const n of [1, 2, 3]) await named(`paged${'x'.repeat(n)}`);
    const first = await get('/staff/players?q=paged&limit=2');
    const cursor = String(first.body['nextCursor']);
    const rest = await get(`/staff/players?q=paged&limit=2&cursor=${cursor}`);
    const items = [...(first.body['items'] as unknown[]), ...(rest.body['items'] as unknown[])];
    expect(items).toHaveLength(3);
    expect(rest.body['nextCursor']).toBeNull();
    for (const [path, by] of [
      [`/staff/players?q=page&limit=2&cursor=${cursor}`, support],
      [`/staff/players?q=paged&limit=2&cursor=${cursor}`, risk],
      [`/staff/players?q=paged&limit=2&cursor=${cursor}x`, support],
    ] as const) {
      const { status, body } = await get(path, by);
      expect([status, body['code']]).toEqual([400, 'INVALID_CURSOR']);
    }
  });

  it.each(['limit=1000000000', 'limit=-1', 'limit=0', 'status=x', 'role=root', 'sort=email'])(
    '#124 with %s is VALIDATION_FAILED',
    async (query) => {
      expect((await get(`/staff/players?${query}`)).body['code']).toBe('VALIDATION_FAILED');
    },
  );
});

it('an account is shown with its money, sessions and notes, and with nothing that opens it', async () => {
  const player = await api.player();
  const { status, body, text } = await get(`/staff/players/${player.userId}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    userId: player.userId,
    email: player.email,
    status: 'active',
    balance: { availableKrw: 0, inPlayKrw: 0, heldKrw: 0 },
    ...{ seats: [], deposits: [], notes: [], factorEnabledAt: null },
  });
  expect(body['sessions']).toHaveLength(1);
  expect(text).not.toMatch(/hash|secret|token/i);
});

it('#74 an account that is not there is NOT_FOUND, whatever one would do to it', async () => {
  const nobody = `/staff/players/${uuidv7()}`;
  expect((await get(nobody)).body['code']).toBe('NOT_FOUND');
  for (const what of ['freeze', 'unfreeze', 'sessions/end']) {
    expect((await post(`${nobody}/${what}`, { reason: REASON })).body['code']).toBe('NOT_FOUND');
  }
  expect((await post(`${nobody}/notes`, { text: 'x' })).body['code']).toBe('NOT_FOUND');
});

describe('a freeze', () => {
  it('#88 ends all sessions, closes their sockets and keeps the player out until it is over', async () => {
    const player = await api.player();
    const path = `/staff/players/${player.userId}`;
    expect((await post(`${path}/freeze`, { reason: REASON })).status).toBe(204);
    const refused = await api.send({ path: '/me', token: player.accessToken });
    expect(refused.body['code']).toBe('SESSION_REVOKED');
    expect((await api.login(player.email)).body['code']).toBe('ACCOUNT_FROZEN');
    const about = (): SessionRevoked[] => told.filter(({ userId }) => userId === player.userId);
    for (let tries = 0; about().length === 0 && tries < 400; tries += 1) await wait(25);
    expect(about().map(({ reason }) => reason)).toEqual(['account_frozen']);
    expect((await get(path)).body).toMatchObject({ status: 'frozen', statusReason: REASON });

    expect((await post(`${path}/unfreeze`, { reason: REASON })).status).toBe(204);
    expect((await api.login(player.email)).status).toBe(200);
  });

  it('of a frozen account, and the end of none, are STATE_CONFLICT; staff are not frozen', async () => {
    const { userId } = await api.player();
    const path = `/staff/players/${userId}`;
    expect((await post(`${path}/unfreeze`, { reason: REASON })).body['code']).toBe(
      'STATE_CONFLICT',
    );
    await post(`${path}/freeze`, { reason: REASON });
    expect((await post(`${path}/freeze`, { reason: REASON })).body['code']).toBe('STATE_CONFLICT');
    const colleague = await post(`/staff/players/${support.userId}/freeze`, { reason: REASON });
    expect(colleague.body['code']).toBe('STATE_CONFLICT');
  });

  it('of two at once is one', async () => {
    const { userId } = await api.player();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => post(`/staff/players/${userId}/freeze`, { reason: REASON })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
  });

  it.each([{}, { reason: '' }, { reason: 'why' }, { reason: 'x'.repeat(501) }, { reason: 5 }])(
    '#121 without a reason is VALIDATION_FAILED: %j',
    async (body) => {
      const { userId } = await api.player();
      const answer = await post(`/staff/players/${userId}/freeze`, body);
      expect(answer.body['code']).toBe('VALIDATION_FAILED');
    },
  );

  it('#97 is for risk and admin; for others it is not there', async () => {
    const { userId } = await api.player();
    for (const by of [support, cashier]) {
      const answer = await post(`/staff/players/${userId}/freeze`, { reason: REASON }, by);
      expect([answer.status, answer.body['code']]).toEqual([404, 'NOT_FOUND']);
    }
  });
});

it('the sessions of an account end when staff say so', async () => {
  const player = await api.player();
  await api.login(player.email);
  const path = `/staff/players/${player.userId}/sessions/end`;
  expect((await post(path, { reason: REASON }, support)).body).toEqual({ endedSessions: 2 });
  expect((await api.send({ path: '/me', token: player.accessToken })).status).toBe(401);
  expect((await post(path, { reason: REASON }, support)).body).toEqual({ endedSessions: 0 });
});

it('a note stays with its author', async () => {
  const { userId } = await api.player();
  const path = `/staff/players/${userId}/notes`;
  await post(path, { text: 'first' }, cashier);
  const { text } = await post(path, { text: '=HYPERLINK("x")' }, support);
  expect(JSON.parse(text)).toMatchObject([
    { text: '=HYPERLINK("x")', authorId: support.userId },
    { text: 'first', authorId: cashier.userId },
  ]);
});
