import { krw } from '@cardroom/money';

import type { DealPlan } from './blinds-due';
import type { HandSetup } from './hand-types';
import type { SeatIndex } from './seat-index';
import type { TableSeat, TableState } from './table-types';

/** A straddle is so many big blinds. */
const STRADDLE_BIG_BLINDS = 2;

/** The seat that may straddle in a hand, or null: under the gun, or at the button, never heads-up. */
function straddlerOf(state: TableState, plan: DealPlan): TableSeat | null {
  const { seats, bigBlindSeat, buttonSeat } = plan;
  if (seats.length < 3) return null;
  const seat = (at: SeatIndex): TableSeat | null => seats.find((each) => each.seat === at) ?? null;
  switch (state.config.straddle) {
    case 'none':
      return null;
    case 'under_the_gun':
      return seats.find((at) => at.seat > bigBlindSeat) ?? seats[0] ?? null;
    case 'button':
      return seat(buttonSeat);
  }
}

/**
 * The straddle of the next hand, where the seat that may has asked for one: two big blinds.
 *
 * Whoever cannot post it with chips to spare, or pays to come in, does not straddle.
 * Rule: docs/rules/table.md §4.
 */
export function straddleDue(
  state: TableState,
  plan: DealPlan,
): NonNullable<HandSetup['straddle']> | null {
  const at = straddlerOf(state, plan);
  if (at?.straddleNext !== true) return null;
  if (plan.entryPosts.some(({ seat }) => seat === at.seat)) return null;
  const { bigBlindKrw, anteKrw } = state.config.stakes;
  const amountKrw = krw(bigBlindKrw * STRADDLE_BIG_BLINDS);
  return at.stackKrw > amountKrw + anteKrw ? { seat: at.seat, amountKrw } : null;
}
