import { krw } from '@cardroom/money';

import { legalActions } from './betting';
import { seatIndex } from './seat-index';
import { PlayedHand } from './played-hand.builder';

const deep = (seats: number): number[] => Array.from({ length: seats }, () => 100_000);

/** Smallest and largest total of the raise that is legal now. */
const range = ({ state }: PlayedHand) => {
  const legal = legalActions(state);
  return legal === null ? null : [legal.minRaiseToKrw, legal.maxRaiseToKrw];
};

describe('§10.1 no-limit', () => {
  it('a raise is at most the stack', () => {
    expect(range(PlayedHand.start([900, 900, 900]))).toEqual([200, 900]);
  });
});

describe('§10.2 pot-limit', () => {
  const hand = (wish = {}) => PlayedHand.start(deep(4), { structure: 'pot-limit', ...wish });

  it.each([
    ['the first raise before the flop', [], [200, 350]],
    ['behind a call', ['2 call'], [200, 450]],
    ['behind a raise to 350', ['2 raise 350'], [600, 1_200]],
    ['of the small blind, whose blind is in the middle', ['2 fold', '3 fold'], [200, 300]],
  ] as const)('%s', (_what, commands, expected) => {
    expect(range(hand().play(...commands))).toEqual(expected);
  });

  it('the first bet of a street is at most what is in the middle', () => {
    const flop = hand().play('2 call', '3 call', '0 call', '1 check');
    expect(range(flop)).toEqual([100, 400]);
    expect(range(flop.play('0 bet 400'))).toEqual([800, 1_600]);
  });

  it('antes and dead money count', () => {
    expect(range(hand({ ante: 10, bigBlindAnte: 100 }))).toEqual([200, 490]);
  });

  it('the stack limits a raise below the pot, and a smaller all-in is allowed', () => {
    const short = PlayedHand.start([100_000, 100_000, 180], { structure: 'pot-limit' });
    expect(range(short)).toEqual([180, 180]);
  });

  it('refuses one won more than the pot, and one less than the last raise', () => {
    expect(hand().codeOf('2 raise 351')).toBe('BET_TOO_LARGE');
    expect(hand().codeOf('2 raise 199')).toBe('BET_TOO_SMALL');
    expect(hand().codeOf('2 raise 350')).toBe('ok');
  });
});

const fixed = (stacks: readonly number[]) => PlayedHand.start(stacks, { structure: 'fixed-limit' });

describe('§10.3 fixed-limit bets', () => {
  const threeCalls = ['2 call', '0 call', '1 check'] as const;
  const checks = ['0 check', '1 check', '2 check'] as const;

  it('add the big blind before and on the flop, twice that on turn and river', () => {
    const flop = fixed(deep(3)).play(...threeCalls);
    const turn = flop.play(...checks);
    const river = turn.play(...checks);
    expect(range(fixed(deep(3)))).toEqual([200, 200]);
    expect(range(flop)).toEqual([100, 100]);
    expect(range(turn)).toEqual([200, 200]);
    expect(range(turn.play('0 bet 200'))).toEqual([400, 400]);
    expect(range(river)).toEqual([200, 200]);
  });

  it('refuses any other amount', () => {
    expect(fixed(deep(3)).codeOf('2 raise 199')).toBe('BET_TOO_SMALL');
    expect(fixed(deep(3)).codeOf('2 raise 201')).toBe('BET_TOO_LARGE');
  });
});

describe('§10.4 the cap of fixed limit', () => {
  it('is a bet and three raises; the big blind is the bet', () => {
    const capped = fixed(deep(3)).play('2 raise 200', '0 raise 300', '1 raise 400');
    expect(range(capped)).toEqual([null, null]);
    expect(capped.codeOf('2 raise 500')).toBe('ILLEGAL_ACTION');
    const flop = capped.play('2 call', '0 call');
    expect(flop.state).toMatchObject({ street: 'flop', betCount: 0 });
  });

  it('counts a straddle as the first raise', () => {
    const straddle = { seat: seatIndex(2), amountKrw: krw(200) };
    const hand = PlayedHand.start(deep(4), { structure: 'fixed-limit', straddle });
    expect(range(hand)).toEqual([300, 300]);
    expect(range(hand.play('3 raise 300', '0 raise 400'))).toEqual([null, null]);
  });

  it('does not end when a fold leaves two players in the middle of a street', () => {
    const capped = fixed(deep(3)).play('2 raise 200', '0 raise 300', '1 raise 400', '2 fold');
    expect(range(capped)).toEqual([null, null]);
  });

  it('is none on a street that two players began', () => {
    const raises = ['1 raise 200', '0 raise 300', '1 raise 400', '0 raise 500', '1 raise 600'];
    expect(range(fixed(deep(2)).play(...raises))).toEqual([700, 700]);
    const flop = fixed(deep(3)).play('2 fold', '0 call', '1 check');
    const bets = ['0 bet 100', '1 raise 200', '0 raise 300', '1 raise 400'];
    expect(range(flop.play(...bets))).toEqual([500, 500]);
  });
});

describe('§10.5 the half-bet rule', () => {
  const flop = (stack: number) =>
    fixed([5_000, 5_000, stack, 5_000]).play('2 call', '3 call', '0 call', '1 check');

  it('an all-in of half a bet counts: the next raise adds a bet to it', () => {
    const hand = flop(150).play('0 check', '1 check', '2 bet 50');
    expect(range(hand)).toEqual([150, 150]);
    expect(hand.state).toMatchObject({ betCount: 1, fullBetKrw: 50 });
  });

  it('a smaller all-in does not: it may be completed', () => {
    const hand = flop(149).play('0 check', '1 check', '2 bet 49');
    expect(range(hand)).toEqual([100, 100]);
    expect(hand.state).toMatchObject({ betCount: 0, fullBetKrw: 0 });
  });

  it('a raise by less than half a bet does not open the betting again', () => {
    const hand = flop(249).play('0 bet 100', '1 call', '2 raise 149', '3 call');
    expect(legalActions(hand.state)).toMatchObject({ seat: 0, callKrw: 49, minRaiseToKrw: null });
    expect(hand.codeOf('0 raise 200')).toBe('ILLEGAL_ACTION');
  });

  it('a raise by half a bet opens it again', () => {
    const hand = flop(250).play('0 bet 100', '1 call', '2 raise 150', '3 call');
    expect(legalActions(hand.state)).toMatchObject({ seat: 0, callKrw: 50, minRaiseToKrw: 250 });
  });

  it('who has not acted completes a short raise, and that counts', () => {
    const hand = flop(249).play('0 bet 100', '1 call', '2 raise 149');
    expect(range(hand)).toEqual([200, 200]);
    expect(hand.play('3 raise 200').state).toMatchObject({ betCount: 2, fullBetKrw: 200 });
  });
});
