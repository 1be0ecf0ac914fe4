import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { AuditSigner } from '@cardroom/audit';
import { Account, PlayerClient } from '@cardroom/client';
import { oneTimeCode, seedTables, startApps, type RunningApps } from '@cardroom/testing';
import { Client } from 'pg';

import { verify } from '../tools/verify/verify';
import { CrashGate, until } from './crash-gate';

const AMOUNT_KRW = 1_400;

/** Where wallet-api is killed on its way from the webhook to the credit. */
const STATEMENTS = [
  ['storing the event', 'INSERT', 'webhook_events'],
  ['making the deposit', 'INSERT', 'deposits'],
  ['posting', 'INSERT', 'ledger_transfers'],
  ['writing the outbox', 'INSERT', 'outbox'],
  ['closing the event', 'UPDATE', 'webhook_events'],
] as const;

/** Where it is killed on its way from a request for a withdrawal to its answer. */
const WITHDRAWING = [
  ['holding the money', 'INSERT', 'ledger_holds'],
  ['writing the withdrawal down', 'INSERT', 'withdrawals'],
  ['leaving word of it', 'INSERT', 'outbox'],
] as const;

/** Where the gateway is killed on its way from the wallet to a seat, and back. */
const SITTING = [
  ['taking the seat', 'INSERT', 'seat_sessions'],
  ['posting the chips', 'INSERT', 'ledger_transfers'],
] as const;
const LEAVING = [
  ['posting the chips', 'INSERT', 'ledger_transfers'],
  ['freeing the seat', 'UPDATE', 'seat_sessions'],
] as const;

const PASSWORD = 'a password for crash tests';

let apps: RunningApps;
let player: Account;
let database: Client;
let gate: CrashGate;
let address: string;
let tableId = '';
let paid = 0;

beforeAll(async () => {
  apps = await startApps({
    apps: ['rate-source', 'payment-gateway', 'wallet-api', 'game-gateway', 'jobs'],
    seed: async (databaseUrl) => {
      const stakes = { smallBlindKrw: 500, bigBlindKrw: 1_000, rakeBp: 0, rakeCapKrw: 0 };
      [tableId = ''] = await seedTables(databaseUrl, [
        { name: 'Crash', stakes: { name: 'crash', ...stakes } },
      ]);
    },
  });
  player = new Account({
    ...{ walletApiUrl: apps.walletApiUrl, email: 'payer@crash.example', nickname: 'Payer' },
    ...{ password: PASSWORD, address: '10.3.0.1' },
  });
  await player.enter();
  const path = '/wallet/deposit-address/USDT';
  address = (await player.authorized<{ address: string }>('GET', path)).address;
  database = new Client({ connectionString: apps.databaseUrl });
  await database.connect();
  gate = await CrashGate.build(apps, database);
}, 120_000);

afterAll(async () => {
  await database.end();
  await apps.stop();
});

async function pay(): Promise<void> {
  await fetch(`${apps.group.url('payment-gateway')}/control/deposits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{
        address,
        asset: 'USDT',
        network: 'ethereum',
        amountUnits: '1000000',
        confirmations: 100,
      },
      contract: '0xdac17f958d2ee523a2206206994597c13d831ec7',
    }),
  });
  paid += 1;
}

it.each(STATEMENTS)(
  'F2 a kill -9 while %s loses no deposit, and credits it once',
  async (_what, verb, table) => {
    await gate.killedAt('wallet-api', { verb, table }, pay);
    await until(async () => {
      const { rows } = await database.query<{ credited: number }>(
        `SELECT count(*)::int AS credited FROM deposits WHERE status = 'credited'`,
      );
      return rows[0]?.credited === paid;
    });
    expect((await player.balance()).availableKrw).toBe(paid * AMOUNT_KRW);
  },
  90_000,
);

describe('F2 a withdrawal', () => {
  let secret: string;

  beforeAll(async () => {
    const enrolled = { password: PASSWORD };
    ({ secret } = await player.authorized<{ secret: string }>(
      'POST',
      '/me/second-factor',
      enrolled,
    ));
    await player.authorized('POST', '/me/second-factor/confirm', { code: oneTimeCode(secret) });
    await player.faucet(1_000_000);
  });

  const withdraw = async (key: string): Promise<Response> => {
    // A code is good once; here the clock would have to go on half a minute for each.
    await database.query('UPDATE second_factors SET last_step = NULL WHERE user_id = $1', [
      player.userId,
    ]);
    return fetch(`${apps.walletApiUrl}/api/v1/wallet/withdraw`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${player.accessToken}`,
        ...{ 'content-type': 'application/json', 'idempotency-key': key },
      },
      body: JSON.stringify({
        ...{ asset: 'USDT', network: 'ethereum', amountKrw: 50_000, code: oneTimeCode(secret) },
        address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      }),
    });
  };

  it.each(WITHDRAWING)(
    'whose request is killed while %s is made once by the same key, and answered alike after',
    async (_what, verb, table) => {
      const before = await player.balance();
      const key = randomUUID();
      await gate.killedAt('wallet-api', { verb, table }, () => withdraw(key));
      expect(await player.balance()).toEqual(before);
      const [made, again] = [await withdraw(key), await withdraw(key)];
      expect([made.status, again.status]).toEqual([201, 201]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      const answer = (await made.json()) as { readonly totalKrw: number };
      expect(await again.json()).toEqual(answer);
      const { availableKrw, heldKrw } = await player.balance();
      expect(heldKrw).toBe(before.heldKrw + answer.totalKrw);
      expect(availableKrw).toBe(before.availableKrw - answer.totalKrw);
    },
    90_000,
  );
});

