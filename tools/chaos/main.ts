import { parseArgs } from 'node:util';

import { chaos, type ChaosReport } from './chaos';
import { FAULT_NAMES, type FaultName } from './faults';

const USAGE = `chaos [--faults ${FAULT_NAMES.join(',')}] [--minutes N] [--seed S] [--gateways N]
      [--tables N] [--players N]: breaks a system at play and checks every invariant after each fault`;

const isFault = (name: string): name is FaultName => FAULT_NAMES.some((each) => each === name);

function numberOf(name: string, text: string, min: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < min) throw new Error(`--${name} takes ${min} or more`);
  return value;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      faults: { type: 'string', default: FAULT_NAMES.join(',') },
      minutes: { type: 'string', default: '0' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      gateways: { type: 'string', default: '3' },
      tables: { type: 'string', default: '3' },
      players: { type: 'string', default: '4' },
    },
  });
  const faults = values.faults.split(',').filter(isFault);
  if (faults.length === 0) throw new Error(`--faults takes some of ${FAULT_NAMES.join(', ')}`);
  return {
    faults,
    forMs: numberOf('minutes', values.minutes, 0) * 60_000,
    seed: numberOf('seed', values.seed, 0),
    gateways: numberOf('gateways', values.gateways, 2),
    tables: numberOf('tables', values.tables, 1),
    playersPerTable: numberOf('players', values.players, 2),
  };
}

function tell({ faults, acknowledged, findings }: ChaosReport): boolean {
  const all = [...faults.flatMap((fault) => fault.findings), ...findings];
  findings.forEach((finding) => console.log(`✗ ${finding}`));
  const times = faults.flatMap(({ recoveredMs }) => recoveredMs).sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.floor(times.length * share)] ?? 0);
  console.log(
    `chaos: ${faults.length} faults, ${acknowledged} actions acknowledged; tables play again after ` +
      `${at(0.5)} ms (p50), ${at(0.99)} ms (p99); ${all.length} findings`,
  );
  return all.length === 0;
}

async function main(): Promise<boolean> {
  const options = readOptions();
  console.log(`chaos: seed ${options.seed}`);
  return tell(await chaos({ ...options, onNote: (note) => console.log(note) }));
}

main().then(
  (isClean) => process.exit(isClean ? 0 : 1),
  (cause: unknown) => {
    console.error(cause instanceof Error ? `${cause.message}\n${USAGE}` : cause);
    process.exit(2);
  },
);
