import { seatOfUser, type HandCommand, type TableSeat, type TableState } from '@cardroom/engine';
import type { CommandOf, ErrorCode, Refusal } from '@cardroom/protocol';

/** What a player may choose beside actions: the number of runs, and what is seen after the hand. */
export type HandChoice = CommandOf<'table.choose_runs' | 'table.show' | 'table.rabbit_hunt'>;

/**
 * Whether a choice belongs to the hand at the table. Checks in this order: NOT_SEATED,
 * HAND_NOT_ACTIVE, HAND_MISMATCH, ILLEGAL_ACTION (somebody else was dealt in at the seat); then the
 * rules of the hand decide.
 */
export function choiceFault(
  command: HandChoice,
  userId: string,
  state: TableState,
): Refusal | null {
  const refuse = (code: ErrorCode): Refusal => ({ code });
  const at = seatOfUser(state, userId);
  if (at === null) return refuse('NOT_SEATED');
  if (state.hand === null) return refuse('HAND_NOT_ACTIVE');
  if (state.hand.setup.handId !== command.handId) return refuse('HAND_MISMATCH');
  const isOwnHand = state.handSessions[String(at.seat)]?.userId === userId;
  return isOwnHand || command.type === 'table.rabbit_hunt' ? null : refuse('ILLEGAL_ACTION');
}

/** The choice as the engine takes it. */
export function handChoiceOf(command: HandChoice, { seat }: TableSeat): HandCommand {
  switch (command.type) {
    case 'table.choose_runs':
      return { type: 'choose_runs', seat, runs: command.runs };
    case 'table.show':
      return { type: 'show', seat };
    case 'table.rabbit_hunt':
      return { type: 'rabbit_hunt' };
  }
}
