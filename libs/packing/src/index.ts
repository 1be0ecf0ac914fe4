export { digestOf, packHand, unpackHand } from './packing';
export type { HandRecordJson } from './packing';
export { HOLDS_RECORD, isMoved, recordOf } from './stored-record';
export type { StoredRecord } from './stored-record';
