import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { parseOracleLine } from './oracle-format';
import { parsePhh, toRecordedHand } from './phh-format';
import type { RecordedHand } from './recorded-hand';

/**
 * The hands of a `.jsonl`, `.phh` or `.phhs` file, plain or gzipped, in its order.
 *
 * Errors: throws where the file cannot be read; RecordError where a hand of it cannot.
 */
export function readHands(file: string): RecordedHand[] {
  const name = file.replace(/\.gz$/, '');
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  if (name.endsWith('.jsonl')) {
    return text
      .split('\n')
      .flatMap((line, index) => (line.trim() === '' ? [] : [parseOracleLine(line, index + 1)]));
  }
  if (name.endsWith('.phh') || name.endsWith('.phhs')) return parsePhh(text).map(toRecordedHand);
  throw new Error('the file must end in .jsonl, .phh or .phhs, with or without .gz');
}
