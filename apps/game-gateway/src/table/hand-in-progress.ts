import {
  holeCards,
  type Card,
  type Deck,
  type HandEvent,
  type HandState,
  type TableEvent,
} from '@cardroom/engine';
import type { CardOpening, Notice } from '@cardroom/protocol';

import type { HoleCardsBySeat } from '../deck/deck-vault';
import type { HandDeal } from '../deck/hand-deal';
import { handEventsOf } from './hosted-event';

/** The hand being played, with what only its dealer knows. */
export interface HandInProgress {
  /** Null where it cannot be read any more: such a hand is void. */
  readonly deal: HandDeal | null;
  readonly events: readonly HandEvent[];
  readonly startedAtMs: number;
  /** When it changed last. */
  readonly changedAtMs: number;
  /** For each action, how long after the last change it came. */
  readonly thoughtMs: readonly number[];
}

/** The hand after some events of the table, where `begun` comes with the one that they begin. */
export function handAfter(
  before: HandInProgress | null,
  events: readonly TableEvent[],
  atMs: number,
  begun?: { readonly deal: HandDeal | null },
): HandInProgress | null {
  const added = handEventsOf(events);
  if (begun !== undefined) {
    const { deal } = begun;
    return { deal, events: added, startedAtMs: atMs, changedAtMs: atMs, thoughtMs: [] };
  }
  if (before === null || added.length === 0) return before;
  const sinceMs = Math.max(0, atMs - before.changedAtMs);
  const thought = added.flatMap(({ type }) => (type === 'acted' ? [sinceMs] : []));
  return {
    deal: before.deal,
    events: [...before.events, ...added],
    startedAtMs: before.startedAtMs,
    changedAtMs: atMs,
    thoughtMs: [...before.thoughtMs, ...thought],
  };
}

export const endsHand = (events: readonly TableEvent[]): boolean =>
  handEventsOf(events).some(({ type }) => type === 'hand_settled' || type === 'hand_voided');

export const voidsHand = (events: readonly TableEvent[]): boolean =>
  handEventsOf(events).some(({ type }) => type === 'hand_voided');

export const dealsCards = (events: readonly TableEvent[]): boolean =>
  handEventsOf(events).some(({ type }) => type === 'cards_dealt');

/** The cards that some events turn up for everybody. */
const publicCards = (events: readonly HandEvent[]): Card[] =>
  events.flatMap((event) => ('cards' in event ? event.cards : []));

/** The proofs of the cards that some events turn up for everybody. */
export const openingsOf = (
  hand: HandInProgress | null,
  events: readonly HandEvent[],
): readonly CardOpening[] => hand?.deal?.openingsOf(publicCards(events)) ?? [];

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
