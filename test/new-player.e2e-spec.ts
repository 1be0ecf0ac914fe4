import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { AuditSigner } from '@cardroom/audit';
import { PlayerClient } from '@cardroom/client';
import {
  Bot,
  oneTimeCode,
  projectRoot,
  seedTables,
  startApps,
  walletClient,
  type RunningApps,
  type WalletClient,
} from '@cardroom/testing';
import { Client } from 'pg';

import { startJob } from '../tools/bench-rakeback/job-process';
import { reportLines, verify } from '../tools/verify/verify';

jest.setTimeout(120_000);

const SEED = 5_150;
const PASSWORD = 'a password of somebody new';
/** 0.1 BTC, ₩15,000,000 at the rate that the simulated sources begin with. */
const PAID_UNITS = '10000000';
const PAID_KRW = 15_000_000;
/** So much that two members of staff have to look at it. */
const WITHDRAWN_KRW = 10_500_000;
const FEE_KRW = 3_000;
const PAYEE = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';
/** So much rake that a fifth of it is something. */
const ENOUGH_RAKE_KRW = 500;

interface Person {
  readonly email: string;
  readonly userId: string;
  readonly rest: WalletClient;
  readonly secret: string;
}

let apps: RunningApps;
let database: Client;
let newcomer: Person;
let opponent: Person;
let tableId = '';
let people = 0;
let withdrawalId = '';

beforeAll(async () => {
  const stakes = { name: 'e2e', smallBlindKrw: 500, bigBlindKrw: 1_000 };
  apps = await startApps({
    // A day of waiting is a rule of its own, tested where it belongs.
    env: {
      ...{ WITHDRAWAL_COOLING_MINUTES: '0', WITHDRAWAL_SECURITY_DELAY_MINUTES: '0' },
      RATE_LIMIT_DEFAULT_PER_MIN: '10000',
    },
    seed: async (databaseUrl) => {
      const clock = { actionTimeoutMs: 5_000, timeBankMs: 1_000, showdownPauseMs: 20 };
      const rake = { rakeBp: 500, rakeCapKrw: 3_000 };
      [tableId = ''] = await seedTables(databaseUrl, [
        { name: 'One', stakes: { ...stakes, ...rake }, maxSeats: 2, ...clock },
      ]);
    },
  });
  database = new Client({ connectionString: apps.databaseUrl });
  await database.connect();
}, 120_000);

afterAll(async () => {
  await database.end();
  await apps.stop();
});

async function until<T>(what: string, look: () => Promise<T | null | undefined>): Promise<T> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined) return seen;
    if (performance.now() > deadline) throw new Error(`in vain waited for ${what}`);
    await wait(100);
  }
}

/** Good for one use, and this test is quicker than the next code: the ones before count as unused. */
async function codeOf({ userId, secret }: Person): Promise<string> {
  await database.query('UPDATE second_factors SET last_step = NULL WHERE user_id = $1', [userId]);
  return oneTimeCode(secret);
}

async function login(email: string, address: string, code?: string): Promise<WalletClient> {
  const { data } = await walletClient(apps.walletApiUrl, { address }).POST('/api/v1/auth/login', {
    body: { email, password: PASSWORD, ...(code === undefined ? {} : { code }) },
  });
  return walletClient(apps.walletApiUrl, { address, token: data?.accessToken ?? '' });
}

/** Registers, logs in and sets a second factor up, as anybody does. */
async function register(nickname: string): Promise<Person> {
  people += 1;
  const [address, email] = [`10.7.0.${people}`, `${nickname}@new.example`];
  const { data } = await walletClient(apps.walletApiUrl, { address }).POST(
    '/api/v1/auth/register',
    {
      body: { email, nickname, password: PASSWORD },
    },
  );
  const rest = await login(email, address);
  const { data: factor } = await rest.POST('/api/v1/me/second-factor', {
    body: { password: PASSWORD },
  });
  const secret = factor?.secret ?? '';
  const { response } = await rest.POST('/api/v1/me/second-factor/confirm', {
    body: { code: oneTimeCode(secret) },
  });
  expect(response.status).toBe(200);
  return { email, userId: data?.userId ?? '', rest, secret };
}

