export { checkedHand, RecordError } from './recorded-hand';
export type { RecordedHand, RecordedHole, RecordedPosts, RecordedStep } from './recorded-hand';
export { parsePhh, toRecordedHand } from './phh-reader';
export type { PhhRecord } from './phh-reader';
export { playRecord } from './play-record';
export type { Mismatch, PlayedRecord } from './play-record';
export type { PlayedHand } from './played-hand';
export { phhOf, phhsOf } from './phh-writer';
export { pokerstarsText } from './pokerstars';
