import { seatIndex, type HandEvent, type TableEvent } from '@cardroom/engine';
import { ZERO_KRW } from '@cardroom/money';

import {
  dealsCards,
  endsHand,
  handAfter,
  openingsOf,
  voidingEvents,
  voidsHand,
  type HandInProgress,
} from './hand-in-progress';

const ofHand = (...events: readonly HandEvent[]): TableEvent[] =>
  events.map((event) => ({ type: 'hand', event }));
const dealt: HandEvent = { type: 'cards_dealt', seatsInDealOrder: [seatIndex(0), seatIndex(1)] };
const mucked: HandEvent = { type: 'hand_mucked', seat: seatIndex(1) };
const satOut: TableEvent = { type: 'sat_out', seat: seatIndex(0), bySystem: false };
const begun: HandInProgress = {
  ...{ deal: null, events: [dealt], startedAtMs: 7, changedAtMs: 7, thoughtMs: [] },
};
const folded: HandEvent = {
  ...{ type: 'acted', seat: seatIndex(0), action: 'fold', toKrw: ZERO_KRW, addedKrw: ZERO_KRW },
  ...{ allIn: false, bySystem: false },
};

describe('the hand in progress', () => {
  it('begins with the events that its deal comes with', () => {
    expect(handAfter(null, ofHand(dealt), 7, { deal: null })).toEqual(begun);
  });

  it('a new deal leaves nothing of the hand before', () => {
    expect(handAfter(begun, ofHand(mucked), 9, { deal: null })).toEqual({
      ...{ deal: null, events: [mucked], startedAtMs: 9, changedAtMs: 9, thoughtMs: [] },
    });
  });

  it('grows by events of the hand, and by no others', () => {
    expect(handAfter(begun, [satOut, ...ofHand(mucked)], 8)?.events).toEqual([dealt, mucked]);
  });

  it('knows how long each action took since the hand changed last', () => {
    const once = handAfter(begun, ofHand(folded), 1_007);
    const undisturbed = handAfter(once, [satOut], 1_500);
    const twice = handAfter(undisturbed, ofHand(folded, mucked), 3_007);
    expect(twice?.thoughtMs).toEqual([1_000, 2_000]);
  });

  it('there is none before the first deal, whatever happens at the table', () => {
    expect(handAfter(null, [satOut], 8)).toBeNull();
  });
});

describe('events of a table', () => {
  it('end a hand where it is settled or void, and only then', () => {
    expect(endsHand(voidingEvents('test'))).toBe(true);
    expect(endsHand(ofHand(mucked))).toBe(false);
    expect(endsHand([satOut])).toBe(false);
  });

  it('tell a void hand from a settled one, and a deal from what follows', () => {
    expect([voidsHand(voidingEvents('test')), voidsHand(ofHand(mucked))]).toEqual([true, false]);
    expect([dealsCards(ofHand(dealt)), dealsCards(ofHand(mucked))]).toEqual([true, false]);
  });
});

describe('openings', () => {
  it('there are none for a hand without a deal that can be read', () => {
    expect(openingsOf(begun, [{ type: 'rabbit_cards', cards: [] }])).toEqual([]);
    expect(openingsOf(null, [])).toEqual([]);
  });

  it('#71 are asked for the cards that everybody sees, and for no others', () => {
    const asked: (readonly number[])[] = [];
    const deal = {
      openingsOf: (cards: readonly number[]) => (asked.push(cards), []),
    } as unknown as HandInProgress['deal'];
    openingsOf({ ...begun, deal }, [dealt, mucked]);
    expect(asked).toEqual([[]]);
  });
});
