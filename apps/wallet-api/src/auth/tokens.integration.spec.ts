import { createHmac, sign } from 'node:crypto';

import { AccessTokenSigner } from '@cardroom/platform';
import { generateSecrets } from '@cardroom/testing';

import { WalletApi, type Answer, type Player } from '../wallet-api.builder';

let api: WalletApi;
let player: Player;

beforeAll(async () => {
  api = await WalletApi.start();
  player = await api.player();
});

afterAll(() => api.stop());

type Claims = Readonly<Record<string, unknown>>;

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
const me = (authorization?: string): Promise<Answer> =>
  api.send({ path: '/me', ...(authorization === undefined ? {} : { headers: { authorization } }) });

/** A token signed as ours are, with other claims or headers than we give. */
function signed(
  claims: Claims,
  header: Claims = { alg: 'ES256', typ: 'JWT' },
  key = api.secrets.jwtPrivateKey,
): string {
  const text = `${part(header)}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

async function codeFor(token: string): Promise<unknown> {
  const { status, body } = await me(`Bearer ${token}`);
  expect(status).toBe(401);
  return body['code'];
}

it('a token made here as ours are is taken, so the refusals below are for what they say', async () => {
  expect((await me(`Bearer ${signed(claimsOf(player.accessToken))}`)).status).toBe(200);
});

it('#81 without a token is TOKEN_MISSING', async () => {
  expect((await me()).body).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
});

it.each([
  'Bearer',
  'Bearer  ',
  'Basic YTpi',
  'Bearer x',
  'Bearer a.b.c',
  `Bearer ${'x'.repeat(5_000)}`,
])('#81 malformed: %.20s is 401', async (authorization) => {
  const { status, body } = await me(authorization);
  expect(status).toBe(401);
  expect(['TOKEN_MISSING', 'TOKEN_INVALID']).toContain(body['code']);
});

it('#81 a token in the address is not read', async () => {
  const { status } = await api.send({ path: `/me?access_token=${player.accessToken}` });
  expect(status).toBe(401);
});

it('#82 that has expired is TOKEN_EXPIRED', async () => {
  const exp = Math.floor(Date.now() / 1000) - 60;
  expect(await codeFor(signed({ ...claimsOf(player.accessToken), exp }))).toBe('TOKEN_EXPIRED');
});

it('#82 that is not good yet is TOKEN_INVALID', async () => {
  const nbf = Math.floor(Date.now() / 1000) + 600;
  expect(await codeFor(signed({ ...claimsOf(player.accessToken), nbf }))).toBe('TOKEN_INVALID');
});

it('#82 that never expires is TOKEN_INVALID', async () => {
  const claims = { ...claimsOf(player.accessToken), exp: undefined };
  expect(await codeFor(signed(claims))).toBe('TOKEN_INVALID');
});

it.each(['none', 'None', 'nOnE'])('#83 of algorithm %s is TOKEN_INVALID', async (alg) => {
  const text = `${part({ alg, typ: 'JWT' })}.${part(claimsOf(player.accessToken))}`;
  expect(await codeFor(`${text}.`)).toBe('TOKEN_INVALID');
  const [, , signature] = player.accessToken.split('.');
  expect(await codeFor(`${text}.${signature}`)).toBe('TOKEN_INVALID');
});

it('#84 signed as HS256 with the public key is TOKEN_INVALID', async () => {
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claimsOf(player.accessToken))}`;
  for (const key of [api.secrets.jwtPublicKey, api.secrets.jwtPublicKey.trim()]) {
    const mac = createHmac('sha256', key).update(text).digest('base64url');
    expect(await codeFor(`${text}.${mac}`)).toBe('TOKEN_INVALID');
  }
});

