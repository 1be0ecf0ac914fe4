import type { HandEvent, HandState, TableState } from '@cardroom/engine';

/** A hand that is over, on its way from Redis to PostgreSQL. Its cards are sealed. */
export interface FinishedHand {
  readonly handId: string;
  readonly handNo: number;
  readonly tableId: string;
  readonly outcome: 'settled' | 'voided';
  readonly voidReason: string | null;
  readonly buttonSeat: number;
  readonly board: readonly number[];
  readonly potKrw: number;
  readonly rakeKrw: number;
  readonly players: readonly FinishedPlayer[];
  readonly events: readonly HandEvent[];
  /** Null where the deck could not be read any more. */
  readonly sealedCards: string | null;
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

/** What PostgreSQL is told of a hand that is over. */
export function finishedHandOf(
  table: TableState,
  hand: HandState,
  rest: Pick<FinishedHand, 'events' | 'sealedCards' | 'startedAtMs' | 'endedAtMs' | 'requestId'>,
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
