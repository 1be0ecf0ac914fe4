import {
  card,
  DECK_SIZE,
  LiveHand,
  seatIndex,
  type ActionName,
  type HandCommand,
} from '@cardroom/engine';
import { krw, ZERO_KRW } from '@cardroom/money';

import { TempoBook } from './bot-timing';
import { chipDumping } from './chip-dumping';
import { observe, type Observation, type PlayedHand } from './observation';
import { PairBook, type PairPlay } from './pair-play';
import { sharedAccess, type Access } from './shared-access';
import { softPlay } from './soft-play';
import { HeaviestHands, REPORTED_SCORE } from './suspicion';

const repeat = <T>(times: number, value: T): T[] => Array<T>(times).fill(value);

type Step = ActionName | readonly ['bet' | 'raise', number];

/** Three seats of 100 big blinds of 10: `a` has the button, `b` and `c` the blinds, `a` acts first. */
function played(steps: readonly Step[], thoughtMs?: readonly number[]): PlayedHand {
  const deck = Array.from({ length: DECK_SIZE }, (_, place) => card((place * 7) % DECK_SIZE));
  const opened = LiveHand.open(
    {
      ...{ handId: 'hand', handNo: 1, buttonSeat: seatIndex(0) },
      stakes: {
        ...{ smallBlindKrw: krw(5), bigBlindKrw: krw(10) },
        ...{ anteKrw: ZERO_KRW, bigBlindAnteKrw: ZERO_KRW },
      },
      seats: [0, 1, 2].map((seat) => ({ seat: seatIndex(seat), stackKrw: krw(1_000) })),
    },
    { deck, rakeOf: () => ZERO_KRW },
  );
  if (!opened.ok) throw new Error(opened.error.message);
  for (const step of steps) {
    const seat = opened.value.state.toActSeat ?? seatIndex(0);
    const command: HandCommand =
      typeof step === 'string'
        ? ({ type: step, seat } as HandCommand)
        : { type: step[0], seat, toKrw: step[1] };
    const refusal = opened.value.play(command);
    if (refusal !== null) throw new Error(refusal.message);
  }
  const userOf = new Map(['a', 'b', 'c'].map((user, seat) => [seat, user]));
  const { events } = opened.value;
  return {
    ...{ handId: 'hand', tableId: 'table', endedAtMs: 0, events, userOf },
    ...(thoughtMs === undefined ? {} : { thoughtMs }),
  };
}

const seen = (steps: readonly Step[], thoughtMs?: readonly number[]): Observation => {
  const observation = observe(played(steps, thoughtMs));
  if (observation === null) throw new Error('the hand is not settled');
  return observation;
};

describe('§2 what a hand says', () => {
  it('a hand that is not over, or void, says nothing', () => {
    expect(observe(played(['call']))).toBeNull();
  });

  it('§2.1 the chips of each loser go to the winners, in big blinds', () => {
    expect(seen([['raise', 100], 'fold', 'fold']).flows).toEqual([
      { from: 'b', to: 'a', bigBlinds: 0.5 },
      { from: 'c', to: 'a', bigBlinds: 1 },
    ]);
  });

  it('§2.2 a fold for little after much is a surrender to who bet', () => {
    const { surrenders } = seen([['raise', 400], 'fold', ['raise', 790], 'fold']);
    expect(surrenders).toEqual([{ from: 'a', to: 'c', bigBlinds: 40 }]);
  });

  it.each<[string, Step[]]>([
    ['for a large bet', [['raise', 310], 'fold', ['raise', 1_000], 'fold']],
    ['after little', [['raise', 90], 'fold', ['raise', 170], 'fold']],
    ['before anybody has bet', [['raise', 400], 'fold', 'call', 'check', 'fold']],
  ])('§2.2 a fold %s is none', (_what, steps) => {
    expect(seen(steps).surrenders).toEqual([]);
  });

  it('§2.3 two alone after the flop are a duel, with a bet or without', () => {
    const quiet: Step[] = ['call', 'fold', 'check', ...repeat<Step>(6, 'check')];
    expect(seen(quiet).duel).toEqual({ users: ['c', 'a'], hadBet: false });
    const loud: Step[] = ['call', 'fold', 'check', 'check', ['bet', 20], 'fold'];
    expect(seen(loud).duel?.hadBet).toBe(true);
    expect(seen(['fold', 'fold']).duel).toBeNull();
  });

  it('§2.4 decisions have their time, and a price makes them hard', () => {
    const { decisions } = seen(['fold', ['raise', 500], 'fold'], [900, 1_000, 5_000]);
    expect(decisions.map(({ userId, thoughtMs, isHard }) => [userId, thoughtMs, isHard])).toEqual([
      ['a', 900, true],
      ['b', 1_000, true],
      ['c', 5_000, true],
    ]);
    expect(seen(['fold', 'fold']).decisions).toEqual([]);
  });
});

