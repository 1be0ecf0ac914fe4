import { randomBytes } from 'node:crypto';

import { formatCard, type Card } from '@cardroom/engine';
import {
  commitDeck,
  DEAL_ALGORITHM,
  dealOf,
  packSecret,
  shuffledDeck,
  type BegunDeal,
} from '@cardroom/fairness';
import { HASHES, SealedBox } from '@cardroom/platform';

import { DealRecords } from './deal-records';

const HAND_ID = '01900000-0000-7000-8000-00000000000a';

/** Seats 2, 5 and 0 in the order of dealing: places 0 and 3 are seat 2's, from place 6 on the board. */
function dealtHand() {
  const seed = randomBytes(32);
  const secret = { seed, deck: shuffledDeck(seed, HAND_ID, HASHES.hmac) };
  const { root } = commitDeck(HAND_ID, secret, HASHES);
  const begun: BegunDeal = {
    ...{ handId: HAND_ID, algorithm: DEAL_ALGORITHM, root, commitments: [], seeds: [] },
    dealOrder: [2, 5, 0],
  };
  const box = new SealedBox(Buffer.alloc(32, 7).toString('base64'));
  const sealedDeal = box.seal(Buffer.from(packSecret(secret)), `deal:${HAND_ID}`);
  const { deck } = dealOf(begun, secret, HASHES);
  const cardsAt = (...places: number[]): number[] => places.flatMap((place) => deck[place] ?? []);
  return { records: new DealRecords(box), begun, sealedDeal, cardsAt };
}

const textOf = (cards: readonly number[]): string[] =>
  cards.map((code) => formatCard(code as Card));

describe('§5 the record of a deal', () => {
  it('proves the reader’s cards, the board, shown hands and rabbit cards, and no card beside', () => {
    const { records, begun, sealedDeal, cardsAt } = dealtHand();
    const events = [
      { type: 'street_dealt', cards: cardsAt(6, 7, 8) },
      { type: 'hand_mucked', seat: 0 },
      { type: 'hand_shown', seat: 5, cards: cardsAt(1, 4) },
      { type: 'rabbit_cards', cards: cardsAt(9, 10) },
    ];
    const archive = { events, deal: begun };
    const record = records.of({ handId: HAND_ID, seat: 2, archive, sealedDeal });
    const hole = record?.hole.map(({ seat, cards }) => [seat, cards.map(({ card }) => card)]);
    expect(hole).toEqual([
      [2, textOf(cardsAt(0, 3))],
      [5, textOf(cardsAt(1, 4))],
    ]);
    expect(record?.board.map(({ card }) => card)).toEqual(textOf(cardsAt(6, 7, 8, 9, 10)));
    for (const { path, salt } of [...(record?.board ?? []), ...(record?.hole[1]?.cards ?? [])]) {
      expect(salt).toMatch(/^[0-9a-f]{64}$/);
      expect(path.length).toBeGreaterThan(0);
    }
  });

  it('there is none of a hand without a root', () => {
    const { records, sealedDeal } = dealtHand();
    const archive = { events: [] };
    expect(records.of({ handId: HAND_ID, seat: 2, archive, sealedDeal })).toBeNull();
  });
});
