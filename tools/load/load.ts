import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import { seedTables } from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

import { makeAccounts, type LoadAccount } from './accounts';
import { Crowd } from './crowd';
import type { CrowdMember, CrowdOrder } from './crowd-words';
import type { LoadOptions } from './options';
import type { LoadRoom } from './room';
import { metricsOf, serverFigures, sumOf, type ServerFigures } from './server-figures';
import { quantiles, together, type Counted, type Quantiles } from './tally';

const STAKES = {
  ...{ name: 'load 1,000/2,000', smallBlindKrw: 1_000, bigBlindKrw: 2_000 },
  ...{ rakeBp: 500, rakeCapKrw: 6_000 },
};
const BUY_IN_KRW = 200_000;
const MONEY_KRW = 100_000_000;
const MAX_SEATS = 9;
const PROGRESS_MS = 5_000;
/** A table has its owner by then; the gateway looks once a second. */
const PLACING_TIMEOUT_MS = 60_000;

/** What a load has shown; times are milliseconds from the moment an action was due. */
export interface LoadReport {
  readonly players: number;
  readonly tables: number;
  readonly idle: number;
  readonly seconds: number;
  readonly askedRate: number;
  readonly rate: number;
  readonly ackMs: Quantiles;
  readonly seenMs: Quantiles;
  readonly sentLateMs: Quantiles;
  readonly errors: Readonly<Record<string, number>>;
  readonly bytesInPerAction: number;
  readonly messagesInPerAction: number;
  readonly bytesOutPerAction: number;
  readonly cpuMsPerAction: number;
  readonly cpuCores: number;
  readonly eventLoopP99Ms: number;
  readonly rssBytes: number;
  /** Of the gateway with tables and no sockets. */
  readonly rssEmptyBytes: number;
  readonly loadAverage: number;
}

/** Plays a load in a room and reports. `note` is told how far it is. */
export async function runLoad(
  options: LoadOptions,
  room: LoadRoom,
  note: (line: string) => void,
): Promise<LoadReport> {
  const { tableIds, accounts } = await prepare(options, room);
  note(`${accounts.length} accounts, ${tableIds.length} tables`);
  const orders = ordersOf(options, room.gatewayUrls, tableIds, accounts);
  const measured = await measure(orders, () => serverFigures(room.gatewayUrls), note);
  return reportOf(options, measured);
}

/** The tables and accounts of a load, when the gateway hosts the tables. */
export async function prepare(
  options: LoadOptions,
  room: LoadRoom,
): Promise<{ readonly tableIds: readonly string[]; readonly accounts: readonly LoadAccount[] }> {
  const label = `l${uuidv7().slice(-8)}`;
  const others = await tablesHosted(room.gatewayUrls);
  const tableIds = await openTables(room, options, label);
  const accounts = await makeAccounts({
    ...{ databaseUrl: room.databaseUrl, jwtPrivateKey: room.jwtPrivateKey, label },
    ...{ count: options.players + options.idle, moneyKrw: MONEY_KRW },
  });
  await untilHosted(room.gatewayUrls, others + tableIds.length);
  return { tableIds, accounts };
}

/** What was counted at both ends of a load. */
export interface Measured {
  readonly counted: Counted;
  /** Before anyone came. */
  readonly empty: ServerFigures;
  readonly before: ServerFigures;
  readonly after: ServerFigures;
}

/** Lets a crowd play as it is told; `figures` asks the server what it says of itself. */
export async function measure(
  orders: readonly CrowdOrder[],
  figures: () => Promise<ServerFigures>,
  note: (line: string) => void,
): Promise<Measured> {
  const empty = await figures();
  const crowd = Crowd.gather(orders);
  const progress = setInterval(() => {
    const { sent, received, refused } = crowd.progress;
    note(`${sent} actions sent, ${received} messages received, ${refused} refused`);
  }, PROGRESS_MS);
  try {
    await crowd.reached('connected');
    note('all are connected');
    await crowd.reached('seated');
    note('all are seated');
    const [measuring, ended] = [crowd.reached('measuring'), crowd.measured()];
    crowd.play();
    await measuring;
    const before = await figures();
    const counted = together(await ended);
    return { counted, empty, before, after: await figures() };
  } finally {
    clearInterval(progress);
    await crowd.dismiss();
  }
}

async function openTables(room: LoadRoom, { tables }: LoadOptions, label: string) {
  const seeds = Array.from({ length: tables }, (_, at) => ({
    ...{ name: `${label} ${at + 1}`, stakes: STAKES, pool: room.pool, maxSeats: MAX_SEATS },
    ...{ showdownPauseMs: 500, actionTimeoutMs: 30_000 },
  }));
  return seedTables(room.databaseUrl, seeds);
}

