import type { HandEvent, HandState, TableState, WaitingPlayer } from '@cardroom/engine';
import type { AnnouncedDeal, BegunDeal } from '@cardroom/fairness';

import type { RootEnd } from './deal-root.repository';

/** A hand that is over, on its way from Redis to PostgreSQL. Its cards are sealed. */
export interface FinishedHand {
  readonly handId: string;
  readonly handNo: number;
  readonly tableId: string;
  readonly outcome: 'settled' | 'voided';
  readonly voidReason: string | null;
  readonly buttonSeat: number;
  readonly board: readonly number[];
  /** The board of the second run; absent where the hand was run once. */
  readonly secondBoard?: readonly number[];
  readonly potKrw: number;
  readonly rakeKrw: number;
  readonly players: readonly FinishedPlayer[];
  readonly events: readonly HandEvent[];
  /** For each action the time since the hand last changed; absent in hands of before it was kept. */
  readonly thoughtMs?: readonly number[];
  /** Null where the deck could not be read any more. */
  readonly sealedCards: string | null;
  /** Root and seeds of the deal; null where the hand was dealt without a root. */
  readonly deal: BegunDeal | null;
  /** Seat sessions that have missed a small blind. */
  readonly owingSmall?: readonly string[];
  /** Who is in line for a seat: the table's, should Redis lose it. */
  readonly waiting?: readonly Pick<WaitingPlayer, 'userId' | 'nickname'>[];
  /** The secret behind the root. */
  readonly sealedDeal: string | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly requestId: string;
}

export interface FinishedPlayer {
  readonly seat: number;
  readonly userId: string;
  readonly seatSessionId: string;
  readonly startStackKrw: number;
  readonly endStackKrw: number;
  readonly putInKrw: number;
  readonly shown: boolean;
}

/** Cards that were turned up after the end of a hand, on their way from Redis to PostgreSQL. */
export interface Reveal {
  /** Of the record: a hand can have several. */
  readonly handId: string;
  readonly tableId: string;
  readonly revealed: {
    readonly handId: string;
    /** Number of events of the hand before them. */
    readonly place: number;
    readonly events: readonly HandEvent[];
  };
  readonly endedAtMs: number;
  readonly requestId: string;
}

/** A root that ends without a hand, on its way from Redis to PostgreSQL. */
export interface UnusedRoot {
  readonly handId: string;
  readonly tableId: string;
  readonly unused: AnnouncedDeal;
  readonly voidReason: string;
  readonly endedAtMs: number;
  readonly requestId: string;
}

/** What waits for PostgreSQL. */
export type Settlement = FinishedHand | UnusedRoot | Reveal;

/** The hand that a record belongs to. */
export const handIdOf = (settlement: Settlement): string =>
  'revealed' in settlement ? settlement.revealed.handId : settlement.handId;

/** How the root of a settlement ended; null where there was none. */
export function rootEndOf(settlement: Settlement): RootEnd | null {
  if ('revealed' in settlement) return null;
  const { tableId, voidReason, endedAtMs } = settlement;
  if ('unused' in settlement) {
    return { tableId, voidReason, endedAtMs, deal: settlement.unused, outcome: 'voided' };
  }
  const { outcome } = settlement;
  // A hand that was written before there were roots has no property of that name.
  const deal = (settlement as Partial<FinishedHand>).deal ?? null;
  return deal === null ? null : { tableId, voidReason, endedAtMs, deal, outcome };
}

/** What PostgreSQL is told of a hand that is over. */
export function finishedHandOf(
  table: TableState,
  hand: HandState,
  rest: Pick<
    FinishedHand,
    | 'events'
    | 'thoughtMs'
    | 'sealedCards'
    | 'deal'
    | 'sealedDeal'
    | 'startedAtMs'
    | 'endedAtMs'
    | 'requestId'
  >,
): FinishedHand {
  const { handId, handNo, buttonSeat } = hand.setup;
  const settled = rest.events.find((event) => event.type === 'hand_settled');
  const voided = rest.events.find((event) => event.type === 'hand_voided');
  const putInOf = new Map(settled?.results.map((result) => [result.seat, result.putInKrw]));
  return {
    ...{ handId, handNo, buttonSeat, tableId: table.tableId },
    outcome: voided === undefined ? 'settled' : 'voided',
    voidReason: voided?.reason ?? null,
    board: hand.board,
    ...(hand.runs === 2 ? { secondBoard: hand.secondBoard } : {}),
    owingSmall: table.seats.flatMap((at) => (at?.owes.small === true ? [at.seatSessionId] : [])),
    waiting: table.waiting.map(({ userId, nickname }) => ({ userId, nickname })),
    potKrw: settled?.potKrw ?? 0,
    rakeKrw: settled?.rakeKrw ?? 0,
    players: hand.seats.flatMap((seat): FinishedPlayer[] => {
      const session = table.handSessions[String(seat.seat)];
      if (session === undefined) return [];
      return [
        {
          seat: seat.seat,
          ...session,
          startStackKrw: seat.startStackKrw,
          endStackKrw: seat.stackKrw,
          putInKrw: putInOf.get(seat.seat) ?? 0,
          shown: seat.shownCards !== null,
        },
      ];
    }),
    ...rest,
  };
}
