import { krw, type Krw } from '@cardroom/money';
import { rakeOf } from '@cardroom/rake';

import { seatIndex } from './seat-index';
import { PlayedHand } from './played-hand.builder';
import { potsOf, splitPot } from './pots';

const pots = ({ state }: PlayedHand) =>
  potsOf(state).map((pot) => [pot.amountKrw, pot.eligibleSeats]);
const awards = (hand: PlayedHand) =>
  hand
    .all('pot_awarded')
    .map(({ winners }) => winners.map(({ seat, amountKrw }) => [seat, amountKrw]));

/** Everybody plays the board. */
const TIE = { board: 'AsKsQsJsTs' };

describe('§4.5 an uncalled bet', () => {
  it('goes back before pots are counted and raked', () => {
    const raked: (readonly Krw[])[] = [];
    const deal = {
      holes: { 0: 'AsAd', 1: 'KsKd' },
      board: '2c3d4h8s9d',
      rakeOf: (hand: { potsKrw: readonly Krw[] }) => {
        raked.push(hand.potsKrw);
        return krw(0);
      },
    };
    const hand = PlayedHand.start([1_000, 300], {}, deal).play('1 call', '0 raise 1000', '1 call');
    expect(hand.all('uncalled_returned')).toEqual([
      { type: 'uncalled_returned', seat: 0, amountKrw: 700 },
    ]);
    // Seen elsewhere: rake of the 700 that nobody called.
    expect(raked).toEqual([[600]]);
  });

  it('goes back to the winner when all others fold, the blind included', () => {
    const hand = PlayedHand.start([500, 500, 500]).play('2 fold', '0 fold');
    expect(hand.all('uncalled_returned')).toMatchObject([{ seat: 1, amountKrw: 50 }]);
    expect(hand.all('hand_settled')).toMatchObject([{ potKrw: 100 }]);
  });
});

describe('§5.1 folded chips stay in the layer they were put into', () => {
  it('and are won with it', () => {
    // Seat 2 puts 300 in and folds; seat 3 is all-in for 200.
    const hand = PlayedHand.start([1_000, 1_000, 1_000, 200]).play(
      '2 raise 300',
      '3 call',
      '0 raise 600',
      '1 call',
      '2 fold',
    );
    expect(pots(hand)).toEqual([
      [800, [0, 1, 3]],
      [900, [0, 1]],
    ]);
  });
});

describe('§5.2 a layer whose only contributors folded', () => {
  it('belongs to the last pot', () => {
    const { state } = PlayedHand.start([2_000, 2_000, 200, 300]).play(
      ...['2 call', '3 raise 300', '0 raise 600', '1 call', '2 call'],
    );
    const folded = new Set<number>([0, 1]);
    const seats = state.seats.map((seat) =>
      folded.has(seat.seat) ? { ...seat, status: 'folded' as const } : seat,
    );
    // Seen elsewhere: the 600 above the all-ins are lost.
    expect(potsOf({ ...state, seats }).map((pot) => [pot.amountKrw, pot.eligibleSeats])).toEqual([
      [800, [2, 3]],
      [900, [3]],
    ]);
  });
});

describe('§5.3 layers that the same players can win', () => {
  it('are one pot', () => {
    const hand = PlayedHand.start([1_000, 1_000, 1_000], { ante: 10 }).play(
      ...['2 call', '0 call', '1 check', '0 bet 200', '1 call', '2 fold'],
    );
    expect(pots(hand)).toEqual([[730, [0, 1]]]);
  });
});

describe('§5.4 dead money', () => {
  it('is won with the main pot', () => {
    const hand = PlayedHand.start([150, 1_000, 1_000], { bigBlindAnte: 100 }).play(
      ...['2 raise 500', '0 call', '1 call'],
    );
    expect(pots(hand)).toEqual([
      [550, [0, 1, 2]],
      [700, [1, 2]],
    ]);
  });
});

describe('§7.1 odd chips', () => {
  it('one goes to the first winner left of the button', () => {
    const hand = PlayedHand.start([101, 101, 101, 101], { ante: 1 }, TIE).play(
      ...['2 fold', '3 call', '0 call'],
    );
    // 304 for three; the button is seat 3. Seen elsewhere: it goes to the button, or is lost.
    expect(awards(hand)).toEqual([
      [
        [0, 102],
        [1, 101],
        [3, 101],
      ],
    ]);
  });

  it('two go one each, clockwise', () => {
    const hand = PlayedHand.start([101, 101, 101, 101, 101], { ante: 1 }, TIE).play(
      ...['2 fold', '3 fold', '4 call', '0 call'],
    );
    expect(awards(hand)[0]?.map(([, amount]) => amount)).toEqual([102, 102, 101]);
  });

  it('are counted pot by pot, the latest side pot first', () => {
    const hand = PlayedHand.start([401, 401, 101, 301], { ante: 1, smallBlind: 1 }, TIE).play(
      ...['2 call', '3 raise 300', '0 call', '1 call', '0 bet 100', '1 call'],
    );
    expect(hand.all('pot_awarded').map(({ potIndex }) => potIndex)).toEqual([2, 1, 0]);
    expect(hand.stacks).toEqual([401, 401, 101, 301]);
  });

  it('go to the winners in the order given', () => {
    expect(splitPot(krw(5), [seatIndex(3), seatIndex(0)])).toEqual([
      { seat: 3, amountKrw: 3 },
      { seat: 0, amountKrw: 2 },
    ]);
  });
});

describe('§7.2 the rake', () => {
  const terms = { rateBp: 500, capKrw: 30 };
  const deal = { ...TIE, rakeOf: (hand: Parameters<typeof rakeOf>[0]) => rakeOf(hand, terms) };

  it('is one sum for the hand, capped once, taken before the odd-chip split', () => {
    const hand = PlayedHand.start([1_000, 1_000, 400], {}, deal).play(
      ...['2 raise 400', '0 raise 1000', '1 call'],
    );
    const { rakeKrw, potKrw } = hand.all('hand_settled')[0] ?? {};
    expect([potKrw, rakeKrw]).toEqual([2_400, 30]);
    const parts = hand.all('pot_awarded').map((pot) => [pot.potIndex, pot.amountKrw, pot.rakeKrw]);
    expect(parts).toEqual([
      [1, 1_185, 15],
      [0, 1_185, 15],
    ]);
    // Seen elsewhere: the rake is destroyed. Here what is won and raked is what was put in.
    expect(hand.stacks.reduce((sum, stack) => sum + stack, 0)).toBe(2_370);
    expect(hand.stacks).toEqual([988, 987, 395]);
  });

  it('is none without a flop', () => {
    const hand = PlayedHand.start([1_000, 1_000], {}, deal).play('1 raise 600', '0 fold');
    expect(hand.all('hand_settled')[0]?.rakeKrw).toBe(0);
  });

  it('more than the pots breaks an invariant', () => {
    const greedy = { rakeOf: () => krw(10_000) };
    const hand = PlayedHand.start([1_000, 1_000], {}, greedy);
    expect(() => hand.play('1 fold')).toThrow('Broken invariant');
  });
});
