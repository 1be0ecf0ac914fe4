import {
  BETTING_STRUCTURES,
  parseCard,
  parseCards,
  type BettingStructure,
  type Card,
} from '@cardroom/engine';
import { isKrw, krw, minKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import {
  checkedHand,
  RecordError,
  type RecordedHand,
  type RecordedHole,
  type RecordedPosts,
  type RecordedStep,
} from './recorded-hand';
import { sectionsOf, type Located, type Section } from './toml';

/** One hand of a file, not yet understood. */
export type PhhRecord = Section;

/**
 * Splits a `.phh` file (one hand) or a `.phhs` file (hands under `[1]`, `[2]`, …) into its hands.
 *
 * Errors: RecordError that names the hand and the line.
 */
export const parsePhh = (text: string): PhhRecord[] => sectionsOf(text);

/**
 * Understands a record of hold'em: no-limit (NT), fixed-limit (FT), and our own mark for pot-limit.
 *
 * Amounts with decimals are read as hundredths, all of the hand's alike. Errors: RecordError that
 * names the hand, and the line where there is one.
 *
 * @example parsePhh(text).map(toRecordedHand)
 */
export function toRecordedHand(record: PhhRecord): RecordedHand {
  const fields = new Fields(record);
  const structure = structureOf(fields);
  const stacks = fields.numbers('starting_stacks');
  const count = stacks.length;
  if (count < 2 || count > 10) throw fields.fault('starting_stacks', 'needs two to ten players');
  const finals = fields.has('finishing_stacks') ? fields.numbers('finishing_stacks', count) : null;
  const antes = inPlayerOrder(fields.numbers('antes', count));
  const blinds = inPlayerOrder(fields.numbers('blinds_or_straddles', count));
  const rake = fields.has('_rake') ? fields.number('_rake') : 0;
  const script = new Script(fields.name, count, fields.list('actions'));
  const won = wonOf(fields, [
    ...stacks,
    ...antes,
    ...blinds,
    ...(finals ?? []),
    rake,
    ...script.amounts(),
  ]);
  const isButtonDead = fields.flag('_dead_button') && count < 10;
  const posts = postsOf(fields, { antes: antes.map(won), blinds: blinds.map(won), isButtonDead });
  if (structure === 'fixed-limit') checkBets(fields, won, posts);
  return checkedHand(fields.name, {
    id: fields.has('hand') ? fields.label('hand') : (/\[(.+)\]/.exec(fields.name)?.[1] ?? '1'),
    structure,
    buttonPlayer: isButtonDead ? count : count - 1,
    posts,
    stacksKrw: stacks.map(won),
    ...script.read(won),
    secondBoard: fields.has('_second_board') ? fields.cards('_second_board') : [],
    rakeKrw: won(rake),
    isVoid: fields.has('_void'),
    finalKrw: finals?.map(won) ?? null,
  });
}

/** Heads-up, forced bets are listed the other way round: the small blind first. */
const inPlayerOrder = (amounts: readonly number[]): readonly number[] =>
  amounts.length === 2 ? [...amounts].reverse() : amounts;

function structureOf(fields: Fields): BettingStructure {
  const variant = fields.label('variant');
  if (variant === 'FT') return 'fixed-limit';
  if (variant !== 'NT') throw fields.fault('variant', `${variant} is not hold'em (NT or FT)`);
  if (!fields.has('_structure')) return 'no-limit';
  const marked = BETTING_STRUCTURES.find((known) => known === fields.label('_structure'));
  if (marked === undefined) throw fields.fault('_structure', 'is not known');
  return marked;
}

/** Reads amounts of one hand as won, or as hundredths where one of them has decimals. */
function wonOf(fields: Fields, amounts: readonly number[]): (amount: number) => Krw {
  const scale = amounts.every(Number.isInteger) ? 1 : 100;
  return (amount) => {
    const scaled = Math.round(amount * scale);
    if (Math.abs(scaled - amount * scale) > 1e-6 || scaled < 0 || !isKrw(scaled)) {
      throw new RecordError(fields.name, `${amount} is no whole number of hundredths above 0`);
    }
    return krw(scaled);
  };
}

/** Fixed-limit bets are those of the rules: the big blind, and twice that from the turn on. */
function checkBets(fields: Fields, won: (amount: number) => Krw, posts: RecordedPosts): void {
  const { bigBlindKrw } = posts.stakes;
  const isOurs =
    won(fields.number('small_bet')) === bigBlindKrw &&
    won(fields.number('big_bet')) === bigBlindKrw * 2;
  if (!isOurs)
    throw fields.fault('small_bet', 'other bets than one and two big blinds are not known');
}

interface Posted {
  /** By player, in dealing order. */
  readonly antes: readonly Krw[];
  readonly blinds: readonly Krw[];
  readonly isButtonDead: boolean;
}

/**
 * Forced bets as blinds, antes and entry posts.
 *
 * The first two players are the blinds; the first alone is the big blind where the small one is dead.
 * What others post is a straddle above the big blind, and else a live entry post. The least ante is
 * everybody's; what the big blind adds is its ante for all, and what others add is dead.
 */
function postsOf(fields: Fields, { antes, blinds, isButtonDead }: Posted): RecordedPosts {
  const { big, small } = blindsOf(fields, blinds, isButtonDead);
  const others = blinds.flatMap((amountKrw, player) =>
    player === big.player || player === small?.player ? [] : [{ player, amountKrw }],
  );
  const straddles = others.filter(({ amountKrw }) => amountKrw > big.amountKrw);
  if (straddles.length > 1) throw fields.fault('blinds_or_straddles', 'has more than one straddle');
  const anteKrw = antes.reduce(minKrw);
  const extraOf = (player: number): Krw => krw((antes[player] ?? 0) - anteKrw);
  const entryPosts = blinds.flatMap((_, player) => {
    const live = others.find((other) => other.player === player && !straddles.includes(other));
    const liveKrw = live?.amountKrw ?? ZERO_KRW;
    const deadKrw = player === big.player ? ZERO_KRW : extraOf(player);
    return liveKrw + deadKrw > 0 ? [{ player, liveKrw, deadKrw }] : [];
  });
  const bigBlindAnteKrw = extraOf(big.player);
  return {
    stakes: {
      smallBlindKrw: small?.amountKrw ?? ZERO_KRW,
      bigBlindKrw: big.amountKrw,
      ...{ anteKrw, bigBlindAnteKrw },
    },
    smallBlindPlayer: small?.player ?? null,
    bigBlindPlayer: big.player,
    straddle: straddles[0] ?? null,
    entryPosts,
  };
}

interface Blind {
  readonly player: number;
  readonly amountKrw: Krw;
}

/** Heads-up the first player is the big blind, even in records that list it first. */
function blindsOf(
  fields: Fields,
  blinds: readonly Krw[],
  isButtonDead: boolean,
): { readonly big: Blind; readonly small: Blind | null } {
  const [one = ZERO_KRW, two = ZERO_KRW] = blinds;
  const isHeadsUp = blinds.length === 2 && !isButtonDead;
  const [first, second] = isHeadsUp && one < two ? [two, one] : [one, two];
  const isSmallDead = fields.flag('_dead_small_blind') || second === 0;
  const isFirstBig = isHeadsUp || isSmallDead;
  const big = isFirstBig ? { player: 0, amountKrw: first } : { player: 1, amountKrw: second };
  const small = isFirstBig ? { player: 1, amountKrw: second } : { player: 0, amountKrw: first };
  if (big.amountKrw === 0) throw fields.fault('blinds_or_straddles', 'needs a big blind');
  return { big, small: isSmallDead || small.amountKrw === 0 ? null : small };
}

/** The fields of one hand, by the type that is needed. */
class Fields {
  constructor(private readonly section: Section) {}

  get name(): string {
    return this.section.name;
  }

  has(field: string): boolean {
    return this.section.fields.has(field);
  }

  fault(field: string, reason: string): RecordError {
    const line = this.section.fields.get(field)?.line ?? this.section.line;
    return new RecordError(`${this.name}, line ${line}`, `${field}: ${reason}`);
  }

  number(field: string): number {
    const value = this.section.fields.get(field)?.value;
    if (typeof value !== 'number') throw this.fault(field, 'needs a number');
    return value;
  }

  /** A text or a number as text. */
  label(field: string): string {
    const value = this.section.fields.get(field)?.value;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw this.fault(field, 'needs a text');
  }

  flag(field: string): boolean {
    return this.section.fields.get(field)?.value === true;
  }

  numbers(field: string, count?: number): number[] {
    const numbers = this.list(field).flatMap(({ value }) =>
      typeof value === 'number' ? [value] : [],
    );
    if (numbers.length !== (count ?? this.list(field).length)) {
      throw this.fault(field, count === undefined ? 'needs numbers' : `needs ${count} numbers`);
    }
    return numbers;
  }

  cards(field: string): Card[] {
    const cards = parseCards(this.label(field));
    if (cards === null) throw this.fault(field, 'has cards that cannot be read');
    return cards;
  }

  list(field: string): readonly Located[] {
    const value = this.section.fields.get(field)?.value;
    if (!Array.isArray(value)) throw this.fault(field, 'needs a list');
    return value as readonly Located[];
  }
}

interface Action {
  readonly where: string;
  readonly words: readonly string[];
}

/** The list `actions` of a record. */
class Script {
  private readonly actions: readonly Action[];

  constructor(
    name: string,
    private readonly count: number,
    lines: readonly Located[],
  ) {
    this.actions = lines.flatMap(({ line, value }) => {
      const where = `${name}, line ${line}`;
      if (typeof value !== 'string') throw new RecordError(where, 'an action is a text');
      // What follows the sign is a commentary; an action may be nothing else.
      const words = (value.split('#')[0] ?? '').trim().split(/\s+/);
      return words[0] === '' ? [] : [{ where, words }];
    });
  }

  amounts(): number[] {
    return this.actions.flatMap((action) => (action.words[1] === 'cbr' ? [amountOf(action)] : []));
  }

  read(won: (amount: number) => Krw): Pick<RecordedHand, 'holes' | 'board' | 'steps'> {
    const holes: RecordedHole[] = Array.from({ length: this.count }, () => [null, null]);
    const board: Card[] = [];
    const steps: RecordedStep[] = [];
    for (const action of this.actions) {
      const [actor, verb, argument] = action.words;
      if (actor === 'd' && verb === 'dh') holes[this.player(action, argument)] = holeOf(action, 3);
      else if (actor === 'd' && verb === 'db') board.push(...boardOf(action));
      else if (verb === 'sm') this.show(holes, action);
      else steps.push(this.step(action, won));
    }
    return { holes, board, steps };
  }

  private step(action: Action, won: (amount: number) => Krw): RecordedStep {
    const [actor, verb] = action.words;
    const player = this.player(action, actor);
    switch (verb) {
      case 'f':
        return { player, action: 'fold' };
      case 'cc':
        return { player, action: 'check_or_call' };
      case 'cbr':
        return { player, action: 'bet_or_raise', toKrw: won(amountOf(action)) };
      default:
        throw new RecordError(action.where, `the action ${quoted(verb)} is not known`);
    }
  }

  /** Cards shown at the end may be the only place where they are known. */
  private show(holes: RecordedHole[], action: Action): void {
    const [actor, , cards] = action.words;
    const player = this.player(action, actor);
    if (cards === undefined || cards === '-') return;
    const shown = holeOf(action, 2);
    const [first, second] = holes[player] ?? [null, null];
    if (first === null && second === null) holes[player] = shown;
  }

  private player(action: Action, name: string | undefined): number {
    const number = /^p(\d{1,2})$/.exec(name ?? '')?.[1];
    const player = Number(number) - 1;
    if (number === undefined || player < 0 || player >= this.count) {
      throw new RecordError(action.where, `the player ${quoted(name)} is not in the hand`);
    }
    return player;
  }
}

const quoted = (text: string | undefined): string => JSON.stringify(text ?? '');

function amountOf({ where, words }: Action): number {
  const amount = Number(words[2]?.replaceAll(/[_,]/g, ''));
  if (words[2] === undefined || !Number.isFinite(amount)) {
    throw new RecordError(where, 'a bet needs its total');
  }
  return amount;
}

function holeOf({ where, words }: Action, place: number): RecordedHole {
  const text = words[place] ?? '';
  const cardOf = (from: number): Card | null => {
    const each = text.slice(from, from + 2);
    const card = each === '??' ? null : parseCard(each);
    if (text.length !== 4 || (card === null && each !== '??')) {
      throw new RecordError(where, `${quoted(text)} is not two cards`);
    }
    return card;
  };
  return [cardOf(0), cardOf(2)];
}

function boardOf({ where, words }: Action): Card[] {
  const cards = parseCards(words[2] ?? '');
  if (cards === null || cards.length === 0) {
    throw new RecordError(where, `${quoted(words[2])} are no board cards`);
  }
  return cards;
}
