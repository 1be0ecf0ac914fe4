import { parseArgs } from 'node:util';

import { chaos } from './chaos';
import { FAULT_NAMES, FAULTS, isFaultName } from './faults';
import { PLANTED } from './planted';
import { allFindings, reportLines } from './report';

const USAGE = `chaos [--faults kill,drain,…] [--times N] [--minutes N] [--seed S] [--gateways N] [--tables N]
      [--players N] [--stopped-seconds N] [--held-seconds N] [--plant ${PLANTED.join('|')}]
breaks a system at play and checks every invariant after each fault; Ctrl-C ends it with a report. Faults:
${FAULT_NAMES.map((name) => `  ${name.padEnd(20)}${FAULTS[name].about}`).join('\n')}`;

function numberOf(name: string, text: string, min: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < min) throw new Error(`--${name} takes ${min} or more`);
  return value;
}

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

function readOptions() {
  const { values } = parseArgs({
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
      plant: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const names = values.faults.split(',');
  const stranger = names.find((name) => !isFaultName(name));
  if (stranger !== undefined) throw new Error(`${stranger} is no fault`);
  const planted = PLANTED.find((each) => each === values.plant) ?? null;
  if (planted === null && values.plant !== '') throw new Error(`--plant knows no ${values.plant}`);
  return {
    faults: names.filter(isFaultName),
    times: numberOf('times', values.times, 0),
    forMs: numberOf('minutes', values.minutes, 0) * 60_000,
    seed: numberOf('seed', values.seed, 0),
    gateways: numberOf('gateways', values.gateways, 2),
    tables: numberOf('tables', values.tables, 1),
    playersPerTable: numberOf('players', values.players, 2),
    stoppedMs: numberOf('stopped-seconds', values['stopped-seconds'], 1) * 1_000,
    heldMs: numberOf('held-seconds', values['held-seconds'], 1) * 1_000,
    planted,
  };
}

async function main(): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions();
  } catch (cause) {
    console.error(`chaos: ${messageOf(cause)}\n${USAGE}`);
    return 2;
  }
  if (options === null) {
    console.log(USAGE);
    return 0;
  }
  console.log(`chaos: seed ${options.seed}`);
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  process.once('SIGTERM', () => ending.abort());
  const { signal } = ending;
  const report = await chaos({ ...options, signal, onNote: (note) => console.log(note) });
  const findings = allFindings(report);
  [...report.findings, ...findings.filter((each) => each.startsWith('after '))].forEach((finding) =>
    console.log(`✗ ${finding}`),
  );
  reportLines(report).forEach((line) => console.log(line));
  return findings.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(`chaos: ${messageOf(cause)}`);
    process.exit(1);
  },
);
