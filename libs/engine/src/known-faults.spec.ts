import { krw } from '@cardroom/money';

import { legalActions } from './betting';
import { PlayedHand } from './played-hand.builder';
import { sitFault } from './seating';
import { TestTable } from './table.builder';

/**
 * The faults that were seen in other engines, one row each, by the rule that they break. What the rows
 * are about is said in full where the rule is tested; here it is held that none of them is ours.
 */
const asked = ({ state }: PlayedHand) => {
  const legal = legalActions(state);
  return legal === null ? null : [Number(legal.seat), legal.callKrw, legal.minRaiseToKrw];
};
const DEEP = 10_000;

/** What is asked of the next player where others get it wrong, and what they ask. */
const NEXT_DECISIONS: readonly [
  row: string,
  hand: PlayedHand,
  ours: readonly (number | null)[] | null,
  theirs: readonly (number | null)[] | null,
][] = [
  [
    '1 §3.3 a short all-in does not make the raise smaller (poker-ts: to 500)',
    PlayedHand.start([DEEP, DEEP, DEEP, 400, DEEP]).play('2 raise 300', '3 raise 400'),
    [4, 400, 600],
    [4, 400, 500],
  ],
  [
    '2 §4.2 short all-ins add up for each player apart (PokerKit: pooled with a full raise)',
    PlayedHand.start([DEEP, DEEP, DEEP, 1_000, DEEP, 1_300], { bigBlind: 500 }).play(
      ...['2 fold', '3 raise 1000', '4 call', '5 raise 1300', '0 fold', '1 fold'],
    ),
    [4, 300, null],
    [4, 300, 1_800],
  ],
  [
    '3 §2.4 a short big blind is all-in, the others owe it in full (pokertools: what was posted)',
    PlayedHand.start([1_000, 30, 1_000, 1_000]),
    [2, 100, 200],
    [2, 30, 130],
  ],
  [
    '4 §3.4 the big blind has its option after a short all-in too',
    PlayedHand.start([1_000, 1_000, 150]).play('2 raise 150', '0 call'),
    [1, 50, 250],
    null,
  ],
  [
    '8 §4.3 nobody is asked for a decision without meaning (pokertools: waits for one)',
    PlayedHand.start([1_000, 1_000, 500]).play('2 raise 500', '0 fold', '1 call'),
    null,
    [1, 0, 100],
  ],
  [
    '8 §4.4 no raise against players who are all-in',
    PlayedHand.start([1_000, 1_000, 500]).play('2 raise 500', '0 fold'),
    [1, 400, null],
    [1, 400, 900],
  ],
  [
    '9 §3.1 heads-up the button is the small blind and acts first before the flop',
    PlayedHand.start([1_000, 1_000]),
    [1, 50, 200],
    [0, 50, 200],
  ],
  [
    '9 §3.1 and last after it',
    PlayedHand.start([1_000, 1_000]).play('1 call', '0 check'),
    [0, 0, 100],
    [1, 0, 100],
  ],
  [
    '15 §2.8 a straddle sets the opening minimum, left of it begins',
    PlayedHand.start([DEEP, DEEP, DEEP, DEEP], {
      straddle: { seat: seatOf(2), amountKrw: krw(200) },
    }),
    [3, 200, 400],
    [3, 200, 300],
  ],
];

function seatOf(seat: number) {
  const [at] = PlayedHand.start([1, 1, 1, 1]).state.seats.filter((each) => each.seat === seat);
  if (at === undefined) throw new Error(`there is no seat ${seat}`);
  return at.seat;
}

describe('rows 1 to 15: who is asked for what', () => {
  it.each(NEXT_DECISIONS)('row %s', (_row, hand, ours, theirs) => {
    expect(asked(hand)).toEqual(ours);
    expect(asked(hand)).not.toEqual(theirs);
  });
});

