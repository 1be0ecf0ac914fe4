import {
  holeCards,
  type Deck,
  type HandEvent,
  type HandState,
  type TableEvent,
} from '@cardroom/engine';
import type { Notice } from '@cardroom/protocol';

import type { HoleCardsBySeat } from '../deck/deck-vault';

/** The hand being played, with what only its dealer knows. */
export interface HandInProgress {
  /** Null where it cannot be read any more: such a hand is void. */
  readonly deck: Deck | null;
  readonly events: readonly HandEvent[];
  readonly startedAtMs: number;
}

const handEventsOf = (events: readonly TableEvent[]): HandEvent[] =>
  events.flatMap((event) => (event.type === 'hand' ? [event.event] : []));

/** The hand after some events of the table, where `begun` comes with the one that they begin. */
export function handAfter(
  before: HandInProgress | null,
  events: readonly TableEvent[],
  begun?: { readonly deck: Deck | null; readonly atMs: number },
): HandInProgress | null {
  const added = handEventsOf(events);
  if (begun !== undefined) return { deck: begun.deck, events: added, startedAtMs: begun.atMs };
  return before === null ? null : { ...before, events: [...before.events, ...added] };
}

export const endsHand = (events: readonly TableEvent[]): boolean =>
  handEventsOf(events).some(({ type }) => type === 'hand_settled' || type === 'hand_voided');

export const voidsHand = (events: readonly TableEvent[]): boolean =>
  handEventsOf(events).some(({ type }) => type === 'hand_voided');

export const dealsCards = (events: readonly TableEvent[]): boolean =>
  handEventsOf(events).some(({ type }) => type === 'cards_dealt');

/** A hand that cannot go on: every seat has its chips of before. Rule: docs/rules/holdem.md §9. */
export const voidingEvents = (reason: string): TableEvent[] => [
  { type: 'hand', event: { type: 'hand_voided', reason } },
];

export const holeCardsBySeat = (hand: HandState, deck: Deck): HoleCardsBySeat =>
  new Map(hand.seats.map(({ seat }) => [seat, holeCards(hand, deck, seat)]));

export const handVoidedNotice = (tableId: string): Notice => ({
  code: 'HAND_VOIDED',
  message: 'The hand is void: every seat has its chips of before.',
  tableId,
});
