import { decideTable, evolveTable, type Dealer } from '@cardroom/engine';
import { rakeOf, type RakeTerms } from '@cardroom/rake';
import { randomDeck, seededRandom } from '@cardroom/testing';

/** The engine as the simulation sees it; tests hand in one with a planted fault. */
export interface Rules {
  readonly decideTable: typeof decideTable;
  readonly evolveTable: typeof evolveTable;
}

export const ENGINE: Rules = { decideTable, evolveTable };

const hash = (text: string): number =>
  Array.from(text).reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x01000193), 7);

/** The dealer of a hand: its deck follows from the hand's id, so that a command is all it takes. */
export function dealerOf(handId: string, rake: RakeTerms): Dealer {
  const deck = randomDeck(seededRandom(hash(handId)));
  return { deck, rakeOf: (hand) => rakeOf(hand, rake) };
}
