import { setTimeout as wait } from 'node:timers/promises';

import { ThrottlerStorageRedisService } from '@nest-lab/throttler-storage-redis';
import { SessionEvents, type SessionRevoked } from '@cardroom/cache';
import { testRedisUrl } from '@cardroom/testing';
import { Redis } from 'ioredis';

import { WalletApi, type Answer, type Player } from '../wallet-api.builder';
import { PasswordService } from './password.service';

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

afterEach(() => jest.restoreAllMocks());

interface Session {
  readonly sessionId: string;
  readonly current: boolean;
  readonly userAgent: string;
  readonly address: string;
}

const post = (path: string, token: string): Promise<Answer> =>
  api.send({ method: 'POST', path, token });
const refresh = (refreshToken: unknown): Promise<Answer> =>
  api.send({ path: '/auth/refresh', body: { refreshToken } });

async function sessionsOf(token: string): Promise<Session[]> {
  const { text } = await api.send({ path: '/auth/sessions', token });
  return JSON.parse(text) as Session[];
}

/** What the gateways were told about a user, once they were told something. */
async function toldOf({ userId }: Player): Promise<SessionRevoked[]> {
  const about = (): SessionRevoked[] => told.filter((event) => event.userId === userId);
  for (let tries = 0; about().length === 0 && tries < 400; tries += 1) await wait(25);
  return about();
}

describe('the end of a session', () => {
  it('#88 by logout is told to every gateway, which closes its sockets', async () => {
    const player = await api.player();
    const [session] = await sessionsOf(player.accessToken);
    await post('/auth/logout', player.accessToken);
    expect(await toldOf(player)).toEqual([
      { userId: player.userId, sessionId: session?.sessionId, reason: 'logout' },
    ]);
  });

  it('from the list is told as well, and leaves the others alone', async () => {
    const player = await api.player();
    const second = await api.login(player.email);
    const [newest] = await sessionsOf(player.accessToken);
    const path = `/auth/sessions/${newest?.sessionId}`;
    const token = player.accessToken;
    expect((await api.send({ method: 'DELETE', path, token })).status).toBe(204);
    expect((await api.send({ method: 'DELETE', path, token })).status).toBe(404);
    expect(await toldOf(player)).toMatchObject([{ sessionId: newest?.sessionId }]);
    expect((await refresh(second.body['refreshToken'])).status).toBe(401);
    expect((await refresh(player.refreshToken)).status).toBe(200);
  });

  it('#89 by a refresh token that came twice is told as well', async () => {
    const player = await api.player();
    await refresh(player.refreshToken);
    await refresh(player.refreshToken);
    expect(await toldOf(player)).toMatchObject([{ reason: 'refresh_token_reused' }]);
  });

  it('#88 holds although the news could not be told', async () => {
    const player = await api.player();
    jest.spyOn(api.get(SessionEvents), 'publishRevoked').mockRejectedValue(new Error('away'));
    expect((await post('/auth/logout', player.accessToken)).status).toBe(204);
    const { body } = await api.send({ path: '/me', token: player.accessToken });
    expect(body['code']).toBe('SESSION_REVOKED');
  });
});

describe('the list of sessions', () => {
  it('says from where and with what each was begun, and which is this one', async () => {
    const { email } = await api.player();
    const headers = { 'user-agent': `Client/1 ${'x'.repeat(500)}` };
    const { body } = await api.send({
      path: '/auth/login',
      body: { email, password: 'correct horse battery' },
      from: '203.0.113.77',
      headers,
    });
    const [newest, first] = await sessionsOf(String(body['accessToken']));
    expect(newest).toMatchObject({ current: true, address: '203.0.113.77' });
    expect(newest?.userAgent).toBe(headers['user-agent'].slice(0, 200));
    expect(first?.current).toBe(false);
  });

  it('holds neither ended sessions nor anything of their tokens', async () => {
    const player = await api.player();
    const second = await api.login(player.email);
    await post('/auth/logout', String(second.body['accessToken']));
    const { text } = await api.send({ path: '/auth/sessions', token: player.accessToken });
    expect(JSON.parse(text)).toHaveLength(1);
    expect(text).not.toMatch(/token|hash/i);
  });

  it('#124 holds a hundred at most, the newest', async () => {
    const player = await api.player();
    await api.source.query(
      `INSERT INTO auth_sessions (id, user_id, user_agent, address, expires_at)
       SELECT gen_random_uuid(), $1, 'many', '192.0.2.1', now() + interval '1 day'
       FROM generate_series(1, 150)`,
      [player.userId],
    );
    expect(await sessionsOf(player.accessToken)).toHaveLength(100);
  });
});

describe('a login', () => {
  it('#92 does the same work for an address that nobody has', async () => {
    const matches = jest.spyOn(api.get(PasswordService), 'matches');
    await api.login('nobody@example.com');
    expect(matches.mock.calls).toEqual([[expect.any(String), null]]);
    await expect(matches.mock.results[0]?.value).resolves.toBe(false);
  });

  it('#92 says nothing of a frozen account to who does not know its password', async () => {
    const { userId, email } = await api.player();
    await api.source.query(`UPDATE users SET status = 'frozen' WHERE id = $1`, [userId]);
    expect((await api.login(email, 'wrong password')).body['code']).toBe('INVALID_CREDENTIALS');
    expect((await api.login(email)).body['code']).toBe('ACCOUNT_FROZEN');
  });

  it('#92 that cannot be counted is refused, and what needs no guessing goes on', async () => {
    const { email, accessToken } = await api.player();
    jest
      .spyOn(ThrottlerStorageRedisService.prototype, 'increment')
      .mockRejectedValue(new Error('Connection is closed.'));
    const { status, body, headers } = await api.login(email);
    expect([status, body['code']]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(headers.get('retry-after')).toBe('1');
    expect((await api.send({ path: '/me', token: accessToken })).status).toBe(200);
  });

  it('#96 begins a session of its own each time', async () => {
    const { email, accessToken } = await api.player();
    await api.login(email);
    const ids = (await sessionsOf(accessToken)).map(({ sessionId }) => sessionId);
    expect(new Set(ids).size).toBe(2);
  });
});