const nothing: Omit<Observation, 'handId'> = {
  ...{ endedAtMs: 0, users: ['a', 'b', 'c'], flows: [], surrenders: [], duel: null },
  decisions: [],
};

function bookOf(hands: readonly Partial<Observation>[]): { book: PairBook; pair: PairPlay } {
  const book = new PairBook();
  hands.forEach((hand, at) => book.add({ ...nothing, handId: `hand-${at}`, ...hand }));
  const pair = [...book.all()].find(({ first, second }) => first + second === 'ab');
  if (pair === undefined) throw new Error('nobody has played');
  return { book, pair };
}

describe('§3 chip dumping', () => {
  it('§3.1 chips that go one way every time are reported, with the hands', () => {
    const { book, pair } = bookOf(repeat(40, { flows: [{ from: 'b', to: 'a', bigBlinds: 20 }] }));
    const { score, evidence, hands } = chipDumping(book, pair);
    expect(score).toBeGreaterThan(REPORTED_SCORE);
    expect(evidence).toMatchObject({ giver: 'b', taker: 'a', flowBigBlinds: 800 });
    expect(hands).toHaveLength(20);
  });

  it('§3.1 chips that go to and fro are not', () => {
    const { book, pair } = bookOf(
      Array.from({ length: 400 }, (_, at) => ({
        flows: [{ from: at % 2 ? 'a' : 'b', to: at % 2 ? 'b' : 'a', bigBlinds: 20 }],
      })),
    );
    expect(chipDumping(book, pair).score).toBeLessThan(0);
  });

  it('§3.1 one lost stack is not', () => {
    const { book, pair } = bookOf([
      { flows: [{ from: 'a', to: 'b', bigBlinds: 200 }] },
      ...repeat(100, {}),
    ]);
    expect(chipDumping(book, pair).score).toBeLessThan(REPORTED_SCORE);
  });

  it('§3.2 surrenders to one that nobody else makes are reported; of who makes them to all, not', () => {
    const toOne = repeat(8, { surrenders: [{ from: 'a', to: 'b', bigBlinds: 40 }] });
    const guilty = bookOf([...repeat(500, {}), ...toOne]);
    expect(chipDumping(guilty.book, guilty.pair).score).toBeGreaterThan(REPORTED_SCORE);
    const toOther = repeat(8, { surrenders: [{ from: 'a', to: 'c', bigBlinds: 40 }] });
    const careless = bookOf([...repeat(500, {}), ...toOne, ...toOther]);
    expect(chipDumping(careless.book, careless.pair).score).toBeLessThan(REPORTED_SCORE);
  });
});

describe('§4 soft play', () => {
  const duel = (users: [string, string], hadBet: boolean): Partial<Observation> => ({
    duel: { users, hadBet },
  });
  const others = [
    ...repeat(80, duel(['a', 'c'], true)),
    ...repeat(80, duel(['b', 'c'], true)),
    ...repeat(20, duel(['a', 'c'], false)),
    ...repeat(20, duel(['b', 'c'], false)),
  ];

  it('two who bet against others and not against each other are reported', () => {
    const { book, pair } = bookOf([...others, ...repeat(25, duel(['a', 'b'], false))]);
    const { score, evidence } = softPlay(book, pair);
    expect(score).toBeGreaterThan(REPORTED_SCORE);
    expect(evidence).toMatchObject({ duels: 25, duelsWithBet: 0 });
  });

  it('two who are as quiet against everybody are not', () => {
    const quiet = [
      ...repeat(100, duel(['a', 'c'], false)),
      ...repeat(100, duel(['b', 'c'], false)),
      ...repeat(100, duel(['c', 'd'], true)),
    ];
    const { book, pair } = bookOf([...quiet, ...repeat(25, duel(['a', 'b'], false))]);
    expect(softPlay(book, pair).score).toBeLessThan(REPORTED_SCORE);
  });
});

