import { unpackHand, type HandRecordJson } from './packing';

/**
 * The record of a hand as its row in `hands` holds it: packed in `record`; in `archive` as JSON
 * where it was written before records were packed. Exactly one of them is there.
 */
export interface StoredRecord {
  readonly record: Buffer | null;
  readonly archive: HandRecordJson | null;
}

/** Whether the record has left the row for the archive: `recordOf` has no events then. */
export const isMoved = ({ archive }: Pick<StoredRecord, 'archive'>): boolean =>
  archive?.['moved'] === true;

/**
 * The same in SQL, the other way round: the record of the hand `h` is in its row. One that is packed has
 * no JSON at all.
 */
export const HOLDS_RECORD = "(h.archive ? 'moved') IS NOT TRUE";

/** The record, in whichever form its row has it. Errors: throws where there is none, or it does not open. */
export function recordOf({ record, archive }: StoredRecord): HandRecordJson {
  if (record !== null) return unpackHand(record);
  if (archive === null) throw new Error('a hand has a record');
  return archive;
}