/** Stacks at the end where others pay something else. */
const PAYMENTS: readonly [row: string, hand: PlayedHand, stacks: readonly number[]][] = [
  [
    '5 §4.5 an uncalled bet goes back before pots and rake (elsewhere: raked)',
    PlayedHand.start([1_000, 1_000, 1_000], {}, { rakeOf: tenth }).play(
      ...['2 call', '0 call', '1 check', '0 bet 500', '1 fold', '2 fold'],
    ),
    [1_170, 900, 900],
  ],
  [
    '6 §5.1, §5.2 folded chips stay where they were put, the last layer merges down',
    PlayedHand.start(
      [1_000, 1_000, 300],
      {},
      { holes: { 0: '7c2d', 1: 'KsKd', 2: 'AsAd' }, board: '3h8h9sJcQd' },
    ).play(...['2 raise 300', '0 raise 600', '1 call', '0 bet 100', '1 fold']),
    [1_000, 400, 900],
  ],
  [
    '7 §7.1 the odd chip goes left of the button (pokertools: to the button; others lose it)',
    PlayedHand.start(
      [1_000, 1_000, 1_000],
      { ante: 1, button: 2 },
      { holes: { 0: '2c3d', 1: 'AcKd', 2: 'AdKc' }, board: 'QhJhTs4c5d' },
    ).play(
      ...['2 call', '0 fold', '1 check', '1 check', '2 check'],
      ...['1 check', '2 check', '1 check', '2 check'],
    ),
    [949, 1_026, 1_025],
  ],
  [
    '17 §7.2 the rake is one sum, taken before the split, and no chip is destroyed (block52)',
    PlayedHand.start(
      [1_000, 1_000],
      {},
      { rakeOf: tenth, holes: { 0: 'AcKd', 1: 'AdKc' }, board: 'QhJhTs4c5d' },
    ).play('1 raise 1000', '0 call'),
    [900, 900],
  ],
  [
    '19 §9.1 a void hand gives every seat its stack of before',
    PlayedHand.start([1_000, 1_000]).play('1 raise 1000').do({ type: 'void', reason: 'test' }),
    [1_000, 1_000],
  ],
];

function tenth({ potsKrw, flopDealt }: { potsKrw: readonly number[]; flopDealt: boolean }) {
  return krw(flopDealt ? Math.floor(potsKrw.reduce((sum, each) => sum + each, 0) / 10) : 0);
}

describe('rows 5 to 19: who is paid what', () => {
  it.each(PAYMENTS)('row %s', (_row, hand, stacks) => {
    expect(hand.state.outcome).not.toBe('playing');
    expect(hand.stacks).toEqual(stacks);
  });

  it('row 16 §11.3 each pot is split per run, the odd chip to the first', () => {
    const hand = PlayedHand.start(
      [101, 101],
      { boards: 2, smallBlind: 1, bigBlind: 2, ante: 0 },
      { holes: { 0: 'AcAd', 1: 'KcKd' }, board: '2h3h7s8d9c' },
    ).play('1 raise 101', '0 call');
    const [one, other] = hand.state.runChoiceSeats;
    if (one === undefined || other === undefined) throw new Error('nobody chooses');
    const agreed = hand
      .do({ type: 'choose_runs', seat: one, runs: 2 })
      .do({ type: 'choose_runs', seat: other, runs: 2 });
    const parts = agreed.all('pot_awarded').map(({ run, amountKrw }) => [run, amountKrw]);
    expect(parts).toEqual([
      [0, 101],
      [1, 101],
    ]);
  });
});

