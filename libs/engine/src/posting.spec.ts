import { krw } from '@cardroom/money';

import { legalActions } from './betting';
import { startHand } from './decide';
import { seatIndex } from './seat-index';
import { deckWith, PlayedHand, setupWith } from './played-hand.builder';

const post = (seat: number, liveKrw: number, deadKrw: number) => ({
  seat: seatIndex(seat),
  liveKrw: krw(liveKrw),
  deadKrw: krw(deadKrw),
});
const straddle = (seat: number, amountKrw: number) => ({
  straddle: { seat: seatIndex(seat), amountKrw: krw(amountKrw) },
});

describe('§2.1 heads-up', () => {
  it('the button is the small blind, begins before the flop and is last after it', () => {
    const hand = PlayedHand.start([1_000, 1_000]);
    expect(hand.state).toMatchObject({ smallBlindSeat: 1, bigBlindSeat: 0, toActSeat: 1 });
    expect(hand.play('1 call', '0 check').state).toMatchObject({ street: 'flop', toActSeat: 0 });
  });
});

describe('§2.4 a blind too short to post in full', () => {
  it('is all-in, and the others owe the full big blind', () => {
    const { state } = PlayedHand.start([1_000, 30, 1_000, 1_000]);
    expect(state.seats.find(({ seat }) => seat === 1)).toMatchObject({ status: 'allin' });
    // Seen elsewhere: the others owe 30.
    expect(legalActions(state)).toMatchObject({ seat: 2, callKrw: 100, minRaiseToKrw: 200 });
  });

  it('does not move the start of the action from the big blind’s left', () => {
    expect(PlayedHand.start([40, 30, 1_000, 1_000]).state.toActSeat).toBe(2);
    expect(PlayedHand.start([1_000, 1, 1_000]).state.toActSeat).toBe(2);
  });
});

describe('§2.5 a dead button', () => {
  it('is at an empty seat; dealing and acting begin at its left all the same', () => {
    const hand = PlayedHand.start([0, 500, 500, 500], { button: 0 });
    expect(hand.state).toMatchObject({ smallBlindSeat: 1, bigBlindSeat: 2, toActSeat: 3 });
    expect(hand.state.seats.map(({ seat }) => seat)).toEqual([1, 2, 3]);
  });
});

describe('§2.6 a dead small blind', () => {
  it('is posted by nobody; the big blind is', () => {
    const hand = PlayedHand.start([500, 0, 500, 500], {
      button: 0,
      smallBlindSeat: null,
      bigBlindSeat: seatIndex(2),
    });
    expect(hand.all('blind_posted').map(({ kind, seat }) => [kind, seat])).toEqual([['big', 2]]);
    expect(hand.state).toMatchObject({ smallBlindSeat: null, toActSeat: 3 });
    expect(hand.play('3 call', '0 call', '2 check').state.toActSeat).toBe(2);
  });
});

describe('§2.7 posts of those who come in', () => {
  const entered = PlayedHand.start([500, 500, 500, 500, 500], {
    entryPosts: [post(2, 100, 50), post(3, 100, 0)],
  });

  it('the live part is a bet, the dead part belongs to the main pot', () => {
    expect(entered.all('entry_posted')).toEqual([
      { type: 'entry_posted', ...post(2, 100, 50) },
      { type: 'entry_posted', ...post(3, 100, 0) },
    ]);
    expect(legalActions(entered.state)).toMatchObject({ seat: 2, canCheck: true, callKrw: 0 });
    expect(legalActions(entered.play('2 check').state)).toMatchObject({ canCheck: true });
  });

  it('dead money is won with the main pot, and no part of a call', () => {
    const hand = entered.play('2 raise 300', '3 fold', '4 fold', '0 fold', '1 fold');
    expect(hand.stacks).toEqual([450, 400, 750, 400, 500]);
  });

  it('a short stack posts the live part first', () => {
    const hand = PlayedHand.start([500, 500, 120, 90, 500], {
      entryPosts: [post(2, 100, 50), post(3, 100, 50)],
    });
    expect(hand.all('entry_posted')).toEqual([
      { type: 'entry_posted', ...post(2, 100, 20) },
      { type: 'entry_posted', ...post(3, 90, 0) },
    ]);
    expect(hand.state.seats.map(({ status }) => status)).toEqual([
      'active',
      'active',
      'allin',
      'allin',
      'active',
    ]);
  });
});

