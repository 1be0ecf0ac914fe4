import type { Moment, Referee } from './referee';

/** Nobody is the big blind twice running, and nobody who owes nothing pays to come in. */
export class BlindReferee implements Referee {
  private lastBig: string | null = null;
  private big: string | null = null;

  see({ event, before, after }: Moment): string | null {
    if (event.type !== 'hand') return null;
    const happened = event.event;
    if (happened.type === 'hand_settled') this.lastBig = this.big;
    if (happened.type === 'entry_posted') {
      const at = before.seats[happened.seat];
      return at?.entry === 'post' ? null : 'somebody who waits has posted';
    }
    if (happened.type !== 'hand_started' || after.hand === null) return null;
    const { bigBlindSeat } = after.hand;
    this.big = after.seats[bigBlindSeat]?.seatSessionId ?? null;
    return this.big === this.lastBig ? 'somebody is the big blind twice running' : null;
  }
}
