import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { withTransaction } from '@cardroom/database';
import { Ledger } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { migrate, startPostgres, startReplica, type RunningService } from '@cardroom/testing';
import { Client, type QueryResult, type QueryResultRow } from 'pg';
import { register } from 'prom-client';
import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type Player } from '../wallet-api.builder';

jest.setTimeout(90_000);

/** What wallet-api gives a statement unless told otherwise. */
const STATEMENT_TIMEOUT_MS = 10_000;

let folder = '';
let primary: RunningService;
let replica: RunningService;
let api: WalletApi;
let player: Player;
let other: Player;
let third: Player;

const replicaOptions = () => ({ dataDir: join(folder, 'replica'), database: 'cardroom' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cardroom-replica-'));
  const primaryDir = join(folder, 'primary');
  primary = await startPostgres({ dataDir: primaryDir, database: 'cardroom', throwAway: true });
  await migrate(primary.url);
  replica = await startReplica({ url: primary.url, dataDir: primaryDir }, replicaOptions());
  api = await WalletApi.start({
    DATABASE_URL: primary.url,
    DATABASE_REPLICA_URL: replica.url,
    RATE_LIMIT_DEFAULT_PER_MIN: '100000',
  });
  [player, other, third] = [await api.player(), await api.player(), await api.player()];
});

afterAll(async () => {
  await api.stop();
  await replica.stop();
  await primary.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Who answered the lists so far: `replica fresh`, `primary recent_write`, … */
async function answered(): Promise<Record<string, number>> {
  const metric = await register.getSingleMetric('db_report_reads_total')?.get();
  return Object.fromEntries(
    (metric?.values ?? []).map(({ labels, value }) => [
      `${labels['server']} ${labels['reason']}`,
      value,
    ]),
  );
}

const list = (who: Player): Promise<Answer> =>
  api.send({ path: '/wallet/transactions', token: who.accessToken });

/** Asks for a list until another server answers it, or for another reason. */
async function listUntil(who: Player, wanted: string): Promise<void> {
  const deadline = performance.now() + 40_000;
  for (;;) {
    const before = (await answered())[wanted] ?? 0;
    const { status } = await list(who);
    expect(status).toBe(200);
    if (((await answered())[wanted] ?? 0) > before) return;
    if (performance.now() > deadline) throw new Error(`in vain waited for ${wanted}`);
  }
}

/** A change of a player's own, whatever it is. */
const change = (who: Player): Promise<Answer> =>
  api.send({
    ...{ method: 'PUT', path: '/me/limits/deposit/day', token: who.accessToken },
    body: { amountKrw: 1_000_000 },
  });

async function queryReplica<R extends QueryResultRow>(sql: string): Promise<QueryResult<R>> {
  const client = new Client({ connectionString: replica.url });
  await client.connect();
  const result = await client.query<R>(sql);
  await client.end();
  return result;
}

/** Processes of the server come and go by themselves. */
function signal(pid: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name);
  } catch {
    expect(existsSync(`/proc/${pid}`)).toBe(false);
  }
}

it('lists are read from a streaming replica, and what is decided is not', async () => {
  await listUntil(player, 'replica fresh');
  const before = await answered();
  const { status } = await api.send({ path: '/wallet/balance', token: player.accessToken });
  expect(status).toBe(200);
  expect(await answered()).toEqual(before);
});

it('who has just written reads the primary, and others go on reading the replica', async () => {
  await queryReplica('SELECT pg_wal_replay_pause()');
  expect((await change(player)).status).toBe(200);
  await listUntil(player, 'primary recent_write');
  await listUntil(other, 'replica fresh');
});

it('whose money has moved sees it at once, whatever the replica has', async () => {
  const [outcome] = await withTransaction(api.source, (manager) =>
    api.get(Ledger).post(manager, [
      {
        ...{ id: uuidv7(), type: 'adjustment', businessKey: 'replica', actor: 'test' },
        entries: [
          { account: { kind: 'available', userId: other.userId }, amountKrw: krw(700) },
          { account: { kind: 'adjustments' }, amountKrw: krw(-700) },
        ],
      },
    ]),
  );
  expect(outcome?.status).toBe('posted');
  await listUntil(other, 'primary recent_write');
  const { body } = await list(other);
  expect(body['items']).toMatchObject([{ type: 'adjustment', amountKrw: 700 }]);
  await queryReplica('SELECT pg_wal_replay_resume()');
});

it('F5 a replica that stands still keeps nobody waiting for its time limit, and no decision', async () => {
  await listUntil(third, 'replica fresh');
  const { rows } = await queryReplica<{ pid: number }>('SELECT pid FROM pg_stat_activity');
  const pids = [replica.process?.pid ?? 0, ...rows.map(({ pid }) => pid)];
  for (const pid of pids) signal(pid, 'SIGSTOP');
  try {
    const startMs = performance.now();
    // The first list asks a replica that looked fresh a moment ago.
    await listUntil(third, 'primary failed');
    expect(performance.now() - startMs).toBeLessThan(STATEMENT_TIMEOUT_MS);
    await listUntil(third, 'primary behind');
    expect((await change(other)).status).toBe(200);
    const balance = await api.send({ path: '/wallet/balance', token: other.accessToken });
    expect(balance.status).toBe(200);
    expect((await fetch(`${api.url}/health`)).status).toBe(200);
  } finally {
    for (const pid of pids.reverse()) signal(pid, 'SIGCONT');
  }
  await listUntil(third, 'replica fresh');
});

it('a replica that is gone fails nobody, and is read again when it is back', async () => {
  await listUntil(third, 'replica fresh');
  await replica.kill();
  await listUntil(third, 'primary behind');
  replica = await startPostgres({ ...replicaOptions(), port: Number(new URL(replica.url).port) });
  await listUntil(third, 'replica fresh');
});
