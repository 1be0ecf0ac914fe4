/** The record of a hand as a client wrote it: docs/reference/hand-record.md. Every word is distrusted. */
import { demand } from './fault';

export interface OpenedCard {
  /** Which card of the deal it is, counted from 0. */
  readonly place: number;
  /** 4 × rank + suit. */
  readonly code: number;
  readonly position: number;
  readonly salt: Buffer;
  readonly path: readonly Buffer[];
  /** Where in the record. */
  readonly where: string;
}

export interface SeatValue {
  readonly seat: number;
  readonly value: Buffer;
}

export interface HandRecord {
  readonly handId: string;
  readonly root: Buffer;
  readonly commitments: readonly SeatValue[];
  readonly seeds: readonly SeatValue[];
  readonly dealOrder: readonly number[];
  readonly hole: readonly { readonly seat: number; readonly cards: readonly OpenedCard[] }[];
  readonly board: readonly OpenedCard[];
}

const FORMAT = 'cardroom-hand-record-1';
const ALGORITHM = 'cardroom-deal-1';
const PROPERTIES = [
  ...['format', 'algorithm', 'handId', 'root', 'commitments', 'seeds', 'dealOrder'],
  ...['hole', 'board'],
];
const SEATS = 10;
const HOLE_CARDS = 2;
const DECK = 52;
const LONGEST_PATH = 6;

type Properties = Readonly<Record<string, unknown>>;

/** An object with exactly these properties: what nobody checks must not be there. */
function object(value: unknown, where: string, names: readonly string[]): Properties {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  demand(isObject, where, 'is not an object');
  const known = Object.keys(value);
  const unknown = known.find((name) => !names.includes(name));
  demand(unknown === undefined, where, `has the unknown property ${JSON.stringify(unknown)}`);
  const missing = names.find((name) => !known.includes(name));
  demand(missing === undefined, where, `has no ${missing ?? ''}`);
  return value as Properties;
}

function list<T>(
  value: unknown,
  where: string,
  most: number,
  read: (item: unknown, where: string) => T,
): T[] {
  demand(Array.isArray(value), where, 'is not a list');
  demand(value.length <= most, where, `has more than ${most} entries`);
  return value.map((item: unknown, at) => read(item, `${where}[${at}]`));
}

function text(value: unknown, where: string, pattern: RegExp, what: string): string {
  demand(typeof value === 'string' && pattern.test(value), where, `is not ${what}`);
  return value;
}

const hash = (value: unknown, where: string): Buffer =>
  Buffer.from(text(value, where, /^[0-9a-f]{64}$/, '64 lower-case hex digits'), 'hex');

function whole(value: unknown, where: string, below: number): number {
  const isWhole = typeof value === 'number' && Number.isInteger(value) && !Object.is(value, -0);
  demand(isWhole && value >= 0 && value < below, where, `is not a whole number below ${below}`);
  return value;
}

const seatOf = (value: unknown, where: string): number => whole(value, where, SEATS);

function cardCode(value: unknown, where: string): number {
  const name = text(value, where, /^[2-9TJQKA][cdhs]$/, 'a card');
  return '23456789TJQKA'.indexOf(name.charAt(0)) * 4 + 'cdhs'.indexOf(name.charAt(1));
}

function opened(value: unknown, where: string): OpenedCard {
  const names = ['place', 'card', 'position', 'salt', 'path'];
  const { place, card, position, salt, path } = object(value, where, names);
  return {
    place: whole(place, `${where}.place`, DECK),
    code: cardCode(card, `${where}.card`),
    position: whole(position, `${where}.position`, DECK),
    salt: hash(salt, `${where}.salt`),
    path: list(path, `${where}.path`, LONGEST_PATH, hash),
    where,
  };
}

/** One value for a seat, seats rising: the order in which they count. */
function bySeat(value: unknown, where: string, name: string): SeatValue[] {
  const values = list(value, where, SEATS, (item, at) => {
    const { seat, [name]: hex } = object(item, at, ['seat', name]);
    return { seat: seatOf(seat, `${at}.seat`), value: hash(hex, `${at}.${name}`) };
  });
  rising(values, where);
  return values;
}

function rising(values: readonly { readonly seat: number }[], where: string): void {
  const isRising = values.every(({ seat }, at) => seat > (values[at - 1]?.seat ?? -1));
  demand(isRising, where, 'is not in the order of seats');
}

function holeCards(value: unknown, where: string): HandRecord['hole'][number] {
  const { seat, cards } = object(value, where, ['seat', 'cards']);
  const pair = list(cards, `${where}.cards`, HOLE_CARDS, opened);
  demand(pair.length === HOLE_CARDS, `${where}.cards`, `does not have ${HOLE_CARDS} cards`);
  return { seat: seatOf(seat, `${where}.seat`), cards: pair };
}

/** Reads a record from text. Errors: Fault where it is not of the documented shape. */
export function readHandRecord(json: string): HandRecord {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    demand(false, '', 'the record is not JSON');
  }
  const record = object(parsed, 'the record', PROPERTIES);
  demand(record['format'] === FORMAT, 'format', `is not ${FORMAT}`);
  demand(record['algorithm'] === ALGORITHM, 'algorithm', `is not ${ALGORITHM}`);
  const hole = list(record['hole'], 'hole', SEATS, holeCards);
  rising(hole, 'hole');
  return {
    handId: text(record['handId'], 'handId', /^[\x21-\x7e]{1,64}$/, 'printable ASCII'),
    root: hash(record['root'], 'root'),
    commitments: bySeat(record['commitments'], 'commitments', 'commitment'),
    seeds: bySeat(record['seeds'], 'seeds', 'value'),
    dealOrder: list(record['dealOrder'], 'dealOrder', SEATS, seatOf),
    hole,
    board: list(record['board'], 'board', DECK, opened),
  };
}
