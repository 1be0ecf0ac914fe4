import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import type { HandRecordJson } from '@cardroom/packing';
import { playRecord } from '@cardroom/records';
import { migrate, projectRoot, Reaper, startPostgres, startRedis } from '@cardroom/testing';

import { readHands } from '../../../tools/hand-records/read-hands';
import { asMarkdown, asText, withMeasured, type Row } from '../report';
import { surroundings } from '../surroundings';
import { sizesOf } from './formats';
import { tierRows } from './tiers';

const PAGE = join(projectRoot(), 'docs/benchmarks.md');
const FIXTURE = join(projectRoot(), 'test/fixtures/oracle-hands.jsonl.gz');
const HANDS = 5_000;

/** The hands of a file as the table would have recorded them. */
const recordsOf = (file: string): HandRecordJson[] =>
  readHands(file)
    .hands.slice(0, HANDS)
    .map((hand, index) => ({ events: playRecord(hand, index + 1).events, deal: null }));

async function measure(files: readonly string[], folder: string, reaper: Reaper): Promise<Row[]> {
  const all = files.map((file) => [basename(file).split('.')[0] ?? '', recordsOf(file)] as const);
  const sizes = all.flatMap(([name, records]) => sizesOf(records, name));
  const throwAway = { throwAway: true, reaper };
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), ...throwAway });
  const redis = await startRedis({ dataDir: join(folder, 'redis'), ...throwAway });
  try {
    await migrate(postgres.url);
    const place = { databaseUrl: postgres.url, redisUrl: redis.url };
    return [...sizes, ...(await tierRows(place, all[0]?.[1] ?? []))];
  } finally {
    await redis.stop();
    await postgres.stop();
  }
}

/** `bench:archive [FILE…]`: files of hands, as `npm run oracle` takes them; the fixture unless told. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-bench-'));
  const reaper = await Reaper.start();
  reaper.remove(folder);
  try {
    const rows = await measure(positionals.length > 0 ? positionals : [FIXTURE], folder, reaper);
    console.log(`\n${asText(rows)}\n\n${surroundings()}`);
    const measured = [surroundings(), asMarkdown(rows)].join('\n\n');
    writeFileSync(PAGE, withMeasured(readFileSync(PAGE, 'utf8'), measured, 'archive'));
  } finally {
    await reaper.release();
  }
}

main().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
