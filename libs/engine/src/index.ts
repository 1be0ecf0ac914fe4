// In reading order. Where an example speaks of `state`, `events`, `setup` or `dealer`, it is a hand of
// three players with 1,000 each, blinds of 50 and 100, the button at seat 2, before the first decision.
export { card, DECK_SIZE, formatCard, isCard, isDeck, parseCard, parseCards } from './cards';
export type { Card, Deck } from './cards';
export { accept, assertInvariant, REFUSAL_CODES, refuse } from './result';
export type { Refusal, RefusalCode, Result } from './result';
export { isSeatIndex, MAX_SEATS, seatIndex } from './seat-index';
export type { SeatIndex } from './seat-index';
export { BETTING_STRUCTURES, STREETS, VOLUNTARY_ACTIONS } from './hand-types';
export type {
  ActionName,
  BettingStructure,
  Deal,
  Dealer,
  EntryPost,
  HandCommand,
  HandEvent,
  HandSeat,
  HandSetup,
  HandStakes,
  HandState,
  Runs,
  SeatPlayStatus,
  SeatResult,
  SeatSetup,
  Street,
} from './hand-types';
export { categoryOf, HAND_CATEGORIES, rank7, rankHand } from './hand-rank';
export type { HandCategory } from './hand-rank';
export { activeSeats, callOf, legalActions, liveSeats, seatOf } from './betting';
export type { LegalActions } from './betting';
export { potsOf, splitPot, totalPotKrw } from './pots';
export type { Pot } from './pots';
export { decide, openHand, play, startHand } from './decide';
export type { Played } from './decide';
export { LiveHand } from './live-hand';
export { evolve, evolveAll, replay } from './evolve';
export { HOLDEM, holeCards } from './deal';
export { assertHandInvariants } from './invariants';
export { ENTRY_CHOICES, STRADDLE_RULES, TABLE_REFUSAL_CODES } from './table-types';
export type {
  BlindsOwed,
  DepartedPlayer,
  EntryChoice,
  StraddleRule,
  TableCommand,
  TableConfig,
  TableEvent,
  TableRefusalCode,
  TableSeat,
  TableState,
  WaitingPlayer,
} from './table-types';
export {
  areChipsFree,
  departureOf,
  emptyTable,
  isHandRunning,
  isInHand,
  seatAt,
  seatOfUser,
  sitFault,
  stackNow,
} from './seating';
export type { TableRefusal } from './seating';
export { dealPlan } from './blinds-due';
export type { DealPlan } from './blinds-due';
export { waitFault, waitingOf, waitingPlace } from './waiting-list';
export { nextTidyAtMs } from './between-hands';
export { isPreActionValid, playPreAction, PRE_ACTIONS, preAction } from './pre-actions';
export type { PreAction, PreActionName } from './pre-actions';
export { canStartHand, decideTable } from './table';
export { evolveTable, restoreTable } from './evolve-table';
