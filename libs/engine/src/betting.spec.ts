import { callOf, legalActions, liveSeats } from './betting';
import type { HandCommand } from './hand-types';
import { seatIndex } from './seat-index';
import { PlayedHand } from './played-hand.builder';

/** Who is to act, what a call costs, and the least total of a raise. */
const asked = ({ state }: PlayedHand) => {
  const legal = legalActions(state);
  return legal === null ? null : [legal.seat, legal.callKrw, legal.minRaiseToKrw];
};

describe('§3.1 who acts', () => {
  it('before the flop the seat left of the big blind, later the first left of the button', () => {
    const hand = PlayedHand.start([1_000, 1_000, 1_000, 1_000]);
    expect(hand.state.toActSeat).toBe(2);
    expect(hand.play('2 call', '3 call', '0 call', '1 check').state.toActSeat).toBe(0);
    expect(hand.play('2 call', '3 call', '0 fold', '1 check').state.toActSeat).toBe(1);
  });
});

describe('§3.2, §3.3 the least raise', () => {
  const deep = [5_000, 5_000, 5_000, 400, 5_000];

  it.each([
    ['opens at two big blinds', [], 200],
    ['is the last raise again: 100, raise to 300, next 500', ['2 raise 300', '3 fold'], 500],
    // Seen elsewhere: 500, as if the all-in had made the raise smaller.
    ['after 100, 300 and an all-in to 400 is to 600', ['2 raise 300', '3 raise 400'], 600],
    [
      'grows with a larger raise: 300, then 900, next 1,500',
      ['2 raise 300', '3 fold', '4 raise 900'],
      1_500,
    ],
  ] as const)('%s', (_what, commands, least) => {
    expect(asked(PlayedHand.start(deep).play(...commands))?.[2]).toBe(least);
  });

  it('begins anew on each street with the big blind', () => {
    const flop = PlayedHand.start([5_000, 5_000, 5_000]).play('2 raise 900', '0 fold', '1 call');
    expect(asked(flop)).toEqual([1, 0, 100]);
    expect(flop.codeOf('1 bet 99')).toBe('BET_TOO_SMALL');
  });

  it('all-in for less is allowed', () => {
    const hand = PlayedHand.start([5_000, 5_000, 150]);
    expect(legalActions(hand.state)).toMatchObject({ minRaiseToKrw: 150, maxRaiseToKrw: 150 });
    expect(hand.codeOf('2 raise 149')).toBe('BET_TOO_SMALL');
  });
});

describe('§3.4 the big blind', () => {
  it('may raise when the bet comes back to it', () => {
    const hand = PlayedHand.start([1_000, 1_000, 1_000]).play('2 call', '0 call');
    expect(asked(hand)).toEqual([1, 0, 200]);
  });

  it('may raise after a short all-in too', () => {
    const hand = PlayedHand.start([1_000, 1_000, 150]).play('2 raise 150', '0 call');
    expect(asked(hand)).toEqual([1, 50, 250]);
  });
});

