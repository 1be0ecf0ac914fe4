import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { projectRoot } from '@cardroom/testing';

import {
  measure,
  ordersOf,
  prepare,
  reportOf,
  type LoadReport,
  type Measured,
} from '../../../tools/load/load';
import { readOptions, type LoadOptions } from '../../../tools/load/options';
import { ownRoom } from '../../../tools/load/room';
import { serverFigures, type ServerFigures } from '../../../tools/load/server-figures';
import { asMarkdown, asText, withMeasured, type Row } from '../report';
import { median } from '../rounds';
import { surroundings } from '../surroundings';
import { BareServer } from './bare-server';
import { runOnImageNode } from './image-node';
import { weigh } from './wire-bytes';

const USAGE = [
  'bench:gateway [--players N] [--tables N] [--rate N] [--warm-up N] [--seconds N] [--rounds N]',
  '              [--this-node] [--json FILE]',
].join('\n');
const PAGE = join(projectRoot(), 'docs/benchmarks.md');
/** Seconds of play until hands begin and end all the time, and seconds that are counted. */
const LEARNING = { warmUpSeconds: 20, seconds: 20 };
const BARE = 'a bare Socket.IO server';

interface Side {
  readonly measured: Measured;
  readonly report: LoadReport;
}

const note = (line: string): void => {
  console.log(`bench: ${line}`);
};

type GatheredCrowd = Awaited<ReturnType<typeof prepare>>;

interface Round {
  readonly ours: Side;
  readonly theirs: Side;
}

/**
 * The same crowd in the card room and at a server that sends as much and plays nothing, at the same time:
 * what the machine's neighbours take, they take from both. Both are new in each round: players who are
 * gone hold up their hands for minutes, which would be played beside the next.
 */
async function playRound(options: LoadOptions, traffic: LoadReport): Promise<Round> {
  const room = await ownRoom({ sockets: options.players });
  const bare = await bareAs(traffic, options);
  try {
    const crowd = await prepare(options, room);
    const [ours, theirs] = await Promise.all([
      play(options, room.gatewayUrls, crowd, () => serverFigures(room.gatewayUrls)),
      play(options, [bare.url], crowd, () => bare.figures()),
    ]);
    return { ours, theirs };
  } finally {
    await bare.stop();
    await room.stop();
  }
}

/** How much the card room sends, so that the bare server can be told to send as much. */
async function learnTraffic(options: LoadOptions): Promise<LoadReport> {
  const room = await ownRoom({ sockets: options.players });
  try {
    const crowd = await prepare(options, room);
    const figures = (): Promise<ServerFigures> => serverFigures(room.gatewayUrls);
    return (await play({ ...options, ...LEARNING }, room.gatewayUrls, crowd, figures)).report;
  } finally {
    await room.stop();
  }
}

async function play(
  options: LoadOptions,
  urls: readonly string[],
  { tableIds, accounts }: GatheredCrowd,
  figures: () => Promise<ServerFigures>,
): Promise<Side> {
  const measured = await measure(ordersOf(options, urls, tableIds, accounts), figures, note);
  return { measured, report: reportOf(options, measured) };
}

async function playRounds(options: LoadOptions, rounds: number): Promise<Round[]> {
  const traffic = await learnTraffic(options);
  const played: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const { ours, theirs } = await playRound(options, traffic);
    played.push({ ours, theirs });
    const [mine, others] = [ours.report.cpuMsPerAction, theirs.report.cpuMsPerAction];
    note(`round ${round}: ${mine.toFixed(2)} ms an action, ${BARE} ${others.toFixed(2)} ms`);
  }
  return played;
}

/** A bare server that sends as much as the card room did. */
function bareAs(
  { messagesInPerAction, bytesInPerAction }: LoadReport,
  options: LoadOptions,
): Promise<BareServer> {
  const broadcasts = messagesInPerAction - 1;
  note(`${BARE}: ${messagesInPerAction.toFixed(1)} messages an action`);
  return BareServer.start({
    broadcastsPerAction: broadcasts / (options.players / options.tables),
    bytesPerBroadcast: bytesInPerAction / broadcasts,
  });
}

function rowsOf(rounds: readonly Round[]): Row[] {
  const samples = rounds.flatMap(({ ours }) => ours.measured.counted.samples);
  const { deltas, snapshots, actionResults } = weigh(samples);
  const against = (name: string, unit: string, of: (side: Side) => number): Row => ({
    ...{ name, unit, value: median(rounds.map(({ ours }) => of(ours))) },
    ratio: median(rounds.map(({ ours, theirs }) => of(ours) / of(theirs))),
    against: BARE,
  });
  const packed = (name: string, bytes: typeof deltas): Row => ({
    ...{ name, unit: 'B', value: bytes.msgpack },
    ...{ ratio: bytes.msgpack / bytes.json, against: 'JSON' },
  });
  const perSocket = ({ measured: { before, empty }, report }: Side): number =>
    (before.rssBytes - empty.rssBytes) / (report.players + report.idle);
  return [
    against('cpu_per_action', 'ms', ({ report }) => report.cpuMsPerAction),
    against('action_p99', 'ms', ({ report }) => report.ackMs.p99),
    against('rss_per_socket', 'B', perSocket),
    packed('bytes_delta', deltas),
    packed('bytes_snapshot', snapshots),
    packed('bytes_action_result', actionResults),
  ];
}

function trafficText(rounds: readonly Round[], warmUpSeconds: number): string {
  const { ours, theirs } = rounds.at(-1) ?? {};
  if (ours === undefined || theirs === undefined) throw new Error('nothing was measured');
  const traffic = ({ report }: Side): string =>
    `${report.rate.toFixed(0)} actions/s, ${report.messagesInPerAction.toFixed(1)} messages and ${report.bytesInPerAction.toFixed(0)} B an action`;
  const { players, tables, seconds } = ours.report;
  return [
    `${players} players at ${tables} tables, ${rounds.length} rounds of ${seconds} s, both at the same time, after ${warmUpSeconds} s of the same. Cardroom: ${traffic(ours)};`,
    `bare: ${traffic(theirs)}.`,
  ].join('\n');
}

async function main(): Promise<number> {
  const elsewhere = runOnImageNode(process.argv.slice(2));
  if (elsewhere !== null) return elsewhere;
  const { values } = parseArgs({
    options: {
      players: { type: 'string', default: '500' },
      tables: { type: 'string', default: '80' },
      rate: { type: 'string', default: '80' },
      // Servers run for weeks: both sides are measured when their code has been compiled.
      'warm-up': { type: 'string', default: '60' },
      seconds: { type: 'string', default: '30' },
      rounds: { type: 'string', default: '3' },
      'this-node': { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const { json, rounds, 'this-node': isThisNode, ...load } = values;
  const options = readOptions(
    Object.entries(load).flatMap(([name, value]) => [`--${name}`, value]),
  );
  if (!/^[1-9]\d?$/.test(rounds)) throw new Error('--rounds takes a number from 1 to 99');
  const played = await playRounds(options, Number(rounds));
  const rows = rowsOf(played);
  const traffic = trafficText(played, options.warmUpSeconds);
  console.log(`\n${asText(rows)}\n\n${traffic}\n${surroundings()}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
  if (!isThisNode) {
    const measured = [surroundings(), traffic, asMarkdown(rows)].join('\n\n');
    writeFileSync(PAGE, withMeasured(readFileSync(PAGE, 'utf8'), measured, 'gateway'));
  }
  return 0;
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
    process.exit(1);
  },
);
