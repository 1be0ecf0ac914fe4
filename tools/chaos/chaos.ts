import { setTimeout as sleep } from 'node:timers/promises';

import { pick, seededRandom } from '@cardroom/testing';

import { verify } from '../verify/verify';
import { ChaosRoom } from './chaos-room';
import { FAULTS, type FaultName } from './faults';

export interface ChaosOptions {
  readonly seed: number;
  readonly faults: readonly FaultName[];
  /** Faults are chosen until so much time is over; each of the given ones once where it is 0. */
  readonly forMs: number;
  readonly gateways: number;
  readonly tables: number;
  readonly playersPerTable: number;
  readonly onNote: (note: string) => void;
}

export interface FaultReport {
  readonly fault: FaultName;
  /** From the fault until each table was seen to play on, the slowest last. */
  readonly recoveredMs: readonly number[];
  /** What was broken: nothing, if all is well. */
  readonly findings: readonly string[];
}

export interface ChaosReport {
  readonly faults: readonly FaultReport[];
  readonly acknowledged: number;
  readonly findings: readonly string[];
}

const PLAYING_TIMEOUT_MS = 60_000;
const RECOVERY_TIMEOUT_MS = 60_000;
const BETWEEN_MS = 2_000;

/** The newest version of each table that any player has seen. */
const versionsOf = (room: ChaosRoom): readonly number[] =>
  room.tableIds.map((tableId) =>
    Math.max(0, ...room.clients.map(({ tables }) => tables.get(tableId)?.stateVersion ?? 0)),
  );

/** How long it takes until players of each table see something new; a finding where they do not. */
async function playOn(
  room: ChaosRoom,
  timeoutMs: number,
): Promise<{ readonly tookMs: readonly number[]; readonly findings: readonly string[] }> {
  const [before, sinceMs] = [versionsOf(room), performance.now()];
  const took = new Map<number, number>();
  while (took.size < before.length && performance.now() - sinceMs < timeoutMs) {
    await sleep(20);
    versionsOf(room).forEach((version, at) => {
      if (version > (before[at] ?? 0) && !took.has(at)) took.set(at, performance.now() - sinceMs);
    });
  }
  const silent = before.flatMap((_, at) =>
    took.has(at) ? [] : [`table ${at + 1} does not go on`],
  );
  return { tookMs: [...took.values()].sort((a, b) => a - b), findings: silent };
}

async function brokenInvariants(room: ChaosRoom): Promise<string[]> {
  const reports = await verify(room);
  return reports.flatMap(({ check, findings }) =>
    findings.map((finding) => `${check.invariant} ${check.rule}: ${finding}`),
  );
}

async function inject(
  room: ChaosRoom,
  fault: FaultName,
  random: ReturnType<typeof seededRandom>,
): Promise<FaultReport> {
  const sinceMs = performance.now();
  await FAULTS[fault].break(room, random);
  const { tookMs, findings } = await playOn(room, RECOVERY_TIMEOUT_MS);
  await FAULTS[fault].mend?.(room);
  const lost: string[] = [];
  for (const client of room.clients) {
    lost.push(...(await client.lostSince(sinceMs - BETWEEN_MS).catch(() => [])));
  }
  const broken = await brokenInvariants(room);
  return { fault, recoveredMs: tookMs, findings: [...findings, ...lost, ...broken] };
}

function* chosen(
  { faults, forMs }: ChaosOptions,
  random: ReturnType<typeof seededRandom>,
): Generator<FaultName> {
  yield* faults;
  for (const endMs = performance.now() + forMs; performance.now() < endMs;) {
    const fault = pick(random, faults);
    if (fault !== null) yield fault;
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
    const begun = await playOn(room, PLAYING_TIMEOUT_MS);
    const reports: FaultReport[] = [];
    for (const fault of chosen(options, random)) {
      onNote(FAULTS[fault].about);
      const report = await inject(room, fault, random);
      const slowest = Math.round(report.recoveredMs.at(-1) ?? 0);
      onNote(`  all tables play after ${slowest} ms, ${report.findings.length} findings`);
      report.findings.forEach((finding) => onNote(`  ✗ ${finding}`));
      reports.push(report);
      await sleep(BETWEEN_MS);
    }
    await room.stopPlaying();
    const findings = [...begun.findings, ...troubles, ...(await brokenInvariants(room))];
    const acknowledged = room.clients.reduce((sum, { acks }) => sum + acks, 0);
    return { faults: reports, acknowledged, findings };
  } finally {
    await room.stop();
  }
}
