import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { HandEvent } from '@cardroom/engine';
import { recordOf, type StoredRecord } from '@cardroom/packing';
import { projectRoot } from '@cardroom/testing';
import { Client } from 'pg';

import { asMarkdown, asText, withMeasured, type Row } from '../report';
import { surroundings } from '../surroundings';
import { NaivePlay, type PlayedEvents } from './naive-play';
import { PlayedRoom, untilAtLeast } from './played-room';
import { Statements, sumOf, type StatementShare, type Work } from './statements';
import { WalReader, type WalShare } from './wal-shares';

const USAGE = 'bench:postgres [--json FILE] [--hands N] [--tables N] [--seed N]';
const PAGE = join(projectRoot(), 'docs/benchmarks.md');
const WARM_UP_HANDS = 60;
const PATIENCE_MS = 600_000;
const SHOWN_STATEMENTS = 40;
const EACH_ACTION = 'every action written, with the same end';

interface Options {
  readonly hands: number;
  readonly tables: number;
  readonly seed: number;
}

interface Measured {
  readonly hands: number;
  readonly decisions: number;
  readonly gateway: StatementShare[];
  readonly jobs: StatementShare[];
  readonly naive: StatementShare[];
  readonly wal: WalShare[];
}

async function measure(options: Options): Promise<Measured> {
  const room = await PlayedRoom.start(options.tables, options.seed);
  const statements = await Statements.of(room.databaseUrl);
  const log = await WalReader.of(room.databaseUrl);
  const client = new Client({ connectionString: room.databaseUrl });
  await client.connect();
  const count = async (query: string): Promise<number> =>
    Number((await client.query<{ count: string }>(query)).rows[0]?.count);
  const countHands = (): Promise<number> => count('SELECT count(*) FROM hands');
  try {
    const before = await untilAtLeast(WARM_UP_HANDS, countHands, PATIENCE_MS);
    await statements.forget();
    await log.forget();
    const after = await untilAtLeast(before + options.hands, countHands, PATIENCE_MS);
    const gateway = withoutCounting(await statements.shares());
    const wal = await log.shares();
    await room.stopPlaying();
    await statements.forget();
    await room.startJobs();
    const counted = (): Promise<number> => count('SELECT count(*) FROM processed_hands');
    const all = await untilAtLeast(await countHands(), counted, PATIENCE_MS);
    const jobs = withoutCounting(await statements.shares()).map((share) => ({
      ...share,
      statements: (share.statements * (after - before)) / all,
      walBytes: (share.walBytes * (after - before)) / all,
    }));
    const played = await playedHands(client, after - before);
    await statements.forget();
    const naive = await NaivePlay.start(room.databaseUrl);
    for (const hand of played) await naive.play(hand);
    await naive.close();
    const decisions = played.flatMap(({ events }) => events).filter(isDecision).length;
    const written = (await statements.shares()).filter(({ text }) => isNaive(text));
    return { hands: after - before, decisions, gateway, jobs, naive: written, wal };
  } finally {
    await client.end();
    await statements.close();
    await log.close();
    await room.stop();
  }
}

const isDecision = ({ type }: HandEvent): boolean => type === 'acted';
const isNaive = (text: string): boolean =>
  !text.startsWith('CREATE') && /naive_|^(BEGIN|COMMIT)/i.test(text);

const withoutCounting = (shares: readonly StatementShare[]): StatementShare[] =>
  shares.filter(({ text }) => !text.startsWith('SELECT count(*) FROM'));

async function playedHands(client: Client, hands: number): Promise<PlayedEvents[]> {
  const { rows } = await client.query<Omit<PlayedEvents, 'events'> & StoredRecord>(
    `SELECT id AS "handId", table_id AS "tableId", record, archive
     FROM hands ORDER BY ended_at DESC LIMIT $1`,
    [hands],
  );
  return rows.map(({ handId, tableId, ...stored }) => ({
    ...{ handId, tableId, events: recordOf(stored).events },
  }));
}

/** The end of a hand and the root of the next: what is written because hands are played. */
const isOfHand = ({ text }: StatementShare): boolean =>
  text.includes('settle_hand(') || text.startsWith('INSERT INTO deal_roots');

