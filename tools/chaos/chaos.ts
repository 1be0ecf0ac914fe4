import { setTimeout as sleep } from 'node:timers/promises';

import { pick, seededRandom, type Random } from '@cardroom/testing';
import { Client } from 'pg';

import { verify } from '../verify/verify';
import { ChaosRoom, type RoomOptions } from './chaos-room';
import type { Durations, FaultContext } from './fault';
import { FAULTS, type FaultName } from './faults';
import type { History } from './history';
import { startAgain } from './process-faults';

export interface ChaosOptions extends Omit<RoomOptions, 'onTrouble'>, Durations {
  readonly faults: readonly FaultName[];
  /** Each of the faults so many times, in turns. */
  readonly times: number;
  /** Then more of them are chosen until so much time is over. */
  readonly forMs: number;
  readonly onNote: (note: string) => void;
  /** Ends the run after the fault in hand; what was found until then is told. */
  readonly signal?: AbortSignal;
}

export interface FaultReport {
  readonly fault: FaultName;
  /** From the fault until each table that it met was seen to play on. */
  readonly againMs: readonly number[];
  /** The longest that a player was without a connection. */
  readonly offlineMs: number;
  /** Hands that were in progress: played on, or void. */
  readonly resumed: number;
  readonly voided: number;
  /** What was broken: nothing, if all is well. */
  readonly findings: readonly string[];
}

export interface ChaosReport {
  readonly faults: readonly FaultReport[];
  readonly operations: History['counts'];
  /** What came out at the end. */
  readonly findings: readonly string[];
}

const PLAYING_TIMEOUT_MS = 60_000;
const AGAIN_TIMEOUT_MS = 60_000;
/** What was sent before the fault has arrived by then. */
const ON_ITS_WAY_MS = 250;
const BETWEEN_MS = 500;
const ENDED_TIMEOUT_MS = 60_000;

/** The newest version of each table that any player has seen. */
const versionsOf = (room: ChaosRoom, tableIds: readonly string[]): readonly number[] =>
  tableIds.map((tableId) =>
    Math.max(0, ...room.clients.map(({ tables }) => tables.get(tableId)?.stateVersion ?? 0)),
  );

/** How long it takes until players of each table see something new; a finding where they do not. */
async function playOn(
  room: ChaosRoom,
  tableIds: readonly string[],
  timeoutMs: number,
): Promise<{ readonly againMs: readonly number[]; readonly findings: readonly string[] }> {
  const sinceMs = performance.now();
  await sleep(ON_ITS_WAY_MS);
  const before = versionsOf(room, tableIds);
  const again = new Map<number, number>();
  while (again.size < before.length && performance.now() - sinceMs < timeoutMs) {
    await sleep(10);
    versionsOf(room, tableIds).forEach((version, at) => {
      if (version > (before[at] ?? 0) && !again.has(at)) again.set(at, performance.now() - sinceMs);
    });
  }
  const silent = tableIds.filter((_, at) => !again.has(at));
  return {
    againMs: [...again.values()],
    findings: silent.map((tableId) => `table ${tableId} does not go on`),
  };
}

/** The hands that players see being played. */
const handsInProgress = ({ clients }: ChaosRoom): ReadonlySet<string> =>
  new Set(
    clients.flatMap(({ tables }) =>
      [...tables.values()].flatMap(({ view }) => (view?.turn ? (view.handId ?? []) : [])),
    ),
  );

/** How hands ended, by their ids; those that are not over are not among them. */
async function outcomes(
  { databaseUrl }: ChaosRoom,
  handIds: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const { rows } = await database.query<{ id: string; outcome: string }>(
      'SELECT id, outcome FROM hands WHERE id = ANY($1::uuid[])',
      [[...handIds]],
    );
    return new Map(rows.map(({ id, outcome }) => [id, outcome]));
  } finally {
    await database.end();
  }
}

/** Gateways that ended by themselves, which none may; they are started again. */
async function dead(room: ChaosRoom): Promise<string[]> {
  const ended = room.gateways.flatMap((gateway) => {
    const { ownEnd } = gateway;
    return ownEnd === null ? [] : [{ gateway, ownEnd }];
  });
  await Promise.all(ended.map(({ gateway }) => startAgain(room, gateway)));
  return ended.map(({ ownEnd }) => `a gateway ended by itself with ${ownEnd}`);
}

/** Every invariant, now. */
async function broken(room: ChaosRoom): Promise<string[]> {
  await room.collector.collect(room.tableIds).catch(() => undefined);
  const leaks = await room.cards.findings(room.databaseUrl);
  const reports = await verify(room);
  const rules = reports.flatMap(({ check, findings }) =>
    findings.map((finding) => `${check.invariant} ${check.rule}: ${finding}`),
  );
  return [...room.history.findings(), ...leaks, ...rules];
}

