import { krw, maxKrw, minKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import type { HandSeat, HandState } from './hand-types';
import type { SeatIndex } from './seat-index';

/** One pot and the seats that can win it, in dealing order. */
export interface Pot {
  readonly amountKrw: Krw;
  readonly eligibleSeats: readonly SeatIndex[];
}

/**
 * Everything in the middle: antes, dead money and the bets of all streets.
 *
 * @example totalPotKrw(state) // 150
 */
export function totalPotKrw(state: HandState): Krw {
  let totalKrw = 0;
  for (const { contributedKrw, deadKrw } of state.seats) totalKrw += contributedKrw + deadKrw;
  return krw(totalKrw);
}

/**
 * The pots, main pot first.
 *
 * Each level that a live seat has put in makes a layer; folded chips stay in the layer they were
 * put into, and what lies above the last live level joins the last pot. Layers that the same seats
 * can win are one pot. Dead money belongs to the main pot. Rule: docs/rules/holdem.md §5.
 *
 * @example potsOf(state).map(({ amountKrw }) => amountKrw) // [100, 50]
 */
export function potsOf(state: HandState): Pot[] {
  const { seats } = state;
  const pots: Pot[] = [];
  let layerKrw = 0;
  for (let place = 0, count = seats.length; place < count; place += 1)
    layerKrw += seats[place]?.deadKrw ?? 0;
  let below = ZERO_KRW;
  let level = nextLevel(state, -1);
  while (level !== null) {
    const above = nextLevel(state, level);
    const eligibleSeats: SeatIndex[] = [];
    for (let place = 0, count = seats.length; place < count; place += 1) {
      const seat = seats[place];
      if (seat === undefined) continue;
      const { contributedKrw } = seat;
      if (contributedKrw >= level && seat.status !== 'folded') eligibleSeats.push(seat.seat);
      if (contributedKrw > below)
        layerKrw += (above === null ? contributedKrw : minKrw(contributedKrw, level)) - below;
    }
    if (layerKrw > 0) pots.push({ amountKrw: krw(layerKrw), eligibleSeats });
    layerKrw = 0;
    below = level;
    level = above;
  }
  return pots;
}

/** The least that a live seat has put in above an amount; null where none has. */
function nextLevel({ seats }: HandState, aboveKrw: number): Krw | null {
  let level: Krw | null = null;
  for (let place = 0, count = seats.length; place < count; place += 1) {
    const seat = seats[place];
    if (seat === undefined || seat.status === 'folded') continue;
    const { contributedKrw } = seat;
    if (contributedKrw > aboveKrw && (level === null || contributedKrw < level))
      level = contributedKrw;
  }
  return level;
}

/** One of several equal parts of an amount, by its place; the odd chips go one each to the first. */
export const evenPart = (amountKrw: Krw, parts: number, place: number): Krw =>
  parts === 1
    ? amountKrw
    : krw(Math.floor(amountKrw / parts) + (place < amountKrw % parts ? 1 : 0));

/**
 * Splits a pot among its winners, given clockwise from the button's left: equal parts, then the odd
 * chips one at a time in that order. Rule: docs/rules/holdem.md §7.
 *
 * @example splitPot(krw(5), [seatIndex(3), seatIndex(0)]) // [{ seat: 3, amountKrw: 3 }, { seat: 0, amountKrw: 2 }]
 */
export function splitPot(
  amountKrw: Krw,
  winners: readonly SeatIndex[],
): { seat: SeatIndex; amountKrw: Krw }[] {
  return winners.map((seat, place) => ({
    seat,
    amountKrw: evenPart(amountKrw, winners.length, place),
  }));
}

/**
 * The part of the street's largest bet that nobody could match; null when there is none.
 * Rule: docs/rules/holdem.md §4.5.
 */
export function uncalledBet(state: HandState): { seat: SeatIndex; amountKrw: Krw } | null {
  let first: HandSeat | null = null;
  let matchedKrw = ZERO_KRW;
  for (const seat of state.seats) {
    if (first !== null && seat.streetBetKrw <= first.streetBetKrw) {
      matchedKrw = maxKrw(matchedKrw, seat.streetBetKrw);
    } else {
      matchedKrw = first?.streetBetKrw ?? ZERO_KRW;
      first = seat;
    }
  }
  if (first === null || first.streetBetKrw === matchedKrw) return null;
  return { seat: first.seat, amountKrw: krw(first.streetBetKrw - matchedKrw) };
}
