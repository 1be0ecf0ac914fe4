import type { HandEvent, SeatIndex } from '@cardroom/engine';

/** What one hand adds to a player's day. */
export interface HandStatistics {
  readonly seat: SeatIndex;
  readonly won: boolean;
  /** Put chips in before the flop of the player's own will: a call or raise, not a blind. */
  readonly vpip: boolean;
  /** Raised before the flop. */
  readonly pfr: boolean;
  readonly showdown: boolean;
  readonly netKrw: number;
  readonly putInKrw: number;
}

const isVoluntary = (action: string): boolean =>
  action === 'call' || action === 'bet' || action === 'raise';

/**
 * Statistics of a settled hand, a line a player; nothing for a void one. Who shows a hand after the
 * pots were won has not been at a showdown.
 */
export function handStatistics(allEvents: readonly HandEvent[]): HandStatistics[] {
  const settledAt = allEvents.findIndex((event) => event.type === 'hand_settled');
  const settled = allEvents[settledAt];
  if (settled?.type !== 'hand_settled') return [];
  const events = allEvents.slice(0, settledAt);
  const flopAt = events.findIndex((event) => event.type === 'street_dealt');
  const preflop = flopAt < 0 ? events : events.slice(0, flopAt);
  const own = (seat: SeatIndex): string[] =>
    preflop.flatMap((event) =>
      event.type === 'acted' && event.seat === seat ? [event.action] : [],
    );
  const atShowdown = new Set(
    events.flatMap((event) =>
      event.type === 'hand_shown' || event.type === 'hand_mucked' ? [event.seat] : [],
    ),
  );
  return settled.results.map(({ seat, netKrw, putInKrw }) => ({
    seat,
    won: netKrw > 0,
    vpip: own(seat).some(isVoluntary),
    pfr: own(seat).includes('raise'),
    showdown: atShowdown.has(seat),
    netKrw,
    putInKrw,
  }));
}