/** What became of players' connections since the last time, of those who had any trouble with them. */
function coursesOf({ clients }: ChaosRoom): string[] {
  const courses = clients.map((client) => ({ client, course: client.takeCourse() }));
  return courses.flatMap(({ client: { nickname }, course }) =>
    course === '' ? [] : `  ${nickname}: ${course}`,
  );
}

async function inject(
  context: FaultContext,
  name: FaultName,
  onNote: (note: string) => void,
): Promise<FaultReport> {
  const { room } = context;
  const fault = FAULTS[name];
  const { losesLog = false, backWithinMs = Infinity } = fault;
  room.clients.forEach((client) => client.takeLongestOfflineMs());
  const before = handsInProgress(room);
  const tableIds = await fault.break(context);
  const hands = new Set([...before, ...handsInProgress(room)]);
  const { againMs, findings } = await playOn(room, tableIds, AGAIN_TIMEOUT_MS);
  const courses = coursesOf(room);
  const isLate = findings.length > 0 || againMs.some((ms) => ms > fault.againWithinMs);
  if (isLate) courses.forEach(onNote);
  const deaths = await dead(room);
  const mending = (await fault.mend?.(context)) ?? [];
  const offlineMs = Math.max(...room.clients.map((client) => client.takeLongestOfflineMs()));
  const late =
    offlineMs > backWithinMs ? [`a player was away for ${Math.round(offlineMs)} ms`] : [];
  const askedAgain = await Promise.all(
    room.clients.map((client) =>
      client.askAgain({ mayBeForgotten: losesLog }).catch((): string[] => []),
    ),
  );
  const ends = await outcomes(room, hands);
  const voided = [...ends.values()].filter((outcome) => outcome === 'voided').length;
  const voids = voided > 0 && !losesLog ? [`${voided} hands are void without a loss`] : [];
  return {
    ...{ fault: name, againMs, offlineMs, voided, resumed: hands.size - voided },
    findings: [
      ...[...findings, ...deaths, ...mending, ...late, ...voids, ...askedAgain.flat()],
      ...(await broken(room)),
    ],
  };
}

function* chosen({ faults, times, forMs }: ChaosOptions, random: Random): Generator<FaultName> {
  for (let turn = 0; turn < times; turn += 1) yield* faults;
  for (const endMs = performance.now() + forMs; performance.now() < endMs;) {
    const fault = pick(random, faults);
    if (fault !== null) yield fault;
  }
}

/** Each hand that was once in progress ends, once. Rule: I4. */
async function endless(room: ChaosRoom, handIds: ReadonlySet<string>): Promise<string[]> {
  const deadlineMs = performance.now() + ENDED_TIMEOUT_MS;
  for (;;) {
    const ends = await outcomes(room, handIds);
    const open = [...handIds].filter((handId) => !ends.has(handId));
    if (open.length === 0 || performance.now() > deadlineMs) {
      return open.map((handId) => `I4 hand ${handId} has no end`);
    }
    await sleep(250);
  }
}

/** Breaks a system at play, one fault after the other, and looks after each what was broken. */
export async function chaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, onNote } = options;
  const random = seededRandom(seed);
  const troubles: string[] = [];
  const room = await ChaosRoom.start({
    ...options,
    onTrouble: (what) => {
      if (/ILLEGAL_ACTION|BET_TOO_/.test(what)) troubles.push(what);
    },
  });
  try {
    const begun = await playOn(room, room.tableIds, PLAYING_TIMEOUT_MS);
    const reports: FaultReport[] = [];
    const hands = new Set<string>();
    const known = new Set<string>();
    for (const fault of chosen(options, random)) {
      if (options.signal?.aborted === true) break;
      if (FAULTS[fault].needsMounts === true && !room.hasDisks) {
        onNote(`${fault}: left out, this process may not mount`);
        continue;
      }
      onNote(FAULTS[fault].about);
      handsInProgress(room).forEach((handId) => hands.add(handId));
      const report = await inject({ room, random, durations: options }, fault, onNote);
      const findings = report.findings.filter((finding) => !known.has(finding));
      findings.forEach((finding) => known.add(finding).size && onNote(`  ✗ ${finding}`));
      onNote(`  all its tables play after ${Math.round(Math.max(0, ...report.againMs))} ms`);
      reports.push({ ...report, findings });
      await sleep(BETWEEN_MS);
    }
    await room.stopPlaying();
    const end = [...(await endless(room, hands)), ...(await broken(room))];
    const findings = [...begun.findings, ...troubles, ...end].filter((each) => !known.has(each));
    return { faults: reports, operations: room.history.counts, findings };
  } finally {
    await room.stop();
  }
}
