import fc from 'fast-check';
import { krw } from '@cardroom/money';
import { pack, unpack } from 'msgpackr';

import { legalActions, liveSeats, seatOf } from './betting';
import { card, DECK_SIZE, type Card } from './cards';
import { decide, startHand } from './decide';
import { holeCards } from './deal';
import { evolve, replay } from './evolve';
import { rankHand } from './hand-rank';
import {
  BETTING_STRUCTURES,
  type Dealer,
  type HandCommand,
  type HandEvent,
  type HandSetup,
  type HandState,
} from './hand-types';
import { seatIndex, type SeatIndex } from './seat-index';
import { assertHandInvariants } from './invariants';
import { LiveHand } from './live-hand';
import { potsOf } from './pots';
import type { Refusal } from './result';

// A failure prints its seed and the shortest hand that fails.
const CARDS = Array.from({ length: DECK_SIZE }, (_, code) => card(code));
const SEATS = Array.from({ length: 10 }, (_, seat) => seatIndex(seat));

const deck = fc.shuffledSubarray(CARDS, { minLength: DECK_SIZE, maxLength: DECK_SIZE });
const stack = fc.oneof(fc.integer({ min: 1, max: 250 }), fc.integer({ min: 1, max: 3_000 }));
const amount = (max: number) => fc.integer({ min: 0, max }).map(krw);

/** Any hand that can be set up: stakes, structures, dead blinds, posts, straddles, boards. */
const setup: fc.Arbitrary<HandSetup> = fc
  .record({
    at: fc.subarray(SEATS, { minLength: 2 }),
    stacks: fc.array(stack, { minLength: 10, maxLength: 10 }),
    buttonSeat: fc.constantFrom(...SEATS),
    smallBlindKrw: amount(50),
    anteKrw: fc.oneof(amount(0), amount(20)),
    bigBlindAnteKrw: fc.oneof(amount(0), amount(100)),
    structure: fc.constantFrom(...BETTING_STRUCTURES),
    boards: fc.constantFrom(1 as const, 2 as const),
    rabbitHunt: fc.boolean(),
    isSmallBlindDead: fc.boolean(),
    posts: fc.array(fc.record({ liveKrw: amount(100), deadKrw: amount(50) }), { maxLength: 3 }),
    straddleKrw: fc.option(fc.integer({ min: 200, max: 300 }).map(krw)),
  })
  .map(({ at, stacks, isSmallBlindDead, posts, straddleKrw, ...rest }) => {
    const { smallBlindKrw, anteKrw, bigBlindAnteKrw, ...wish } = rest;
    const seats = at.map((seat, index) => ({ seat, stackKrw: krw(stacks[index] ?? 1) }));
    const left = (seat: SeatIndex): number => (seat - wish.buttonSeat + 9) % 10;
    const order = [...at].sort((a, b) => left(a) - left(b));
    const [first = seatIndex(0), ...others] = order;
    const [, ...free] = isSmallBlindDead ? order : others;
    const straddler = free.at(0);
    return {
      ...wish,
      handId: 'hand',
      handNo: 1,
      stakes: { smallBlindKrw, bigBlindKrw: krw(100), anteKrw, bigBlindAnteKrw },
      seats,
      ...(isSmallBlindDead ? { smallBlindSeat: null, bigBlindSeat: first } : {}),
      entryPosts: isSmallBlindDead || at.length > 2 ? postsOf(free, posts) : [],
      ...(straddleKrw === null || straddler === undefined || at.length < 3
        ? {}
        : { straddle: { seat: straddler, amountKrw: straddleKrw } }),
    };
  });

const postsOf = (
  free: readonly SeatIndex[],
  posts: readonly Pick<NonNullable<HandSetup['entryPosts']>[number], 'liveKrw' | 'deadKrw'>[],
) =>
  free.slice(0, posts.length).map((seat, index) => ({
    seat,
    ...(posts[index] ?? { liveKrw: krw(0), deadKrw: krw(0) }),
  }));

