import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { KillSwitches } from '@cardroom/database';
import { loadConfig } from '@cardroom/platform';
import type { PlayedTable } from '@cardroom/testing';
import { register } from 'prom-client';

import { JobCommandModule } from '../command/job-command.module';
import { JobsConfig } from '../config/jobs.config';
import { JobsHouse } from '../jobs.builder';
import type { JobReport } from '../schedule/scheduled-job';
import { OpenFindingsWatch } from './open-findings.watch';
import { ReconcileJob } from './reconcile.job';
import { SolvencyGuard } from './solvency.guard';

jest.setTimeout(60_000);

const SEED = 4_004;
const SECRET = 'a-secret-of-thirty-two-characters';

let house: JobsHouse;
let table: PlayedTable;
let gateway: Server;
let balances: unknown;
/** What players have after the rake; a unit is worth a won. */
let owedKrw: number;
let atGateway: INestApplicationContext;
let alone: INestApplicationContext;
const switches = new KillSwitches();

beforeAll(async () => {
  house = await JobsHouse.open(SEED);
  table = await house.table(3);
  for (let at = 0; at < 5; at += 1) await house.hand(table);
  const [row] = await house.query<{ owed: number }>(
    'SELECT sum(balance_krw)::bigint AS owed FROM ledger_accounts',
  );
  owedKrw = row?.owed ?? 0;
  gateway = createServer((request, response) => {
    const isSigned = /^t=\d+,v1=[0-9a-f]{64}$/.test(
      String(request.headers['x-cardroom-signature']),
    );
    response.writeHead(isSigned && balances !== null ? 200 : 503).end(JSON.stringify(balances));
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  alone = await commandApp({});
  atGateway = await commandApp({
    PAYMENT_GATEWAY_URL: `http://127.0.0.1:${port}`,
    PAYMENT_GATEWAY_API_SECRET: SECRET,
  });
});

beforeEach(async () => {
  const { source } = house.played;
  balances = { items: [{ asset: 'USDT', network: 'ethereum', units: String(owedKrw) }] };
  await source.query(
    `INSERT INTO rate_samples (asset, numerator_krw, denominator, sources, jumped)
     VALUES ('USDT', 1000000, 1, '["test"]', false)`,
  );
  await switches.set(source.manager, {
    ...{ name: 'sending', isOn: true, reason: 'test', actor: 'test' },
  });
});

afterAll(async () => {
  await atGateway.close();
  await alone.close();
  gateway.closeAllConnections();
  await new Promise((resolve) => gateway.close(resolve));
  await house.close();
});

/** Runs the job at a gateway of the test, or at none; without the scheduler, which would run it too. */
async function reconcile(hasGateway = true, dryRun = false): Promise<JobReport> {
  const app = hasGateway ? atGateway : alone;
  const period = { name: 'test', fromMs: 0, toMs: 1 };
  const { signal } = new AbortController();
  return app
    .get(ReconcileJob)
    .run({ period, dryRun, again: false, signal, progress: () => undefined });
}

function commandApp(settings: Readonly<Record<string, string>>): Promise<INestApplicationContext> {
  const config = loadConfig(JobsConfig, {
    ...house.environment(),
    SOLVENCY_GUARD: 'on',
    ...settings,
  });
  return NestFactory.createApplicationContext(JobCommandModule.with(config), {
    logger: false,
    abortOnError: false,
  });
}

const isSending = (): Promise<boolean> => switches.isOn(house.played.source.manager, 'sending');
const findings = (): Promise<Record<string, unknown>[]> =>
  house.query(
    'SELECT kind, subject, expected, found, status, times_seen FROM reconciliation_findings ORDER BY id',
  );

/** Changes rows as somebody who has the database in hand, and puts them back. */
async function whileBroken<T>(change: string, repair: string, work: () => Promise<T>): Promise<T> {
  const run = (statement: string) =>
    house.played.source.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(statement);
    });
  await run(change);
  try {
    return await work();
  } finally {
    await run(repair);
  }
}

