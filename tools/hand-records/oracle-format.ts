import { parseCard, type Card, type HandStakes } from '@cardroom/engine';
import { isKrw, krw, type Krw } from '@cardroom/money';
import { checkedHand, RecordError, type RecordedHand, type RecordedStep } from '@cardroom/records';
import { Type, type Static } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';

const Won = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const CardText = Type.String({ pattern: '^[2-9TJQKA][cdhs]$' });
const Player = Type.Integer({ minimum: 0, maximum: 9 });

const OracleLine = Type.Object({
  id: Type.Union([Type.String(), Type.Integer()]),
  n: Type.Integer({ minimum: 2, maximum: 10 }),
  button: Player,
  sb: Won,
  bb: Won,
  antes: Type.Array(Won),
  stacks: Type.Array(Won),
  holes: Type.Array(Type.Tuple([CardText, CardText])),
  board: Type.Array(CardText, { maxItems: 5 }),
  steps: Type.Array(
    Type.Object({
      seat: Player,
      act: Type.Union(['fold', 'check', 'call', 'bet', 'raise'].map((name) => Type.Literal(name))),
      to: Type.Optional(Won),
      legal: Type.Object({
        call: Won,
        min: Type.Union([Won, Type.Null()]),
        max: Type.Union([Won, Type.Null()]),
      }),
    }),
  ),
  final: Type.Array(Won),
});
type OracleLine = Static<typeof OracleLine>;

const compiled = TypeCompiler.Compile(OracleLine);

/**
 * Reads one line of an oracle file.
 *
 * Errors: RecordError that names the line and the property.
 */
export function parseOracleLine(text: string, lineNo: number): RecordedHand {
  const where = `line ${lineNo}`;
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    throw new RecordError(where, 'is not JSON');
  }
  if (!compiled.Check(line)) {
    const fault = compiled.Errors(line).First();
    throw new RecordError(where, `${fault?.path ?? ''} ${fault?.message ?? 'is wrong'}`.trim());
  }
  for (const [name, list] of [
    ['antes', line.antes],
    ['stacks', line.stacks],
    ['holes', line.holes],
    ['final', line.final],
  ] as const) {
    if (list.length !== line.n) throw new RecordError(where, `/${name} must have ${line.n} items`);
  }
  if (line.button !== line.n - 1) throw new RecordError(where, '/button must be the last seat');
  return toHand(line, where);
}

function toHand(line: OracleLine, where: string): RecordedHand {
  const cardOf = (text: string): Card => {
    const parsed = parseCard(text);
    if (parsed === null) throw new RecordError(where, 'has a card that is none');
    return parsed;
  };
  const won = (amount: number): Krw => {
    if (!isKrw(amount)) throw new RecordError(where, 'has an amount that is not whole won');
    return krw(amount);
  };
  const [smallBlindPlayer, bigBlindPlayer] = line.n === 2 ? [1, 0] : [0, 1];
  return checkedHand(where, {
    id: String(line.id),
    structure: 'no-limit',
    buttonPlayer: line.button,
    posts: {
      stakes: {
        smallBlindKrw: won(line.sb),
        bigBlindKrw: won(line.bb),
        ...antesOf(where, line.antes, bigBlindPlayer),
      },
      ...{ smallBlindPlayer, bigBlindPlayer, straddle: null, entryPosts: [] },
    },
    stacksKrw: line.stacks.map(won),
    holes: line.holes.map(([first, second]) => [cardOf(first), cardOf(second)]),
    board: line.board.map(cardOf),
    secondBoard: [],
    steps: line.steps.map((step) => toStep(step, where)),
    rakeKrw: krw(0),
    isVoid: false,
    finalKrw: line.final.map(won),
  });
}

const isPosted = (anteKrw: number): boolean => anteKrw > 0;

/** Antes as stakes: the same from everyone, or one from the big blind alone. */
function antesOf(
  where: string,
  antes: readonly number[],
  bigBlindPlayer: number,
): Pick<HandStakes, 'anteKrw' | 'bigBlindAnteKrw'> {
  const [first = 0] = antes;
  if (antes.every((ante) => ante === first)) {
    return { anteKrw: krw(first), bigBlindAnteKrw: krw(0) };
  }
  const big = antes[bigBlindPlayer] ?? 0;
  if (antes.filter(isPosted).length === 1 && big > 0) {
    return { anteKrw: krw(0), bigBlindAnteKrw: krw(big) };
  }
  throw new RecordError(where, '/antes must be the same for everyone or the big blind’s alone');
}

function toStep(step: OracleLine['steps'][number], where: string): RecordedStep {
  const legal = {
    callKrw: step.legal.call,
    minRaiseToKrw: step.legal.min,
    maxRaiseToKrw: step.legal.max,
  };
  if (step.act === 'fold') return { player: step.seat, action: 'fold', legal };
  if (step.act === 'check' || step.act === 'call') {
    return { player: step.seat, action: 'check_or_call', legal };
  }
  if (step.to === undefined) throw new RecordError(where, 'a bet or raise needs its total `to`');
  return { player: step.seat, action: 'bet_or_raise', toKrw: step.to, legal };
}
