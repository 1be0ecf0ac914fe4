import { createDataSource } from '@cardroom/database';
import {
  migrate,
  Reaper,
  signalProcess,
  startPostgres,
  type RunningService,
} from '@cardroom/testing';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { checkLedger } from './check-ledger';
import { Ledger } from './ledger.service';
import { PostingPump } from './posting-pump';
import { deposit } from './transfer.builder';
import type { TransferRequest } from './transfer-types';

const STATEMENT_TIMEOUT_MS = 1_000;
/** What the driver waits longer than the server, and a little for a machine that is busy. */
const DEADLINE_MS = STATEMENT_TIMEOUT_MS + 2_000 + 5_000;
const CALLERS = 16;

let reaper: Reaper;
let folder: string;
let server: RunningService;
let source: DataSource;
let pump: PostingPump;

const start = (port?: number): Promise<RunningService> =>
  startPostgres({
    ...{ dataDir: join(folder, 'data'), reaper },
    ...(port === undefined ? {} : { port }),
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cardroom-server-loss-'));
  reaper = await Reaper.start();
  reaper.remove(folder);
  server = await start();
  await migrate(server.url);
  source = createDataSource({
    ...{ databaseUrl: server.url, databasePoolSize: 8, databasePoolTimeoutSeconds: 3 },
    databaseStatementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  await source.initialize();
  pump = new PostingPump(source, new Ledger());
}, 60_000);

afterAll(async () => {
  await source.destroy();
  await server.stop();
  await reaper.release();
}, 60_000);

/** Callers who post until they are told to stop, and what they were told. */
function callers() {
  const acknowledged: TransferRequest[] = [];
  const unanswered: TransferRequest[] = [];
  const slowestMs = { value: 0 };
  let stopped = false;
  const call = async (): Promise<void> => {
    while (!stopped) {
      const transfer = deposit(uuidv7(), 1);
      const startMs = performance.now();
      try {
        await pump.post(transfer);
        acknowledged.push(transfer);
      } catch {
        unanswered.push(transfer);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      slowestMs.value = Math.max(slowestMs.value, performance.now() - startMs);
    }
  };
  const done = Promise.all(Array.from({ length: CALLERS }, call));
  const stop = async (): Promise<void> => {
    stopped = true;
    await done;
  };
  return { acknowledged, unanswered, slowestMs, stop };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Each acknowledged transfer is there once; asked again, each unanswered one has happened once. */
async function expectEachOnce(
  acknowledged: readonly TransferRequest[],
  unanswered: readonly TransferRequest[],
): Promise<void> {
  for (const transfer of acknowledged.slice(-200)) {
    expect(await pump.post(transfer)).toEqual({ status: 'replayed', transferId: transfer.id });
  }
  for (const transfer of unanswered) {
    expect((await pump.post(transfer)).status).toMatch(/posted|replayed/);
  }
  const ids = [...acknowledged, ...unanswered].map(({ id }) => id);
  const [row] = await source.query<{ n: number }[]>(
    'SELECT count(*) AS n FROM ledger_transfers WHERE id = ANY ($1)',
    [ids],
  );
  expect(row?.n).toBe(ids.length);
  expect(await checkLedger(source.manager)).toEqual([]);
}

it('F4 PostgreSQL is killed while transfers are posted: none that was acknowledged is lost', async () => {
  const { acknowledged, unanswered, stop } = callers();
  await until(() => acknowledged.length > 200);
  await server.kill();
  await until(() => unanswered.length >= CALLERS);
  server = await start(Number(new URL(server.url).port));
  const before = acknowledged.length;
  await until(() => acknowledged.length > before + 50);
  await stop();
  await expectEachOnce(acknowledged, unanswered);
}, 90_000);

it('F5 PostgreSQL stands still: each request ends by its deadline, and the books are whole after', async () => {
  const [identity] = [server.process];
  if (identity === null) throw new Error('the server is ours');
  const { acknowledged, unanswered, slowestMs, stop } = callers();
  await until(() => acknowledged.length > 50);
  const rows = await source.query<{ pid: number }[]>('SELECT pid FROM pg_stat_activity');
  const pids = [identity.pid, ...rows.map(({ pid }) => pid)];
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  try {
    await until(() => unanswered.length >= CALLERS);
  } finally {
    signalProcess(identity, 'SIGCONT');
    for (const pid of pids.slice(1)) process.kill(pid, 'SIGCONT');
  }
  const before = acknowledged.length;
  await until(() => acknowledged.length > before + 50);
  await stop();
  expect(slowestMs.value).toBeLessThan(DEADLINE_MS);
  await expectEachOnce(acknowledged, unanswered);
}, 90_000);
