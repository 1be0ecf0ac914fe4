import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

import { AccessTokenSigner, AccessTokenVerifier, type AccessClaims } from './access-token';

const settings = { issuer: 'cardroom', audience: 'cardroom' };

const keysOf = (namedCurve: string) =>
  generateKeyPairSync('ec', {
    namedCurve,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const keys = keysOf('P-256');
const verifier = new AccessTokenVerifier(keys.publicKey, settings);
const signer = new AccessTokenSigner(keys.privateKey, settings);

const claims: AccessClaims = {
  userId: '0190a7c2-0000-7000-8000-000000000001',
  sessionId: '0190a7c2-0000-7000-8000-000000000002',
  role: 'player',
  nickname: 'river-rat',
  amr: ['pwd', 'otp'],
};

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

const payloadOf = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  sub: claims.userId,
  sid: claims.sessionId,
  role: claims.role,
  nickname: claims.nickname,
  typ: 'access',
  iss: 'cardroom',
  aud: 'cardroom',
  iat: nowSeconds(),
  exp: nowSeconds() + 900,
  ...changes,
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token made by hand, which may say anything, signed with our key unless told otherwise. */
function forge(
  header: Record<string, unknown>,
  payload: Record<string, unknown>,
  signature?: (input: string) => string,
): string {
  const input = `${part(header)}.${part(payload)}`;
  const ours = (text: string): string =>
    sign('sha256', Buffer.from(text), {
      key: keys.privateKey,
      dsaEncoding: 'ieee-p1363',
    }).toString('base64url');
  return `${input}.${(signature ?? ours)(input)}`;
}

const es256 = { alg: 'ES256', typ: 'JWT' };
const codeOf = async (token: unknown): Promise<string> => {
  const verified = await verifier.verify(token);
  return verified.ok ? 'accepted' : verified.code;
};

it('a signed token tells who bears it', async () => {
  const token = await signer.sign(claims, 900);
  expect(await verifier.verify(token)).toEqual({ ok: true, claims });
});

it('a token made by hand of the same parts is accepted, so that the refusals below mean something', async () => {
  expect(await codeOf(forge(es256, payloadOf()))).toBe('accepted');
});

describe('#81 no token, or a malformed one', () => {
  it.each([undefined, null, ''])('%j is TOKEN_MISSING', async (token) => {
    expect(await codeOf(token)).toBe('TOKEN_MISSING');
  });

  it.each<unknown>([
    'abc',
    'a.b.c',
    '..',
    'Bearer x',
    'x'.repeat(1_000_000),
    'a.'.repeat(2_000),
    7,
    true,
    {},
    [],
    { toString: 'x' },
    '\0',
  ])('%.40j is TOKEN_INVALID', async (token: unknown) => {
    expect(await codeOf(token)).toBe('TOKEN_INVALID');
  });
});

describe('#82 time', () => {
  it('an expired token is TOKEN_EXPIRED', async () => {
    expect(await codeOf(forge(es256, payloadOf({ exp: nowSeconds() - 60 })))).toBe('TOKEN_EXPIRED');
  });

  it('a clock that differs by a few seconds is forgiven', async () => {
    expect(await codeOf(forge(es256, payloadOf({ exp: nowSeconds() - 2 })))).toBe('accepted');
  });

  it('a token that is not valid yet is TOKEN_INVALID', async () => {
    expect(await codeOf(forge(es256, payloadOf({ nbf: nowSeconds() + 60 })))).toBe('TOKEN_INVALID');
  });

  it.each([undefined, null, 'never', 1e400])('an end of %j is TOKEN_INVALID', async (exp) => {
    expect(await codeOf(forge(es256, payloadOf({ exp })))).toBe('TOKEN_INVALID');
  });
});

it.each(['none', 'None', 'NONE', 'nOnE', ''])(
  '#83 alg %j is TOKEN_INVALID, with and without a signature',
  async (alg) => {
    expect(await codeOf(forge({ alg, typ: 'JWT' }, payloadOf(), () => ''))).toBe('TOKEN_INVALID');
    expect(await codeOf(forge({ alg, typ: 'JWT' }, payloadOf()))).toBe('TOKEN_INVALID');
  },
);

it.each(['HS256', 'HS384', 'HS512'])(
  '#84 %s signed with the public key is TOKEN_INVALID',
  async (alg) => {
    const hash = alg.replace('HS', 'sha');
    for (const secret of [keys.publicKey, keys.publicKey.trim()]) {
      const token = forge({ alg, typ: 'JWT' }, payloadOf(), (input) =>
        createHmac(hash, secret).update(input).digest('base64url'),
      );
      expect(await codeOf(token)).toBe('TOKEN_INVALID');
    }
  },
);

describe('#85 a header that names a key', () => {
  const attacker = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const byAttacker = (input: string): string =>
    sign('sha256', Buffer.from(input), {
      key: attacker.privateKey,
      dsaEncoding: 'ieee-p1363',
    }).toString('base64url');

  it.each([
    { jwk: attacker.publicKey.export({ format: 'jwk' }) },
    { jku: 'https://attacker.example/keys.json' },
    { x5u: 'https://attacker.example/cert.pem' },
    { kid: '../../../../dev/null' },
    { kid: "x' UNION SELECT 'key" },
  ])('%j is not listened to', async (extra) => {
    expect(await codeOf(forge({ ...es256, ...extra }, payloadOf(), byAttacker))).toBe(
      'TOKEN_INVALID',
    );
  });
});

describe('#86 a token for another purpose', () => {
  it.each([
    { iss: 'cardroom-staging' },
    { iss: undefined },
    { aud: 'back-office' },
    { aud: undefined },
    { aud: ['other'] },
    { typ: 'refresh' },
    { typ: undefined },
    { sub: undefined },
    { sub: 7 },
    { sid: undefined },
    { role: 'root' },
    { role: undefined },
    { role: ['admin'] },
    { nickname: undefined },
  ])('%j is TOKEN_INVALID', async (changes) => {
    expect(await codeOf(forge(es256, payloadOf(changes)))).toBe('TOKEN_INVALID');
  });

  it('of another curve of the same family is TOKEN_INVALID', async () => {
    const other = keysOf('P-384');
    const token = forge({ alg: 'ES384', typ: 'JWT' }, payloadOf(), (input) =>
      sign('sha384', Buffer.from(input), {
        key: other.privateKey,
        dsaEncoding: 'ieee-p1363',
      }).toString('base64url'),
    );
    expect(await codeOf(token)).toBe('TOKEN_INVALID');
  });
});

describe('#87 tampering', () => {
  it('with the payload is TOKEN_INVALID', async () => {
    const [header, , signature] = (await signer.sign(claims, 900)).split('.');
    const payload = part(payloadOf({ role: 'admin' }));
    expect(await codeOf(`${header ?? ''}.${payload}.${signature ?? ''}`)).toBe('TOKEN_INVALID');
  });

  it('by stripping or cutting the signature is TOKEN_INVALID', async () => {
    const token = await signer.sign(claims, 900);
    const [header = '', payload = ''] = token.split('.');
    for (const stripped of [`${header}.${payload}`, `${header}.${payload}.`, token.slice(0, -4)]) {
      expect(await codeOf(stripped)).toBe('TOKEN_INVALID');
    }
  });

  it('with a signature of zeros is TOKEN_INVALID', async () => {
    const zeros = Buffer.alloc(64).toString('base64url');
    expect(await codeOf(forge(es256, payloadOf(), () => zeros))).toBe('TOKEN_INVALID');
  });
});
