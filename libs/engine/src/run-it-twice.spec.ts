import { krw } from '@cardroom/money';

import type { HandCommand, Runs } from './hand-types';
import { seatIndex } from './seat-index';
import { PlayedHand, type DealWish } from './played-hand.builder';

const choose = (seat: number, runs: Runs): HandCommand => ({
  type: 'choose_runs',
  seat: seatIndex(seat),
  runs,
});

/** Aces against kings; the first board gives a set of kings, the second nothing. */
const SPLIT: DealWish = {
  holes: { 0: 'AsAd', 1: 'KsKd' },
  board: '2c3d4hKc8d' + '6s7h9cJdQc',
};

const offered = (deal: DealWish = SPLIT) =>
  PlayedHand.start([1_000, 1_000], { boards: 2 }, deal).play('1 raise 1000', '0 call');
const twice = (hand: PlayedHand) => hand.do(choose(0, 2)).do(choose(1, 2));

describe('§11.1 run it twice', () => {
  it('is offered to all live seats, face up, once all-ins have closed the betting', () => {
    const hand = offered();
    expect(hand.all('hand_shown')).toHaveLength(2);
    expect(hand.all('runs_offered')).toEqual([{ type: 'runs_offered', seats: [0, 1] }]);
    expect(hand.state).toMatchObject({ runChoiceSeats: [0, 1], toActSeat: null, board: [] });
  });

  it.each([
    ['where the table does not have it', 1, ['1 raise 1000', '0 call']],
    ['where the river is dealt', 2, [...checksToRiver(), '0 bet 900', '1 call']],
    ['where somebody can still bet', 2, ['1 call', '0 check']],
  ] as const)('is not offered %s', (_when, boards, commands) => {
    const hand = PlayedHand.start([1_000, 1_000], { boards }, SPLIT).play(...commands);
    expect(hand.all('runs_offered')).toEqual([]);
  });
});

function checksToRiver(): string[] {
  const street = ['0 check', '1 check'];
  return ['1 call', '0 check', ...street, ...street];
}

describe('§11.2 the choice', () => {
  it('two runs need everybody', () => {
    const one = offered().do(choose(1, 2));
    expect(one.state.runChoiceSeats).toEqual([0]);
    expect(one.do(choose(0, 2)).all('runs_agreed')).toEqual([{ type: 'runs_agreed', runs: 2 }]);
  });

  it('one answer of one run ends it', () => {
    const hand = offered().do(choose(1, 1));
    expect(hand.state).toMatchObject({ outcome: 'settled', runs: 1, runChoiceSeats: [] });
    expect(hand.all('street_dealt').some((event) => 'run' in event)).toBe(false);
  });

  it('a time-out is an answer of one run, by the system', () => {
    const hand = offered().play('0 timeout');
    expect(hand.all('runs_chosen')).toEqual([
      { type: 'runs_chosen', seat: 0, runs: 1, bySystem: true },
    ]);
    expect(hand.state.outcome).toBe('settled');
  });

  it.each([
    ['twice', () => offered().do(choose(1, 2)), choose(1, 2), 'ILLEGAL_ACTION'],
    ['of a seat that is not in the hand', offered, choose(7, 2), 'ILLEGAL_ACTION'],
    ['of three runs', offered, choose(1, 3 as Runs), 'ILLEGAL_ACTION'],
    ['when nothing is offered', () => PlayedHand.start([900, 900]), choose(1, 2), 'ILLEGAL_ACTION'],
    ['when the hand is over', () => twice(offered()), choose(1, 2), 'HAND_NOT_ACTIVE'],
  ] as const)('an answer %s is refused', (_when, hand, command, code) => {
    expect(hand().codeOf(command)).toBe(code);
  });

  it('nobody bets while it is open', () => {
    expect(offered().codeOf('0 fold')).not.toBe('ok');
    expect(offered().codeOf('1 raise 2000')).not.toBe('ok');
  });
});

describe('§11.3 two runs', () => {
  it('are dealt one after the other from the same deck, no card twice', () => {
    const dealt = twice(offered()).all('street_dealt');
    expect(dealt.map(({ run, street }) => [run, street])).toEqual([
      [0, 'flop'],
      [0, 'turn'],
      [0, 'river'],
      [1, 'flop'],
      [1, 'turn'],
      [1, 'river'],
    ]);
    const cards = dealt.flatMap((event) => event.cards);
    expect(new Set(cards).size).toBe(10);
  });

  it('each wins half of each pot', () => {
    const hand = twice(offered());
    expect(hand.all('pot_awarded').map(({ run, winners }) => [run, winners])).toEqual([
      [0, [{ seat: 1, amountKrw: 1_000 }]],
      [1, [{ seat: 0, amountKrw: 1_000 }]],
    ]);
    expect(hand.stacks).toEqual([1_000, 1_000]);
  });

  it('share the streets that are dealt already', () => {
    const hand = PlayedHand.start([1_000, 1_000], { boards: 2 }, SPLIT);
    const turn = hand.play('1 call', '0 check', '0 check', '1 check', '0 bet 900', '1 call');
    const over = twice(turn);
    expect(over.state.secondBoard.slice(0, 4)).toEqual(over.state.board.slice(0, 4));
    expect(over.state.secondBoard[4]).not.toBe(over.state.board[4]);
    expect(over.state.secondBoard).toHaveLength(5);
  });

  it('the odd chip goes to the first run', () => {
    const hand = PlayedHand.start([501, 501, 501], { boards: 2, ante: 1 }, SPLIT);
    const closed = hand.play('2 fold', '0 raise 500', '1 call');
    const awards = twice(closed).all('pot_awarded');
    expect(awards.map(({ amountKrw }) => amountKrw)).toEqual([502, 501]);
  });

  it('split every pot, the latest side pot first', () => {
    const deal = { ...SPLIT, holes: { 0: 'AsAd', 1: 'KsKd', 2: '5s5h' } };
    const hand = PlayedHand.start([1_000, 1_000, 400], { boards: 2 }, deal)
      .play('2 raise 400', '0 raise 1000', '1 call')
      .do(choose(2, 2));
    expect(
      twice(hand)
        .all('pot_awarded')
        .map(({ potIndex, run }) => [potIndex, run]),
    ).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
      [0, 1],
    ]);
  });
});

describe('§11.4 rake of two runs', () => {
  it('is taken once for the hand, before the split', () => {
    const deal = { ...SPLIT, rakeOf: () => krw(101) };
    const hand = twice(offered(deal));
    expect(hand.all('pot_awarded').map(({ amountKrw, rakeKrw }) => [amountKrw, rakeKrw])).toEqual([
      [950, 51],
      [949, 50],
    ]);
    expect(hand.all('hand_settled')[0]).toMatchObject({ rakeKrw: 101, potKrw: 2_000 });
  });
});
