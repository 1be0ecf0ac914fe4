import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { Ledger, PostingPump } from '@cardroom/ledger';
import { migrate, projectRoot, Reaper, startPostgres } from '@cardroom/testing';
import type { DataSource } from 'typeorm';

import { asMarkdown, asText, withMeasured, type Row } from '../report';
import { median } from '../rounds';
import { surroundings } from '../surroundings';
import { openHouse } from './house';
import { copyRowsPerSecond, latenciesAt, oneCaller, underLoad } from './pump-load';
import { TpcB } from './tpc-b';

const USAGE = 'bench:ledger [--json FILE] [--rounds N] [--seconds N] [--seed N]';
const PAGE = join(projectRoot(), 'docs/benchmarks.md');
const CALLERS = 64;
const SINGLE_TIMES = 1_500;

interface Options {
  readonly rounds: number;
  readonly seconds: number;
  readonly seed: number;
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

async function measure(databaseUrl: string, options: Options): Promise<Row[]> {
  const source = await openHouse(databaseUrl);
  try {
    const pump = new PostingPump(source, new Ledger());
    return await rowsOf(source, pump, { ...options, databaseUrl });
  } finally {
    await source.destroy();
  }
}

async function rowsOf(
  source: DataSource,
  pump: PostingPump,
  options: Options & { readonly databaseUrl: string },
): Promise<Row[]> {
  const { rounds, seconds, seed } = options;
  const tpcB = await TpcB.prepare(options.databaseUrl);
  const [loads, baselines]: [Awaited<ReturnType<typeof underLoad>>[], number[]] = [[], []];
  await underLoad(source, pump, { callers: CALLERS, forMs: 2_000, seed });
  for (let round = 1; round <= rounds; round += 1) {
    baselines.push(await tpcB.perSecond(seconds));
    const load = { callers: CALLERS, forMs: seconds * 1000, seed: seed + round };
    loads.push(await underLoad(source, pump, load));
    console.log(`bench: ${loads.at(-1)?.perSecond.toFixed(0)} against ${baselines.at(-1)}`);
  }
  const perSecond = median(loads.map((load) => load.perSecond));
  const ratios = loads.map((load, round) => load.perSecond / (baselines[round] ?? 1));
  const { transferMs, bareMs } = await oneCaller(source, pump, { times: SINGLE_TIMES, seed });
  const half = { perSecond: perSecond / 2, forMs: seconds * 1000, seed };
  const halfMs = await latenciesAt(pump, half);
  const copied = await copyRowsPerSecond(source);
  const wal = median(loads.map((load) => load.walBytesPerTransfer));
  const [p50, bareP50] = [quantile(transferMs, 0.5), quantile(bareMs, 0.5)];
  const alone = { ratio: null, against: null };
  const tpcRow = { name: 'pgbench TPC-B, scale 1, 16 clients', value: median(baselines) };
  return [
    ...[{ name: 'transfers_hot_account', value: perSecond, unit: 'transfers/s' }].map((row) => ({
      ...{ ...row, ratio: median(ratios), against: 'pgbench TPC-B' },
    })),
    { ...tpcRow, unit: 'transactions/s', ...alone },
    {
      name: 'transfer_single_p50',
      value: p50,
      unit: 'ms',
      ratio: p50 / bareP50,
      against: 'a bare commit',
    },
    { name: 'bare commit p50', value: bareP50, unit: 'ms', ...alone },
    { name: 'p99 at half load', value: quantile(halfMs, 0.99), unit: 'ms', ...alone },
    { name: 'WAL bytes per transfer', value: wal, unit: 'B', ...alone },
    { name: 'copy_rows', value: copied, unit: 'rows/s', ...alone },
  ];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '6' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [rounds, seconds, seed] = [values.rounds, values.seconds, values.seed].map(Number);
  const options = { rounds: rounds ?? 0, seconds: seconds ?? 0, seed: seed ?? 0 };
  if (!Object.values(options).every((value) => Number.isSafeInteger(value) && value > 0)) {
    throw new Error(USAGE);
  }
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-bench-'));
  const reaper = await Reaper.start();
  reaper.remove(folder);
  const server = await startPostgres({ dataDir: join(folder, 'data'), throwAway: true, reaper });
  try {
    await migrate(server.url);
    const rows = await measure(server.url, options);
    console.log(`\n${asText(rows)}\n\n${surroundings()}`);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
    const measured = [surroundings(), asMarkdown(rows)].join('\n\n');
    writeFileSync(PAGE, withMeasured(readFileSync(PAGE, 'utf8'), measured, 'ledger'));
  } finally {
    await server.stop();
    await reaper.release();
  }
}

main().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
