// In reading order: what a hand says, what is rare, what staff are told.
export type { PlayedHand } from './observation';
export type { Access } from './shared-access';
export { SUSPICION_KINDS } from './suspicion';
export type { Evidence, HandOfEvidence, Suspicion, SuspicionKind } from './suspicion';
export { IntegrityWatch } from './integrity-watch';
