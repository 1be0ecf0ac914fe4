import { formatCard, type Card } from './cards';
import { holeCards } from './deal';
import { rankHand } from './hand-rank';
import type { Deal } from './hand-types';
import { seatIndex } from './seat-index';
import { deckWith, PlayedHand, setupWith } from './played-hand.builder';

const CHECKS = ['0 check', '1 check', '2 check'];
const HEADS_UP = ['0 check', '1 check'];
const BOARD = '2c3d7h8s9d';
const DEAL = { holes: { 0: 'AsAd', 1: 'KsKd', 2: 'QsQd' }, board: BOARD };
const showdown = (hand: PlayedHand) =>
  hand.events.flatMap((event) =>
    event.type === 'hand_shown' || event.type === 'hand_mucked'
      ? [`${event.seat} ${event.type === 'hand_shown' ? 'shows' : 'mucks'}`]
      : [],
  );

describe('§1.3 the deal', () => {
  it('is one card each from the button’s left, twice round, then the board', () => {
    const setup = setupWith([0, 500, 500, 500], { button: 2 });
    const deck = deckWith(setup);
    const { seats } = PlayedHand.start([0, 500, 500, 500], { button: 2 }).state;
    expect([3, 1, 2].map((seat) => holeCards({ seats }, deck, seatIndex(seat)))).toEqual([
      [deck[0], deck[3]],
      [deck[1], deck[4]],
      [deck[2], deck[5]],
    ]);
  });

  it('takes the board from the same deck, and no card twice', () => {
    const hand = PlayedHand.start([500, 500, 500], {}, DEAL).play(
      ...['2 call', '0 call', '1 check', ...CHECKS, ...CHECKS, ...CHECKS],
    );
    expect(hand.state.board.map(formatCard).join('')).toBe(BOARD);
    const dealt = [
      ...hand.state.board,
      ...[0, 1, 2].flatMap((seat) => [...holeCards(hand.state, hand.dealer.deck, seatIndex(seat))]),
    ];
    expect(new Set(dealt).size).toBe(11);
  });

  it('knows no hole card in any event before it is shown', () => {
    const { events, dealer, state } = PlayedHand.start([500, 500, 500]).play('2 fold', '0 fold');
    const hidden = state.seats.flatMap(({ seat }) => [...holeCards(state, dealer.deck, seat)]);
    const told = events.flatMap((event) => ('cards' in event ? [...event.cards] : []));
    expect(told.filter((card) => hidden.includes(card))).toEqual([]);
  });
});

describe('§6.2 who shows first', () => {
  const river = PlayedHand.start([500, 500, 500], {}, DEAL).play(
    ...['2 call', '0 call', '1 check', ...CHECKS, ...CHECKS],
  );

  it('the last aggressor of the final street', () => {
    const hand = river.play('0 check', '1 bet 100', '2 call', '0 call');
    expect(showdown(hand)).toEqual(['1 shows', '2 mucks', '0 shows']);
  });

  it('the first left of the button, where nobody bet on the final street', () => {
    expect(showdown(river.play(...CHECKS))).toEqual(['0 shows', '1 mucks', '2 mucks']);
  });

  it('an aggressor of an earlier street is none of the final one', () => {
    const raised = PlayedHand.start([500, 500, 500], {}, DEAL).play(
      ...['2 raise 300', '0 call', '1 call', ...CHECKS, ...CHECKS, ...CHECKS],
    );
    expect(showdown(raised)[0]).toBe('0 shows');
  });

  it('contestants of the side pot before those of the main pot', () => {
    const hand = PlayedHand.start([100, 500, 500], {}, DEAL).play(
      ...['2 call', '0 call', '1 check', '1 bet 100', '2 call', '1 check', '2 check'],
      ...['1 check', '2 check'],
    );
    expect(showdown(hand)).toEqual(['1 shows', '2 mucks', '0 shows']);
  });
});

describe('§6.3 a losing hand', () => {
  it('is mucked, and its cards are in no event and no state', () => {
    const hand = PlayedHand.start([500, 500, 500], {}, DEAL).play(
      ...['2 call', '0 call', '1 check', ...CHECKS, ...CHECKS, ...CHECKS],
    );
    const kings = [...holeCards(hand.state, hand.dealer.deck, seatIndex(1))];
    // Seen elsewhere: cards leak after a fold or a muck.
    const told = hand.events.flatMap((event) => ('cards' in event ? [...event.cards] : []));
    expect(told.some((card) => kings.includes(card))).toBe(false);
    expect(hand.state.seats.find(({ seat }) => seat === 1)).toMatchObject({
      shownCards: null,
      mucked: true,
    });
  });
});

describe('§6.4 when all-ins close the betting', () => {
  it('all hands are face up before the next card, in the order of showing', () => {
    const hand = PlayedHand.start([500, 500, 500], {}, DEAL).play(
      '2 raise 500',
      '0 fold',
      '1 call',
    );
    const order = hand.events.map(({ type }) => type);
    expect(order.lastIndexOf('hand_shown')).toBeLessThan(order.indexOf('street_dealt'));
    expect(showdown(hand)).toEqual(['2 shows', '1 shows']);
  });

  it('on the river too: nobody mucks', () => {
    const hand = PlayedHand.start([500, 500, 500], {}, DEAL).play(
      ...['2 call', '0 call', '1 check', ...CHECKS, ...CHECKS],
      ...['0 bet 400', '1 call', '2 call'],
    );
    expect(showdown(hand)).toEqual(['0 shows', '1 shows', '2 shows']);
  });

  it('not while two players can still bet', () => {
    const hand = PlayedHand.start([100, 500, 500], {}, DEAL).play('2 call', '0 call', '1 check');
    expect(showdown(hand)).toEqual([]);
  });
});

describe('§6.5 a winner without a showdown', () => {
  it('shows nothing', () => {
    const hand = PlayedHand.start([500, 500, 500], {}, DEAL).play(
      '2 raise 300',
      '0 fold',
      '1 fold',
    );
    expect(showdown(hand)).toEqual([]);
    expect(hand.state.outcome).toBe('settled');
  });
});

describe('§1.5 another deal', () => {
  const pairs = (cards: readonly Card[]) =>
    cards.flatMap((a, index) => cards.slice(index + 1).map((b) => [a, b]));
  const threes = (cards: readonly Card[]) =>
    cards.flatMap((a, index) => pairs(cards.slice(index + 1)).map((two) => [a, ...two]));
  /** Four hole cards, of which two count with three of the board. */
  const OMAHA: Deal = {
    holeCardCount: 4,
    rank: (hole, board) =>
      Math.max(
        ...pairs(hole).flatMap((two) => threes(board).map((three) => rankHand([...two, ...three]))),
      ),
  };
  const hand = PlayedHand.start(
    [500, 500],
    { structure: 'pot-limit' },
    { deal: OMAHA, holes: { 0: 'AsKsQsJs', 1: '2h2d9c8c' }, board: 'Ts3s4d2c5h' },
  );

  it('needs only the number of hole cards and their rank', () => {
    const over = hand.play('1 call', '0 check', ...HEADS_UP, ...HEADS_UP, ...HEADS_UP);
    expect(over.state.board.map(formatCard).join('')).toBe('Ts3s4d2c5h');
    // Four spades of the hand and two of the board would be a royal flush in a game that takes any five.
    expect(over.stacks).toEqual([400, 600]);
    const [shown] = over.all('hand_shown').slice(-1);
    expect(shown?.cards.map(formatCard)).toEqual(['2h', '2d', '9c', '8c']);
  });
});
