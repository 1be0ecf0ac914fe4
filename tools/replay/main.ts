import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Mismatch, RecordedHand } from '@cardroom/records';
import { v7 as uuidv7 } from 'uuid';

import { readHands } from '../hand-records/read-hands';
import { reportLines, verify } from '../verify/verify';
import { ProgressBar } from './progress-bar';
import { deckScript, isStageable, planReplay, type PlannedTable } from './replay-plan';
import { closeTables, createTables, storedStacks } from './replay-tables';
import { replaySystem, type ReplaySystem } from './system';
import { TableReplay } from './table-replay';

const USAGE =
  'replay FILE.phhs[.gz] [--hands N] [--tables N]: plays recorded hands through the running system';

interface Options {
  readonly file: string;
  readonly hands: number;
  readonly tables: number;
}

function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      hands: { type: 'string', default: '100' },
      tables: { type: 'string', default: '8' },
    },
  });
  const [file] = positionals;
  const [hands, tables] = [Number(values.hands), Number(values.tables)];
  const isCount = (count: number): boolean => Number.isInteger(count) && count > 0;
  if (file === undefined) throw new Error('name a file of recorded hands');
  if (!isCount(hands) || !isCount(tables))
    throw new Error('--hands and --tables take numbers above 0');
  return { file, hands, tables };
}

/** Errors: throws where the file has a hand that cannot be understood or staged at a table. */
function handsToStage({ file, hands }: Options): RecordedHand[] {
  const read = readHands(file);
  const chosen = read.hands.slice(0, hands);
  const [fault] = read.faults;
  if (fault !== undefined) throw fault;
  const strange = chosen.find((hand) => !isStageable(hand));
  if (strange !== undefined) {
    throw new Error(
      `hand ${strange.id}: only plain no-limit hands can be brought about at a table`,
    );
  }
  return chosen;
}

async function playAll(
  system: ReplaySystem,
  plan: readonly PlannedTable[],
  bar: ProgressBar,
): Promise<Mismatch[]> {
  const pool = `replay-${uuidv7().slice(-12)}`;
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-decks-'));
  const scriptFile = join(folder, 'decks.json');
  try {
    writeFileSync(scriptFile, JSON.stringify(deckScript(plan)), { mode: 0o600 });
    await createTables(system.databaseUrl, pool, plan);
    const gatewayUrl = await system.startGateway(pool, scriptFile);
    const label = pool.slice(-6);
    const replays = plan.map(
      (table, place) =>
        new TableReplay(table, {
          walletApiUrl: system.walletApiUrl,
          gatewayUrl,
          password: uuidv7(),
          ...{ place, label },
          onHand: () => bar.step(),
        }),
    );
    await Promise.all(replays.map((replay) => replay.prepare()));
    const played = await Promise.all(replays.map((replay) => replay.play()));
    replays.forEach((replay) => replay.leave());
    return [...played.flat(), ...(await compareStored(system, plan))];
  } finally {
    await closeTables(system.databaseUrl, pool);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What PostgreSQL has of the hands, against the record. */
async function compareStored(
  system: ReplaySystem,
  plan: readonly PlannedTable[],
): Promise<Mismatch[]> {
  const mismatches: Mismatch[] = [];
  for (const { tableId, hands } of plan) {
    const stored = await storedStacks(system.databaseUrl, tableId);
    for (const [index, hand] of hands.entries()) {
      const stacks = JSON.stringify(stored.get(index + 1));
      if (hand.finalKrw === null || stacks === JSON.stringify(hand.finalKrw)) continue;
      const reason = `stored stacks ${stacks}, record ${JSON.stringify(hand.finalKrw)}`;
      mismatches.push({ handId: hand.id, step: null, reason });
    }
  }
  return mismatches;
}

async function main(): Promise<number> {
  let options: Options;
  let hands: RecordedHand[];
  try {
    options = readOptions();
    hands = handsToStage(options);
  } catch (cause) {
    console.error(`replay: ${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
    return 2;
  }
  const system = await replaySystem();
  console.log(`replay: on ${system.where}`);
  try {
    const plan = planReplay(hands, options.tables);
    console.log(`replay: ${hands.length} hands over ${plan.length} tables`);
    const bar = new ProgressBar(hands.length);
    const mismatches = await playAll(system, plan, bar);
    bar.end();
    for (const { handId, step, reason } of mismatches) {
      console.log(`hand ${handId}, ${step === null ? 'end' : `step ${step}`}: ${reason}`);
    }
    const lines = reportLines(await verify(system));
    lines.filter((line) => !line.startsWith('✓')).forEach((line) => console.log(line));
    const isClean = lines.at(-1)?.includes('clean') === true;
    console.log(`${hands.length} hands replayed, ${mismatches.length} mismatches`);
    return mismatches.length === 0 && isClean ? 0 : 1;
  } finally {
    await system.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(`replay: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exit(1);
  },
);
