import {
  isHandRunning,
  preAction,
  seatOfUser,
  type PreAction,
  type SeatIndex,
  type TableState,
} from '@cardroom/engine';
import type { CommandOf, ErrorCode, Refusal } from '@cardroom/protocol';

export type PreActCommand = CommandOf<'table.pre_act'>;

type Decided =
  | { readonly ok: true; readonly seat: SeatIndex; readonly before: PreAction | null }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * What a player decides before the turn; `before` is null where it is taken back.
 *
 * Checks run in this order: NOT_SEATED, HAND_NOT_ACTIVE, HAND_MISMATCH; VALIDATION_FAILED (a price
 * belongs to a call, and only there); ILLEGAL_ACTION (folded, all-in, at turn already, or the action
 * does not fit); STALE_STATE (a call that costs something else by now).
 * Rule: docs/rules/table.md §7.
 */
export function preActionOf(command: PreActCommand, userId: string, state: TableState): Decided {
  const refuse = (code: ErrorCode): Decided => ({ ok: false, refusal: { code } });
  const { action, callKrw } = command;
  const at = seatOfUser(state, userId);
  if (at === null) return refuse('NOT_SEATED');
  if (!isHandRunning(state)) return refuse('HAND_NOT_ACTIVE');
  if (state.hand?.setup.handId !== command.handId) return refuse('HAND_MISMATCH');
  if ((action === 'call') !== (callKrw !== undefined)) return refuse('VALIDATION_FAILED');
  const { seat } = at;
  if (action === 'none') return { ok: true, seat, before: null };
  const before = preAction(state.hand, seat, action);
  if (before === null) return refuse('ILLEGAL_ACTION');
  return callKrw === undefined || callKrw === before.priceKrw
    ? { ok: true, seat, before }
    : refuse('STALE_STATE');
}