describe('the reconciliation', () => {
  it('finds nothing where all sides agree, and lets money be sent', async () => {
    expect(await reconcile()).toEqual({ differences: 0, new: 0, stopped: 0 });
    expect(await findings()).toEqual([]);
    expect(await isSending()).toBe(true);
  });

  it.each([
    ['seats', 'seat_sessions', 'bought_in_krw', /^seat-session:/],
    ['rake', 'hands', 'rake_krw', /^hand:/],
  ])(
    'finds a difference of the %s once, however often it looks',
    async (kind, name, column, subject) => {
      const row = `id = (SELECT min(id::text)::uuid FROM ${name} WHERE ${column} > 0)`;
      const change = (by: string) => `UPDATE ${name} SET ${column} = ${column} ${by} WHERE ${row}`;
      await whileBroken(change('+ 1'), change('- 1'), async () => {
        expect(await reconcile()).toMatchObject({ differences: 1, new: 1 });
        expect(await reconcile()).toMatchObject({ differences: 1, new: 0 });
      });
      const found = (await findings()).filter((finding) => finding['kind'] === kind);
      expect(found).toEqual([
        expect.objectContaining({
          subject: expect.stringMatching(subject) as string,
          status: 'open',
          times_seen: 2,
        }),
      ]);
      expect(Number(found[0]?.['found']) - Number(found[0]?.['expected'])).toBe(1);
    },
  );

  it('finds chips that stayed behind at a seat that is closed', async () => {
    const { seatSessionId, stackKrw } = table.players[0] ?? { seatSessionId: '', stackKrw: 0 };
    const seat = (status: string) =>
      `UPDATE seat_sessions SET status = '${status}' WHERE id = '${seatSessionId}'`;
    await whileBroken(seat('closed'), seat('open'), () => reconcile());
    expect(await findings()).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'seats', subject: `seat-session:${seatSessionId}` },
        ...{ expected: String(stackKrw), found: '0' },
      }),
    );
  });

  it('finds won that are held for no hold', async () => {
    const { userId } = table.players[0] ?? { userId: '' };
    const id = '0190a7c2-0000-7000-8000-00000000000a';
    await whileBroken(
      `WITH o AS (INSERT INTO ledger_account_owners (kind, owner_key, account_id, user_id)
         VALUES ('withdrawal_hold', '${userId}', '${id}', '${userId}'))
       INSERT INTO ledger_accounts (id, kind, user_id, appended, balance_krw)
       VALUES ('${id}', 'withdrawal_hold', '${userId}', false, 500)`,
      `WITH o AS (DELETE FROM ledger_account_owners WHERE account_id = '${id}')
       DELETE FROM ledger_accounts WHERE id = '${id}'`,
      () => reconcile(),
    );
    expect(await findings()).toContainEqual(
      expect.objectContaining({ subject: `player:${userId}`, expected: '500', found: '0' }),
    );
  });

  it('is told from the start of a process, not from its first look', async () => {
    const open = register.getSingleMetric('reconciliation_open_findings');
    open?.reset();
    await alone.get(OpenFindingsWatch).onApplicationBootstrap();
    const { length } = (await findings()).filter(({ status }) => status === 'open');
    expect(length).toBeGreaterThan(0);
    expect((await open?.get())?.values).toEqual([{ value: length, labels: {} }]);
  });

  it('of a dry run writes nothing down', async () => {
    const before = await findings();
    balances = { items: [] };
    expect(await reconcile(true, true)).toMatchObject({ new: 0, stopped: 0 });
    expect(await findings()).toEqual(before);
    expect(await isSending()).toBe(true);
  });
});

describe('the solvency guard', () => {
  it.each<[string, unknown]>([
    ['holds nothing', { items: [] }],
    [
      'holds a coin that has no rate',
      { items: [{ asset: 'BTC', network: 'bitcoin', units: '9' }] },
    ],
    ['says something else', { items: 'many' }],
  ])('stops the sending where the gateway %s', async (_what, said) => {
    balances = said;
    expect(await reconcile()).toMatchObject({ stopped: 1 });
    expect(await isSending()).toBe(false);
    const [event] = await house.query<Record<string, unknown>>(
      'SELECT * FROM audit_events ORDER BY id DESC LIMIT 1',
    );
    expect(event).toMatchObject({ actor_id: 'solvency-guard', subject: 'switch:sending' });
    expect(await reconcile()).toMatchObject({ stopped: 0 });
  });

  it('stops the sending for the last won that is missing', async () => {
    balances = { items: [{ asset: 'USDT', network: 'ethereum', units: String(owedKrw - 1) }] };
    expect(await reconcile()).toMatchObject({ stopped: 1 });
    expect(await isSending()).toBe(false);
  });

  it('stops the sending where the rate is old', async () => {
    await house.played.source.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(`UPDATE rate_samples SET sampled_at = sampled_at - interval '1 hour'`);
    });
    await reconcile();
    expect(await isSending()).toBe(false);
  });

  it('never turns the sending on again by itself, and tells so after a restart', async () => {
    balances = { items: [] };
    await reconcile();
    const stopped = register.getSingleMetric('solvency_not_proven');
    stopped?.reset();
    await atGateway.get(SolvencyGuard).onApplicationBootstrap();
    expect((await stopped?.get())?.values).toEqual([{ value: 1, labels: {} }]);
    balances = { items: [{ asset: 'USDT', network: 'ethereum', units: String(owedKrw * 2) }] };
    await reconcile();
    expect(await isSending()).toBe(false);
  });

  it('has nothing to guard where there is no gateway', async () => {
    expect(await reconcile(false)).toMatchObject({ stopped: 0 });
    expect(await isSending()).toBe(true);
  });
});
