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

/** Why a command is not for its seat to give now. */
export function turnFault(state: HandState, command: TurnCommand): Refusal {
  const isRaise = command.type === 'bet' || command.type === 'raise';
  return (isRaise ? amountFault(command.toKrw) : null) ?? absenceFault(state, command.seat);
}

const amountFault = (toKrw: number): Refusal | null =>
  isKrw(toKrw) && toKrw > 0
    ? null
    : refusal('INVALID_AMOUNT', 'The amount must be a whole number of won above 0.');

/** Why it is not a seat's turn. */
function absenceFault(state: HandState, at: SeatIndex): Refusal {
  const seat = seatOf(state, at);
  if (seat === null) return refusal('ILLEGAL_ACTION', 'You were not dealt in.');
  if (seat.status === 'folded') return refusal('ILLEGAL_ACTION', 'You have folded.');
  if (seat.status === 'allin') return refusal('ILLEGAL_ACTION', 'You are all-in.');
  return refusal('NOT_YOUR_TURN', 'It is not your turn.');
}

/** The chips that the seat to act adds by a command, or why it may not. Rule: docs/rules/holdem.md §3. */
export function addedBy(
  state: HandState,
  seat: HandSeat,
  command: TurnCommand,
  legal: LegalActions,
): Krw | Refusal {
  switch (command.type) {
    case 'fold':
    case 'timeout':
      return ZERO_KRW;
    case 'check':
      return legal.canCheck ? ZERO_KRW : refusal('ILLEGAL_ACTION', 'There is a bet to call.');
    case 'call':
      return legal.callKrw > 0
        ? legal.callKrw
        : refusal('ILLEGAL_ACTION', 'There is nothing to call.');
    case 'bet':
    case 'raise':
      return betFault(state, seat, command, legal) ?? krw(command.toKrw - seat.streetBetKrw);
  }
}

type BetCommand = Extract<HandCommand, { type: 'bet' | 'raise' }>;

function betFault(
  { currentBetKrw }: HandState,
  seat: HandSeat,
  { type, toKrw }: BetCommand,
  legal: LegalActions,
): Refusal | null {
  const fault = amountFault(toKrw);
  if (fault !== null) return fault;
  const isBet = currentBetKrw === 0;
  if (isBet !== (type === 'bet')) {
    return refusal('ILLEGAL_ACTION', isBet ? 'Nobody has bet: bet.' : 'There is a bet: raise.');
  }
  if (legal.minRaiseToKrw === null || legal.maxRaiseToKrw === null) {
    return toKrw > seat.streetBetKrw + seat.stackKrw
      ? refusal('BET_TOO_LARGE', 'You do not have that many chips.')
      : refusal('ILLEGAL_ACTION', 'You may not raise now.');
  }
  if (toKrw < legal.minRaiseToKrw) return refusal('BET_TOO_SMALL', 'The bet is below the minimum.');
  if (toKrw > legal.maxRaiseToKrw) return refusal('BET_TOO_LARGE', 'The bet is above the maximum.');
  return null;
}

/** What happens when the seat to act adds those chips. */
export function actedEvent(
  seat: HandSeat,
  command: TurnCommand,
  legal: LegalActions,
  addedKrw: Krw,
): Extract<HandEvent, { type: 'acted' }> {
  const bySystem = command.type === 'timeout';
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
