import { isCard, type Card } from '@cardroom/engine';

/** The first byte of what is packed so: JSON of before begins with another. */
const FORM = 1;
const MOST_CARDS = 15;

/**
 * Hole cards by seat as bytes: seat and number of cards in one, then the cards. Errors: RangeError where a seat
 * or a number of cards does not fit into half a byte.
 */
export function packHoleCards(cards: ReadonlyMap<number, readonly Card[]>): Uint8Array {
  const bytes = [...cards].flatMap(([seat, held]) => {
    if (seat > MOST_CARDS || held.length > MOST_CARDS) throw new RangeError('too many hole cards');
    return [seat * 16 + held.length, ...held];
  });
  return Uint8Array.from([FORM, ...bytes]);
}

/** The cards of a seat out of packed ones, or out of JSON of before; none where it has none. */
export function holeCardsOf(packed: Uint8Array, seat: number): Card[] {
  if (packed[0] !== FORM) return cardsInJson(packed, seat);
  for (let at = 1; at < packed.length;) {
    const head = packed[at] ?? 0;
    const end = at + 1 + (head % 16);
    if (head >> 4 === seat) return [...packed.subarray(at + 1, end)].filter(isCard);
    at = end;
  }
  return [];
}

function cardsInJson(packed: Uint8Array, seat: number): Card[] {
  const bySeat = JSON.parse(Buffer.from(packed).toString()) as Record<string, unknown>;
  const own = bySeat[String(seat)];
  return Array.isArray(own) ? own.filter(isCard) : [];
}
