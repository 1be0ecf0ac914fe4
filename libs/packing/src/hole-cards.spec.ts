import { card, type Card } from '@cardroom/engine';

import { holeCardsOf, packHoleCards } from './hole-cards';

const CARDS = new Map<number, readonly Card[]>([
  [0, [card(0), card(51)]],
  [7, [card(1), card(12), card(25), card(26)]],
  [9, []],
]);

it('each seat gets its own cards back, however many they are, and no others', () => {
  const packed = packHoleCards(CARDS);
  for (let seat = 0; seat < 10; seat += 1) {
    expect(holeCardsOf(packed, seat)).toEqual(CARDS.get(seat) ?? []);
  }
  expect(packed).toHaveLength(1 + 3 + 5 + 1);
});

it('cards that were sealed as JSON are read as before', () => {
  const json = Buffer.from(JSON.stringify({ 0: [0, 51], 7: 'none' }));
  expect(holeCardsOf(json, 0)).toEqual([0, 51]);
  expect(holeCardsOf(json, 7)).toEqual([]);
  expect(holeCardsOf(json, 1)).toEqual([]);
});

it('what does not fit is refused', () => {
  expect(() => packHoleCards(new Map([[16, []]]))).toThrow(RangeError);
  expect(() => packHoleCards(new Map([[1, Array.from({ length: 16 }, () => card(1))]]))).toThrow(
    RangeError,
  );
});