const played = fc.record({
  setup,
  deck,
  rakeBp: fc.constantFrom(0, 500),
  choices: fc.array(fc.tuple(fc.nat(11), fc.nat(10_000)), { minLength: 60, maxLength: 60 }),
});
type Played = typeof played extends fc.Arbitrary<infer T> ? T : never;

const dealerOf = (hand: Played): Dealer => ({
  deck: hand.deck,
  rakeOf: ({ potsKrw }) =>
    krw(Math.floor((potsKrw.reduce((sum, pot) => sum + pot, 0) * hand.rakeBp) / 10_000)),
});

function choose(state: HandState, kind: number, size: number): HandCommand | null {
  const [chooser] = state.runChoiceSeats;
  if (chooser !== undefined) {
    return { type: 'choose_runs', seat: chooser, runs: kind === 0 ? 1 : 2 };
  }
  const legal = legalActions(state);
  if (legal === null) return null;
  const { seat, minRaiseToKrw: min, maxRaiseToKrw: max } = legal;
  if (kind === 0) return { type: 'fold', seat };
  if (kind === 1) return { type: 'timeout', seat };
  if (kind < 5 && min !== null && max !== null) {
    const toKrw = kind === 2 ? max : min + (size % (max - min + 1));
    return { type: state.currentBetKrw === 0 ? 'bet' : 'raise', seat, toKrw };
  }
  return { type: legal.canCheck ? 'check' : 'call', seat };
}

/** Plays to the end, calling back after every event and before every decision. */
function play(
  hand: Played,
  watch: {
    readonly onEvent?: (state: HandState, event: HandEvent) => void;
    readonly onDecision?: (state: HandState, dealer: Dealer, command: HandCommand) => void;
  } = {},
): { readonly state: HandState; readonly events: readonly HandEvent[] } {
  const dealer = dealerOf(hand);
  const events: HandEvent[] = [];
  let state: HandState | null = null;
  const add = (event: HandEvent): void => {
    events.push(event);
    state = evolve(state, event);
    watch.onEvent?.(state, event);
  };
  const started = startHand(hand.setup, dealer);
  if (!started.ok) throw new Error(started.error.message);
  started.value.forEach(add);
  for (const [kind, size] of [...hand.choices, ...hand.choices]) {
    const now = replayedSo(state);
    const command = choose(now, kind, size);
    if (command === null) break;
    watch.onDecision?.(now, dealer, command);
    const decided = decide(now, command, dealer);
    if (!decided.ok) throw new Error(`${JSON.stringify(command)}: ${decided.error.code}`);
    decided.value.forEach(add);
  }
  return { state: replayedSo(state), events };
}

function replayedSo(state: HandState | null): HandState {
  if (state === null) throw new Error('A hand has begun');
  return state;
}

const check = (runs: number, property: (hand: Played) => void): void =>
  fc.assert(fc.property(played, property), { numRuns: runs });

