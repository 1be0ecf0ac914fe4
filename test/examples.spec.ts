import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';

import * as engine from '@cardroom/engine';
import { krw } from '@cardroom/money';

/** An `@example EXPRESSION // RESULT` of a docstring. */
interface Example {
  readonly lib: string;
  readonly file: string;
  readonly expression: string;
  readonly result: string;
}

const LIBS = ['money', 'engine', 'rake'] as const;
const sourcesOf = (lib: string): string => resolve(__dirname, `../libs/${lib}/src`);

const examples = LIBS.flatMap((lib) =>
  readdirSync(sourcesOf(lib))
    .filter((file) => file.endsWith('.ts') && !/\.(spec|builder)\.ts$/.test(file))
    .flatMap((file) => examplesIn(lib, file)),
);

function examplesIn(lib: string, file: string): Example[] {
  const text = readFileSync(resolve(sourcesOf(lib), file), 'utf8');
  return [...text.matchAll(/@example (.+) \/\/ (.+)$/gm)].map(
    ([, expression = '', result = '']) => {
      return { lib, file, expression, result };
    },
  );
}

/** What examples of the engine speak of: three players with 1,000 each, blinds of 50 and 100. */
function aHand() {
  const dealer: engine.Dealer = {
    deck: Array.from({ length: engine.DECK_SIZE }, (_, code) => engine.card(code)),
    rakeOf: () => krw(0),
  };
  const setup: engine.HandSetup = {
    ...{ handId: 'hand', handNo: 1, buttonSeat: engine.seatIndex(2) },
    seats: [0, 1, 2].map((seat) => ({ seat: engine.seatIndex(seat), stackKrw: krw(1_000) })),
    stakes: {
      ...{ smallBlindKrw: krw(50), bigBlindKrw: krw(100) },
      ...{ anteKrw: krw(0), bigBlindAnteKrw: krw(0) },
    },
  };
  const started = engine.startHand(setup, dealer);
  if (!started.ok) throw new Error(started.error.message);
  return { dealer, setup, events: started.value, state: engine.replay(started.value) };
}

/** As text, so that values of two worlds compare; `undefined` is none. */
const valueOf = (text: string, names: object): string | undefined =>
  JSON.stringify(runInNewContext(`(${text})`, { ...names }));

describe('examples of the docstrings', () => {
  it.each(examples)('$lib/$file: $expression', ({ lib, file, expression, result }) => {
    const names = {
      ...jest.requireActual<object>('@cardroom/money'),
      ...engine,
      ...jest.requireActual<object>(`@cardroom/${lib}`),
      ...jest.requireActual<object>(resolve(sourcesOf(lib), file)),
      ...aHand(),
    };
    expect(valueOf(expression, names)).toBe(valueOf(result, {}));
  });

  it('are there for every function of the hand that others call', () => {
    const functions = [
      ...['card', 'formatCard', 'isCard', 'isDeck', 'parseCard', 'parseCards', 'rankHand'],
      ...['categoryOf', 'seatIndex', 'seatOf', 'liveSeats', 'activeSeats', 'callOf'],
      ...['legalActions', 'potsOf', 'splitPot', 'totalPotKrw', 'startHand', 'decide', 'evolve'],
      ...['evolveAll', 'replay', 'holeCards', 'assertHandInvariants'],
    ];
    const shown = examples.map(({ expression }) => expression).join('\n');
    expect(functions.filter((name) => !shown.includes(name))).toEqual([]);
  });
});
