import { card, DECK_SIZE, type Card } from '@cardroom/engine';

import { wholeBetween, type Random } from '../bots/seeded-random';

/** All 52 cards, each order as likely; the same numbers give the same deck. */
export function randomDeck(random: Random): Card[] {
  const deck = Array.from({ length: DECK_SIZE }, (_, code) => card(code));
  for (let place = DECK_SIZE - 1; place > 0; place -= 1) {
    const other = wholeBetween(random, 0, place);
    const [here, there] = [deck[place] ?? card(0), deck[other] ?? card(0)];
    deck[place] = there;
    deck[other] = here;
  }
  return deck;
}
