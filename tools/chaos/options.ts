import { parseArgs } from 'node:util';

import type { ChaosOptions } from './chaos';
import { SEATS_PER_TABLE } from './chaos-room';
import { FAULT_NAMES, FAULTS, isFaultName } from './faults';
import { PLANTED } from './planted';

export const USAGE = `chaos [--faults kill,drain,…] [--times N] [--minutes N] [--seed S] [--gateways N] [--tables N]
      [--players N] [--stopped-seconds N] [--held-seconds N] [--plant ${PLANTED.join('|')}]
breaks a system at play and checks every invariant after each fault; Ctrl-C ends it with a report.
--players sit at each table, 2 to ${SEATS_PER_TABLE}. Faults:
${FAULT_NAMES.map((name) => `  ${name.padEnd(20)}${FAULTS[name].about}`).join('\n')}`;

type AskedFor = Omit<ChaosOptions, 'onNote' | 'signal'>;

/** What the command line asks for; null where it asks how it is called. Errors: throws with what is wrong. */
export function readOptions(args: readonly string[]): AskedFor | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      faults: { type: 'string', default: FAULT_NAMES.join(',') },
      times: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '0' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      gateways: { type: 'string', default: '3' },
      tables: { type: 'string', default: '4' },
      players: { type: 'string', default: '3' },
      'stopped-seconds': { type: 'string', default: '30' },
      'held-seconds': { type: 'string', default: '10' },
      plant: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const names = values.faults.split(',');
  const stranger = names.find((name) => !isFaultName(name));
  if (stranger !== undefined) throw new Error(`${stranger} is no fault`);
  const planted = PLANTED.find((each) => each === values.plant) ?? null;
  if (planted === null && values.plant !== undefined) {
    throw new Error(`--plant takes ${PLANTED.join(' or ')}`);
  }
  return {
    faults: names.filter(isFaultName),
    times: wholeOf('times', values.times, 0),
    forMs: numberOf('minutes', values.minutes, 0) * 60_000,
    seed: wholeOf('seed', values.seed, 0),
    gateways: wholeOf('gateways', values.gateways, 2),
    tables: wholeOf('tables', values.tables, 1),
    playersPerTable: wholeOf('players', values.players, 2, SEATS_PER_TABLE),
    stoppedMs: numberOf('stopped-seconds', values['stopped-seconds'], 1) * 1_000,
    heldMs: numberOf('held-seconds', values['held-seconds'], 1) * 1_000,
    planted,
  };
}

function numberOf(name: string, text: string, min: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < min) throw new Error(`--${name} takes ${min} or more`);
  return value;
}

function wholeOf(name: string, text: string, min: number, max = Infinity): number {
  const value = numberOf(name, text, min);
  if (value > max) throw new Error(`--${name} takes ${max} at most`);
  if (!Number.isSafeInteger(value)) throw new Error(`--${name} takes a whole number`);
  return value;
}
