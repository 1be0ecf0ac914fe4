import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';

import type { HandEvent } from '@cardroom/engine';
import type { BegunDeal } from '@cardroom/fairness';
import { Packr } from 'msgpackr';

import { DICTIONARY as FIRST_DICTIONARY } from './dictionary-1';
import { DICTIONARY as SECOND_DICTIONARY } from './dictionary-2';
import { lean, whole } from './lean-record';
import { SHAPES } from './shapes';

/** The record of a hand: its events, what decided the deal, and how long was thought. */
export interface HandRecordJson {
  readonly events: readonly HandEvent[];
  /** Missing in hands that were played before there were roots. */
  readonly deal?: BegunDeal | null;
  /** For each decision; missing in hands of before it was kept. */
  readonly thoughtMs?: readonly number[];
  readonly [member: string]: unknown;
}

/** A way to write a record down, named by the first byte. Those that were ever used stay. */
interface Packing {
  readonly dictionary: Buffer;
  readonly read: (plain: Buffer) => unknown;
}

const first = new Packr({ useRecords: false });
const second = new Packr({
  structures: SHAPES.map((shape) => shape.split(',')),
  maxSharedStructures: SHAPES.length,
});

/** 1: every object with the names of its members. 2: by shapes, ids and hashes as bytes. */
const PACKINGS: ReadonlyMap<number, Packing> = new Map([
  [1, { dictionary: FIRST_DICTIONARY, read: (plain) => first.unpack(plain) as unknown }],
  [2, { dictionary: SECOND_DICTIONARY, read: (plain) => whole(second.unpack(plain)) }],
]);
const VERSION = 2;

/** No hand is near it; a packed one that claims more is not ours. */
const MAX_RECORD_BYTES = 4 * 1024 * 1024;

/**
 * A hand in a tenth of its JSON. Each opens by itself, so that one is found without its neighbours.
 *
 * @example unpackHand(packHand({ events: [] })) // { events: [] }
 */
export function packHand(record: HandRecordJson): Buffer {
  const plain = second.pack(lean(record));
  const packed = deflateSync(plain, { level: 9, dictionary: SECOND_DICTIONARY });
  return Buffer.concat([Buffer.of(VERSION), packed]);
}

/** Opens hands of every packing that there ever was. Errors: throws for bytes that are no packed hand. */
export function unpackHand(packed: Buffer): HandRecordJson {
  const packing = PACKINGS.get(packed[0] ?? 0);
  if (packing === undefined) throw new Error('these bytes are no hand of a known packing');
  const { dictionary } = packing;
  const plain = inflateSync(packed.subarray(1), {
    ...{ dictionary, maxOutputLength: MAX_RECORD_BYTES },
  });
  return packing.read(plain) as HandRecordJson;
}

export const digestOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
