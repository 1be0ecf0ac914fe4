import type { ReceivedFrame } from '@cardroom/client';

import { findLeaks, handStarts, type DealtHand } from './hidden-cards';

const HAND = '01a1fcdd-8c10-747b-8aee-8c9211630771';
const NEXT = '01a1fcdd-8c10-747b-8aee-8c9211630772';
const hand: DealtHand = {
  handId: HAND,
  tableId: 'table',
  cardsOf: new Map([
    ['alice', ['As', 'Ad']],
    ['bob', ['Kc', 'Kd']],
  ]),
  shownBy: new Set(),
};
const hands = new Map([[HAND, hand]]);

const frame = (message: object): ReceivedFrame => ({
  atMs: 0,
  source: 'socket',
  about: '',
  data: `42${JSON.stringify(['delta', { tableId: 'table', ...message }])}`,
});
const started = frame({ patch: { handId: HAND } });

describe('the scan for hidden cards', () => {
  it('finds a card of another player', () => {
    expect(findLeaks('alice', [started, frame({ cards: ['Kc'] })], hands)).toHaveLength(1);
  });

  it('lets a player see own cards, and everybody what was shown', () => {
    expect(findLeaks('alice', [started, frame({ cards: ['As', 'Ad'] })], hands)).toEqual([]);
    const shown = new Map([[HAND, { ...hand, shownBy: new Set(['bob']) }]]);
    expect(findLeaks('alice', [started, frame({ cards: ['Kc'] })], shown)).toEqual([]);
  });

  it('knows that the same card may be dealt again in the next hand', () => {
    const next = frame({ patch: { handId: NEXT } });
    const other = new Map([...hands, [NEXT, { ...hand, handId: NEXT, cardsOf: new Map() }]]);
    expect(findLeaks('alice', [started, next, frame({ board: ['Kc'] })], other)).toEqual([]);
  });

  describe('of a client that was away when a hand began', () => {
    const at = (stateVersion: number, patch: object): ReceivedFrame =>
      frame({ stateVersion, patch });
    const others = handStarts([at(1, { handId: HAND }), at(9, { handId: NEXT })]);
    const all = new Map([...hands, [NEXT, { ...hand, handId: NEXT, cardsOf: new Map() }]]);

    it('takes a version for the hand that others saw begin', () => {
      const seen = [at(1, { handId: HAND }), at(10, { board: ['Kc'] })];
      expect(findLeaks('alice', seen, all, others)).toEqual([]);
    });

    it('still finds a card of the hand that the version belongs to', () => {
      const seen = [at(9, { handId: NEXT }), at(8, { board: ['Kc'] })];
      expect(findLeaks('alice', seen, all, others)).toHaveLength(1);
    });
  });
});
