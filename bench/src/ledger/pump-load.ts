import type { PostingPump, PostOutcome } from '@cardroom/ledger';
import { seededRandom } from '@cardroom/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

import { payment } from './house';

export interface Load {
  readonly perSecond: number;
  readonly walBytesPerTransfer: number;
}

interface CallersOptions {
  readonly callers: number;
  readonly forMs: number;
  readonly seed: number;
}

function mustBePosted({ status }: PostOutcome): void {
  if (status !== 'posted') throw new Error(`A transfer of the benchmark was ${status}`);
}

const walPosition = async (source: DataSource): Promise<bigint> => {
  const [row] = await source.query<{ bytes: string }[]>(
    `SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::text AS bytes`,
  );
  return BigInt(row?.bytes ?? 0);
};

/** Callers who each ask for the next transfer when the one before is answered. */
export async function underLoad(
  source: DataSource,
  pump: PostingPump,
  { callers, forMs, seed }: CallersOptions,
): Promise<Load> {
  const random = seededRandom(seed);
  const walBefore = await walPosition(source);
  const startMs = performance.now();
  let posted = 0;
  const call = async (): Promise<void> => {
    while (performance.now() - startMs < forMs) {
      mustBePosted(await pump.post(payment(random)));
      posted += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  const seconds = (performance.now() - startMs) / 1000;
  const walBytes = Number((await walPosition(source)) - walBefore);
  return { perSecond: posted / seconds, walBytesPerTransfer: walBytes / posted };
}

/** Milliseconds of each transfer where they come at a rate, whether or not the one before is done. */
export async function latenciesAt(
  pump: PostingPump,
  { perSecond, forMs, seed }: { perSecond: number; forMs: number; seed: number },
): Promise<number[]> {
  const random = seededRandom(seed);
  const latenciesMs: number[] = [];
  const running: Promise<void>[] = [];
  const startMs = performance.now();
  const wanted = Math.floor((perSecond * forMs) / 1000);
  for (let sent = 0; sent < wanted;) {
    const due = Math.min(Math.floor(((performance.now() - startMs) * perSecond) / 1000), wanted);
    for (; sent < due; sent += 1) {
      const askedMs = startMs + (sent * 1000) / perSecond;
      running.push(
        pump.post(payment(random)).then((outcome) => {
          mustBePosted(outcome);
          latenciesMs.push(performance.now() - askedMs);
        }),
      );
    }
    await sleep(1);
  }
  await Promise.all(running);
  return latenciesMs;
}

/** Milliseconds of transfers one after the other, and of bare commits between them. */
export async function oneCaller(
  source: DataSource,
  pump: PostingPump,
  { times, seed }: { times: number; seed: number },
): Promise<{ transferMs: number[]; bareMs: number[] }> {
  const random = seededRandom(seed);
  await source.query('CREATE TABLE IF NOT EXISTS bare (n bigint, at timestamptz DEFAULT now())');
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const startMs = performance.now();
    await work();
    return performance.now() - startMs;
  };
  const [transferMs, bareMs]: [number[], number[]] = [[], []];
  for (let index = 0; index < times; index += 1) {
    transferMs.push(await timed(async () => mustBePosted(await pump.post(payment(random)))));
    bareMs.push(await timed(() => source.query('INSERT INTO bare (n) VALUES ($1)', [index])));
  }
  return { transferMs, bareMs };
}

/** Rows a second that one durable COPY takes into a table like that of the entries, without indexes. */
export async function copyRowsPerSecond(source: DataSource): Promise<number> {
  const [place] = await source.query<{ file: string }[]>(
    `SELECT current_setting('data_directory') || '/copied' AS file`,
  );
  const file = place?.file ?? '';
  await source.query('DROP TABLE IF EXISTS copied');
  await source.query('CREATE TABLE copied AS SELECT * FROM ledger_entries LIMIT 0');
  await source.query(`COPY (SELECT * FROM ledger_entries LIMIT 200000) TO '${file}'`);
  const startMs = performance.now();
  await source.query(`COPY copied FROM '${file}'`);
  const seconds = (performance.now() - startMs) / 1000;
  const [row] = await source.query<{ rows: number }[]>('SELECT count(*) AS rows FROM copied');
  return (row?.rows ?? 0) / seconds;
}
