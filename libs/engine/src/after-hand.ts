import { seatOf } from './betting';
import { BOARD_SIZE, dealOf, holeCards, nextCards } from './deal';
import type { Dealer, HandCommand, HandState, LaterEvent } from './hand-types';
import type { SeatIndex } from './seat-index';
import { accept, refuse, type Refusal, type Result } from './result';

export type AfterHandCommand = Extract<HandCommand, { type: 'show' | 'rabbit_hunt' }>;

/**
 * What is still possible when a hand is settled; it moves no chips.
 *
 * Errors: ILLEGAL_ACTION while the hand is played, HAND_NOT_ACTIVE after a void one. Rule:
 * docs/rules/holdem.md §12.
 */
export function afterHand(
  state: HandState,
  command: AfterHandCommand,
  dealer: Dealer,
): Result<LaterEvent[], Refusal> {
  if (state.outcome === 'voided') return refuse('HAND_NOT_ACTIVE', 'The hand is void.');
  if (state.outcome === 'playing') return refuse('ILLEGAL_ACTION', 'The hand is not over.');
  return command.type === 'show' ? show(state, command.seat, dealer) : rabbitHunt(state, dealer);
}

function show(state: HandState, at: SeatIndex, dealer: Dealer): Result<LaterEvent[], Refusal> {
  const seat = seatOf(state, at);
  if (seat === null) return refuse('ILLEGAL_ACTION', 'You were not dealt in.');
  if (seat.shownCards !== null) return refuse('ILLEGAL_ACTION', 'Your cards are shown.');
  const cards = holeCards(state, dealer.deck, at, dealOf(dealer));
  return accept([{ type: 'hand_shown', seat: at, cards }]);
}

function rabbitHunt(state: HandState, dealer: Dealer): Result<LaterEvent[], Refusal> {
  if (state.setup.rabbitHunt !== true) {
    return refuse('ILLEGAL_ACTION', 'This table does not show cards that did not come.');
  }
  const missing = BOARD_SIZE - state.board.length;
  if (missing === 0 || state.rabbitCards !== null) {
    return refuse('ILLEGAL_ACTION', 'There are no more cards to see.');
  }
  return accept([{ type: 'rabbit_cards', cards: nextCards(state, dealer, missing) }]);
}