describe('§4.2 TDA 47A: bets of 500, all-ins to 1000, 1300, 1700', () => {
  const deep = 10_000;
  /** Blinds 250/500: seat 2 calls 500, then all-ins of 1,000 (full), 1,300 and 1,700 (short). */
  const start = PlayedHand.start([deep, deep, deep, 1_000, 1_300, 1_700, deep], { bigBlind: 500 });
  const allIns = start.play('2 call', '3 raise 1000', '4 raise 1300', '5 raise 1700');

  it('those who acted at 500 may raise, minimum total 2200', () => {
    const hand = allIns.play('6 call', '0 fold', '1 fold');
    expect(asked(hand)).toEqual([2, 1_200, 2_200]);
  });

  it('who has not acted may raise to 2200 or more', () => {
    expect(asked(allIns)).toEqual([6, 1_700, 2_200]);
    expect(allIns.codeOf('6 raise 2199')).toBe('BET_TOO_SMALL');
  });

  const stacks = [1_700, deep, deep, 1_000, deep, 1_300, deep];
  const between = PlayedHand.start(stacks, { bigBlind: 500 }).play(
    ...['2 call', '3 raise 1000', '4 call', '5 raise 1300', '6 call', '0 raise 1700', '1 fold'],
  );

  it.each([
    ['acted at 500: faces 1,200 more, may raise', ['2 call'], null],
    ['acted at 1,000: faces 700 more, may raise', ['2 call'], [4, 700, 2_200]],
    ['acted at 1,300: faces 400 more, may not', ['2 call', '4 call'], [6, 400, null]],
  ] as const)('%s', (_who, commands, expected) => {
    expect(asked(between.play(...commands))).toEqual(expected ?? [4, 700, 2_200]);
  });

  it('#44 a full raise before is not added to the short one behind it', () => {
    const hand = PlayedHand.start([deep, deep, deep, 1_000, deep, 1_300], { bigBlind: 500 }).play(
      ...['2 fold', '3 raise 1000', '4 call', '5 raise 1300', '0 fold', '1 fold'],
    );
    // Seen elsewhere: 500 + 300 count together, and seat 4 raises again.
    expect(asked(hand)).toEqual([4, 300, null]);
  });

  it('#44 an all-in is a raise like any other where raising is closed', () => {
    const hand = PlayedHand.start([deep, deep, deep, 1_300], { bigBlind: 500 }).play(
      ...['2 raise 1000', '3 raise 1300', '0 fold', '1 fold'],
    );
    // Seen elsewhere: everything goes in where 3,000 is refused.
    expect(hand.codeOf(`2 raise ${deep}`)).toBe('ILLEGAL_ACTION');
    expect(hand.codeOf('2 raise 3000')).toBe('ILLEGAL_ACTION');
    expect(hand.codeOf('2 call')).toBe('ok');
  });
});

describe('§4.3, §4.4 no meaningless decisions', () => {
  it('a player whose opponents are all-in has nothing to decide but a call', () => {
    const hand = PlayedHand.start([1_000, 300, 300]).play('2 raise 300');
    // Seen elsewhere: a raise that nobody could call.
    expect(asked(hand)).toEqual([0, 250, null]);
    const called = hand.play('0 call', '1 call');
    expect(called.state.outcome).toBe('settled');
  });

  it('a raise needs somebody who could put in more', () => {
    const hand = PlayedHand.start([1_000, 300]).play('1 raise 300');
    expect(legalActions(hand.state)).toMatchObject({ callKrw: 200, minRaiseToKrw: null });
    expect(hand.codeOf('0 raise 1000')).toBe('ILLEGAL_ACTION');
  });

  it('who can check against all-ins alone is not asked', () => {
    const hand = PlayedHand.start([1_000, 100, 60]).play('2 call', '0 call');
    expect(hand.state.outcome).toBe('settled');
  });

  it('the last player with chips matches what others put in, not the full blind', () => {
    expect(asked(PlayedHand.start([60, 1_000]))).toEqual([1, 10, null]);
    expect(asked(PlayedHand.start([40, 1_000]))).toBeNull();
  });

  it('a street with one player who has chips is dealt without questions', () => {
    const hand = PlayedHand.start([1_000, 1_000, 400]).play('2 raise 400', '0 call', '1 fold');
    expect(hand.state).toMatchObject({ outcome: 'settled', toActSeat: null });
    expect(hand.all('acted')).toHaveLength(3);
  });
});

