import { isHandRunning, seatOf, type TableState } from '@cardroom/engine';

import type { Moment, Referee } from './referee';

/** One seat per player; nobody in a hand loses the seat; hands are counted one by one. */
export class SeatReferee implements Referee {
  see({ event, before, after }: Moment): string | null {
    if (event.type === 'seat_taken' && seatsOf(after, event.userId) !== 1) {
      return 'a player has two seats';
    }
    if (event.type === 'seat_left' && isDealtIn(before, event.seat)) {
      return 'a seat was freed in mid-hand';
    }
    if (event.type === 'topped_up' && isDealtIn(before, event.seat)) {
      return 'chips were added in mid-hand';
    }
    if (event.type === 'hand' && event.event.type === 'hand_started') {
      if (isHandRunning(before)) return 'a hand started in another';
      if (after.handNo !== before.handNo + 1) return 'a hand number was left out';
    }
    return actorFault(after);
  }
}

const seatsOf = (state: TableState, userId: string): number =>
  state.seats.filter((at) => at?.userId === userId).length;

const isDealtIn = (state: TableState, seat: number): boolean =>
  isHandRunning(state) && state.hand?.seats.some((at) => at.seat === seat) === true;

function actorFault({ hand }: TableState): string | null {
  const toAct = hand?.toActSeat ?? null;
  if (hand === null || toAct === null) return null;
  if (hand.outcome !== 'playing') return 'somebody is to act in a hand that is over';
  const actor = seatOf(hand, toAct);
  return actor?.status === 'active' && actor.stackKrw > 0 ? null : 'who is to act cannot act';
}
