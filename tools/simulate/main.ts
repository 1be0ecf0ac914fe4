import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

import { ProgressBar } from '../replay/progress-bar';
import { ENGINE } from './rules';
import { simulate, type Violation } from './simulate';

const USAGE =
  'simulate [--hands N] [--seed S]: plays random tables, with every rule checked after every event';

interface Options {
  readonly hands: number;
  readonly seed: number;
}

/** The part of the tables that one thread plays. */
interface Share extends Options {
  readonly n: number;
  readonly of: number;
}

type Message = { readonly played: number } | { readonly violation: Violation };

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      hands: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const [hands, seed] = [Number(values.hands), Number(values.seed)];
  if (!Number.isInteger(hands) || hands < 1) throw new Error('--hands takes a number above 0');
  if (!Number.isInteger(seed) || seed < 0) throw new Error('--seed takes a whole number');
  return { hands, seed };
}

function work({ hands, seed, ...share }: Share): void {
  const tell = (message: Message): void => parentPort?.postMessage(message);
  const onHands = (played: number): void => tell({ played });
  const violation = simulate({ hands, seed, share, rules: ENGINE, onHands });
  if (violation !== null) tell({ violation });
}

/** Plays the n-th of every so many tables on a thread of its own, to its end. */
function playShare(share: Share, onMessage: (message: Message) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: share });
    worker.on('message', onMessage);
    worker.on('error', reject);
    worker.on('exit', () => {
      resolve();
    });
  });
}

function tell({ seed, table, rule, prefix, essence }: Violation): void {
  console.log(`broken: ${rule}`);
  console.log(`seed ${seed}, table ${table}, after ${prefix.length} steps; these are enough:`);
  essence.forEach((step) => {
    console.log(`  ${JSON.stringify(step)}`);
  });
}

async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions();
  } catch (cause) {
    console.error(`simulate: ${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
    return 2;
  }
  const { hands, seed } = options;
  const of = availableParallelism();
  console.log(`simulate: ${hands} hands, seed ${seed}, ${of} threads`);
  const bar = new ProgressBar(hands);
  const began = performance.now();
  const violations: Violation[] = [];
  let played = 0;
  const onMessage = (message: Message): void => {
    if ('violation' in message) violations.push(message.violation);
    else {
      played += message.played;
      bar.step(message.played);
    }
  };
  await Promise.all(
    Array.from({ length: of }, (_, n) => playShare({ ...options, n, of }, onMessage)),
  );
  bar.end();
  violations.forEach(tell);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${played} hands in ${seconds} s, ${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
}

if (isMainThread) {
  main().then(
    (code) => process.exit(code),
    (cause: unknown) => {
      console.error(`simulate: ${cause instanceof Error ? cause.message : String(cause)}`);
      process.exit(1);
    },
  );
} else {
  work(workerData as Share);
}
