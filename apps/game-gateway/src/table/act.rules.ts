import {
  isHandRunning,
  seatOfUser,
  type HandCommand,
  type TableSeat,
  type TableState,
} from '@cardroom/engine';
import type { CommandOf, ErrorCode, Refusal } from '@cardroom/protocol';

export type ActCommand = CommandOf<'table.act'>;

export interface ActContext {
  readonly state: TableState;
  readonly version: number;
  /** The version at which the present decision began. */
  readonly turnSinceVersion: number;
}

/**
 * Whether an action belongs to the table as it is. The order of checks is part of the contract:
 * NOT_SEATED, HAND_NOT_ACTIVE, HAND_MISMATCH, STALE_STATE; then the rules of the hand decide.
 *
 * A version since the present decision began is good enough: what happened in between (somebody
 * sat down) does not change what the player saw of the decision.
 */
export function actFault(
  command: ActCommand,
  userId: string,
  { state, version, turnSinceVersion }: ActContext,
): Refusal | null {
  const refuse = (code: ErrorCode): Refusal => ({ code });
  if (seatOfUser(state, userId) === null) return refuse('NOT_SEATED');
  if (!isHandRunning(state)) return refuse('HAND_NOT_ACTIVE');
  if (state.hand?.setup.handId !== command.handId) return refuse('HAND_MISMATCH');
  if (command.stateVersion < turnSinceVersion || command.stateVersion > version) {
    return refuse('STALE_STATE');
  }
  return null;
}

/** The action as the engine takes it; null where an amount is missing or too much. */
export function handCommandOf(command: ActCommand, { seat }: TableSeat): HandCommand | null {
  const { action, toKrw } = command;
  if (action === 'bet' || action === 'raise') {
    return toKrw === undefined ? null : { type: action, seat, toKrw };
  }
  return toKrw === undefined ? { type: action, seat } : null;
}