describe('§10.6 any hand, in every structure', () => {
  it('keeps every chip after every event, and no stack is negative', () => {
    check(200, (hand) => {
      play(hand, {
        onEvent: (state, event) => {
          assertHandInvariants(state, event.type === 'hand_settled' ? event.rakeKrw : krw(0));
        },
      });
    });
  });

  it('has the pots that a count of single chips gives', () => {
    check(150, (hand) => {
      play(hand, {
        onDecision: (state) => {
          const pots = potsOf(state).map((pot) => [pot.eligibleSeats.join(), pot.amountKrw]);
          expect(Object.fromEntries(pots)).toEqual(countedPots(state));
        },
      });
    });
  });

  it('pays what a count of single chips pays', () => {
    check(150, (hand) => {
      const { state, events } = play({ ...hand, rakeBp: 0 });
      if (state.outcome !== 'settled') return;
      const before = stateBeforeAwards(events);
      const paid = countedPayments(before, hand.deck);
      for (const { seat, stackKrw } of before.seats) {
        expect([seat, seatOf(state, seat)?.stackKrw]).toEqual([
          seat,
          stackKrw + (paid.get(seat) ?? 0),
        ]);
      }
    });
  });

  it('accepts exactly what is legal', () => {
    check(60, (hand) => {
      play(hand, {
        onDecision: (state, dealer) => {
          const wrong = samples(state).filter(
            (command) => decide(state, command, dealer).ok !== isLegal(state, command),
          );
          if (wrong.length > 0) throw new Error(`decided otherwise: ${JSON.stringify(wrong)}`);
        },
      });
    });
  });

  it('is plain data: states and events survive JSON and MessagePack', () => {
    check(60, (hand) => {
      const states: HandState[] = [];
      const { state, events } = play(hand, { onDecision: (now) => states.push(now) });
      const all = { states, events, state };
      expect(JSON.parse(JSON.stringify(all))).toStrictEqual(all);
      expect(unpack(pack(all))).toStrictEqual(all);
      const stored = JSON.parse(JSON.stringify(events)) as HandEvent[];
      expect(replay(stored)).toStrictEqual(state);
    });
  });

  it('is its list of events: any prefix, folded, is the state of then', () => {
    check(60, (hand) => {
      const states: HandState[] = [];
      const { events } = play(hand, { onEvent: (state) => states.push(state) });
      expect(events.map((_, index) => replay(events.slice(0, index + 1)))).toStrictEqual(states);
    });
  });

  it('goes the same way in place as on copies: events, states, choices and refusals', () => {
    check(60, (hand) => {
      const opened = LiveHand.open(hand.setup, dealerOf(hand));
      if (!opened.ok) throw new Error(opened.error.message);
      const live = opened.value;
      const { state, events } = play(hand, {
        onDecision: (now, dealer, command) => {
          expect(live.state).toStrictEqual(now);
          expect(live.legalActions()).toStrictEqual(legalActions(now));
          const wrong = samples(now).filter(
            (each) => !isLegal(now, each) && !isRefusedAlike(live.play(each), now, each, dealer),
          );
          expect(wrong).toEqual([]);
          expect(live.play(command)).toBeNull();
        },
      });
      expect(live.state).toStrictEqual(state);
      expect(live.events).toStrictEqual(events);
    });
  });

  it('ends when everybody checks or calls', () => {
    check(150, (hand) => {
      const { state } = play({ ...hand, choices: hand.choices.map(() => [11, 0]) });
      expect(state.outcome).toBe('settled');
    });
  });
});

function isRefusedAlike(
  refusal: Refusal | null,
  state: HandState,
  command: HandCommand,
  dealer: Dealer,
): boolean {
  const decided = decide(state, command, dealer);
  return !decided.ok && decided.error.code === refusal?.code;
}

/** One chip at a time: who put in an n-th chip makes the n-th layer. */
function countedPots(state: HandState): Record<string, number> {
  const pots = new Map<string, number>();
  const live = liveSeats(state);
  const most = Math.max(...state.seats.map((seat) => seat.contributedKrw));
  let winners = live.map(({ seat }) => seat).join();
  const main = winners;
  for (let chip = 1; chip <= most; chip += 1) {
    const eligible = live.filter((seat) => seat.contributedKrw >= chip);
    if (eligible.length > 0) winners = eligible.map(({ seat }) => seat).join();
    const chips = state.seats.filter((seat) => seat.contributedKrw >= chip).length;
    pots.set(winners, (pots.get(winners) ?? 0) + chips);
  }
  const dead = state.seats.reduce((sum, seat) => sum + seat.deadKrw, 0);
  // Whoever is still in can win it, even a seat whose only chips were a big-blind ante.
  pots.set(main, (pots.get(main) ?? 0) + dead);
  return Object.fromEntries([...pots].filter(([, chips]) => chips > 0));
}