it('#85 signed with another key is TOKEN_INVALID, whatever its header says of the key', async () => {
  const { jwtPrivateKey } = generateSecrets();
  for (const more of [{}, { kid: '../../dev/null' }, { kid: "' OR 1=1" }, { jku: 'http://x/' }]) {
    const header = { alg: 'ES256', typ: 'JWT', ...more };
    const token = signed(claimsOf(player.accessToken), header, jwtPrivateKey);
    expect(await codeFor(token)).toBe('TOKEN_INVALID');
  }
});

it.each([
  ['aud', 'cardroom-staging'],
  ['iss', 'somebody'],
  ['typ', 'refresh'],
  ['typ', undefined],
  ['role', 'root'],
  ['sub', undefined],
])('#86 with %s %s is TOKEN_INVALID', async (name, value) => {
  const claims = { ...claimsOf(player.accessToken), [name]: value };
  expect(await codeFor(signed(claims))).toBe('TOKEN_INVALID');
});

it('#86 a refresh token is no access token', async () => {
  expect(await codeFor(player.refreshToken)).toBe('TOKEN_INVALID');
});

it('#87 with claims altered after it was signed is TOKEN_INVALID', async () => {
  const [header, , signature] = player.accessToken.split('.');
  const claims = part({ ...claimsOf(player.accessToken), role: 'admin' });
  expect(await codeFor(`${header}.${claims}.${signature}`)).toBe('TOKEN_INVALID');
});

it.each(['', '.', '.AAAA'])('#87 with the signature %j is TOKEN_INVALID', async (signature) => {
  const [header, claims] = player.accessToken.split('.');
  expect(await codeFor(`${header}.${claims}${signature}`)).toBe('TOKEN_INVALID');
});

it('#88 of a session of somebody else is SESSION_REVOKED', async () => {
  const { userId } = await api.player();
  const token = signed({ ...claimsOf(player.accessToken), sub: userId });
  expect(await codeFor(token)).toBe('SESSION_REVOKED');
});

it.each([
  ['closed', 401, 'SESSION_REVOKED', 'INVALID_CREDENTIALS'],
  ['frozen', 403, 'ACCOUNT_FROZEN', 'ACCOUNT_FROZEN'],
])('#88 of a user who is %s is %i %s', async (userStatus, status, code, loginCode) => {
  const { userId, email, accessToken } = await api.player();
  await api.source.query('UPDATE users SET status = $2 WHERE id = $1', [userId, userStatus]);
  expect((await me(`Bearer ${accessToken}`)).body).toMatchObject({ status, code });
  expect((await api.login(email)).body['code']).toBe(loginCode);
});

it('#88 of a user who is frozen is not refreshed, and is again when the freeze is over', async () => {
  const { userId, refreshToken } = await api.player();
  const set = (userStatus: string): Promise<unknown> =>
    api.source.query('UPDATE users SET status = $2 WHERE id = $1', [userId, userStatus]);
  const refresh = (): Promise<Answer> =>
    api.send({ path: '/auth/refresh', body: { refreshToken } });
  await set('frozen');
  expect((await refresh()).body).toMatchObject({ status: 403, code: 'ACCOUNT_FROZEN' });
  await set('active');
  expect((await refresh()).status).toBe(200);
});

it('#88 of a user who is closed is not refreshed', async () => {
  const { userId, refreshToken } = await api.player();
  await api.source.query(`UPDATE users SET status = 'closed' WHERE id = $1`, [userId]);
  const { body } = await api.send({ path: '/auth/refresh', body: { refreshToken } });
  expect(body['code']).toBe('REFRESH_TOKEN_INVALID');
});

it('#90 the role that counts is the one that was signed', async () => {
  const { sub, sid } = claimsOf(player.accessToken) as { sub: string; sid: string };
  const settings = { issuer: 'cardroom', audience: 'cardroom' };
  const foreign = new AccessTokenSigner(generateSecrets().jwtPrivateKey, settings);
  const claims = { userId: sub, sessionId: sid, role: 'admin', nickname: 'x' } as const;
  expect(await codeFor(await foreign.sign(claims, 900))).toBe('TOKEN_INVALID');
});
