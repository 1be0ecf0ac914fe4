import type { Card } from './cards';
import type { Course } from './course';
import { boardsOf, cardsOfPlace, dealOf, holeCards, placeOf } from './deal';
import { foldShown } from './evolve';
import type { Dealer, HandSeat, HandState } from './hand-types';
import { MAX_SEATS } from './seat-index';
import { potsOf, type Pot } from './pots';

/** What a hand is about at its end, counted once for showdown and settlement. */
export interface Contest {
  readonly pots: readonly Pot[];
  /** The worth of the live hands with each board; none where nobody's cards matter. */
  readonly ranksOfRun: readonly Ranks[];
}

/** By number of the seat; 0 where it has folded or is empty. */
export type Ranks = readonly number[];

const NOBODY: Ranks = Array.from({ length: MAX_SEATS }, () => 0);

/** A hand that several have stayed in, with all its boards whole. */
export const contestOf = (state: HandState, dealer: Dealer): Contest => ({
  pots: potsOf(state),
  ranksOfRun: boardsOf(state).map((board) => ranksOn(state, dealer, board)),
});

/** A hand that all others have left. */
export const uncontested = (state: HandState): Contest => ({
  pots: potsOf(state),
  ranksOfRun: [NOBODY],
});

function ranksOn(state: HandState, dealer: Dealer, board: readonly Card[]): Ranks {
  const deal = dealOf(dealer);
  const ranks = NOBODY.slice();
  const { seats } = state;
  for (let place = 0; place < seats.length; place += 1) {
    const seat = seats[place];
    if (seat === undefined || seat.status === 'folded') continue;
    ranks[seat.seat] = deal.rank(cardsOfPlace(place, seats.length, dealer.deck, deal), board);
  }
  return ranks;
}

/**
 * The order in which hands are shown: contestants of the last side pot first, then of the earlier
 * ones; among them the last aggressor of the final street, then clockwise from the button's left.
 *
 * Rule: docs/rules/holdem.md §6.2.
 */
export function showdownOrder(state: HandState, pots: readonly Pot[]): HandSeat[] {
  const ring = liveFromAggressor(state);
  if (pots.length === 1) return ring;
  const order: HandSeat[] = [];
  for (let index = pots.length - 1; index >= 0; index -= 1) {
    const later = pots[index + 1];
    for (const each of ring)
      if (canWin(pots[index], each) && !canWin(later, each)) order.push(each);
  }
  return order;
}

/** Whoever can win a pot can win all earlier ones. */
function canWin(pot: Pot | undefined, { seat }: HandSeat): boolean {
  if (pot === undefined) return false;
  for (const eligible of pot.eligibleSeats) if (eligible === seat) return true;
  return false;
}

function liveFromAggressor({ seats, lastAggressorSeat }: HandState): HandSeat[] {
  const ring: HandSeat[] = [];
  const first = lastAggressorSeat === null ? 0 : placeOf(seats, lastAggressorSeat);
  for (let place = first, left = seats.length; left > 0; left -= 1) {
    const seat = seats[place];
    if (seat !== undefined && seat.status !== 'folded') ring.push(seat);
    place = place + 1 < seats.length ? place + 1 : 0;
  }
  return ring;
}

/**
 * Who shows and who mucks at a showdown that betting reached: in showdown order a hand is shown
 * when it wins or ties a pot among the hands shown before it, and mucked otherwise.
 *
 * Rule: docs/rules/holdem.md §6.3.
 */
export function playShowdown(course: Course, { pots, ranksOfRun }: Contest): void {
  const ranks = ranksOfRun[0] ?? NOBODY;
  const bestOfPot = pots.map(() => 0);
  for (const seat of showdownOrder(course.state, pots)) {
    if (seat.shownCards !== null) continue;
    const rank = ranks[seat.seat] ?? 0;
    if (contends({ seat, rank }, pots, bestOfPot)) show(course, seat);
    else course.add({ type: 'hand_mucked', seat: seat.seat });
  }
}

/** Turns the cards of everybody who is in the hand face up. Rule: docs/rules/holdem.md §6.4. */
export function showAll(course: Course): void {
  const { state } = course;
  if (state.seats.every((seat) => seat.status === 'folded' || seat.shownCards !== null)) return;
  for (const seat of showdownOrder(state, potsOf(state)))
    if (seat.shownCards === null) show(course, seat);
}

function show(course: Course, { seat }: HandSeat): void {
  const { dealer, state } = course;
  const cards = holeCards(state, dealer.deck, seat, dealOf(dealer));
  course.go({ type: 'hand_shown', seat, cards }, foldShown);
}

/** Whether a hand wins or ties a pot among those before it, which it then has to be compared with. */
function contends(
  { seat, rank }: { readonly seat: HandSeat; readonly rank: number },
  pots: readonly Pot[],
  bestOfPot: number[],
): boolean {
  let wins = false;
  for (let index = 0; index < pots.length; index += 1) {
    if (rank < (bestOfPot[index] ?? 0) || !canWin(pots[index], seat)) continue;
    bestOfPot[index] = rank;
    wins = true;
  }
  return wins;
}