function stateBeforeAwards(events: readonly HandEvent[]): HandState {
  const end = events.findIndex(({ type }) => type === 'pot_awarded' || type === 'hand_settled');
  return replay(events.slice(0, end));
}

/** Deals out each pot chip by chip: first between the runs, then between the winners in turn. */
function countedPayments(state: HandState, cards: readonly Card[]): Map<SeatIndex, number> {
  const paid = new Map<SeatIndex, number>();
  const boards = state.runs === 2 ? [state.board, state.secondBoard] : [state.board];
  for (const [seats, chips] of Object.entries(countedPots(state))) {
    const eligible = seats.split(',').map((seat) => seatIndex(Number(seat)));
    const shares = boards.map((board) => winnersOn(state, cards, eligible, board));
    const turns = boards.map(() => 0);
    for (let chip = 0; chip < chips; chip += 1) {
      const run = chip % boards.length;
      const winners = shares[run] ?? [];
      const winner = winners[(turns[run] ?? 0) % winners.length] ?? seatIndex(0);
      turns[run] = (turns[run] ?? 0) + 1;
      paid.set(winner, (paid.get(winner) ?? 0) + 1);
    }
  }
  return paid;
}

function winnersOn(
  state: HandState,
  cards: readonly Card[],
  eligible: readonly SeatIndex[],
  board: readonly Card[],
): readonly SeatIndex[] {
  if (eligible.length === 1) return eligible;
  const worth = eligible.map((seat) => rankHand([...holeCards(state, cards, seat), ...board]));
  return eligible.filter((_, index) => worth[index] === Math.max(...worth));
}

/** Commands of every kind, amounts around every border. */
function samples(state: HandState): HandCommand[] {
  const legal = legalActions(state);
  const { minRaiseToKrw, maxRaiseToKrw } = legal ?? { minRaiseToKrw: null, maxRaiseToKrw: null };
  const bounds = [minRaiseToKrw, maxRaiseToKrw, state.currentBetKrw, state.minRaiseKrw, 0];
  const near = bounds.flatMap((bound) => (bound === null ? [] : [bound - 1, bound, bound + 1]));
  const middle = Math.floor(((minRaiseToKrw ?? 0) + (maxRaiseToKrw ?? 0)) / 2);
  return state.seats.flatMap(({ seat, streetBetKrw, stackKrw }): HandCommand[] => [
    ...(['fold', 'check', 'call', 'timeout'] as const).map((type) => ({ type, seat })),
    ...[...near, middle, streetBetKrw + stackKrw, streetBetKrw + stackKrw + 1].flatMap(
      (toKrw): HandCommand[] => [
        { type: 'bet', seat, toKrw },
        { type: 'raise', seat, toKrw },
      ],
    ),
    { type: 'choose_runs', seat, runs: 2 },
    { type: 'show', seat },
  ]);
}

/** What `legalActions` and the state say, without asking `decide`. */
function isLegal(state: HandState, command: HandCommand): boolean {
  if (command.type === 'void') return true;
  if (command.type === 'show' || command.type === 'rabbit_hunt') return false;
  const isChooser = state.runChoiceSeats.includes(command.seat);
  if (command.type === 'choose_runs') return isChooser;
  if (command.type === 'timeout' && isChooser) return true;
  const legal = legalActions(state);
  if (legal?.seat !== command.seat) return false;
  switch (command.type) {
    case 'fold':
    case 'timeout':
      return true;
    case 'check':
      return legal.canCheck;
    case 'call':
      return legal.callKrw > 0;
    case 'bet':
    case 'raise': {
      const { minRaiseToKrw: min, maxRaiseToKrw: max } = legal;
      const isRightWord = (command.type === 'bet') === (state.currentBetKrw === 0);
      const isInRange =
        min !== null && max !== null && command.toKrw >= min && command.toKrw <= max;
      return isRightWord && isInRange;
    }
  }
}