async function untilHosted(gatewayUrls: readonly string[], tables: number): Promise<void> {
  const deadlineMs = performance.now() + PLACING_TIMEOUT_MS;
  while ((await tablesHosted(gatewayUrls)) < tables) {
    if (performance.now() > deadlineMs) throw new Error('the gateways do not host the tables');
    await sleep(200);
  }
}

async function tablesHosted(gatewayUrls: readonly string[]): Promise<number> {
  const pages = await Promise.all(gatewayUrls.map(metricsOf));
  return sumOf(pages.join('\n'), 'gateway_tables');
}

/** All players of a table go to one process, whose clock times their actions. */
export function ordersOf(
  options: LoadOptions,
  gatewayUrls: readonly string[],
  tableIds: readonly string[],
  accounts: readonly LoadAccount[],
): CrowdOrder[] {
  const { players, processes, rate, seconds, warmUpSeconds, seed } = options;
  const members = accounts.map(({ token, nickname }, at): CrowdMember & { process: number } => {
    const table = at % tableIds.length;
    const seat = { tableId: tableIds[table] ?? '', seat: Math.floor(at / tableIds.length) };
    const isIdle = at >= players;
    return {
      ...{ gatewayUrl: gatewayUrls[at % gatewayUrls.length] ?? '' },
      ...{ token, name: nickname, process: (isIdle ? at : table) % processes },
      seat: isIdle ? null : { ...seat, buyInKrw: BUY_IN_KRW },
    };
  });
  return Array.from({ length: processes }, (_, process) => ({
    ...{ seconds, warmUpSeconds, seed: seed + process },
    intervalMs: (1_000 * tableIds.length) / rate,
    members: members
      .filter((member) => member.process === process)
      .map(({ gatewayUrl, token, name, seat }) => ({ gatewayUrl, token, name, seat })),
  }));
}

/** What was measured, in figures. */
export function reportOf(
  options: LoadOptions,
  { counted, empty, before, after }: Measured,
): LoadReport {
  const { players, tables, idle, seconds, rate } = options;
  const actions = Math.max(1, counted.ackMs.length);
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
  return {
    ...{ players, tables, idle, seconds, askedRate: rate, rate: counted.ackMs.length / seconds },
    ackMs: quantiles(counted.ackMs),
    seenMs: quantiles(counted.seenMs),
    sentLateMs: quantiles(counted.lateMs),
    errors: counted.errors,
    bytesInPerAction: counted.bytesIn / actions,
    messagesInPerAction: counted.received / actions,
    bytesOutPerAction: counted.bytesOut / actions,
    cpuMsPerAction: (1_000 * cpuSeconds) / actions,
    cpuCores: cpuSeconds / seconds,
    eventLoopP99Ms: after.eventLoopP99Ms,
    ...{ rssBytes: after.rssBytes, rssEmptyBytes: empty.rssBytes },
    loadAverage: loadavg()[0] ?? 0,
  };
}

const times = ({ p50, p95, p99, max }: Quantiles): string =>
  [p50, p95, p99, max].map((ms) => ms.toFixed(1).padStart(8)).join('');

/** The report for reading. */
export function reportLines(report: LoadReport): string[] {
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);
  const errors = Object.entries(report.errors).map(([code, count]) => `${code} ${count}`);
  return [
    `${report.players} players, ${report.tables} tables, ${report.idle} idle sockets, ${report.seconds} s`,
    `actions/s         ${report.rate.toFixed(1)} of ${report.askedRate.toFixed(1)} asked for`,
    `ms                     p50     p95     p99     max`,
    `action → ack      ${times(report.ackMs)}`,
    `action → others   ${times(report.seenMs)}`,
    `due → sent        ${times(report.sentLateMs)}`,
    `refused           ${errors.length === 0 ? 'nothing' : errors.join(', ')}`,
    `per action        ${report.messagesInPerAction.toFixed(1)} messages and ${report.bytesInPerAction.toFixed(0)} B from the server, ${report.bytesOutPerAction.toFixed(0)} B to it`,
    `server CPU        ${report.cpuMsPerAction.toFixed(3)} ms per action, ${report.cpuCores.toFixed(2)} cores`,
    `event loop        ${report.eventLoopP99Ms.toFixed(1)} ms at p99`,
    `RSS               ${megabytes(report.rssBytes)} MB, ${megabytes(report.rssEmptyBytes)} MB before anyone came`,
    `load average      ${report.loadAverage.toFixed(1)}`,
  ];
}
