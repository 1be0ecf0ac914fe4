import type { Card } from './cards';
import { liveSeats } from './betting';
import { dealOf, holeCards } from './deal';
import type { Dealer, HandEvent, HandSeat, HandState, SeatIndex } from './hand-types';
import { potsOf } from './pots';

/** The worth of each live hand with a whole board. */
export function ranksOf(
  state: HandState,
  dealer: Dealer,
  board: readonly Card[],
): ReadonlyMap<SeatIndex, number> {
  const deal = dealOf(dealer);
  const rankOf = (seat: SeatIndex): number =>
    deal.rank(holeCards(state, dealer.deck, seat, deal), board);
  return new Map(liveSeats(state).map(({ seat }) => [seat, rankOf(seat)]));
}

/**
 * The order in which hands are shown: contestants of the last side pot first, then of the earlier
 * ones; among them the last aggressor of the final street, then clockwise from the button's left.
 *
 * Rule: docs/rules/holdem.md §6.2.
 */
export function showdownOrder(state: HandState): HandSeat[] {
  const pots = potsOf(state);
  const lastPotOf = (seat: HandSeat): number =>
    pots.findLastIndex((pot) => pot.eligibleSeats.includes(seat.seat));
  const firstPlace = Math.max(
    0,
    state.seats.findIndex((seat) => seat.seat === state.lastAggressorSeat),
  );
  const turnOf = (seat: HandSeat): number => {
    const place = state.seats.indexOf(seat);
    return (place - firstPlace + state.seats.length) % state.seats.length;
  };
  return liveSeats(state).sort((a, b) => lastPotOf(b) - lastPotOf(a) || turnOf(a) - turnOf(b));
}

/**
 * Who shows and who mucks at a showdown that betting reached: in showdown order a hand is shown
 * when it wins or ties a pot among the hands shown before it, and mucked otherwise.
 *
 * Rule: docs/rules/holdem.md §6.3.
 */
export function showdownEvents(state: HandState, dealer: Dealer): HandEvent[] {
  const hidden = showdownOrder(state).filter(({ shownCards }) => shownCards === null);
  if (hidden.length === 0) return [];
  const ranks = ranksOf(state, dealer, state.board);
  const pots = potsOf(state);
  const best = pots.map(() => 0);
  const contends = (seat: SeatIndex): boolean => {
    const rank = ranks.get(seat) ?? 0;
    const won = pots.flatMap((pot, index) =>
      pot.eligibleSeats.includes(seat) && rank >= (best[index] ?? 0) ? [index] : [],
    );
    won.forEach((index) => (best[index] = rank));
    return won.length > 0;
  };
  return hidden.map(({ seat }) =>
    contends(seat)
      ? { type: 'hand_shown', seat, cards: holeCards(state, dealer.deck, seat, dealOf(dealer)) }
      : { type: 'hand_mucked', seat },
  );
}
