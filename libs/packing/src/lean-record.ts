import { createHash } from 'node:crypto';

/** Ids and hashes are half as long as bytes, and do not get smaller by any compression. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
const UUID_BYTES = 16;
const UUID_DASHES = [8, 12, 16, 20] as const;

interface Opened {
  readonly seat: number;
  readonly value: string;
}

interface Promised {
  readonly seat: number;
  readonly commitment?: string;
}

interface SeededDeal {
  readonly commitments: readonly Promised[];
  readonly seeds: readonly Opened[];
}

type Values = Readonly<Record<string, unknown>>;

/**
 * A record in the fewest values: ids and hashes as bytes, without promises that the seeds keep.
 * `whole` gives it back as it was.
 */
export function lean(record: Values): unknown {
  const { deal } = record;
  return inBytes(isSeeded(deal) ? { ...record, deal: withoutKept(deal) } : record);
}

/** The record that `lean` made smaller. */
export function whole(small: unknown): unknown {
  const record = inText(small) as Values;
  const { deal } = record;
  return isSeeded(deal) ? { ...record, deal: withKept(deal) } : record;
}

const isSeeded = (deal: unknown): deal is SeededDeal =>
  typeof deal === 'object' && deal !== null && 'commitments' in deal && 'seeds' in deal;

/** A promise is the SHA-256 of its seed. Rule: docs/rules/fairness.md §3. */
const promiseOf = ({ value }: Opened): string =>
  createHash('sha256').update(Buffer.from(value, 'hex')).digest('hex');

function withoutKept(deal: SeededDeal): SeededDeal {
  const kept = new Map(deal.seeds.map((seed) => [seed.seat, promiseOf(seed)]));
  const commitments = deal.commitments.map((promise) =>
    kept.get(promise.seat) === promise.commitment ? { seat: promise.seat } : promise,
  );
  return { ...deal, commitments };
}

function withKept(deal: SeededDeal): SeededDeal {
  const seeds = new Map(deal.seeds.map((seed) => [seed.seat, seed]));
  const commitments = deal.commitments.map((promise) => {
    const seed = seeds.get(promise.seat);
    if (promise.commitment !== undefined || seed === undefined) return promise;
    return { seat: promise.seat, commitment: promiseOf(seed) };
  });
  return { ...deal, commitments };
}

function inBytes(value: unknown): unknown {
  if (typeof value === 'string') {
    if (HASH.test(value)) return Buffer.from(value, 'hex');
    return UUID.test(value) ? Buffer.from(value.replaceAll('-', ''), 'hex') : value;
  }
  return ofEach(value, inBytes);
}

function inText(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return ofEach(value, inText);
  const hex = Buffer.from(value).toString('hex');
  if (value.length !== UUID_BYTES) return hex;
  return [0, ...UUID_DASHES].map((at, part) => hex.slice(at, UUID_DASHES[part])).join('-');
}

/** The members of an array or object changed, anything else as it is. */
function ofEach(value: unknown, change: (member: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each)]));
}
