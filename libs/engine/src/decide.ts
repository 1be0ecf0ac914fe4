import { isKrw, krw } from '@cardroom/money';

import { afterHand, type AfterHandCommand } from './after-hand';
import {
  activeSeats,
  isUncontested,
  legalActions,
  liveSeats,
  seatOf,
  type LegalActions,
} from './betting';
import { isDeck } from './cards';
import { Course, type Played } from './course';
import { areBoardsWhole, dealOf, holeCards, nextStreet } from './deal';
import { setupFault } from './hand-setup';
import type {
  Dealer,
  HandCommand,
  HandEvent,
  HandSetup,
  HandState,
  Runs,
  SeatIndex,
} from './hand-types';
import { uncalledBet } from './pots';
import { postForced } from './posting';
import { accept, assertInvariant, refuse, type Refusal, type Result } from './result';
import { settlementEvents } from './settlement';
import { showdownEvents, showdownOrder } from './showdown';

/**
 * Begins a hand: antes, blinds, the deal, and all that follows without anyone's decision.
 *
 * Errors: INVALID_SETUP. Rule: docs/rules/holdem.md §1, §2.
 *
 * @example startHand(setup, dealer).value.map(({ type }) => type) // ['hand_started', 'blind_posted', 'blind_posted', 'cards_dealt']
 */
export const startHand = (setup: HandSetup, dealer: Dealer): Result<HandEvent[], Refusal> =>
  eventsOf(openHand(setup, dealer));

/**
 * `startHand`, and the hand that its events fold to: for those who want both, at half the price.
 *
 * Errors: INVALID_SETUP.
 *
 * @example openHand(setup, dealer).value.state.toActSeat // 2
 */
export function openHand(setup: HandSetup, dealer: Dealer): Result<Played, Refusal> {
  const fault = setupFault(setup) ?? (isDeck(dealer.deck) ? null : 'A deck has 52 different cards');
  if (fault !== null) return refuse('INVALID_SETUP', fault);
  const course = new Course(null);
  course.add({ type: 'hand_started', setup });
  postForced(course);
  course.add({ type: 'cards_dealt', seatsInDealOrder: course.state.seats.map(({ seat }) => seat) });
  runOn(course, dealer);
  return accept(course.played);
}

const eventsOf = (played: Result<Played, Refusal>): Result<HandEvent[], Refusal> =>
  played.ok ? accept(played.value.events) : played;

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
): Result<HandEvent[], Refusal> => eventsOf(play(state, command, dealer));

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
  if (command.type === 'show' || command.type === 'rabbit_hunt') {
    const after = afterHand(state, command, dealer);
    return after.ok ? accept(new Course(state).with(after.value).played) : after;
  }
  if (state.outcome !== 'playing') return refuse('HAND_NOT_ACTIVE', 'The hand is over.');
  if (command.type === 'void') {
    return accept(new Course(state).with([{ type: 'hand_voided', reason: command.reason }]).played);
  }
  if (command.type === 'choose_runs') return chooseRuns(state, command, dealer);
  if (command.type === 'timeout' && state.runChoiceSeats.length > 0) {
    return chooseRuns(state, { seat: command.seat, runs: 1, bySystem: true }, dealer);
  }
  const fault = turnFault(state, command);
  if (fault !== null) return { ok: false, error: fault };
  const legal = legalActions(state);
  assertInvariant(legal !== null, 'the seat to act has legal actions');
  const decided = actionEvent(state, command, legal);
  if (!decided.ok) return decided;
  const course = new Course(state).with([decided.value]);
  runOn(course, dealer);
  return accept(course.played);
}

type SeatCommand = Exclude<
  HandCommand,
  AfterHandCommand | { type: 'void' } | { type: 'choose_runs' }
>;

function turnFault(state: HandState, command: SeatCommand): Refusal | null {
  const isRaise = command.type === 'bet' || command.type === 'raise';
  if (isRaise && (!isKrw(command.toKrw) || command.toKrw < 1)) {
    return refusal('INVALID_AMOUNT', 'The amount must be a whole number of won above 0.');
  }
  const seat = seatOf(state, command.seat);
  if (seat === null) return refusal('ILLEGAL_ACTION', 'You were not dealt in.');
  if (seat.status === 'folded') return refusal('ILLEGAL_ACTION', 'You have folded.');
  if (seat.status === 'allin') return refusal('ILLEGAL_ACTION', 'You are all-in.');
  if (state.toActSeat !== command.seat) return refusal('NOT_YOUR_TURN', 'It is not your turn.');
  return null;
}

const refusal = (code: Refusal['code'], message: string): Refusal => ({ code, message });

type Acted = Extract<HandEvent, { type: 'acted' }>;

