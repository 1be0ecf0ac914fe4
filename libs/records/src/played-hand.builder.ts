import {
  BETTING_STRUCTURES,
  card,
  DECK_SIZE,
  decide,
  evolveAll,
  holeCards,
  legalActions,
  replay,
  seatIndex,
  startHand,
  type Card,
  type Dealer,
  type HandCommand,
  type HandEvent,
  type HandSetup,
  type HandState,
  type SeatIndex,
} from '@cardroom/engine';
import { krw, type Krw } from '@cardroom/money';

import type { PlayedHand } from './played-hand';
import { seededNumbers, shuffled, type Numbers } from './seeded-numbers';

const chance = (random: Numbers, of: number): boolean => random() < of;
const upTo = (random: Numbers, most: number): number => Math.floor(random() * (most + 1));
const pick = <T>(random: Numbers, items: readonly [T, ...T[]]): T =>
  items[upTo(random, items.length - 1)] ?? items[0];

const DECK: readonly Card[] = Array.from({ length: DECK_SIZE }, (_, code) => card(code));
const BIG_BLIND_KRW = 2_000;

/** A setup of any kind that tables know: dead button, straddle, entry posts, antes, two runs. */
function randomSetup(random: Numbers): HandSetup {
  const count = 2 + upTo(random, 7);
  const taken = shuffled(
    random,
    Array.from({ length: 10 }, (_, seat) => seat),
  )
    .slice(0, count + 1)
    .map(seatIndex);
  const [empty = seatIndex(0), ...dealt] = taken;
  const isButtonDead = count > 2 && chance(random, 0.15);
  const buttonSeat = isButtonDead ? empty : pick(random, [empty, ...dealt].slice(1) as [SeatIndex]);
  const order = inDealOrder(dealt, buttonSeat);
  const isSmallDead = count > 3 && chance(random, 0.15);
  const [first, second, third] = order;
  const blinds =
    isSmallDead && first !== undefined ? { smallBlindSeat: null, bigBlindSeat: first } : {};
  const last = order.at(-1);
  const straddler = isSmallDead ? second : third;
  const hasStraddle = count > 3 && straddler !== undefined && chance(random, 0.2);
  const hasEntry = count > 4 && last !== undefined && chance(random, 0.2);
  return {
    handId: `hand-${upTo(random, 1e9)}`,
    handNo: 1,
    buttonSeat,
    structure: pick(random, BETTING_STRUCTURES as unknown as [HandSetup['structure'] & string]),
    stakes: {
      smallBlindKrw: krw(BIG_BLIND_KRW / 2),
      bigBlindKrw: krw(BIG_BLIND_KRW),
      anteKrw: krw(chance(random, 0.2) ? 300 : 0),
      bigBlindAnteKrw: krw(chance(random, 0.2) ? BIG_BLIND_KRW : 0),
    },
    seats: [...dealt]
      .sort((a, b) => a - b)
      .map((seat) => ({ seat, stackKrw: randomStack(random) })),
    ...blinds,
    ...(hasStraddle ? { straddle: { seat: straddler, amountKrw: krw(BIG_BLIND_KRW * 2) } } : {}),
    ...(hasEntry ? { entryPosts: [randomEntry(random, last)] } : {}),
    ...(chance(random, 0.5) ? { boards: 2 as const } : {}),
  };
}

const inDealOrder = (seats: readonly SeatIndex[], button: SeatIndex): SeatIndex[] =>
  [...seats].sort((a, b) => ((a - button + 9) % 10) - ((b - button + 9) % 10));

const randomStack = (random: Numbers): Krw =>
  krw(chance(random, 0.2) ? 1 + upTo(random, 5_000) : 10_000 + upTo(random, 200_000));

const randomEntry = (random: Numbers, seat: SeatIndex) => ({
  seat,
  liveKrw: krw(BIG_BLIND_KRW),
  deadKrw: krw(chance(random, 0.5) ? BIG_BLIND_KRW / 2 : 0),
});

function randomCommand(state: HandState, random: Numbers): HandCommand {
  const [chooser] = state.runChoiceSeats;
  if (chooser !== undefined) {
    return { type: 'choose_runs', seat: chooser, runs: chance(random, 0.8) ? 2 : 1 };
  }
  const legal = legalActions(state);
  if (legal === null || chance(random, 0.004)) return { type: 'void', reason: "the table's loss" };
  const { seat, canCheck, minRaiseToKrw: least, maxRaiseToKrw: most } = legal;
  if (chance(random, 0.03)) return { type: 'timeout', seat };
  if (least !== null && most !== null && chance(random, 0.3)) {
    const toKrw = chance(random, 0.3) ? most : least + upTo(random, Math.floor((most - least) / 3));
    return { type: state.currentBetKrw === 0 ? 'bet' : 'raise', seat, toKrw };
  }
  if (canCheck) return { type: 'check', seat };
  return { type: chance(random, 0.3) ? 'fold' : 'call', seat };
}

export interface PlayedOut {
  readonly hand: PlayedHand;
  readonly end: HandState;
  /** What nobody but the dealer knew of it. */
  readonly deck: readonly Card[];
}

/** A hand of any kind, played to its end at random and seen by one of its players. */
export function playedHand(seed: number): PlayedOut {
  const random = seededNumbers(seed);
  for (;;) {
    const setup = randomSetup(random);
    const dealer: Dealer = {
      deck: shuffled(random, DECK),
      rakeOf: ({ potsKrw, flopDealt }) => krw(flopDealt ? Math.min(...potsKrw, 700) : 0),
    };
    const started = startHand(setup, dealer);
    // Some setups cannot be: too few chips for a straddle, blinds at one seat.
    if (started.ok) return playOut(started.value, dealer, random);
  }
}

function playOut(started: readonly HandEvent[], dealer: Dealer, random: Numbers): PlayedOut {
  const events = [...started];
  let state = replay(events);
  while (state.outcome === 'playing') {
    const decided = decide(state, randomCommand(state, random), dealer);
    if (!decided.ok) throw new Error(decided.error.message);
    events.push(...decided.value);
    state = evolveAll(state, decided.value);
  }
  const seats = state.seats.map(({ seat }) => seat);
  const own = chance(random, 0.8) ? seats[upTo(random, seats.length - 1)] : undefined;
  const names = seats.map((seat) => [String(seat), `Player ${seat}'s "name"`]);
  return {
    hand: {
      handId: state.setup.handId,
      events,
      knownCards:
        own === undefined ? [] : [{ seat: own, cards: holeCards(state, dealer.deck, own) }],
      names: Object.fromEntries(names) as Record<string, string>,
      tableName: 'Hangang',
      maxSeats: 10,
      startedAt: '2026-11-21T08:05:09.123Z',
    },
    end: state,
    deck: dealer.deck,
  };
}
