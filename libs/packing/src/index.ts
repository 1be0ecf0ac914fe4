export { digestOf, packHand, unpackHand } from './packing';
export type { HandRecordJson } from './packing';
export { isMoved, recordOf } from './stored-record';
export type { StoredRecord } from './stored-record';
