import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { parsePhh, RecordError, toRecordedHand, type RecordedHand } from '@cardroom/records';

import { parseOracleLine } from './oracle-format';

/** The hands of a file in its order, and those of it that cannot be understood. */
export interface HandFile {
  readonly hands: readonly RecordedHand[];
  readonly faults: readonly RecordError[];
}

/**
 * Reads a `.jsonl`, `.phh` or `.phhs` file, plain or gzipped. A hand that cannot be understood does
 * not keep the others from being read.
 *
 * Errors: throws where the file cannot be read or holds no hand; RecordError where its text ends or
 * breaks so that no hand can be told from the next.
 */
export function readHands(file: string): HandFile {
  const name = file.replace(/\.gz$/, '');
  if (!/\.(jsonl|phhs?)$/.test(name)) {
    throw new Error('the file must end in .jsonl, .phh or .phhs, with or without .gz');
  }
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const read = name.endsWith('.jsonl') ? readLines(text) : readSections(text);
  if (read.hands.length + read.faults.length === 0) throw new Error('the file holds no hands');
  return read;
}

const readLines = (text: string): HandFile =>
  sortOut(
    text
      .split('\n')
      .flatMap((line, index) =>
        line.trim() === '' ? [] : [() => parseOracleLine(line, index + 1)],
      ),
  );

const readSections = (text: string): HandFile =>
  sortOut(parsePhh(text).map((record) => () => toRecordedHand(record)));

function sortOut(readers: readonly (() => RecordedHand)[]): HandFile {
  const hands: RecordedHand[] = [];
  const faults: RecordError[] = [];
  for (const read of readers) {
    try {
      hands.push(read());
    } catch (cause) {
      if (!(cause instanceof RecordError)) throw cause;
      faults.push(cause);
    }
  }
  return { hands, faults };
}
