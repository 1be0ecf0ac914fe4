import { krw } from '@cardroom/money';
import { seatAt, type TableEvent, type TableState } from '@cardroom/engine';

import type { SeatSession } from '../seats/seat-money.repository';

/**
 * What a table must be told so that its seats are those that are paid for: between hands PostgreSQL
 * is right, whatever a crash has left in Redis.
 */
export function seatDifferences(
  state: TableState,
  paid: readonly SeatSession[],
): readonly TableEvent[] {
  const events: TableEvent[] = [];
  for (const at of state.seats) {
    if (at === null) continue;
    const session = paid.find((each) => each.seatSessionId === at.seatSessionId);
    if (session === undefined) events.push({ type: 'seat_left', seat: at.seat });
    else if (session.stackKrw !== at.stackKrw) {
      const amountKrw = krw(session.stackKrw - at.stackKrw);
      events.push({ type: 'topped_up', seat: at.seat, amountKrw });
    }
  }
  for (const session of paid) {
    if (seatAt(state, session.seat)?.seatSessionId === session.seatSessionId) continue;
    events.push({ type: 'seat_taken', ...session });
  }
  return events;
}
