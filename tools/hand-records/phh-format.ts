import { parseCards, type Card } from '@cardroom/engine';
import { isKrw, krw, type Krw } from '@cardroom/money';

import { antesOf, RecordError, type RecordedHand, type RecordedStep } from './recorded-hand';

/** A value of a PHH record: the part of TOML that the format uses. */
type Value = string | number | boolean | readonly Value[];
type Fields = ReadonlyMap<string, Value>;

/** One hand of a file as its fields, and where it stands. */
export interface PhhRecord {
  readonly where: string;
  readonly fields: Fields;
}

const TOKEN =
  /\s+|#[^\n]*|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[[\],={}]|[+-]?(?:\d[\d_]*(?:\.\d[\d_]*)?)(?=[\s,\]#}]|$)|[A-Za-z0-9_.:+-]+/y;

/** Splits a file into words and signs, with the line each stands on. */
function tokensOf(text: string): { readonly word: string; readonly line: number }[] {
  const tokens: { word: string; line: number }[] = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const [word] = TOKEN.exec(text) ?? [];
    if (word === undefined) throw new RecordError(`line ${line}`, 'cannot be read');
    if (!/^[\s#]/.test(word)) tokens.push({ word, line });
    else if (word.includes('\n') && tokens.at(-1)?.word !== '\n') tokens.push({ word: '\n', line });
    line += text.slice(from, TOKEN.lastIndex).split('\n').length - 1;
  }
  return tokens;
}

class Reader {
  private at = 0;
  private readonly tokens: ReturnType<typeof tokensOf>;

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Whether the word read last was the last one. */
  get wasLast(): boolean {
    return this.at > this.tokens.length;
  }

  get line(): number {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)]?.line ?? 1;
  }

  peek(): string {
    return this.tokens[this.at]?.word ?? '';
  }

  next(): string {
    const word = this.peek();
    this.at += 1;
    return word;
  }

  skipLines(): void {
    while (this.peek() === '\n') this.at += 1;
  }

  expect(word: string): void {
    const { line } = this;
    if (this.next() !== word)
      throw new RecordError(`line ${line}`, `needs ${JSON.stringify(word)}`);
  }

  value(): Value {
    const { line } = this;
    const word = this.next();
    if (word === '[') return this.list();
    if (/^["']/.test(word)) return word.slice(1, -1);
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word.replaceAll('_', ''));
    if (/^[+-]?\d/.test(word) && Number.isFinite(number)) return number;
    // Dates and times of a record are not needed, and are kept as they are.
    if (/^\d/.test(word)) return word;
    throw new RecordError(`line ${line}`, 'has no value that can be read');
  }

  private list(): Value[] {
    const items: Value[] = [];
    for (;;) {
      this.skipLines();
      if (this.peek() === ']') break;
      items.push(this.value());
      this.skipLines();
      if (this.peek() !== ',') break;
      this.next();
    }
    this.skipLines();
    this.expect(']');
    return items;
  }
}

/** Reads a `.phh` file (one hand) or a `.phhs` file (hands under `[1]`, `[2]`, …). */
export function parsePhh(text: string): PhhRecord[] {
  const reader = new Reader(text);
  const records: { where: string; fields: Map<string, Value> }[] = [];
  reader.skipLines();
  while (!reader.isAtEnd) {
    if (reader.peek() === '[') {
      reader.next();
      records.push({ where: `hand [${reader.next()}]`, fields: new Map() });
      reader.expect(']');
    } else {
      if (records.length === 0) records.push({ where: 'the hand', fields: new Map() });
      const name = reader.next();
      reader.expect('=');
      records.at(-1)?.fields.set(name.replaceAll(/^["']|["']$/g, ''), reader.value());
    }
    if (reader.next() !== '\n' && !reader.wasLast)
      throw new RecordError(`line ${reader.line}`, 'goes on after its value');
    reader.skipLines();
  }
  return records;
}

/**
 * A PHH record as a hand to play.
 *
 * Amounts with decimals are read as hundredths, all of the hand's alike. Errors: RecordError for
 * variants other than no-limit hold'em, straddles, and fields that are missing or wrong.
 */
export function toRecordedHand({ where, fields }: PhhRecord): RecordedHand {
  const variant = fields.get('variant');
  if (variant !== 'NT')
    throw new RecordError(where, `variant ${String(variant)} is not no-limit hold'em (NT)`);
  const stacks = numbers(where, fields, 'starting_stacks');
  const blinds = numbers(where, fields, 'blinds_or_straddles');
  const antes = numbers(where, fields, 'antes');
  const count = stacks.length;
  const finals = fields.has('finishing_stacks') ? numbers(where, fields, 'finishing_stacks') : null;
  const script = new Script(where, count, strings(where, fields, 'actions'));
  const scale = scaleOf([...stacks, ...blinds, ...antes, ...(finals ?? []), ...script.amounts()]);
  const won = (amount: number): Krw => {
    const scaled = Math.round(amount * scale);
    const isExact = Math.abs(scaled - amount * scale) < 1e-6;
    if (!isExact || scaled < 0 || !isKrw(scaled)) {
      throw new RecordError(where, 'has an amount that is no whole number of hundredths');
    }
    return krw(scaled);
  };
  const [small = 0, big = 0] = count === 2 ? [blinds[1], blinds[0]] : blinds;
  if (blinds.slice(2).some((straddle) => straddle !== 0)) {
    throw new RecordError(where, 'has straddles, which are not supported yet');
  }
  // Heads-up, the first player is the big blind; some records list the small blind first all the same.
  const isSwapped = count === 2 && small > big;
  const [smallBlind, bigBlind] = isSwapped ? [big, small] : [small, big];
  if (isSwapped) throw new RecordError(where, 'heads-up blinds must be listed big blind first');
  return {
    id: String(fields.get('hand') ?? where),
    buttonPlayer: count - 1,
    stakes: {
      smallBlindKrw: won(smallBlind),
      bigBlindKrw: won(bigBlind),
      ...antesOf(where, antes.map(won), count === 2 ? 0 : 1),
    },
    stacksKrw: stacks.map(won),
    ...script.read(won),
    finalKrw: finals === null ? null : finals.map(won),
  };
}

const scaleOf = (amounts: readonly number[]): number => (amounts.every(Number.isInteger) ? 1 : 100);

function numbers(where: string, fields: Fields, name: string): number[] {
  const value = fields.get(name);
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'number')) {
    throw new RecordError(where, `needs a list of numbers ${name}`);
  }
  return value;
}

function strings(where: string, fields: Fields, name: string): string[] {
  const value = fields.get(name);
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new RecordError(where, `needs a list of texts ${name}`);
  }
  return value;
}

