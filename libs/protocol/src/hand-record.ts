import type { CardOpening, DealView } from './views';

/** What a player keeps of a hand to check its deal later: docs/reference/hand-record.md. */
export interface HandRecord extends DealView {
  readonly format: 'cardroom-hand-record-1';
  /** Hands that were opened to this player, by seat. */
  readonly hole: readonly { readonly seat: number; readonly cards: readonly CardOpening[] }[];
  /** Every card that was dealt to everybody, in the order of dealing. */
  readonly board: readonly CardOpening[];
}

const HOLE_CARDS = 2;

/**
 * The record of a hand from its deal and the cards that were opened to one player, in any order.
 * A hand of which only some cards were opened is left out.
 */
export function handRecord(deal: DealView, openings: readonly CardOpening[]): HandRecord {
  const { handId, algorithm, root, commitments, seeds, dealOrder } = deal;
  const inOrder = [...openings].sort((a, b) => a.place - b.place);
  const seats = dealOrder.length;
  const hole = dealOrder
    .map((seat, turn) => ({
      seat,
      cards: inOrder.filter(({ place }) => place < HOLE_CARDS * seats && place % seats === turn),
    }))
    .filter(({ cards }) => cards.length === HOLE_CARDS)
    .sort((a, b) => a.seat - b.seat);
  return {
    format: 'cardroom-hand-record-1',
    ...{ algorithm, handId, root, commitments, seeds, dealOrder, hole },
    board: inOrder.filter(({ place }) => place >= HOLE_CARDS * seats),
  };
}
