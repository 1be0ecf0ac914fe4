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
import { ownRoom, type LoadRoom } from '../../../tools/load/room';
import { serverFigures } from '../../../tools/load/server-figures';
import { asMarkdown, asText, withMeasured, type Row } from '../report';
import { surroundings } from '../surroundings';
import { BareServer } from './bare-server';
import { weigh } from './wire-bytes';

const USAGE =
  'bench:gateway [--players N] [--tables N] [--rate N] [--warm-up N] [--seconds N] [--json FILE]';
const PAGE = join(projectRoot(), 'docs/benchmarks.md');
const BARE = 'a bare Socket.IO server';

interface Side {
  readonly measured: Measured;
  readonly report: LoadReport;
}

const note = (line: string): void => {
  console.log(`bench: ${line}`);
};

/** The same crowd in the card room, then at a server that sends as much and plays nothing. */
async function bothSides(options: LoadOptions, room: LoadRoom) {
  const { tableIds, accounts } = await prepare(options, room);
  const play = async (url: string, figures: () => ReturnType<typeof serverFigures>) => {
    const measured = await measure(ordersOf(options, url, tableIds, accounts), figures, note);
    return { measured, report: reportOf(options, measured) };
  };
  const ours = await play(room.gatewayUrl, () => serverFigures(room.gatewayUrl));
  const { messagesInPerAction, bytesInPerAction } = ours.report;
  const broadcasts = messagesInPerAction - 1;
  const bare = await BareServer.start({
    broadcastsPerAction: broadcasts / (options.players / options.tables),
    bytesPerBroadcast: bytesInPerAction / broadcasts,
  });
  try {
    note(`${BARE}: ${messagesInPerAction.toFixed(1)} messages an action`);
    return { ours, theirs: await play(bare.url, () => bare.figures()) };
  } finally {
    await bare.stop();
  }
}

function rowsOf({ ours, theirs }: { readonly ours: Side; readonly theirs: Side }): Row[] {
  const { deltas, snapshots, actionResults } = weigh(ours.measured.counted.samples);
  const perSocket = ({ measured: { before, empty }, report }: Side): number =>
    (before.rssBytes - empty.rssBytes) / (report.players + report.idle);
  const against = (name: string, unit: string, of: (side: Side) => number): Row => ({
    ...{ name, unit, value: of(ours), ratio: of(ours) / of(theirs), against: BARE },
  });
  const packed = (name: string, bytes: typeof deltas): Row => ({
    ...{
      name,
      unit: 'B',
      value: bytes.msgpack,
      ratio: bytes.msgpack / bytes.json,
      against: 'JSON',
    },
  });
  return [
    against('cpu_per_action', 'ms', ({ report }) => report.cpuMsPerAction),
    against('action_p99', 'ms', ({ report }) => report.ackMs.p99),
    against('rss_per_socket', 'B', perSocket),
    packed('bytes_delta', deltas),
    packed('bytes_snapshot', snapshots),
    packed('bytes_action_result', actionResults),
  ];
}

function trafficText(
  { ours, theirs }: { readonly ours: Side; readonly theirs: Side },
  warmUpSeconds: number,
): string {
  const traffic = ({ report }: Side): string =>
    `${report.rate.toFixed(0)} actions/s, ${report.messagesInPerAction.toFixed(1)} messages and ${report.bytesInPerAction.toFixed(0)} B an action`;
  const { players, tables, seconds } = ours.report;
  return [
    `${players} players at ${tables} tables for ${seconds} s, after ${warmUpSeconds} s of the same. Cardroom: ${traffic(ours)};`,
    `bare: ${traffic(theirs)}.`,
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      players: { type: 'string', default: '500' },
      tables: { type: 'string', default: '80' },
      rate: { type: 'string', default: '80' },
      // Servers run for weeks: both sides are measured when their code has been compiled.
      'warm-up': { type: 'string', default: '60' },
      seconds: { type: 'string', default: '30' },
      json: { type: 'string' },
    },
  });
  const { json, ...rest } = values;
  const options = readOptions(
    Object.entries(rest).flatMap(([name, value]) => [`--${name}`, value]),
  );
  const room = await ownRoom({ sockets: options.players });
  try {
    const sides = await bothSides(options, room);
    const rows = rowsOf(sides);
    console.log(
      `\n${asText(rows)}\n\n${trafficText(sides, options.warmUpSeconds)}\n${surroundings()}`,
    );
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
    const measured = [
      surroundings(),
      trafficText(sides, options.warmUpSeconds),
      asMarkdown(rows),
    ].join('\n\n');
    writeFileSync(PAGE, withMeasured(readFileSync(PAGE, 'utf8'), measured, 'gateway'));
  } finally {
    await room.stop();
  }
}

main().then(
  () => process.exit(0),
  (cause: unknown) => {
    console.error(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
    process.exit(1);
  },
);
