import fc from 'fast-check';
import { krw } from '@cardroom/money';

import { legalActions } from './betting';
import { card, type Deck } from './cards';
import { decide, startHand } from './decide';
import { evolve, replay } from './evolve';
import {
  seatIndex,
  type Dealer,
  type HandCommand,
  type HandEvent,
  type HandState,
} from './hand-types';

const IN_ORDER: Deck = Array.from({ length: 52 }, (_, code) => card(code));
const dealer: Dealer = { deck: IN_ORDER, rakeOf: () => krw(0) };

interface Game {
  readonly state: HandState;
  readonly events: readonly HandEvent[];
}

function start(stacks: readonly number[], bigBlind = 100): Game {
  const started = startHand(
    {
      handId: 'hand',
      handNo: 1,
      buttonSeat: seatIndex(stacks.length - 1),
      stakes: {
        smallBlindKrw: krw(bigBlind / 2),
        bigBlindKrw: krw(bigBlind),
        anteKrw: krw(0),
        bigBlindAnteKrw: krw(0),
      },
      seats: stacks.map((stack, seat) => ({ seat: seatIndex(seat), stackKrw: krw(stack) })),
    },
    dealer,
  );
  if (!started.ok) throw new Error(started.error.message);
  return { state: replay(started.value), events: started.value };
}

function step(game: Game, command: HandCommand): Game {
  const decided = decide(game.state, command, dealer);
  if (!decided.ok) throw new Error(decided.error.code);
  return {
    state: decided.value.reduce(evolve, game.state),
    events: [...game.events, ...decided.value],
  };
}

const raise = (seat: number, toKrw: number): HandCommand => ({
  type: 'raise',
  seat: seatIndex(seat),
  toKrw,
});
const call = (seat: number): HandCommand => ({ type: 'call', seat: seatIndex(seat) });
const fold = (seat: number): HandCommand => ({ type: 'fold', seat: seatIndex(seat) });
const codeOf = (game: Game, command: HandCommand): string => {
  const decided = decide(game.state, command, dealer);
  return decided.ok ? 'ok' : decided.error.code;
};

describe('§3.3 a short all-in', () => {
  it('does not change the size of the next raise: 100, 300, all-in 400, next 600', () => {
    const game = [raise(2, 300), raise(3, 400)].reduce(
      step,
      start([5_000, 5_000, 5_000, 400, 5_000]),
    );
    expect(legalActions(game.state)?.minRaiseToKrw).toBe(600);
  });
});

describe('§4.2 betting', () => {
  it('is open again when short all-ins add up to a full raise', () => {
    const first = start([10_000, 10_000, 1_000, 1_300, 1_700, 10_000], 500);
    const game = [raise(2, 1_000), raise(3, 1_300), raise(4, 1_700), fold(5)].reduce(step, first);
    expect(legalActions(game.state)?.minRaiseToKrw).toBe(2_200);
  });

  it('#44 is not open again after one short all-in', () => {
    const first = start([10_000, 10_000, 10_000, 1_300], 500);
    const game = [raise(2, 1_000), raise(3, 1_300), fold(0), fold(1)].reduce(step, first);
    expect(legalActions(game.state)).toMatchObject({ seat: 2, callKrw: 300, minRaiseToKrw: null });
    expect(codeOf(game, raise(2, 3_000))).toBe('ILLEGAL_ACTION');
  });
});

describe('§2 blinds', () => {
  it('§2.1 heads-up the button is the small blind and begins', () => {
    const { state } = start([1_000, 1_000]);
    expect(state).toMatchObject({ smallBlindSeat: 1, bigBlindSeat: 0, toActSeat: 1 });
  });

  it('§2.4 a short big blind leaves the full blind to be called', () => {
    const { state } = start([1_000, 30, 1_000]);
    expect(legalActions(state)?.callKrw).toBe(100);
  });

  it('§3.4 the big blind has the option after calls', () => {
    const game = [call(2), call(0)].reduce(step, start([1_000, 1_000, 1_000]));
    expect(legalActions(game.state)).toMatchObject({ seat: 1, canCheck: true, minRaiseToKrw: 200 });
  });
});

describe('what may not be done', () => {
  const game = start([1_000, 1_000, 1_000]);
  it.each([
    ['#38', { type: 'fold', seat: seatIndex(0) }, 'NOT_YOUR_TURN'],
    ['#41', { type: 'check', seat: seatIndex(2) }, 'ILLEGAL_ACTION'],
    ['#41', { type: 'bet', seat: seatIndex(2), toKrw: 300 }, 'ILLEGAL_ACTION'],
    ['#42', raise(2, 199), 'BET_TOO_SMALL'],
    ['#43', raise(2, 1_001), 'BET_TOO_LARGE'],
    ['#24', raise(2, -200), 'INVALID_AMOUNT'],
    ['#25', raise(2, 0), 'INVALID_AMOUNT'],
    ['#29', raise(2, 200.5), 'INVALID_AMOUNT'],
    ['#27', raise(2, NaN), 'INVALID_AMOUNT'],
    ['#28', raise(2, Infinity), 'INVALID_AMOUNT'],
    ['#26', raise(2, -0), 'INVALID_AMOUNT'],
    ['#32', raise(2, 2 ** 53), 'INVALID_AMOUNT'],
  ] satisfies [string, HandCommand, string][])('%s %j is %s', (_number, command, code) => {
    expect(codeOf(game, command)).toBe(code);
  });

  it('#40 acting after folding or all-in is ILLEGAL_ACTION', () => {
    const later = [fold(2), raise(0, 1_000)].reduce(step, game);
    expect(codeOf(later, call(2))).toBe('ILLEGAL_ACTION');
    expect(codeOf(later, call(0))).toBe('ILLEGAL_ACTION');
  });

  it('#39 acting when the hand is over is HAND_NOT_ACTIVE', () => {
    expect(codeOf([fold(2), fold(0)].reduce(step, game), call(1))).toBe('HAND_NOT_ACTIVE');
  });
});

describe('any hand', () => {
  const play = fc.record({
    stacks: fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 2, maxLength: 10 }),
    choices: fc.array(fc.tuple(fc.nat(9), fc.nat(10_000)), { minLength: 80, maxLength: 80 }),
  });

  function choose(state: HandState, kind: number, size: number): HandCommand | null {
    const legal = legalActions(state);
    if (legal === null) return null;
    const { seat, minRaiseToKrw: min, maxRaiseToKrw: max } = legal;
    if (kind === 0 && !legal.canCheck) return { type: 'fold', seat };
    if (kind < 4 && min !== null && max !== null) {
      const toKrw = min + (size % (max - min + 1));
      return { type: state.currentBetKrw === 0 ? 'bet' : 'raise', seat, toKrw };
    }
    return { type: legal.canCheck ? 'check' : 'call', seat };
  }

  it('keeps every chip, accepts what is legal, and replays to the same plain state', () => {
    fc.assert(
      fc.property(play, ({ stacks, choices }) => {
        let game = start(stacks);
        for (const [kind, size] of choices) {
          const command = choose(game.state, kind, size);
          if (command !== null) game = step(game, command);
        }
        const total = (state: HandState): number =>
          state.seats.reduce((sum, seat) => sum + seat.stackKrw, 0);
        const isOver = game.state.outcome === 'settled';
        if (isOver) expect(total(game.state)).toBe(stacks.reduce((sum, stack) => sum + stack, 0));
        expect(replay(game.events)).toEqual(game.state);
        expect(JSON.parse(JSON.stringify(game.state))).toEqual(game.state);
      }),
      { numRuns: 300 },
    );
  });
});
