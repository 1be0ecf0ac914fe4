import {
  card,
  DECK_SIZE,
  decide,
  holeCards,
  legalActions,
  replay,
  seatIndex,
  startHand,
  type Dealer,
  type HandCommand,
  type HandEvent,
} from '@cardroom/engine';
import { krw } from '@cardroom/money';

import { handStatistics } from './hand-statistics.rules';

const dealer: Dealer = {
  deck: Array.from({ length: DECK_SIZE }, (_, place) => card((place * 7) % DECK_SIZE)),
  rakeOf: () => krw(0),
};

type Action = 'f' | 'cc' | 'r' | 'void';

/** Three seats of 100 at 1/2: seat 0 has the button, 1 and 2 the blinds, so seat 0 acts first. */
function play(...actions: readonly Action[]): HandEvent[] {
  const started = startHand(
    {
      handId: 'hand',
      handNo: 1,
      buttonSeat: seatIndex(0),
      stakes: {
        smallBlindKrw: krw(1),
        bigBlindKrw: krw(2),
        anteKrw: krw(0),
        bigBlindAnteKrw: krw(0),
      },
      seats: [0, 1, 2].map((seat) => ({ seat: seatIndex(seat), stackKrw: krw(100) })),
    },
    dealer,
  );
  if (!started.ok) throw new Error(started.error.message);
  const events = [...started.value];
  for (const action of actions) {
    const decided = decide(replay(events), commandOf(events, action), dealer);
    if (!decided.ok) throw new Error(decided.error.message);
    events.push(...decided.value);
  }
  return events;
}

function commandOf(events: readonly HandEvent[], action: Action): HandCommand {
  const state = replay(events);
  const legal = legalActions(state);
  if (action === 'void' || legal === null) return { type: 'void', reason: 'test' };
  const { seat, canCheck, minRaiseToKrw } = legal;
  if (action === 'f') return { type: 'fold', seat };
  if (action === 'cc') return { type: canCheck ? 'check' : 'call', seat };
  return { type: state.currentBetKrw === 0 ? 'bet' : 'raise', seat, toKrw: minRaiseToKrw ?? 0 };
}

/** Seats for which it holds. */
const seatsWhere = (
  events: readonly HandEvent[],
  holds: 'won' | 'vpip' | 'pfr' | 'showdown' | 'couldThreeBet' | 'threeBet',
): number[] => handStatistics(events).flatMap((line) => (line[holds] ? [line.seat] : []));

const CHECKED_DOWN: readonly Action[] = Array.from({ length: 9 }, () => 'cc');

describe('the statistics of a hand', () => {
  it.each<[string, Action[], number[]]>([
    ['a blind is not put in of the own will', ['f', 'f'], []],
    ['a call before the flop is', ['cc', 'f', 'cc', ...CHECKED_DOWN.slice(0, 6)], [0]],
    ['completing the small blind is', ['f', 'cc', 'cc', 'cc', 'r', 'f'], [1]],
    ['a raise is, and the big blind’s check is not', ['f', 'r', 'f'], [1]],
    ['a bet after the flop is not', ['cc', 'f', 'cc', 'r', 'f'], [0]],
  ])('vpip: %s', (_rule, actions, seats) => {
    expect(seatsWhere(play(...actions), 'vpip')).toEqual(seats);
  });

  it.each<[string, Action[], number[]]>([
    ['a raise before the flop counts', ['r', 'f', 'f'], [0]],
    ['each who raises counts', ['r', 'r', 'f', 'f'], [0, 1]],
    ['a call does not', ['cc', 'f', 'cc', ...CHECKED_DOWN.slice(0, 6)], []],
    ['a raise after the flop does not', ['f', 'cc', 'cc', 'r', 'r', 'f'], []],
  ])('pfr: %s', (_rule, actions, seats) => {
    expect(seatsWhere(play(...actions), 'pfr')).toEqual(seats);
  });

  it.each<[string, Action[], number[], number[]]>([
    ['who faces one raise could, and folding is none', ['r', 'f', 'f'], [1, 2], []],
    ['who raises one raise does', ['r', 'r', 'f', 'f'], [1], [1]],
    ['nobody could without a raise', ['cc', 'cc', 'cc', 'r', 'f', 'f'], [], []],
    ['a fourth bet is none', ['r', 'r', 'r', 'f', 'f'], [1], [1]],
    ['who called before the raise could as well', ['cc', 'r', 'f', 'r', 'f'], [0, 2], [0]],
  ])('three-bet: %s', (_rule, actions, could, did) => {
    const events = play(...actions);
    expect([seatsWhere(events, 'couldThreeBet'), seatsWhere(events, 'threeBet')]).toEqual([
      could,
      did,
    ]);
  });

  it('aggression: bets and raises, and calls, after the flop only', () => {
    const lines = handStatistics(play('r', 'f', 'cc', 'r', 'r', 'cc', 'r', 'f'));
    const of = lines.map(({ seat, aggressiveActions, calls }) => [seat, aggressiveActions, calls]);
    expect(of).toEqual([
      [0, 1, 0],
      [1, 0, 0],
      [2, 2, 1],
    ]);
  });

  it('showdown: those who were there when the cards were compared, shown or not', () => {
    expect(seatsWhere(play('cc', 'cc', 'cc', ...CHECKED_DOWN), 'showdown')).toEqual([0, 1, 2]);
    expect(seatsWhere(play('cc', 'f', 'cc', ...CHECKED_DOWN.slice(0, 6)), 'showdown')).toEqual([
      0, 2,
    ]);
    expect(seatsWhere(play('r', 'f', 'f'), 'showdown')).toEqual([]);
  });

  it('showdown: a hand shown by choice afterwards was not there', () => {
    const events = play('r', 'f', 'f');
    const state = replay(events);
    const seat = seatIndex(0);
    const shown = { type: 'hand_shown', seat, cards: holeCards(state, dealer.deck, seat) } as const;
    expect(seatsWhere([...events, shown], 'showdown')).toEqual([]);
  });

  it('won: who ends with more than before, even unseen', () => {
    expect(seatsWhere(play('f', 'f'), 'won')).toEqual([2]);
    expect(seatsWhere(play('r', 'r', 'r', 'f', 'f'), 'won')).toEqual([2]);
  });

  it('nets add up to minus the rake, and a player put in what is not returned', () => {
    const lines = handStatistics(play('r', 'f', 'f'));
    expect(lines.map(({ netKrw }) => netKrw)).toEqual([3, -1, -2]);
    expect(lines.map(({ putInKrw }) => putInKrw)).toEqual([2, 1, 2]);
  });

  it('a hand that is void or not over adds nothing', () => {
    expect(handStatistics(play('r', 'void'))).toEqual([]);
    expect(handStatistics(play('r', 'f'))).toEqual([]);
  });
});
