import { freeSeats, keptFor, seatOfUser, type TableRefusal } from './seating';
import type { TableEvent, TableState, WaitingPlayer } from './table-types';

/** Place in the waiting list, from 1; null where the user is not in it. */
export function waitingPlace(state: TableState, userId: string): number | null {
  const index = state.waiting.findIndex((waiting) => waiting.userId === userId);
  return index < 0 ? null : index + 1;
}

export const waitingOf = (state: TableState, userId: string): WaitingPlayer | null =>
  state.waiting.find((waiting) => waiting.userId === userId) ?? null;

/** A list nobody gets to the end of helps nobody. Rule: docs/rules/table.md §5.1. */
const MAX_WAITING = 50;

/**
 * Why somebody cannot wait for a seat, or null. Errors: ALREADY_SEATED, SEAT_FREE, WAITING_LIST_FULL.
 *
 * Rule: docs/rules/table.md §5.1.
 */
export function waitFault(state: TableState, userId: string): TableRefusal | null {
  if (seatOfUser(state, userId) !== null) {
    return { code: 'ALREADY_SEATED', message: 'You have a seat at this table.' };
  }
  const isAnyFree = freeSeats(state).some((seat) => keptFor(state, seat) === null);
  if (isAnyFree && state.waiting.every(({ offer }) => offer !== null)) {
    return { code: 'SEAT_FREE', message: 'There is a free seat: sit down.' };
  }
  if (state.waiting.length >= MAX_WAITING) {
    return { code: 'WAITING_LIST_FULL', message: 'Too many wait at this table.' };
  }
  return null;
}

/** Offers that lapse and offers that are due now, in the order of the list. Rule: §5.2, §5.3. */
export function offersDue(state: TableState, nowMs: number): TableEvent[] {
  const events: TableEvent[] = [];
  const kept = new Set<number>();
  for (const { userId, offer } of state.waiting) {
    if (offer === null) continue;
    if (offer.untilMs <= nowMs) events.push({ type: 'waiting_left', userId, lapsed: true });
    else kept.add(offer.seat);
  }
  const free = freeSeats(state).filter((seat) => !kept.has(seat));
  const untilMs = nowMs + state.config.seatOfferMs;
  for (const { userId, offer } of state.waiting) {
    if (offer !== null) continue;
    const seat = free.shift();
    if (seat === undefined) break;
    events.push({ type: 'seat_offered', userId, seat, untilMs });
  }
  return events;
}