describe('§2.8 a straddle', () => {
  const stacks = [1_000, 1_000, 1_000, 1_000, 1_000];
  const straddled = PlayedHand.start(stacks, straddle(2, 200));

  it('is the bet to match; a raise adds at least the straddle', () => {
    expect(straddled.state).toMatchObject({ straddleSeat: 2, toActSeat: 3 });
    // Seen elsewhere: 300, the big blind more.
    expect(legalActions(straddled.state)).toMatchObject({ callKrw: 200, minRaiseToKrw: 400 });
  });

  it('makes its poster the last to act before the flop, with the option', () => {
    const hand = straddled.play('3 call', '4 call', '0 call', '1 call');
    expect(legalActions(hand.state)).toMatchObject({ seat: 2, canCheck: true, minRaiseToKrw: 400 });
    expect(hand.play('2 check').state).toMatchObject({ street: 'flop', toActSeat: 0 });
  });

  it('on the button makes the small blind the first to act', () => {
    const hand = PlayedHand.start(stacks, straddle(4, 200));
    expect(hand.state.toActSeat).toBe(0);
    expect(hand.play('0 call', '1 call', '2 fold', '3 fold').state.toActSeat).toBe(4);
  });

  it('is not posted by a stack that cannot post it whole', () => {
    const hand = PlayedHand.start([1_000, 1_000, 199, 1_000], straddle(2, 200));
    expect(hand.state).toMatchObject({ straddleSeat: null, toActSeat: 2, currentBetKrw: 100 });
  });

  it('of one who comes in counts the live post', () => {
    const hand = PlayedHand.start(stacks, { ...straddle(2, 200), entryPosts: [post(2, 100, 50)] });
    expect(hand.all('blind_posted').at(-1)).toMatchObject({ kind: 'straddle', amountKrw: 100 });
    expect(hand.stacks[2]).toBe(750);
  });
});

describe('§1.1 what cannot become a hand is INVALID_SETUP', () => {
  const stacks = [500, 500, 500];
  const seat = (at: number, stackKrw = 500) => ({ seat: at, stackKrw });
  const broken: [string, Readonly<Record<string, unknown>>][] = [
    ['one seat', { seats: [seat(0)] }],
    ['a seat twice', { seats: [seat(0), seat(0)] }],
    ['seats out of order', { seats: [seat(1), seat(0)] }],
    ['a seat that there is not', { seats: [seat(0), seat(10)] }],
    ['a seat without chips', { seats: [seat(0), seat(1, 0)] }],
    ['chips with decimals', { seats: [seat(0), seat(1, 0.5)] }],
    ['more chips than an amount', { seats: [seat(0, 2 ** 53 - 1), seat(1)] }],
    ['no big blind', { stakes: { ...setupWith(stacks).stakes, bigBlindKrw: 0 } }],
    [
      'a small blind above the big',
      { stakes: { ...setupWith(stacks).stakes, smallBlindKrw: 101 } },
    ],
    ['a negative ante', { stakes: { ...setupWith(stacks).stakes, anteKrw: -1 } }],
    ['a button that is nowhere', { buttonSeat: 10 }],
    ['a big blind that nobody is', { bigBlindSeat: 5 }],
    ['a small blind that nobody is', { smallBlindSeat: 5 }],
    ['both blinds at one seat', { smallBlindSeat: 1, bigBlindSeat: 1 }],
    ['a big blind at the small blind', { bigBlindSeat: 0 }],
    ['a structure that is none', { structure: 'spread-limit' }],
    ['three boards', { boards: 3 }],
    ['an entry post twice', { entryPosts: [post(2, 100, 0), post(2, 100, 0)] }],
    ['an entry post of a blind', { entryPosts: [post(0, 100, 0)] }],
    ['an entry post of nobody', { entryPosts: [post(7, 100, 0)] }],
    ['a live post above the big blind', { entryPosts: [post(2, 101, 0)] }],
    ['a negative dead post', { entryPosts: [post(2, 100, -50)] }],
    ['a straddle of a blind', straddle(1, 200)],
    ['a straddle of nobody', straddle(7, 200)],
    ['a straddle below two big blinds', straddle(2, 199)],
  ];

  it.each(broken)('%s', (_what, wrong) => {
    const setup = { ...setupWith(stacks), ...wrong };
    const dealer = { deck: deckWith(setupWith(stacks)), rakeOf: () => krw(0) };
    const started = startHand(setup, dealer);
    expect(started.ok ? 'ok' : started.error.code).toBe('INVALID_SETUP');
  });

  it('§1.3 a deck with a card twice', () => {
    const [first, , ...rest] = deckWith(setupWith(stacks));
    const deck = first === undefined ? [] : [first, first, ...rest];
    const started = startHand(setupWith(stacks), { deck, rakeOf: () => krw(0) });
    expect(started.ok ? 'ok' : started.error.code).toBe('INVALID_SETUP');
  });
});