type HoleCards = [Card | null, Card | null];

/** The list `actions` of a record. */
class Script {
  private readonly lines: readonly (readonly string[])[];

  constructor(
    private readonly where: string,
    private readonly count: number,
    actions: readonly string[],
  ) {
    this.lines = actions.map((action) => (action.split('#')[0] ?? '').trim().split(/\s+/));
  }

  amounts(): number[] {
    return this.lines.flatMap(([, verb, amount]) => (verb === 'cbr' ? [this.amount(amount)] : []));
  }

  read(won: (amount: number) => Krw): Pick<RecordedHand, 'holes' | 'board' | 'steps'> {
    const holes: HoleCards[] = Array.from({ length: this.count }, () => [null, null]);
    const board: Card[] = [];
    const steps: RecordedStep[] = [];
    for (const line of this.lines) {
      const [actor = '', verb = '', ...rest] = line;
      if (actor === 'd' && verb === 'dh') holes[this.player(rest[0])] = this.pair(rest[1]);
      else if (actor === 'd' && verb === 'db') board.push(...this.boardCards(rest[0]));
      else if (verb === 'sm') this.show(holes, this.player(actor), rest[0]);
      else steps.push(this.step(actor, verb, rest[0], won));
    }
    return { holes, board, steps };
  }

  private step(
    actor: string,
    verb: string,
    amount: string | undefined,
    won: (amount: number) => Krw,
  ): RecordedStep {
    const player = this.player(actor);
    switch (verb) {
      case 'f':
        return { player, action: 'fold' };
      case 'cc':
        return { player, action: 'check_or_call' };
      case 'cbr':
        return { player, action: 'bet_or_raise', toKrw: won(this.amount(amount)) };
      default:
        throw new RecordError(this.where, `the action ${JSON.stringify(verb)} is not known`);
    }
  }

  /** Cards shown at the end may be the only place where they are known. */
  private show(holes: HoleCards[], player: number, cards: string | undefined): void {
    if (cards === undefined || cards === '-') return;
    const [first, second] = this.pair(cards);
    const [known1, known2] = holes[player] ?? [null, null];
    if (known1 === null && known2 === null) holes[player] = [first, second];
  }

  private player(name: string | undefined): number {
    const number = /^p(\d{1,2})$/.exec(name ?? '')?.[1];
    const player = Number(number) - 1;
    if (number === undefined || player < 0 || player >= this.count) {
      throw new RecordError(this.where, `the player ${JSON.stringify(name)} is not in the hand`);
    }
    return player;
  }

  private amount(text: string | undefined): number {
    const amount = Number(text?.replaceAll(/[_,]/g, ''));
    if (text === undefined || !Number.isFinite(amount)) {
      throw new RecordError(this.where, 'a bet needs its total');
    }
    return amount;
  }

  private pair(text: string | undefined): HoleCards {
    const [first, second] = [text?.slice(0, 2) ?? '', text?.slice(2, 4) ?? ''];
    if (text?.length !== 4) throw new RecordError(this.where, 'hole cards are two cards');
    return [this.cardOrNull(first), this.cardOrNull(second)];
  }

  private cardOrNull(text: string): Card | null {
    if (text === '??') return null;
    const [parsed] = parseCards(text) ?? [];
    if (parsed === undefined)
      throw new RecordError(this.where, `${JSON.stringify(text)} is no card`);
    return parsed;
  }

  private boardCards(text: string | undefined): Card[] {
    const cards = parseCards(text ?? '');
    if (cards === null) throw new RecordError(this.where, 'board cards cannot be read');
    return cards;
  }
}
