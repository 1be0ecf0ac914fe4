import { krw, maxKrw, minKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import type { HandSeat, HandState } from './hand-types';
import type { SeatIndex } from './seat-index';
import { strategyOf, type BettingStrategy } from './structures';

/** What the seat to act may do. Rule: docs/rules/holdem.md §3. */
export interface LegalActions {
  readonly seat: SeatIndex;
  readonly canFold: boolean;
  readonly canCheck: boolean;
  /** Chips to add for a call; 0 where checking is free. */
  readonly callKrw: Krw;
  /** Smallest and largest total to bet or raise to; null where raising is not allowed. */
  readonly minRaiseToKrw: Krw | null;
  readonly maxRaiseToKrw: Krw | null;
}

/**
 * A seat of the hand; null where it was not dealt in.
 *
 * @example seatOf(state, seatIndex(1))?.streetBetKrw // 100
 */
export function seatOf(state: HandState, at: SeatIndex): HandSeat | null {
  for (const seat of state.seats) if (seat.seat === at) return seat;
  return null;
}

/**
 * Seats that have not folded.
 *
 * @example liveSeats(state).length // 3
 */
export const liveSeats = (state: HandState): HandSeat[] =>
  state.seats.filter((seat) => seat.status !== 'folded');

/**
 * Seats that have neither folded nor put everything in.
 *
 * @example activeSeats(state).map(({ seat }) => seat) // [0, 1, 2]
 */
export const activeSeats = (state: HandState): HandSeat[] =>
  state.seats.filter((seat) => seat.status === 'active');

/** A hand with what betting asks of it at every action, counted as the hand goes. */
export interface BettingRound {
  readonly hand: HandState;
  readonly strategy: BettingStrategy;
  /** Seats that have neither folded nor put everything in. */
  readonly activeCount: number;
}

const roundOf = (hand: HandState): BettingRound => ({
  hand,
  strategy: strategyOf(hand.setup),
  activeCount: activeSeats(hand).length,
});

/**
 * The bet a seat has to match. It is the bet of the street, even where the big blind could not post
 * in full (§2.4); but the last seat with chips only has to match what others really put in (§4.4).
 */
function betToMatch({ hand, activeCount }: BettingRound, seat: HandSeat): Krw {
  const isAlone = activeCount === (seat.status === 'active' ? 1 : 0);
  return isAlone ? mostOfOthersKrw(hand, seat) : hand.currentBetKrw;
}

// The loops below count places: for V8 a for-of is several times as long, too long to be compiled into
// what asks for every action.

function mostOfOthersKrw({ seats }: HandState, seat: HandSeat): Krw {
  let mostKrw = ZERO_KRW;
  for (let place = 0, count = seats.length; place < count; place += 1) {
    const other = seats[place];
    if (other === undefined || other.seat === seat.seat) continue;
    mostKrw = maxKrw(mostKrw, other.streetBetKrw);
  }
  return mostKrw;
}

/**
 * Chips the seat adds to call, limited by its stack; 0 where there is nothing to call.
 *
 * @example callOf(state, state.seats[0]) // 50
 */
export const callOf = (state: HandState, seat: HandSeat): Krw => callIn(roundOf(state), seat);

const callIn = (round: BettingRound, seat: HandSeat): Krw =>
  maxKrw(ZERO_KRW, minKrw(seat.stackKrw, krw(betToMatch(round, seat) - seat.streetBetKrw)));

/**
 * Whether betting is open to the seat: it has not acted on this street, or it now faces at least a
 * full raise on top of what it acted on; short all-ins add up per seat. Rule: docs/rules/holdem.md §4.2.
 */
const isReopened = ({ hand, strategy }: BettingRound, seat: HandSeat): boolean =>
  seat.actedOnKrw === null || strategy.reopensAt(hand, hand.currentBetKrw - seat.actedOnKrw);

/** Raising needs somebody who could put in more than the present bet. Rule: docs/rules/holdem.md §4.4. */
function canAnybodyAnswer(state: HandState, seat: HandSeat): boolean {
  const { seats, currentBetKrw } = state;
  for (let place = 0, count = seats.length; place < count; place += 1) {
    const other = seats[place];
    if (other?.status !== 'active' || other.seat === seat.seat) continue;
    if (other.streetBetKrw + other.stackKrw > currentBetKrw) return true;
  }
  return false;
}

/** Whether the seat may put in more than the bet of the street. */
function mayRaise(round: BettingRound, seat: HandSeat): boolean {
  const { hand, strategy } = round;
  if (seat.streetBetKrw + seat.stackKrw <= hand.currentBetKrw) return false;
  if (!isReopened(round, seat) || strategy.isCapped(hand)) return false;
  return canAnybodyAnswer(hand, seat);
}

/**
 * What the seat to act may do, or null when nobody is to act. Server, bots and clients all ask here.
 *
 * Rule: docs/rules/holdem.md §3, §10.
 *
 * @example legalActions(state)?.minRaiseToKrw // 200
 */
export function legalActions(state: HandState): LegalActions | null {
  const seat = state.toActSeat === null ? null : seatOf(state, state.toActSeat);
  return seat === null ? null : legalActionsIn(roundOf(state), seat);
}

/** `legalActions` for who has counted, and knows the seat to act. */
export function legalActionsIn(round: BettingRound, seat: HandSeat): LegalActions {
  const { hand, strategy } = round;
  const callKrw = callIn(round, seat);
  let minRaiseToKrw: Krw | null = null;
  let maxRaiseToKrw: Krw | null = null;
  if (mayRaise(round, seat)) {
    const allInToKrw = krw(seat.streetBetKrw + seat.stackKrw);
    maxRaiseToKrw = minKrw(strategy.maxRaiseToKrw(hand, seat), allInToKrw);
    minRaiseToKrw = minKrw(strategy.minRaiseToKrw(hand), maxRaiseToKrw);
  }
  const canCheck = callKrw === 0;
  return { seat: seat.seat, canFold: true, canCheck, callKrw, minRaiseToKrw, maxRaiseToKrw };
}

/** Whether the seat still owes a decision on this street. */
export function owesDecision(round: BettingRound, seat: HandSeat): boolean {
  if (seat.status !== 'active') return false;
  if (seat.streetBetKrw < betToMatch(round, seat)) return true;
  return seat.actedOnKrw === null && canAnybodyAnswer(round.hand, seat);
}