describe('F2 chips', () => {
  const BUY_IN_KRW = 50_000;
  let client: PlayerClient;

  beforeAll(async () => {
    client = new PlayerClient({
      ...{ walletApiUrl: apps.walletApiUrl, gatewayUrl: apps.gatewayUrl, address: '10.3.0.2' },
      ...{ email: 'seat@crash.example', nickname: 'Seat', password: PASSWORD },
    });
    await client.enter();
    await client.account.faucet(1_000_000);
    await client.connect();
  });

  afterAll(() => client.disconnect());

  const sit = (cmdId: string) =>
    client.cmd('table.sit', { cmdId, tableId, seat: 1, buyInKrw: BUY_IN_KRW }, 3_000);
  const leave = (cmdId: string) => client.cmd('table.leave', { cmdId, tableId }, 3_000);

  /** Asks under the same id until it is answered and done: the table has to be taken over first. */
  const surely = (ask: (cmdId: string) => ReturnType<typeof sit>, cmdId: string): Promise<void> =>
    until(async () => (await ask(cmdId).catch(() => null))?.ok === true);

  const chips = async () => {
    const { availableKrw, inPlayKrw } = await client.account.balance();
    return [availableKrw, inPlayKrw];
  };

  it.each(SITTING)(
    'whose buy-in is killed while %s go to the seat once by the same command',
    async (_what, verb, table) => {
      const [availableKrw = 0] = await chips();
      const [sitting, leaving] = [randomUUID(), randomUUID()];
      await gate.killedAt('game-gateway', { verb, table }, () => sit(sitting));
      expect(await chips()).toEqual([availableKrw, 0]);
      await surely(sit, sitting);
      await surely(sit, sitting);
      expect(await chips()).toEqual([availableKrw - BUY_IN_KRW, BUY_IN_KRW]);
      await surely(leave, leaving);
      await until(async () => (await chips())[1] === 0);
    },
    90_000,
  );

  it.each(LEAVING)(
    'whose cash-out is killed while %s come back to the wallet once',
    async (_what, verb, table) => {
      const before = await chips();
      const leaving = randomUUID();
      await surely(sit, randomUUID());
      await gate.killedAt('game-gateway', { verb, table }, () => leave(leaving));
      await surely(leave, leaving);
      await until(async () => (await chips())[1] === 0);
      expect(await chips()).toEqual(before);
    },
    90_000,
  );
});

/** What is wrong with books and audit trail, copies and signatures included. */
async function findings(): Promise<readonly unknown[]> {
  const { publicKey } = new AuditSigner(apps.secrets.auditSigningKey);
  const audit = { folder: join(apps.logDir, 'audit'), publicKeys: [publicKey] };
  return (await verify({ ...apps, audit })).flatMap((report) => report.findings);
}

it('F3 a kill -9 of jobs while it seals leaves an audit trail that is sealed on, and verifies', async () => {
  const sealed = async (): Promise<number> => {
    const { rows } = await database.query<{ height: number }>(
      'SELECT coalesce(max(height), 0)::int AS height FROM audit_blocks',
    );
    return rows[0]?.height ?? 0;
  };
  const before = await sealed();
  await gate.killedAt('jobs', { verb: 'INSERT', table: 'audit_blocks' }, pay);
  // The lease of the dead sealer would run out by itself, half a minute later.
  await database.query('UPDATE audit_sealer SET expires_at = now()');
  await until(async () => (await sealed()) > before);
  await until(async () => (await findings()).length === 0);
}, 90_000);

it('F2 F3 the books are clean after all of them', async () => {
  await until(async () => (await findings()).length === 0);
});
