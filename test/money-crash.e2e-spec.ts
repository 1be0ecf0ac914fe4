import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { Account } from '@cardroom/client';
import { oneTimeCode, startApps, type RunningApps } from '@cardroom/testing';
import { Client } from 'pg';

import { verify } from '../tools/verify/verify';

/** Held by the test while wallet-api stands at a statement. */
const GATE = 4_242;

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

const PASSWORD = 'a password for crash tests';

let apps: RunningApps;
let player: Account;
let database: Client;
let address: string;
let paid = 0;

beforeAll(async () => {
  apps = await startApps({ apps: ['rate-source', 'payment-gateway', 'wallet-api'] });
  player = new Account({
    ...{ walletApiUrl: apps.walletApiUrl, email: 'payer@crash.example', nickname: 'Payer' },
    ...{ password: PASSWORD, address: '10.3.0.1' },
  });
  await player.enter();
  const path = '/wallet/deposit-address/USDT';
  address = (await player.authorized<{ address: string }>('GET', path)).address;
  database = new Client({ connectionString: apps.databaseUrl });
  await database.connect();
  await database.query(`
    CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(${GATE});
      RETURN NEW;
    END $$`);
});

afterAll(async () => {
  await database.end();
  await apps.stop();
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 45_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not come to hold');
    await wait(50);
  }
}

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

const isSomebodyAtTheGate = async (): Promise<boolean> =>
  (
    await database.query(
      `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = ${GATE} AND NOT granted`,
    )
  ).rows.length > 0;

/** Ends wallet-api as a crash would when it comes to a statement, and starts it again. */
async function killedAt(
  { verb, table }: { readonly verb: string; readonly table: string },
  begin: () => Promise<unknown>,
): Promise<void> {
  await database.query(`SELECT pg_advisory_lock(${GATE})`);
  await database.query(
    `CREATE TRIGGER wait_at_gate BEFORE ${verb} ON ${table}
     FOR EACH ROW EXECUTE FUNCTION wait_at_gate()`,
  );
  const begun = begin().catch(() => undefined);
  await until(isSomebodyAtTheGate);
  await apps.group.kill('wallet-api');
  await begun;
  await database.query(`SELECT pg_advisory_unlock(${GATE})`);
  await until(async () => !(await isSomebodyAtTheGate()));
  await database.query(`DROP TRIGGER wait_at_gate ON ${table}`);
  await apps.group.start('wallet-api');
}

it.each(STATEMENTS)(
  'F2 a kill -9 while %s loses no deposit, and credits it once',
  async (_what, verb, table) => {
    await killedAt({ verb, table }, pay);
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
      await killedAt({ verb, table }, () => withdraw(key));
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

it('F2 the books are clean after all of them', async () => {
  const reports = await verify(apps);
  expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
});
