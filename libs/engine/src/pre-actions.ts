import type { Krw } from '@cardroom/money';

import { callOf, legalActions, seatOf } from './betting';
import type { HandCommand, HandState, Street } from './hand-types';
import type { SeatIndex } from './seat-index';

/** What a player decides before the turn has come. */
export const PRE_ACTIONS = ['check_fold', 'check', 'call', 'call_any'] as const;
export type PreActionName = (typeof PRE_ACTIONS)[number];

/** A decision made in advance, with what the player saw then. */
export interface PreAction {
  readonly seat: SeatIndex;
  readonly action: PreActionName;
  readonly handId: string;
  readonly street: Street;
  /** Chips that a call would have added. */
  readonly priceKrw: Krw;
}

/**
 * A decision in advance for the seat's next turn on this street; null where there is none to make:
 * no such hand, the seat is not active, it is its turn already, or the action does not fit.
 *
 * Rule: docs/rules/table.md §7.1.
 */
export function preAction(
  state: HandState | null,
  seat: SeatIndex,
  action: PreActionName,
): PreAction | null {
  if (state?.outcome !== 'playing' || state.toActSeat === seat) return null;
  const at = seatOf(state, seat);
  if (at?.status !== 'active') return null;
  const priceKrw = callOf(state, at);
  if (action === 'check' && priceKrw > 0) return null;
  if (action === 'call' && priceKrw === 0) return null;
  return { seat, action, handId: state.setup.handId, street: state.street, priceKrw };
}

/** Whether a decision in advance still stands: same hand, same street, and the price it was made for. */
export function isPreActionValid(state: HandState | null, before: PreAction): boolean {
  if (state?.outcome !== 'playing' || state.setup.handId !== before.handId) return false;
  const at = seatOf(state, before.seat);
  if (at?.status !== 'active' || state.street !== before.street) return false;
  const isPriceFree = before.action === 'check_fold' || before.action === 'call_any';
  return isPriceFree || callOf(state, at) === before.priceKrw;
}

/**
 * The action of a seat whose turn has come and that has decided before; null where it is not its
 * turn, or the decision has lapsed. Rule: docs/rules/table.md §7.2.
 */
export function playPreAction(state: HandState, before: PreAction): HandCommand | null {
  const { seat, action } = before;
  const legal = legalActions(state);
  if (legal?.seat !== seat || !isPreActionValid(state, before)) return null;
  switch (action) {
    case 'check_fold':
      return { type: legal.canCheck ? 'check' : 'fold', seat };
    case 'check':
    case 'call':
    case 'call_any':
      return { type: legal.canCheck ? 'check' : 'call', seat };
  }
}