describe('§5 shared device or network', () => {
  const { book } = bookOf(repeat(30, {}));
  const crowd = (keyOf: (at: number) => string): Access[] =>
    Array.from({ length: 400 }, (_, at) => ({
      ...{ userId: `other-${at}`, means: 'network', key: keyOf(at) },
    }));
  const both = (means: Access['means'], key: string): Access[] => [
    { userId: 'a', means, key },
    { userId: 'b', means, key },
  ];

  it('a device or network of two who sat together is reported', () => {
    for (const means of ['device', 'network'] as const) {
      const [suspicion, ...more] = sharedAccess(book, [...crowd(String), ...both(means, 'home')]);
      expect(suspicion).toMatchObject({ kind: 'shared_access', userIds: ['a', 'b'] });
      expect(suspicion?.score).toBeGreaterThan(REPORTED_SCORE);
      expect(more).toEqual([]);
    }
  });

  it('a network that many use is not', () => {
    const accesses = [...crowd((at) => String(at % 8)), ...both('network', '3')];
    expect(sharedAccess(book, accesses)[0]?.score).toBeLessThan(REPORTED_SCORE);
  });

  it('who has hardly played together is not', () => {
    const few = bookOf(repeat(5, {}));
    expect(sharedAccess(few.book, both('device', 'home'))).toEqual([]);
  });
});

describe('§6 timing of a bot', () => {
  /** Times with a spread: a factor of e to both sides. */
  const times = (spread: number, hardMore: number) => (at: number, isHard: boolean) =>
    2_000 * Math.exp(spread * Math.sin(at * 1.7) * Math.SQRT2 + (isHard ? hardMore : 0));

  const suspicionsOf = (timeOf: Readonly<Record<string, ReturnType<typeof times>>>) => {
    const book = new TempoBook();
    for (let at = 0; at < 300; at += 1) {
      const decisions = Object.entries(timeOf).map(([userId, time]) => {
        const isHard = at % 3 === 0;
        return { userId, thoughtMs: time(at, isHard), isHard };
      });
      const users = Object.keys(timeOf);
      book.add({ ...nothing, handId: `hand-${at}`, endedAtMs: at * 60_000, users, decisions });
    }
    return book.suspicions();
  };
  const people = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`human-${at}`, times(0.6 + (at % 5) * 0.05, 0.4)]),
  );

  it('who always takes as long is reported, with how long they played', () => {
    const [robot] = suspicionsOf({ ...people, robot: times(0.1, 0.4) }).filter(
      ({ score }) => score >= REPORTED_SCORE,
    );
    expect(robot).toMatchObject({ kind: 'bot_timing', userIds: ['robot'] });
    expect(robot?.evidence).toMatchObject({ decisions: 300, longestPlayMinutes: 299 });
  });

  it('who takes no longer where much is at stake is reported', () => {
    const found = suspicionsOf({ ...people, robot: times(0.7, -0.2) });
    expect(found.filter(({ score }) => score >= REPORTED_SCORE)).toMatchObject([
      { userIds: ['robot'] },
    ]);
  });

  it('people are not, and with too few of them nobody is', () => {
    expect(suspicionsOf(people).filter(({ score }) => score >= REPORTED_SCORE)).toEqual([]);
    expect(suspicionsOf({ robot: times(0.1, 0), human: times(0.7, 0.4) })).toEqual([]);
  });
});

describe('the hands of evidence', () => {
  it('are the heaviest twenty, heaviest first', () => {
    const hands = new HeaviestHands();
    for (let at = 0; at < 100; at += 1) hands.add(`hand-${at}`, (at * 37) % 100);
    const weights = hands.list().map(({ weight }) => weight);
    expect(weights).toEqual(Array.from({ length: 20 }, (_, at) => 99 - at));
  });
});
