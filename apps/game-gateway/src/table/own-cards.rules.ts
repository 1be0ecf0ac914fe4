import { formatCard, holeCards, seatOfUser, type TableState } from '@cardroom/engine';
import type { CardsMessage } from '@cardroom/protocol';

import type { HandDeal } from '../deck/hand-deal';
import { openingsPart } from './table-deltas';

/** A player's own cards in the hand being played; null for everybody else. */
export function ownCards(
  state: TableState,
  deal: HandDeal | null,
  userId: string,
): CardsMessage | null {
  const at = seatOfUser(state, userId);
  if (at === null || deal === null || state.hand?.outcome !== 'playing') return null;
  if (state.handSessions[String(at.seat)]?.userId !== userId) return null;
  const cards = holeCards(state.hand, deal.deck, at.seat);
  return {
    tableId: state.tableId,
    handId: state.hand.setup.handId,
    seat: at.seat,
    cards: cards.map(formatCard),
    ...openingsPart(deal.openingsOf(cards)),
  };
}