function actionEvent(
  state: HandState,
  command: SeatCommand,
  legal: LegalActions,
): Result<Acted, Refusal> {
  switch (command.type) {
    case 'fold':
      return accept(acted(state, command.seat, 'fold', 0));
    case 'check':
      return legal.canCheck
        ? accept(acted(state, command.seat, 'check', 0))
        : refuse('ILLEGAL_ACTION', 'There is a bet to call.');
    case 'call':
      return legal.callKrw > 0
        ? accept(acted(state, command.seat, 'call', legal.callKrw))
        : refuse('ILLEGAL_ACTION', 'There is nothing to call.');
    case 'bet':
    case 'raise':
      return betEvent(state, command, legal);
    case 'timeout':
      return accept({
        ...acted(state, command.seat, legal.canCheck ? 'check' : 'fold', 0),
        bySystem: true,
      });
  }
}

function betEvent(
  state: HandState,
  command: Extract<HandCommand, { type: 'bet' | 'raise' }>,
  legal: LegalActions,
): Result<Acted, Refusal> {
  const isBet = state.currentBetKrw === 0;
  if (isBet !== (command.type === 'bet')) {
    return refuse('ILLEGAL_ACTION', isBet ? 'Nobody has bet: bet.' : 'There is a bet: raise.');
  }
  if (legal.minRaiseToKrw === null || legal.maxRaiseToKrw === null) {
    const seat = seatOf(state, command.seat);
    const allInToKrw = (seat?.streetBetKrw ?? 0) + (seat?.stackKrw ?? 0);
    return command.toKrw > allInToKrw
      ? refuse('BET_TOO_LARGE', 'You do not have that many chips.')
      : refuse('ILLEGAL_ACTION', 'You may not raise now.');
  }
  if (command.toKrw < legal.minRaiseToKrw)
    return refuse('BET_TOO_SMALL', 'The bet is below the minimum.');
  if (command.toKrw > legal.maxRaiseToKrw)
    return refuse('BET_TOO_LARGE', 'The bet is above the maximum.');
  const before = seatOf(state, command.seat)?.streetBetKrw ?? 0;
  return accept(acted(state, command.seat, command.type, command.toKrw - before));
}

function acted(state: HandState, at: SeatIndex, action: Acted['action'], added: number): Acted {
  const seat = seatOf(state, at);
  assertInvariant(seat !== null, 'the seat that acts is in the hand');
  const addedKrw = krw(added);
  return {
    type: 'acted',
    seat: at,
    action,
    toKrw: krw(seat.streetBetKrw + addedKrw),
    addedKrw,
    allIn: addedKrw > 0 && addedKrw === seat.stackKrw,
    bySystem: false,
  };
}

/** One answer of 1 ends the choice; 2 needs everybody. Rule: docs/rules/holdem.md §11.2. */
function chooseRuns(
  state: HandState,
  choice: { readonly seat: SeatIndex; readonly runs: Runs; readonly bySystem?: boolean },
  dealer: Dealer,
): Result<Played, Refusal> {
  const { seat, runs, bySystem = false } = choice;
  if (!state.runChoiceSeats.includes(seat) || ![1, 2].includes(runs)) {
    return refuse('ILLEGAL_ACTION', 'You have no number of runs to choose.');
  }
  const course = new Course(state);
  course.add({ type: 'runs_chosen', seat, runs, bySystem });
  if (runs === 1 || course.state.runChoiceSeats.length === 0) {
    course.add({ type: 'runs_agreed', runs });
    runOn(course, dealer);
  }
  return accept(course.played);
}

/** Whether the hand waits for a player: for an action, or for the number of runs. */
const isWaiting = (state: HandState): boolean =>
  state.toActSeat !== null || state.runChoiceSeats.length > 0;

/** Everything that follows without a decision: streets, run-out, showdown, settlement. */
function runOn(course: Course, dealer: Dealer): void {
  while (course.state.outcome === 'playing' && !isWaiting(course.state)) {
    const uncalled = uncalledBet(course.state);
    if (uncalled !== null) {
      const { seat, amountKrw } = uncalled;
      course.add({ type: 'uncalled_returned', seat, amountKrw });
    }
    if (isUncontested(course.state)) {
      settle(course, dealer);
      continue;
    }
    const isClosed = activeSeats(course.state).length < 2;
    if (isClosed) showAll(course, dealer);
    if (areBoardsWhole(course.state)) {
      showdownEvents(course.state, dealer).forEach((event) => course.add(event));
      settle(course, dealer);
    } else if (isClosed && mayChooseRuns(course.state)) {
      course.add({ type: 'runs_offered', seats: liveSeats(course.state).map(({ seat }) => seat) });
    } else {
      course.add(nextStreet(course.state, dealer));
    }
  }
}

const mayChooseRuns = ({ setup, runs }: HandState): boolean => setup.boards === 2 && runs === null;

/** Once betting is closed by all-ins, all hands are face up. Rule: docs/rules/holdem.md §6.4. */
function showAll(course: Course, dealer: Dealer): void {
  if (liveSeats(course.state).every(({ shownCards }) => shownCards !== null)) return;
  for (const { seat, shownCards } of showdownOrder(course.state)) {
    if (shownCards !== null) continue;
    const cards = holeCards(course.state, dealer.deck, seat, dealOf(dealer));
    course.add({ type: 'hand_shown', seat, cards });
  }
}

function settle(course: Course, dealer: Dealer): void {
  settlementEvents(course.state, dealer).forEach((event) => course.add(event));
}