function rowsOf({ hands, decisions, gateway, jobs, naive }: Measured): Row[] {
  const alone = { ratio: null, against: null };
  const per = (work: Work): Work => ({
    statements: work.statements / hands,
    walBytes: work.walBytes / hands,
  });
  const ofHand = per(sumOf(gateway.filter(isOfHand)));
  const [all, later, each] = [gateway, jobs, naive].map((shares) => per(sumOf(shares)));
  if (all === undefined || later === undefined || each === undefined) throw new Error('unmeasured');
  if (ofHand.walBytes === 0) throw new Error('no statement of a hand is known');
  const pair = (names: readonly [string, string], { statements, walBytes }: Work): Row[] => [
    { name: names[0], value: statements, unit: '', ...alone },
    { name: names[1], value: walBytes, unit: 'B', ...alone },
  ];
  const compared = (names: readonly [string, string], work: Work): Row[] => {
    const ratios = [
      work.statements / (work.statements + each.statements),
      work.walBytes / (work.walBytes + each.walBytes),
    ];
    return pair(names, work).map((row, at) => ({
      ...row,
      ...{ ratio: ratios[at] ?? null, against: EACH_ACTION },
    }));
  };
  return [
    { name: 'decisions per hand', value: decisions / hands, unit: '', ...alone },
    ...compared(['hand_statements', 'hand_wal_bytes'], ofHand),
    ...compared(['statements_per_hand', 'wal_bytes_per_hand'], all),
    ...pair(['statements of the actions alone', 'WAL bytes of the actions alone'], each),
    ...pair(['statements of jobs per hand', 'WAL bytes of jobs per hand'], later),
  ];
}

function tellShares(name: string, shares: readonly StatementShare[], hands: number): void {
  console.log(`\n${name}, a hand:`);
  for (const { text, statements, walBytes } of shares.slice(0, SHOWN_STATEMENTS)) {
    const figures = (statements / hands).toFixed(2).padStart(7);
    console.log(`${figures} ${(walBytes / hands).toFixed(0).padStart(7)} B  ${text.slice(0, 110)}`);
  }
}

function tellWal(shares: readonly WalShare[], hands: number): void {
  console.log('\nThe log while they play, a hand: records, bytes, and images of pages beside them');
  for (const { relation, kind, records, bytes, pageImageBytes } of shares.slice(
    0,
    SHOWN_STATEMENTS,
  )) {
    const [count, own, images] = [records, bytes, pageImageBytes].map((each) => each / hands);
    const figures = `${count?.toFixed(2).padStart(7)} ${own?.toFixed(0).padStart(7)} B`;
    console.log(`${figures} ${images?.toFixed(0).padStart(6)} B  ${relation}: ${kind}`);
  }
}

function tellTables(shares: readonly WalShare[], hands: number): void {
  const bytesOf = new Map<string, number>();
  for (const { table, bytes } of shares) bytesOf.set(table, (bytesOf.get(table) ?? 0) + bytes);
  console.log('\nThe same by tables, with their indexes and partitions, a hand:');
  for (const [table, bytes] of [...bytesOf].sort(([, one], [, other]) => other - one)) {
    console.log(`${(bytes / hands).toFixed(0).padStart(7)} B  ${table}`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      hands: { type: 'string', default: '300' },
      tables: { type: 'string', default: '4' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [hands, tables, seed] = [values.hands, values.tables, values.seed].map(Number);
  const options = { hands: hands ?? 0, tables: tables ?? 0, seed: seed ?? 0 };
  if (!Object.values(options).every((value) => Number.isSafeInteger(value) && value > 0)) {
    throw new Error(USAGE);
  }
  const measured = await measure(options);
  tellShares('While they play', measured.gateway, measured.hands);
  tellWal(measured.wal, measured.hands);
  tellTables(measured.wal, measured.hands);
  tellShares('Jobs', measured.jobs, measured.hands);
  tellShares('Every action written, on top', measured.naive, measured.hands);
  const rows = rowsOf(measured);
  console.log(`\n${asText(rows)}\n\n${surroundings()}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  const text = [surroundings(), asMarkdown(rows)].join('\n\n');
  writeFileSync(PAGE, withMeasured(readFileSync(PAGE, 'utf8'), text, 'postgres'));
}

main().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