describe('rows 13, 14 and 18: cards and clocks', () => {
  const holes = { 0: '7c2d', 1: 'KsKd', 2: 'AsAd' };

  it('row 13 §6.2 the last aggressor shows first; once betting is closed all hands are up', () => {
    const hand = PlayedHand.start([1_000, 1_000, 1_000], {}, { holes, board: '3h8h9sJcQd' });
    const called = hand.play('2 call', '0 fold', '1 check', '1 check', '2 check');
    const shown = called
      .play('1 check', '2 check', '1 bet 100', '2 call')
      .all('hand_shown')
      .map(({ seat }) => Number(seat));
    expect(shown).toEqual([1, 2]);
    const allIn = hand.play('2 raise 1000', '0 fold', '1 call');
    const types = allIn.events.map(({ type }) => type);
    expect(types.indexOf('hand_shown')).toBeLessThan(types.indexOf('street_dealt'));
    expect(allIn.all('hand_shown')).toHaveLength(2);
  });

  it('row 14 §6.3, §6.5 a winner without a showdown shows nothing, a loser mucks', () => {
    const folded = PlayedHand.start([1_000, 1_000, 1_000], {}, { holes }).play('2 fold', '0 fold');
    expect(JSON.stringify(folded.events)).not.toContain('cards":');
    const hand = PlayedHand.start([1_000, 1_000, 1_000], {}, { holes, board: '3h8h9sJcQd' });
    const checked = hand.play(
      ...['2 call', '0 call', '1 check', '0 check', '1 check', '2 check', '0 check', '1 check'],
      ...['2 check', '0 check', '1 check', '2 bet 100', '0 call', '1 call'],
    );
    expect(checked.all('hand_shown').map(({ seat }) => Number(seat))).toEqual([2]);
    expect(checked.all('hand_mucked').map(({ seat }) => Number(seat))).toEqual([0, 1]);
  });

  it('row 18 §8.2 a time-out checks where it is free and folds otherwise, as the system’s', () => {
    const hand = PlayedHand.start([1_000, 1_000, 1_000]).play('2 timeout', '0 call', '1 timeout');
    const acted = hand.all('acted').map(({ action, bySystem }) => [action, bySystem]);
    expect(acted).toEqual([
      ['fold', true],
      ['call', false],
      ['check', true],
    ]);
  });
});

describe('rows 9 to 12 and 20: from hand to hand', () => {
  const seated = (...users: readonly string[]): TestTable => {
    const table = new TestTable();
    users.forEach((user, seat) => {
      table.sit(seat, user);
    });
    return table;
  };

  it('row 9 nobody posts the big blind twice running when the table becomes heads-up', () => {
    const table = seated('ann', 'ben', 'cat');
    const before = table.hand();
    const leaver = table.state.seats.find((at, seat) => at !== null && seat === before?.button);
    table.leave(leaver?.userId ?? '');
    expect(table.hand()?.big).not.toBe(before?.big);
  });

  it('row 10 the big blind moves to the next who is due, though the button falls on an empty seat', () => {
    const table = seated('ann', 'ben', 'cat', 'dan');
    const before = table.hand();
    const small = table.state.seats[before?.small ?? -1];
    table.leave(small?.userId ?? '');
    const after = table.hand();
    expect(after?.button).toBe(before?.small);
    expect(after?.small).toBe(before?.big);
    expect(after?.dealt).not.toContain(after?.button);
  });

  it('row 11 who missed blinds posts what was missed, or waits for the big blind', () => {
    const table = seated('ann', 'ben', 'cat', 'dan');
    table.as('dan', 'sit_out');
    for (let hand = 0; hand < 4; hand += 1) table.hand();
    table.as('dan', 'sit_in');
    expect(table.hand()?.dealt.includes(table.seatOf('dan'))).toBe(
      table.state.hand?.setup.bigBlindSeat === table.seatOf('dan'),
    );
    table.choose('dan', 'post');
    const posts = [0, 1, 2].flatMap(() => Object.keys(table.hand()?.posts ?? {}));
    expect(posts.length).toBeLessThanOrEqual(1);
  });

  it('row 12 who comes back within the window brings at least what was taken away', () => {
    const table = seated('ann', 'ben', 'cat');
    table.leave('cat');
    const wish = { seat: 3, userId: 'cat', nowMs: table.nowMs };
    const refusedFor = (buyInKrw: number) =>
      sitFault(table.state, { ...wish, buyInKrw: krw(buyInKrw) })?.code ?? null;
    expect([9_999, 10_000].map(refusedFor)).toEqual(['BUYIN_BELOW_LAST_STACK', null]);
  });

  it('row 20 a player has one seat at a table', () => {
    const table = seated('ann', 'ben');
    const wish = { seat: 4, userId: 'ann', nowMs: table.nowMs, buyInKrw: krw(10_000) };
    expect(sitFault(table.state, wish)?.code).toBe('ALREADY_SEATED');
  });
});
