import { isKrw, krw, ZERO_KRW, type Krw } from '@cardroom/money';

import type { AfterHandCommand } from './after-hand';
import { seatOf, type LegalActions } from './betting';
import type { HandCommand, HandEvent, HandSeat, HandState } from './hand-types';
import type { SeatIndex } from './seat-index';
import { refusal, type Refusal } from './result';

/** What the seat to act is asked for. */
export type TurnCommand = Exclude<
  HandCommand,
  AfterHandCommand | { type: 'void' } | { type: 'choose_runs' }
>;

/** Why a command is not for its seat to give now, or null. */
export function turnFault(state: HandState, command: TurnCommand): Refusal | null {
  const isRaise = command.type === 'bet' || command.type === 'raise';
  if (isRaise && (!isKrw(command.toKrw) || command.toKrw < 1)) {
    return refusal('INVALID_AMOUNT', 'The amount must be a whole number of won above 0.');
  }
  return state.toActSeat === command.seat ? null : absenceFault(state, command.seat);
}

/** Why it is not a seat's turn. */
function absenceFault(state: HandState, at: SeatIndex): Refusal {
  const seat = seatOf(state, at);
  if (seat === null) return refusal('ILLEGAL_ACTION', 'You were not dealt in.');
  if (seat.status === 'folded') return refusal('ILLEGAL_ACTION', 'You have folded.');
  if (seat.status === 'allin') return refusal('ILLEGAL_ACTION', 'You are all-in.');
  return refusal('NOT_YOUR_TURN', 'It is not your turn.');
}

/** Why the seat to act may not do that, or null. Rule: docs/rules/holdem.md §3. */
export function actionFault(
  state: HandState,
  command: TurnCommand,
  legal: LegalActions,
): Refusal | null {
  switch (command.type) {
    case 'fold':
    case 'timeout':
      return null;
    case 'check':
      return legal.canCheck ? null : refusal('ILLEGAL_ACTION', 'There is a bet to call.');
    case 'call':
      return legal.callKrw > 0 ? null : refusal('ILLEGAL_ACTION', 'There is nothing to call.');
    case 'bet':
    case 'raise':
      return betFault(state, command, legal);
  }
}

type BetCommand = Extract<HandCommand, { type: 'bet' | 'raise' }>;

function betFault(state: HandState, command: BetCommand, legal: LegalActions): Refusal | null {
  const isBet = state.currentBetKrw === 0;
  if (isBet !== (command.type === 'bet')) {
    return refusal('ILLEGAL_ACTION', isBet ? 'Nobody has bet: bet.' : 'There is a bet: raise.');
  }
  if (legal.minRaiseToKrw === null || legal.maxRaiseToKrw === null) {
    const seat = seatOf(state, command.seat);
    const allInToKrw = (seat?.streetBetKrw ?? 0) + (seat?.stackKrw ?? 0);
    return command.toKrw > allInToKrw
      ? refusal('BET_TOO_LARGE', 'You do not have that many chips.')
      : refusal('ILLEGAL_ACTION', 'You may not raise now.');
  }
  if (command.toKrw < legal.minRaiseToKrw)
    return refusal('BET_TOO_SMALL', 'The bet is below the minimum.');
  if (command.toKrw > legal.maxRaiseToKrw)
    return refusal('BET_TOO_LARGE', 'The bet is above the maximum.');
  return null;
}

/** What happens when the seat to act does what it may. */
export function actedEvent(
  seat: HandSeat,
  command: TurnCommand,
  legal: LegalActions,
): Extract<HandEvent, { type: 'acted' }> {
  const bySystem = command.type === 'timeout';
  const addedKrw = addedBy(seat, command, legal);
  return {
    type: 'acted',
    seat: seat.seat,
    action: command.type === 'timeout' ? (legal.canCheck ? 'check' : 'fold') : command.type,
    toKrw: krw(seat.streetBetKrw + addedKrw),
    addedKrw,
    allIn: addedKrw > 0 && addedKrw === seat.stackKrw,
    bySystem,
  };
}

function addedBy(seat: HandSeat, command: TurnCommand, legal: LegalActions): Krw {
  switch (command.type) {
    case 'fold':
    case 'check':
    case 'timeout':
      return ZERO_KRW;
    case 'call':
      return legal.callKrw;
    case 'bet':
    case 'raise':
      return krw(command.toKrw - seat.streetBetKrw);
  }
}