describe('§3 what may not be done', () => {
  const hand = PlayedHand.start([1_000, 1_000, 1_000]);
  const raise = (toKrw: number): HandCommand => ({ type: 'raise', seat: seatIndex(2), toKrw });

  it.each([
    ['#38', '0 fold', 'NOT_YOUR_TURN'],
    ['#40', '7 fold', 'ILLEGAL_ACTION'],
    ['#41', '2 check', 'ILLEGAL_ACTION'],
    ['#41', '2 bet 300', 'ILLEGAL_ACTION'],
    ['#42', '2 raise 199', 'BET_TOO_SMALL'],
    ['#43', '2 raise 1001', 'BET_TOO_LARGE'],
    ['#24', raise(-200), 'INVALID_AMOUNT'],
    ['#25', raise(0), 'INVALID_AMOUNT'],
    ['#26', raise(-0), 'INVALID_AMOUNT'],
    ['#27', raise(NaN), 'INVALID_AMOUNT'],
    ['#28', raise(Infinity), 'INVALID_AMOUNT'],
    ['#29', raise(200.5), 'INVALID_AMOUNT'],
    ['#32', raise(2 ** 53), 'INVALID_AMOUNT'],
  ] as const)('%s %j is %s', (_number, command, code) => {
    expect(hand.codeOf(command)).toBe(code);
  });

  it('#41 nothing to call, nobody to raise', () => {
    const flop = hand.play('2 call', '0 call', '1 check');
    expect(flop.codeOf('0 call')).toBe('ILLEGAL_ACTION');
    expect(flop.codeOf('0 raise 300')).toBe('ILLEGAL_ACTION');
  });

  it('#40 acting after folding or all-in is ILLEGAL_ACTION', () => {
    const later = hand.play('2 fold', '0 raise 1000');
    expect(later.codeOf('2 call')).toBe('ILLEGAL_ACTION');
    expect(later.codeOf('0 call')).toBe('ILLEGAL_ACTION');
  });

  it('#39 acting when the hand is over is HAND_NOT_ACTIVE', () => {
    expect(hand.play('2 fold', '0 fold').codeOf('1 call')).toBe('HAND_NOT_ACTIVE');
  });

  it('#43 more than the stack is BET_TOO_LARGE even where raising is closed', () => {
    const closed = PlayedHand.start([5_000, 5_000, 5_000, 130]).play(
      ...['2 call', '3 raise 130', '0 call', '1 call'],
    );
    expect(asked(closed)).toEqual([2, 30, null]);
    expect(closed.codeOf('2 raise 5001')).toBe('BET_TOO_LARGE');
    expect(closed.codeOf('2 raise 5000')).toBe('ILLEGAL_ACTION');
  });
});

describe('§8.2 when the time is over', () => {
  it('the system checks where that is free, else folds, and says so', () => {
    const hand = PlayedHand.start([1_000, 1_000, 1_000]).play('2 timeout', '0 call', '1 timeout');
    expect(hand.all('acted').map(({ seat, action, bySystem }) => [seat, action, bySystem])).toEqual(
      [
        [2, 'fold', true],
        [0, 'call', false],
        [1, 'check', true],
      ],
    );
    expect(liveSeats(hand.state).map(({ seat }) => seat)).toEqual([0, 1]);
  });

  it('a time-out for another seat than the one to act is refused', () => {
    expect(PlayedHand.start([1_000, 1_000, 1_000]).codeOf('0 timeout')).toBe('NOT_YOUR_TURN');
  });
});

describe('§9.1 a void hand', () => {
  const voided = PlayedHand.start([1_000, 1_000, 400])
    .play('2 raise 400', '0 raise 800')
    .do({ type: 'void', reason: 'deck_lost' });

  it('gives every seat its stack of before, and says why', () => {
    expect(voided.stacks).toEqual([1_000, 1_000, 400]);
    expect(voided.events.at(-1)).toEqual({ type: 'hand_voided', reason: 'deck_lost' });
    expect(voided.state).toMatchObject({ outcome: 'voided', toActSeat: null });
  });

  it('cannot go on, and is void once', () => {
    expect(voided.codeOf('1 call')).toBe('HAND_NOT_ACTIVE');
    expect(voided.codeOf({ type: 'void', reason: 'again' })).toBe('HAND_NOT_ACTIVE');
  });

  it('a call never costs more than the stack', () => {
    const { state } = PlayedHand.start([1_000, 1_000, 60]);
    expect(state.seats.map((seat) => callOf(state, seat))).toEqual([50, 0, 60]);
  });
});
