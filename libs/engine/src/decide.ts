import type { Dealer, HandCommand, HandEvent, HandSetup, HandState } from './hand-types';
import { LiveHand } from './live-hand';
import { accept, type Refusal, type Result } from './result';

/** What a command led to. */
export interface Played {
  readonly events: readonly HandEvent[];
  /** The hand after the events. */
  readonly state: HandState;
}

/**
 * Begins a hand: antes, blinds, the deal, and all that follows without anyone's decision.
 *
 * Errors: INVALID_SETUP. Rule: docs/rules/holdem.md §1, §2.
 *
 * @example startHand(setup, dealer).value.map(({ type }) => type) // ['hand_started', 'blind_posted', 'blind_posted', 'cards_dealt']
 */
export const startHand = (
  setup: HandSetup,
  dealer: Dealer,
): Result<readonly HandEvent[], Refusal> => eventsOf(openHand(setup, dealer));

/**
 * `startHand`, and the hand that its events fold to: for those who want both, at half the price.
 *
 * Errors: INVALID_SETUP.
 *
 * @example openHand(setup, dealer).value.state.toActSeat // 2
 */
export function openHand(setup: HandSetup, dealer: Dealer): Result<Played, Refusal> {
  const opened = LiveHand.open(setup, dealer);
  return opened.ok ? accept(playedOf(opened.value)) : opened;
}

/**
 * Answers a command with what happens because of it, or why it may not happen.
 *
 * Checks run in this order: the hand is being played (HAND_NOT_ACTIVE); an amount is whole won above
 * 0 (INVALID_AMOUNT); the seat can still act in this hand (ILLEGAL_ACTION); it is its turn
 * (NOT_YOUR_TURN); the action fits (ILLEGAL_ACTION); the amount fits (BET_TOO_SMALL, BET_TOO_LARGE).
 * One exception: where raising is closed, more chips than the seat has are BET_TOO_LARGE all the same.
 *
 * Rule: docs/rules/holdem.md §3, §8 to §12.
 *
 * @example decide(state, { type: 'call', seat: seatIndex(2) }, dealer).value[0].addedKrw // 100
 * @example decide(state, { type: 'call', seat: seatIndex(0) }, dealer).error.code // 'NOT_YOUR_TURN'
 */
export const decide = (
  state: HandState,
  command: HandCommand,
  dealer: Dealer,
): Result<readonly HandEvent[], Refusal> => eventsOf(play(state, command, dealer));

/**
 * `decide`, and the hand that the events fold to: for those who want both, at half the price.
 *
 * Errors: those of `decide`.
 *
 * @example play(state, { type: 'call', seat: seatIndex(2) }, dealer).value.state.toActSeat // 0
 */
export function play(
  state: HandState,
  command: HandCommand,
  dealer: Dealer,
): Result<Played, Refusal> {
  const hand = LiveHand.from(state, dealer);
  const error = hand.play(command);
  return error === null ? accept(playedOf(hand)) : { ok: false, error };
}

const playedOf = ({ events, state }: LiveHand): Played => ({ events, state });

const eventsOf = (played: Result<Played, Refusal>): Result<readonly HandEvent[], Refusal> =>
  played.ok ? accept(played.value.events) : played;
