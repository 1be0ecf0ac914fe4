/*
 * Loaded by a gateway before its own code, in tests of faults alone: lets the test end the process at
 * a chosen step, block it, move its clock, and plant the faults that the checks have to find. It
 * changes the drivers only; nothing of this is in the code of the gateway.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';

import { Redis } from 'ioredis';
import { Client } from 'pg';

import type { Instruction, Step } from './instructions';
import { PLANTED, withoutFence, type Planted } from './planted';

type Method = (this: unknown, ...args: unknown[]) => unknown;

let deadlyStep: Step | null = null;
let clockShiftMs = 0;

const die = (): void => void process.kill(process.pid, 'SIGKILL');
const reach = (step: Step): void => {
  if (step === deadlyStep) die();
};

function wrap(
  owner: object,
  name: string,
  around: (run: (...args: unknown[]) => unknown, args: unknown[], self: object) => unknown,
): void {
  const original = Reflect.get(owner, name) as Method;
  Reflect.set(owner, name, function (this: object, ...args: unknown[]) {
    return around((...given) => original.apply(this, given), args, this);
  });
}

/** The commit and the note that a hand is in PostgreSQL, as scripts of Redis. */
function wrapScripts(planted: Planted | null): void {
  wrap(Redis.prototype, 'defineCommand', (define, [name, definition], self) => {
    const script = definition as { readonly lua: string; readonly numberOfKeys: number };
    const isFenceless = planted === 'no-fence' && name === 'tableCommit';
    define(name, isFenceless ? withoutFence(script) : script);
    // Who hears that a lease is gone stops by itself, within a second: the fence is for who does not.
    if (planted === 'no-fence' && name === 'leaseRenew') wrap(self, name, () => Promise.resolve(1));
    if (name === 'tableSettled') {
      wrap(self, name, (run, args) => {
        reach('before-trim');
        return run(...args);
      });
    }
    if (name === 'tableCommit') wrap(self, name, planted === 'emit-first' ? commitLate : commit);
  });
}

async function commit(
  run: (...args: unknown[]) => unknown,
  args: readonly unknown[],
): Promise<unknown> {
  reach('before-commit');
  const outcome = await run(...args);
  reach('after-commit');
  if (args.some((arg) => typeof arg === 'string' && arg.includes('"street_dealt"'))) {
    reach('between-streets');
  }
  return outcome;
}

let late: Promise<unknown> = Promise.resolve();
const LATE_MS = 250;

/** Planted: everybody hears of a version that Redis does not have yet. */
function commitLate(run: (...args: unknown[]) => unknown, args: readonly unknown[]): unknown {
  const pause = new Promise((resolve) => setTimeout(resolve, LATE_MS));
  late = late.then(() => pause).then(() => run(...args));
  late.catch(() => undefined);
  const [expectedVersion] = args.slice(7);
  return Promise.resolve(['committed', String(Number(expectedVersion) + 1)]);
}

/** Of a statement that is asked as it is, or under a name. */
const textOf = (asked: unknown): string => {
  if (typeof asked === 'string') return asked;
  return typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : '';
};

/** The transaction that settles a hand, and frames to players. */
function wrapLines(planted: Planted | null): void {
  wrap(Client.prototype, 'query', (run, args) => {
    const asked = args[0];
    const text = textOf(asked);
    // The statement is sent and its answer is not awaited: PostgreSQL may have it or not.
    if (text.includes('settle_hand(')) setImmediate(() => reach('in-settlement'));
    if (planted !== 'no-fence' || !text.includes('hold_fence(')) return run(...args);
    // The fence is asked all the same, so that its parameters are of their types.
    const fenceless = text.replace('hold_fence($1, $2)', 'hold_fence($1, $2) IS NOT NULL');
    const isText = typeof asked === 'string';
    return run(isText ? fenceless : { ...(asked as object), text: fenceless }, ...args.slice(1));
  });
  const socketIo = createRequire(require.resolve('socket.io'));
  const { Socket } = socketIo('engine.io') as { readonly Socket: { readonly prototype: object } };
  wrap(Socket.prototype, 'sendPacket', (run, args) => {
    const [, data] = args;
    const isAck = typeof data === 'string' && /^3\d/.test(data);
    const isDelta = typeof data === 'string' && data.startsWith('2["delta"');
    if (isAck) reach('before-ack');
    run(...args);
    if (isAck) reach('after-ack');
    if (isDelta) reach('mid-broadcast');
  });
}

function wrapClock(): void {
  const RealDate = Date;
  const now = Date.now.bind(Date);
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[]) =>
      Reflect.construct(target, args.length === 0 ? [now() + clockShiftMs] : args) as object,
    get: (target, name) =>
      name === 'now' ? () => now() + clockShiftMs : (Reflect.get(target, name) as unknown),
  });
}

function block(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

function obey(instruction: Instruction): void {
  switch (instruction.type) {
    case 'die':
      deadlyStep = instruction.step;
      return;
    case 'block':
      block(instruction.ms);
      return;
    case 'clock':
      clockShiftMs = instruction.shiftMs;
      return;
  }
}

const { CHAOS_INSTRUCTION: file, CHAOS_PLANTED: given } = process.env;
if (isMainThread && file !== undefined) {
  const planted = PLANTED.find((each) => each === given) ?? null;
  wrapScripts(planted);
  wrapLines(planted);
  wrapClock();
  process.on('SIGUSR2', () => obey(JSON.parse(readFileSync(file, 'utf8')) as Instruction));
}
