import { seededRandom } from '@cardroom/testing';

import { randomConfig } from './random-config';
import { RandomSteps } from './random-step';
import type { Rules } from './rules';
import { SimulatedTable, type Step } from './simulated-table';

/** A table plays so many hands before another one with other settings takes its place. */
const HANDS_PER_TABLE = 100;

export interface Violation {
  readonly seed: number;
  readonly table: number;
  readonly rule: string;
  /** The shortest prefix of the table's steps that breaks the rule. */
  readonly prefix: readonly Step[];
  /** Those steps of the prefix without which nothing breaks. */
  readonly essence: readonly Step[];
}

const nameOf = (seed: number, table: number): string => `${seed}.${table}`;

function tableOf(seed: number, table: number, rules: Rules): SimulatedTable {
  const config = randomConfig(seededRandom(seed * 31 + table));
  return new SimulatedTable(nameOf(seed, table), config, rules);
}

/** Plays one table by random steps. The same seed and table always play the same. */
function playTable(play: {
  readonly seed: number;
  readonly table: number;
  readonly rules: Rules;
  readonly hands: number;
}): Violation | null {
  const { seed, table, rules, hands } = play;
  const simulated = tableOf(seed, table, rules);
  const steps = new RandomSteps(nameOf(seed, table), seededRandom(seed * 1_000_003 + table));
  const prefix: Step[] = [];
  while (simulated.state.handNo < hands || simulated.state.hand?.outcome === 'playing') {
    const step = steps.next(simulated.state);
    prefix.push(step);
    const rule = simulated.play(step);
    if (rule === null) continue;
    const essence = essenceOf(prefix, (some) => ruleBrokenBy(some, tableOf(seed, table, rules)));
    return { seed, table, rule, prefix, essence };
  }
  return null;
}

function ruleBrokenBy(steps: readonly Step[], table: SimulatedTable): string | null {
  for (const step of steps) {
    const rule = table.play(step);
    if (rule !== null) return rule;
  }
  return null;
}

/** Leaves out ever smaller runs of steps for as long as something still breaks. */
function essenceOf(
  steps: readonly Step[],
  breaks: (some: readonly Step[]) => string | null,
): Step[] {
  let kept = [...steps];
  for (let run = Math.ceil(kept.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let from = 0; from < kept.length;) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + run)];
      if (breaks(fewer) === null) from += run;
      else kept = fewer;
    }
  }
  return kept;
}

/** How many hands each table of a simulation plays, in their order. */
function tablesOf(hands: number): number[] {
  const whole = Array.from({ length: Math.floor(hands / HANDS_PER_TABLE) }, () => HANDS_PER_TABLE);
  const rest = hands % HANDS_PER_TABLE;
  return rest === 0 ? whole : [...whole, rest];
}

/** Plays tables, or the n-th of every m of them, until one breaks a rule. */
export function simulate(options: {
  readonly hands: number;
  readonly seed: number;
  readonly rules: Rules;
  readonly share?: { readonly n: number; readonly of: number };
  readonly onHands?: (played: number) => void;
}): Violation | null {
  const { hands, seed, rules, share = { n: 0, of: 1 }, onHands } = options;
  for (const [table, handsOfTable] of tablesOf(hands).entries()) {
    if (table % share.of !== share.n) continue;
    const violation = playTable({ seed, table, rules, hands: handsOfTable });
    onHands?.(handsOfTable);
    if (violation !== null) return violation;
  }
  return null;
}
