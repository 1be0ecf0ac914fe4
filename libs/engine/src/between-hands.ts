import { krw } from '@cardroom/money';

import { dealPlan } from './blinds-due';
import { isHandRunning, takenSeats } from './seating';
import type { TableEvent, TableSeat, TableState } from './table-types';
import { offersDue } from './waiting-list';

/** A seat without a part in the game: it sits out, or has no chips. */
const isIdle = (at: TableSeat): boolean => at.sittingOut || at.stackKrw === 0;

/**
 * What the house does at `nowMs` while no hand is played: seats for those who wait, idle seats,
 * automatic top-ups, and players who wanted to sit out at the big blind. Done again after its events
 * have happened until nothing is left. Rule: docs/rules/table.md §2.6, §5, §6.2, §8.
 */
export function tidyEvents(state: TableState, nowMs: number): TableEvent[] {
  if (isHandRunning(state)) return [];
  return [
    ...offersDue(state, nowMs),
    ...takenSeats(state).flatMap((at) => [
      ...idleEvents(state, at, nowMs),
      ...autoTopUpEvents(state, at),
    ]),
    ...bigBlindSitOut(state),
  ];
}

function idleEvents(state: TableState, at: TableSeat, nowMs: number): TableEvent[] {
  const { seat, idleSinceMs } = at;
  if (at.leaving || !isIdle(at)) return [];
  if (idleSinceMs === null) return [{ type: 'seat_idle', seat, sinceMs: nowMs }];
  if (idleSinceMs + state.config.awayRemovalMs > nowMs) return [];
  return [{ type: 'leave_requested', seat, bySystem: true }];
}

/** Names the movement of money: what the seat has at which hand tells one top-up from the next. */
function autoTopUpEvents(state: TableState, at: TableSeat): TableEvent[] {
  const { seat, stackKrw, autoTopUpKrw } = at;
  if (autoTopUpKrw === null || at.queuedTopUp !== null || at.leaving || at.sittingOut) return [];
  if (stackKrw >= autoTopUpKrw) return [];
  const amountKrw = krw(autoTopUpKrw - stackKrw);
  const topUpId = `${AUTO_TOP_UP}${state.handNo}:${stackKrw}:${amountKrw}`;
  return [{ type: 'top_up_queued', seat, topUpId, amountKrw }];
}

/** Begins the id of every automatic top-up; no client can make such an id. */
export const AUTO_TOP_UP = 'auto:';

/** Whoever wanted it sits out instead of posting the big blind, one at a time. Rule: §2.6. */
function bigBlindSitOut(state: TableState): TableEvent[] {
  const big = dealPlan(state)?.bigBlindSeat;
  const at = big === undefined ? null : (state.seats[big] ?? null);
  if (at?.sitOutNextBigBlind !== true) return [];
  return [{ type: 'sat_out', seat: at.seat, bySystem: false }];
}

/** When `tidyEvents` may have something new to do, or null: an offer or an idle seat runs out. */
export function nextTidyAtMs(state: TableState): number | null {
  const offers = state.waiting.flatMap(({ offer }) => (offer === null ? [] : [offer.untilMs]));
  const idle = takenSeats(state).flatMap((at) =>
    at.idleSinceMs === null || at.leaving || !isIdle(at)
      ? []
      : [at.idleSinceMs + state.config.awayRemovalMs],
  );
  const times = [...offers, ...idle];
  return times.length === 0 ? null : Math.min(...times);
}
