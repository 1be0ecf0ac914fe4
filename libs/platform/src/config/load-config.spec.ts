import { generateKeyPairSync, randomBytes } from 'node:crypto';

import { IsIn } from 'class-validator';

import { EdgeConfig, PlatformConfig } from './config-groups';
import { ConfigError, loadConfig, Variable, variablesOf } from './load-config';
import { AsList, AsNumber } from './setting-readers';
import { isKeyPair, isOrigin, IsPortNumber, IsPrivateKey } from './setting-rules';

const minimal = {
  DATABASE_URL: 'postgres://user:hunter2@db:5432/cardroom',
  REDIS_URL: 'redis://redis:6379',
};

const keysOf = (namedCurve: string) =>
  generateKeyPairSync('ec', {
    namedCurve,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const edge = {
  ...minimal,
  JWT_PUBLIC_KEY: keysOf('P-256').publicKey,
  CARD_SEAL_KEY: randomBytes(32).toString('base64'),
};

class SmallConfig extends PlatformConfig {
  @Variable('PORT')
  @IsPortNumber()
  port = 3001;

  @Variable('WORKERS')
  @AsNumber()
  @IsIn([1])
  workers = 1;

  @Variable('ORIGINS')
  @AsList()
  origins: string[] = [];
}

function messageOf(load: () => unknown): string {
  try {
    load();
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.message;
    throw cause;
  }
  return 'nothing is wrong';
}

const fault = (env: NodeJS.ProcessEnv): string =>
  messageOf(() => loadConfig(SmallConfig, { ...minimal, ...env }));

describe('defaults', () => {
  it('are those of the issue where a variable is missing or empty', () => {
    const config = loadConfig(PlatformConfig, { ...minimal, DATABASE_POOL_SIZE: '' });
    expect(config).toBeInstanceOf(PlatformConfig);
    expect(config).toMatchObject({
      nodeEnv: 'development',
      databasePoolSize: 50,
      databaseMaxOverflow: 30,
      databasePoolTimeoutSeconds: 30,
      databasePoolRecycleSeconds: 1800,
      redisSocketTimeoutSeconds: 5,
      redisSocketConnectTimeoutSeconds: 5,
      redisKeyPrefix: 'cr',
    });
    expect(config.sentryDsn).toBeUndefined();
  });

  it('give way to what is set', () => {
    const config = loadConfig(SmallConfig, {
      ...minimal,
      PORT: '0',
      ORIGINS: ' https://a.example , https://b.example,',
    });
    expect(config.port).toBe(0);
    expect(config.origins).toEqual(['https://a.example', 'https://b.example']);
  });

  it('leave other variables of the process alone', () => {
    expect(loadConfig(PlatformConfig, { ...minimal, PATH: '/bin' })).not.toHaveProperty('PATH');
  });
});

describe('a wrong configuration', () => {
  it('is told whole, a line for each variable', () => {
    const message = fault({ DATABASE_URL: '', PORT: '70000', NODE_ENV: 'prod', WORKERS: '2' });
    const lines = message.split('\n');
    expect(lines[0]).toBe('The configuration is wrong:');
    expect(lines.at(-1)).toBe('See .env.example for every variable.');
    expect(lines.slice(1, -1).sort()).toEqual([
      '  DATABASE_URL: must be a URL that begins with postgres:// or postgresql:// (it is not set)',
      '  NODE_ENV: must be one of development, test, production (got "prod")',
      '  PORT: must be a whole number, 0 to 65535 (got "70000")',
      '  WORKERS: must be one of the following values: 1 (got "2")',
    ]);
  });

  it.each([
    'abc',
    '1e3',
    '0x10',
    ' 5',
    '5.5',
    '-1',
    '99999999999999999999',
    '５',
    'NaN',
    'Infinity',
  ])('refuses %j as a whole number', (value) => {
    expect(fault({ DATABASE_POOL_SIZE: value })).toContain(
      `DATABASE_POOL_SIZE: must be a whole number, 1 or more (got ${JSON.stringify(value)})`,
    );
  });

  it('never repeats what may be a secret', () => {
    const message = fault({
      DATABASE_URL: 'mysql://user:hunter2@db/cardroom',
      REDIS_URL: 'hunter2',
      SENTRY_DSN: 'hunter2',
    });
    expect(message).toContain('DATABASE_URL: must be a URL');
    expect(message).toContain('SENTRY_DSN: must be a URL');
    expect(message).not.toContain('hunter2');
  });

  it('shows no more than the beginning of a long value', () => {
    expect(fault({ DATABASE_POOL_SIZE: 'x'.repeat(500) })).not.toContain('x'.repeat(41));
  });
});

describe('keys', () => {
  it('are read with their newlines written out', () => {
    const oneLine = edge.JWT_PUBLIC_KEY.replaceAll('\n', '\\n');
    const config = loadConfig(EdgeConfig, { ...edge, JWT_PUBLIC_KEY: oneLine });
    expect(config.jwtPublicKey).toBe(edge.JWT_PUBLIC_KEY);
  });

  it.each([
    ['a private key', keysOf('P-256').privateKey],
    ['another curve', keysOf('P-384').publicKey],
    ['a key cut short', edge.JWT_PUBLIC_KEY.slice(0, 90)],
    ['a word', 'secret'],
  ])('refuse %s as the public key, without showing it', (_what, value) => {
    const message = messageOf(() => loadConfig(EdgeConfig, { ...edge, JWT_PUBLIC_KEY: value }));
    expect(message).toContain('JWT_PUBLIC_KEY: must be a public key of P-256 in PEM');
    expect(message).not.toContain(value);
  });

  it.each(['', 'c2hvcnQ=', randomBytes(33).toString('base64'), `${'!'.repeat(43)}=`])(
    'refuse %j as the key that seals cards',
    (value) => {
      expect(messageOf(() => loadConfig(EdgeConfig, { ...edge, CARD_SEAL_KEY: value }))).toContain(
        'CARD_SEAL_KEY: must be 32 bytes in base64',
      );
    },
  );

  it('refuse a public key where the private one belongs', () => {
    class SigningConfig extends EdgeConfig {
      @Variable('JWT_PRIVATE_KEY')
      @IsPrivateKey()
      jwtPrivateKey!: string;
    }
    const { privateKey, publicKey } = keysOf('P-256');
    const load = (key: string) => loadConfig(SigningConfig, { ...edge, JWT_PRIVATE_KEY: key });
    expect(load(privateKey).jwtPrivateKey).toBe(privateKey);
    expect(messageOf(() => load(publicKey))).toContain('JWT_PRIVATE_KEY: must be a private key');
  });
});

it('isKeyPair knows the halves of one pair', () => {
  const { privateKey, publicKey } = keysOf('P-256');
  expect(isKeyPair(privateKey, publicKey)).toBe(true);
  expect(isKeyPair(privateKey, keysOf('P-256').publicKey)).toBe(false);
  expect(isKeyPair('secret', publicKey)).toBe(false);
});

it.each([
  ['https://play.example.com', true],
  ['http://localhost:5173', true],
  ['https://play.example.com/', false],
  ['https://play.example.com:443', false],
  ['https://PLAY.example.com', false],
  ['null', false],
  ['*', false],
  ['ftp://play.example.com', false],
])('isOrigin(%j) is %s', (text, expected) => {
  expect(isOrigin(text)).toBe(expected);
});

describe('trusted proxies', () => {
  const load = (value: string) => loadConfig(EdgeConfig, { ...edge, TRUSTED_PROXIES: value });

  it('are addresses and blocks', () => {
    expect(load('10.0.0.0/8, ::1/128,127.0.0.1').trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1/128',
      '127.0.0.1',
    ]);
  });

  it.each(['10.0.0.0/33', '::1/129', '999.1.1.1', 'true', 'loopback', '10.0.0.0/8/8', '::/x'])(
    'are not %j',
    (value) => {
      expect(messageOf(() => load(value))).toContain('TRUSTED_PROXIES: must be addresses or CIDR');
    },
  );
});

it('variablesOf lists what the parents declare first', () => {
  const names = [...variablesOf(SmallConfig).values()];
  expect(names.slice(0, 2)).toEqual(['NODE_ENV', 'LOG_LEVEL']);
  expect(names.slice(-3)).toEqual(['PORT', 'WORKERS', 'ORIGINS']);
});
