import { krw, maxKrw, minKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import type { HandSeat, HandState, SeatIndex } from './hand-types';
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

const isLive = (seat: HandSeat): boolean => seat.status !== 'folded';

/**
 * Seats that have not folded.
 *
 * @example liveSeats(state).length // 3
 */
export const liveSeats = (state: HandState): HandSeat[] => state.seats.filter(isLive);

/**
 * Seats that have neither folded nor put everything in.
 *
 * @example activeSeats(state).map(({ seat }) => seat) // [0, 1, 2]
 */
export const activeSeats = (state: HandState): HandSeat[] =>
  state.seats.filter((seat) => seat.status === 'active');

/** Whether all but one have folded. */
export function isUncontested(state: HandState): boolean {
  let live = 0;
  for (const seat of state.seats) if (isLive(seat)) live += 1;
  return live < 2;
}

/**
 * The bet a seat has to match. It is the bet of the street, even where the big blind could not post
 * in full (§2.4); but the last seat with chips only has to match what others really put in (§4.4).
 */
function betToMatch(state: HandState, seat: HandSeat): Krw {
  let mostKrw = ZERO_KRW;
  for (const other of state.seats) {
    if (other.seat === seat.seat) continue;
    if (other.status === 'active') return state.currentBetKrw;
    mostKrw = maxKrw(mostKrw, other.streetBetKrw);
  }
  return mostKrw;
}

/**
 * Chips the seat adds to call, limited by its stack; 0 where there is nothing to call.
 *
 * @example callOf(state, state.seats[0]) // 50
 */
export const callOf = (state: HandState, seat: HandSeat): Krw =>
  maxKrw(ZERO_KRW, minKrw(seat.stackKrw, krw(betToMatch(state, seat) - seat.streetBetKrw)));

/**
 * Whether betting is open to the seat: it has not acted on this street, or it now faces at least a
 * full raise on top of what it acted on; short all-ins add up per seat. Rule: docs/rules/holdem.md §4.2.
 */
const isReopened = (state: HandState, seat: HandSeat, strategy: BettingStrategy): boolean =>
  seat.actedOnKrw === null || strategy.reopensAt(state, state.currentBetKrw - seat.actedOnKrw);

/** Raising needs somebody who could put in more than the present bet. Rule: docs/rules/holdem.md §4.4. */
function canAnybodyAnswer(state: HandState, seat: HandSeat): boolean {
  for (const other of state.seats) {
    if (other.seat === seat.seat || other.status !== 'active') continue;
    if (other.streetBetKrw + other.stackKrw > state.currentBetKrw) return true;
  }
  return false;
}

function raiseRange(state: HandState, seat: HandSeat): { minToKrw: Krw; maxToKrw: Krw } | null {
  const allInToKrw = krw(seat.streetBetKrw + seat.stackKrw);
  if (allInToKrw <= state.currentBetKrw) return null;
  const strategy = strategyOf(state.setup);
  if (!isReopened(state, seat, strategy) || !canAnybodyAnswer(state, seat)) return null;
  const range = strategy.raiseRange(state, seat);
  if (range === null) return null;
  const maxToKrw = minKrw(range.maxToKrw, allInToKrw);
  return { minToKrw: minKrw(range.minToKrw, maxToKrw), maxToKrw };
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
  if (seat === null) return null;
  const callKrw = callOf(state, seat);
  const range = raiseRange(state, seat);
  return {
    seat: seat.seat,
    canFold: true,
    canCheck: callKrw === 0,
    callKrw,
    minRaiseToKrw: range?.minToKrw ?? null,
    maxRaiseToKrw: range?.maxToKrw ?? null,
  };
}

/** Whether the seat still owes a decision on this street. */
function owesDecision(state: HandState, seat: HandSeat): boolean {
  if (seat.status !== 'active') return false;
  if (callOf(state, seat) > 0) return true;
  return seat.actedOnKrw === null && canAnybodyAnswer(state, seat);
}

/**
 * Who decides next, going clockwise from `after` (the seats come in dealing order, so the ring
 * starts at the button's left); null when the street is over.
 */
export function nextToAct(state: HandState, after: SeatIndex | null): SeatIndex | null {
  if (isUncontested(state)) return null;
  const { seats } = state;
  const start = after === null ? -1 : seats.findIndex((seat) => seat.seat === after);
  for (let step = 1; step <= seats.length; step += 1) {
    const seat = seats[(start + step) % seats.length];
    if (seat !== undefined && owesDecision(state, seat)) return seat.seat;
  }
  return null;
}
