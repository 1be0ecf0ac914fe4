import { formatCard } from '@cardroom/engine';
import { evolveDeal, NO_DEAL, type BegunDeal } from '@cardroom/fairness';
import { handRecord } from '@cardroom/protocol';
import { SealedBox } from '@cardroom/platform';

import { FairDeckSource } from './deck-source';
import { DeckVault } from './deck-vault';
import { announcementOf, committedDeal, plainDeal } from './hand-deal';

const handId = '01900000-0000-7000-8000-00000000000a';
const newDeck = () => {
  const { deck, seed } = new FairDeckSource().deckFor({ tableId: 't', handId, handNo: 1 });
  if (seed === null) throw new Error('a fair deck has a seed');
  return { deck, seed };
};
const begun = (secret: ReturnType<typeof newDeck>, dealOrder = [2, 5, 0]): BegunDeal => {
  const events = [
    announcementOf(handId, secret, []),
    { type: 'root_used', handId, dealOrder },
  ] as const;
  const state = events.reduce(evolveDeal, NO_DEAL);
  if (state.begun === null) throw new Error('the deal has begun');
  return state.begun;
};

describe('§4 a committed deal', () => {
  it('deals the committed cards in another order, and proves each of them', () => {
    const secret = newDeck();
    const deal = committedDeal(begun(secret), secret);
    expect(deal.deck).not.toEqual(secret.deck);
    expect([...deal.deck].sort()).toEqual([...secret.deck].sort());
    const openings = deal.openingsOf(deal.deck);
    expect(openings.map(({ place }) => place)).toEqual([...deal.deck.keys()]);
    expect(openings.map(({ card }) => card)).toEqual(deal.deck.map(formatCard));
  });

  it('§7 is the same after its secret was sealed and opened again', () => {
    const vault = new DeckVault(new SealedBox(Buffer.alloc(32, 7).toString('base64')));
    const secret = newDeck();
    const sealed = vault.sealDeal(handId, secret);
    const again = vault.openDeal(handId, sealed);
    const [before, after] = [secret, again].map((each) => committedDeal(begun(secret), each));
    expect(after?.deck).toEqual(before?.deck);
    expect(after?.openingsOf(secret.deck)).toEqual(before?.openingsOf(secret.deck));
    expect(() => vault.openDeal('01900000-0000-7000-8000-00000000000b', sealed)).toThrow();
    expect(sealed).not.toContain(Buffer.from(secret.seed).toString('base64').slice(0, 20));
  });

  it('§5.2 opens nothing but what is asked for', () => {
    const secret = newDeck();
    const deal = committedDeal(begun(secret), secret);
    const shown = deal.deck.slice(6, 9);
    const text = JSON.stringify(deal.openingsOf(shown));
    const others = deal.deck.filter((card) => !shown.includes(card));
    for (const { salt } of deal.openingsOf(others)) expect(text).not.toContain(salt);
  });
});

describe('a record', () => {
  it('has the hands that are open whole, by seat, and the board in its order', () => {
    const secret = newDeck();
    const deal = begun(secret);
    const { deck, openingsOf } = committedDeal(deal, secret);
    const cards = [8, 1, 7, 6, 4, 0].flatMap((place) => deck[place] ?? []);
    const record = handRecord(deal, openingsOf(cards));
    expect(
      record.hole.map(({ seat, cards: pair }) => [seat, pair.map(({ place }) => place)]),
    ).toEqual([[5, [1, 4]]]);
    expect(record.board.map(({ place }) => place)).toEqual([6, 7, 8]);
  });
});

it('a deck without a root is dealt as it is, and nothing of it is proved', () => {
  const { deck } = newDeck();
  const deal = plainDeal(deck);
  expect([deal.deck, deal.secret, deal.openingsOf(deck)]).toEqual([deck, null, []]);
});
