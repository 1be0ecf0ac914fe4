import { RecordError } from './recorded-hand';

/** A value of a record and the line it begins on. */
export interface Located {
  readonly line: number;
  readonly value: string | number | boolean | readonly Located[];
}

/** The values of one hand of a file, and where it stands. */
export interface Section {
  /** `hand [3]`, or `the hand` where the file holds one. */
  readonly name: string;
  readonly line: number;
  readonly fields: ReadonlyMap<string, Located>;
}

interface Token {
  readonly word: string;
  readonly line: number;
}

const TOKEN =
  /\s+|#[^\n]*|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[[\],={}]|[+-]?(?:\d[\d_]*(?:\.\d[\d_]*)?)(?=[\s,\]#}]|$)|[A-Za-z0-9_.:+-]+/y;

/** Splits a file into words and signs, with the line each stands on. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
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

const NUMBER = /^[+-]?\d/;

class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
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

  expect(word: string, where: string): void {
    const { line } = this;
    if (this.next() !== word) throw fault(where, line, `needs ${JSON.stringify(word)}`);
  }

  value(where: string): Located {
    const { line } = this;
    const word = this.next();
    const located = (value: Located['value']): Located => ({ line, value });
    if (word === '[') return located(this.list(where));
    if (word.startsWith("'")) return located(word.slice(1, -1));
    if (word.startsWith('"')) return located(unescaped(word, where, line));
    if (word === 'true' || word === 'false') return located(word === 'true');
    const number = Number(word.replaceAll('_', ''));
    if (NUMBER.test(word) && Number.isFinite(number)) return located(number);
    // Dates, times and `inf` are kept as they are: who needs a number says what is wrong.
    if (NUMBER.test(word) || /^[+-]?(?:inf|nan)$/.test(word)) return located(word);
    throw fault(where, line, 'has no value that can be read');
  }

  endOfLine(where: string): void {
    const { line, isAtEnd } = this;
    if (!isAtEnd && this.next() !== '\n') throw fault(where, line, 'goes on after its value');
    this.skipLines();
  }

  private list(where: string): Located[] {
    const items: Located[] = [];
    for (;;) {
      this.skipLines();
      if (this.peek() === ']') break;
      items.push(this.value(where));
      this.skipLines();
      if (this.peek() !== ',') break;
      this.next();
    }
    this.skipLines();
    this.expect(']', where);
    return items;
  }
}

const fault = (where: string, line: number, reason: string): RecordError =>
  new RecordError(where === '' ? `line ${line}` : `${where}, line ${line}`, reason);

/** The text between double quotes; what is escaped there is what JSON escapes. */
function unescaped(word: string, where: string, line: number): string {
  try {
    return String(JSON.parse(word.replaceAll('\t', '\\t')));
  } catch {
    throw fault(where, line, `has a text that cannot be read: ${word}`);
  }
}

/**
 * Reads the part of TOML that hand records use: `name = value` lines, with hands of a file under
 * `[1]`, `[2]`, …
 *
 * Errors: RecordError that names the hand and the line.
 *
 * @example sectionsOf('[1]\nhand = 7').length // 1
 */
export function sectionsOf(text: string): Section[] {
  const reader = new Reader(text);
  const sections: { name: string; line: number; fields: Map<string, Located> }[] = [];
  reader.skipLines();
  while (!reader.isAtEnd) {
    const { line } = reader;
    if (reader.peek() === '[') {
      reader.next();
      const name = `hand [${reader.next()}]`;
      reader.expect(']', name);
      sections.push({ name, line, fields: new Map() });
    } else {
      if (sections.length === 0) sections.push({ name: 'the hand', line, fields: new Map() });
      readField(reader, sections.at(-1));
    }
    reader.endOfLine(sections.at(-1)?.name ?? '');
  }
  return sections;
}

function readField(
  reader: Reader,
  section: { name: string; fields: Map<string, Located> } | undefined,
): void {
  if (section === undefined) return;
  const { line } = reader;
  const name = reader.next().replaceAll(/^["']|["']$/g, '');
  if (!/^[\w.-]+$/.test(name)) throw fault(section.name, line, 'needs a name and a value');
  if (section.fields.has(name)) throw fault(section.name, line, `${name} comes twice`);
  reader.expect('=', section.name);
  section.fields.set(name, reader.value(section.name));
}
