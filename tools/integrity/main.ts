import { parseArgs } from 'node:util';

import { measureRates, type Rates } from './detection-rates';

const USAGE =
  'integrity [--seed N] [--tables N] [--hands N] [--dump-every N]: plays honest players, colluders and bots, and says who is found';

function wholeOf(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new Error(`--${name} takes a number above 0\n${USAGE}`);
  }
  return value;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((part / whole) * 100).toFixed(2)} %`;

function lineOf({ kind, guilty, found, honest, accused }: Rates): string {
  return [
    kind.padEnd(14),
    `found ${found} of ${guilty} (${percent(found, guilty)})`.padEnd(32),
    `accused ${accused} of ${honest} honest (${percent(accused, honest)})`,
  ].join('  ');
}

function main(): void {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '20261121' },
      tables: { type: 'string', default: '60' },
      hands: { type: 'string', default: '1000' },
      'dump-every': { type: 'string', default: '25' },
    },
  });
  const options = {
    seed: wholeOf(values.seed, 'seed'),
    tables: wholeOf(values.tables, 'tables'),
    handsPerTable: wholeOf(values.hands, 'hands'),
    dumpEvery: wholeOf(values['dump-every'], 'dump-every'),
  };
  const started = performance.now();
  const rates = measureRates(options);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const { seed, tables, handsPerTable, dumpEvery } = options;
  console.log(
    `${tables} tables of six, ${handsPerTable} hands each, one in ${dumpEvery} dumped; seed ${seed}, ${seconds} s`,
  );
  for (const each of rates) console.log(lineOf(each));
}

main();
