import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';

import type { HandEvent } from '@cardroom/engine';
import { Packr } from 'msgpackr';

import { DICTIONARY } from './dictionary';

/** The record of a hand as `hands.archive` holds it. */
export interface HandRecordJson {
  readonly events: readonly HandEvent[];
  readonly [member: string]: unknown;
}

/** The first byte of a packed hand: MessagePack in zlib, with the first dictionary. */
const VERSION = 1;

/** No hand is near it; a packed one that claims more is not ours. */
const MAX_RECORD_BYTES = 4 * 1024 * 1024;

const codec = new Packr({ useRecords: false });

/**
 * A hand in a tenth of its JSON. Each opens by itself, so that one is found without its neighbours.
 *
 * @example unpackHand(packHand({ events: [] })) // { events: [] }
 */
export function packHand(record: HandRecordJson): Buffer {
  const packed = deflateSync(codec.pack(record), { level: 9, dictionary: DICTIONARY });
  return Buffer.concat([Buffer.of(VERSION), packed]);
}

/** Errors: throws for bytes that are no packed hand. */
export function unpackHand(packed: Buffer): HandRecordJson {
  if (packed[0] !== VERSION) throw new Error('these bytes are no hand of a known packing');
  const plain = inflateSync(packed.subarray(1), {
    dictionary: DICTIONARY,
    maxOutputLength: MAX_RECORD_BYTES,
  });
  return codec.unpack(plain) as HandRecordJson;
}

export const digestOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
