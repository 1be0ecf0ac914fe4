import { brotliCompressSync, gzipSync } from 'node:zlib';

import { packHand, type HandRecordJson } from '@cardroom/packing';
import { Packr } from 'msgpackr';

import type { Row } from '../report';

const codec = new Packr({ useRecords: false });
const HANDS_PER_BLOCK = 100;
const PERCENT = 100;

const jsonOf = (record: HandRecordJson): Buffer => Buffer.from(JSON.stringify(record));

function inBlocks(records: readonly HandRecordJson[]): Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at < records.length; at += HANDS_PER_BLOCK) {
    const plain = records.slice(at, at + HANDS_PER_BLOCK).map((record) => codec.pack(record));
    blocks.push(gzipSync(Buffer.concat(plain), { level: 9 }));
  }
  return blocks;
}

/** Each way of writing hands down; all but the last write each hand by itself. */
const FORMATS: Readonly<Record<string, (records: readonly HandRecordJson[]) => Buffer[]>> = {
  JSON: (records) => records.map(jsonOf),
  'JSON, gzip': (records) => records.map((record) => gzipSync(jsonOf(record), { level: 9 })),
  MessagePack: (records) => records.map((record) => codec.pack(record)),
  'MessagePack, gzip': (records) =>
    records.map((record) => gzipSync(codec.pack(record), { level: 9 })),
  'MessagePack, Brotli': (records) =>
    records.map((record) => brotliCompressSync(codec.pack(record))),
  'MessagePack by shapes, zlib with a dictionary (ours)': (records) => records.map(packHand),
  'MessagePack, gzip, 100 hands at a time': inBlocks,
};

/** Bytes of a hand in each format; the ratio is what is left of its JSON, in percent. */
export function sizesOf(records: readonly HandRecordJson[], which: string): Row[] {
  const json = total(records.map(jsonOf));
  return Object.entries(FORMATS).map(([name, write]) => {
    const bytes = total(write(records));
    return {
      name: `${which}: ${name}`,
      ...{ value: bytes / records.length, unit: 'B/hand' },
      ratio: null,
      against: `${(PERCENT - (PERCENT * bytes) / json).toFixed(1)} % below JSON`,
    };
  });
}

const total = (parts: readonly Buffer[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0);
