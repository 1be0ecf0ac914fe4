import { styleOf, type PlayCounters } from './statistics.rules';

const NOTHING: PlayCounters = {
  ...{ hands: 0, wonHands: 0, vpipHands: 0, pfrHands: 0, threeBetChances: 0, threeBetHands: 0 },
  ...{ aggressiveActions: 0, calls: 0, showdownHands: 0, netKrw: 0, putInKrw: 0, rakeKrw: 0 },
};

describe('the style of a player', () => {
  it('§2 is shares of hands, of chances for a three-bet, and bets for each call', () => {
    const counters = {
      ...{ ...NOTHING, hands: 300, wonHands: 60, vpipHands: 75, pfrHands: 50, showdownHands: 30 },
      ...{ threeBetChances: 40, threeBetHands: 3, aggressiveActions: 20, calls: 30 },
    };
    expect(styleOf(counters)).toEqual({
      ...{ vpipBp: 2_500, pfrBp: 1_667, threeBetBp: 750, wonBp: 2_000, showdownBp: 1_000 },
      aggressionFactor: 0.67,
    });
  });

  it('§2 says nothing where nothing was counted', () => {
    expect(Object.values(styleOf(NOTHING))).toEqual([null, null, null, null, null, null]);
    expect(styleOf({ ...NOTHING, hands: 5 })).toMatchObject({ vpipBp: 0, threeBetBp: null });
  });
});
