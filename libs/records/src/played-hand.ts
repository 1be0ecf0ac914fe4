import {
  replay,
  type Card,
  type HandEvent,
  type HandState,
  type SeatIndex,
} from '@cardroom/engine';

/** A hand of ours as one reader may see it. */
export interface PlayedHand {
  readonly handId: string;
  /** From `hand_started` to the end. */
  readonly events: readonly HandEvent[];
  /** Hole cards that the reader may see besides those that were shown: the reader's own, or none. */
  readonly knownCards: readonly { readonly seat: SeatIndex; readonly cards: readonly Card[] }[];
  /** Names by seat; a seat without one is called by its number. */
  readonly names: Readonly<Record<string, string>>;
  readonly tableName: string;
  readonly maxSeats: number;
  /** When it began, in UTC: `2026-11-21T08:00:00.000Z`. */
  readonly startedAt: string;
}

type EventOf<T extends HandEvent['type']> = Extract<HandEvent, { type: T }>;

/** The events of one kind, in their order. */
export const eventsOf = <T extends HandEvent['type']>(
  events: readonly HandEvent[],
  type: T,
): EventOf<T>[] => events.filter((event): event is EventOf<T> => event.type === type);

/** The hand after its last event. Errors: throws where the events are none of a hand. */
export const endOf = (hand: PlayedHand): HandState => replay(hand.events);

export const nameOf = (hand: PlayedHand, seat: SeatIndex): string =>
  hand.names[String(seat)] ?? `Seat ${seat + 1}`;

/** The hole cards that the reader may see: own ones and those that were shown; else null. */
export function visibleCards(hand: PlayedHand, seat: SeatIndex): readonly Card[] | null {
  const shown = eventsOf(hand.events, 'hand_shown').find((event) => event.seat === seat);
  if (shown !== undefined) return shown.cards;
  return hand.knownCards.find((known) => known.seat === seat)?.cards ?? null;
}

/** Why the hand was given up; null where it was settled. */
export const voidReason = (hand: PlayedHand): string | null =>
  eventsOf(hand.events, 'hand_voided')[0]?.reason ?? null;