/** One of staff: somebody with a second factor whom an operator gave a role. */
async function appoint(nickname: string, role: string): Promise<Person> {
  const person = await register(nickname);
  await database.query('UPDATE users SET role = $2 WHERE id = $1', [person.userId, role]);
  const rest = await login(person.email, `10.7.1.${people}`, await codeOf(person));
  return { ...person, rest };
}

async function payBySimulator(person: Person): Promise<void> {
  const { data } = await person.rest.GET('/api/v1/wallet/deposit-address/{asset}', {
    params: { path: { asset: 'BTC' } },
  });
  const { status } = await fetch(`${apps.group.url('payment-gateway')}/control/deposits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ address: data?.address, asset: 'BTC', network: 'bitcoin', amountUnits: PAID_UNITS },
      ...{ confirmations: 0, outputIndex: 0 },
    }),
  });
  expect(status).toBe(200);
}

const balanceOf = async ({ rest }: Person) => (await rest.GET('/api/v1/wallet/balance')).data;

async function typesIn({ rest }: Person): Promise<string[]> {
  const { data } = await rest.GET('/api/v1/wallet/transactions', {
    params: { query: { limit: 100 } },
  });
  return data?.items.map(({ type }) => type) ?? [];
}

it('registers, pays coin to its own address and watches it confirm and be credited', async () => {
  [newcomer, opponent] = [await register('newcomer'), await register('opponent')];
  await payBySimulator(newcomer);
  await payBySimulator(opponent);
  const seen = new Set<string>();
  const deposit = await until('the credit', async () => {
    const { data } = await newcomer.rest.GET('/api/v1/wallet/deposits');
    const [first] = data?.items ?? [];
    if (first !== undefined) seen.add(first.status);
    return first?.status === 'credited' ? first : null;
  });
  expect([...seen].at(-1)).toBe('credited');
  expect(seen.has('detected') || seen.has('confirming')).toBe(true);
  expect(deposit).toMatchObject({ asset: 'BTC', amountUnits: PAID_UNITS, amountKrw: PAID_KRW });
  await until('the other credit', async () =>
    (await balanceOf(opponent))?.availableKrw === PAID_KRW ? true : null,
  );
  const { data } = await newcomer.rest.GET('/api/v1/wallet/transactions');
  expect(data?.items).toMatchObject([
    {
      ...{ type: 'crypto_deposit', amountKrw: PAID_KRW, balanceAfterKrw: PAID_KRW },
      crypto: { asset: 'BTC', network: 'bitcoin', units: PAID_UNITS, txid: deposit.txid },
    },
  ]);
});

it('buys in, plays until it has paid rake, and cashes out', async () => {
  process.stdout.write(`bots play with seed ${SEED}\n`);
  const bots = [newcomer, opponent].map((person, index) => {
    const client = new PlayerClient({
      ...{ walletApiUrl: apps.walletApiUrl, gatewayUrl: apps.gatewayUrl },
      ...{ email: person.email, nickname: `player ${index}`, password: PASSWORD },
      address: `10.7.2.${index + 1}`,
      code: () => codeOf(person),
    });
    return new Bot({
      ...{ client, seed: SEED + index, tableIds: [tableId], thinkMs: { min: 1, max: 5 } },
      ...{ seatsLeftFree: 0, handsPerVisit: { min: 10_000, max: 10_000 } },
    });
  });
  bots.forEach((bot) => bot.start());
  await until('some rake', async () => {
    const { rows } = await database.query<{ rake: number }>(
      'SELECT coalesce(sum(rake_krw), 0)::int AS rake FROM hand_seats WHERE user_id = $1',
      [newcomer.userId],
    );
    return (rows[0]?.rake ?? 0) >= ENOUGH_RAKE_KRW ? true : null;
  });
  await Promise.all(bots.map((bot) => bot.stop()));
  const balance = await until('the cash-out', async () => {
    const now = await balanceOf(newcomer);
    return now?.inPlayKrw === 0 ? now : null;
  });
  const types = await typesIn(newcomer);
  expect(types).toEqual(expect.arrayContaining(['buy_in', 'cash_out']));
  expect(types.filter((type) => type === 'win' || type === 'lose')).not.toEqual([]);
  expect(balance.availableKrw).not.toBe(PAID_KRW);
});

it('withdraws: two members of staff look at it with their second factors, and it is sent', async () => {
  const before = await balanceOf(newcomer);
  const { data: asked } = await newcomer.rest.POST('/api/v1/wallet/withdraw', {
    params: { header: { 'Idempotency-Key': randomUUID() } },
    body: {
      ...{ asset: 'BTC', network: 'bitcoin', address: PAYEE, amountKrw: WITHDRAWN_KRW },
      code: await codeOf(newcomer),
    },
  });
  withdrawalId = asked?.withdrawalId ?? '';
  expect((await balanceOf(newcomer))?.heldKrw).toBe(WITHDRAWN_KRW + FEE_KRW);
  for (const [name, role] of [
    ['Jiho', 'cashier'],
    ['Hana', 'risk'],
  ] as const) {
    const staff = await appoint(name, role);
    const params = { path: { withdrawalId } };
    const { data } = await staff.rest.GET('/api/v1/staff/withdrawals/{withdrawalId}', { params });
    expect(data).toMatchObject({ personsNeeded: 2, userId: newcomer.userId });
    const { response } = await staff.rest.POST('/api/v1/staff/withdrawals/{withdrawalId}/approve', {
      params,
      body: {
        ...{ revision: data?.revision ?? '', reason: 'looked at the play behind it' },
        code: await codeOf(staff),
      },
    });
    expect(response.status).toBe(200);
  }
  let status = '';
  await until('the payment', async () => {
    const { data } = await newcomer.rest.GET('/api/v1/wallet/withdrawals/{withdrawalId}', {
      params: { path: { withdrawalId } },
    });
    status = data?.status ?? '';
    return status === 'completed' || status === 'unknown' ? true : null;
  }).catch(() => undefined);
  expect(status).toBe('completed');
  const after = await balanceOf(newcomer);
  expect(after?.heldKrw).toBe(0);
  expect(after?.availableKrw).toBe((before?.availableKrw ?? 0) - WITHDRAWN_KRW - FEE_KRW);
});

it('sees its rakeback on Monday, a fifth of what it paid', async () => {
  const { rows } = await database.query<{ monday: string; owed: string }>(
    `SELECT to_char(date_trunc('week', now() AT TIME ZONE 'Asia/Seoul') + interval '7 days 4 hours',
              'YYYY-MM-DD"T"HH24:MI"+09:00"') AS monday, div(sum(rake_krw), 5)::text AS owed
     FROM hand_seats WHERE user_id = $1`,
    [newcomer.userId],
  );
  const { monday = '', owed } = rows[0] ?? {};
  expect(await startJob(apps, 'weekly-rakeback', '--now', monday).ended).toBe(0);
  const { data } = await newcomer.rest.GET('/api/v1/vip/history');
  expect(data?.items).toMatchObject([{ level: 'bronze', rakebackKrw: Number(owed) }]);
  expect((await typesIn(newcomer))[0]).toBe('rakeback');
});

it('leaves books and audit trail clean', async () => {
  const { publicKey } = new AuditSigner(apps.secrets.auditSigningKey);
  const folder = join(apps.logDir, 'audit');
  const look = async () =>
    reportLines(await verify({ ...apps, audit: { folder, publicKeys: [publicKey] } }));
  let lines = await look();
  for (let tries = 0; tries < 60 && lines.at(-1)?.includes('clean') !== true; tries += 1) {
    await wait(500);
    lines = await look();
  }
  expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([
    expect.stringContaining('verify: clean'),
  ]);
  const audit = spawnSync(
    process.execPath,
    [join(projectRoot(), 'dist/tools/verify-audit/main.js')],
    {
      env: {
        ...{ PATH: process.env['PATH'], DATABASE_URL: apps.databaseUrl, REDIS_URL: apps.redisUrl },
        ...{
          REDIS_KEY_PREFIX: apps.redisKeyPrefix,
          AUDIT_DIR: folder,
          AUDIT_PUBLIC_KEYS: publicKey,
        },
      },
      encoding: 'utf8',
    },
  );
  expect([audit.status, audit.stdout]).toEqual([0, expect.stringContaining('verify-audit: clean')]);
});
