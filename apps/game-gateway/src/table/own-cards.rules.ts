import { formatCard, holeCards, seatOfUser, type Deck, type TableState } from '@cardroom/engine';
import type { CardsMessage } from '@cardroom/protocol';

/** A player's own cards in the hand being played; null for everybody else. */
export function ownCards(
  state: TableState,
  deck: Deck | null,
  userId: string,
): CardsMessage | null {
  const at = seatOfUser(state, userId);
  if (at === null || deck === null || state.hand?.outcome !== 'playing') return null;
  if (state.handSessions[String(at.seat)]?.userId !== userId) return null;
  return {
    tableId: state.tableId,
    handId: state.hand.setup.handId,
    seat: at.seat,
    cards: holeCards(state.hand, deck, at.seat).map(formatCard),
  };
}
