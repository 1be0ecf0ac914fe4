/**
 * Whether a hand was dealt as docs/rules/fairness.md says, from its public record alone. Written from
 * the rules, apart from the dealer: the two share no code, only test vectors.
 */
import { createHash, createHmac } from 'node:crypto';

import { demand, Fault } from './fault';
import { readHandRecord, type HandRecord, type OpenedCard } from './hand-record';

export type Verdict =
  | { readonly fair: true; readonly handId: string; readonly cards: number; readonly seeds: number }
  | { readonly fair: false; readonly fault: string };

const DECK = 52;

const sha256 = (...parts: readonly (Buffer | string | readonly number[])[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(typeof part === 'string' ? part : Buffer.from(part));
  return hash.digest();
};

/** The rules' numbers from a key, one after the other. */
function* words(key: Buffer, handId: string): Generator<number, never> {
  const counter = Buffer.alloc(4);
  for (let block = 0; ; block += 1) {
    counter.writeUInt32BE(block);
    const bytes = createHmac('sha256', key)
      .update(`cardroom-shuffle-1\0${handId}\0`)
      .update(counter)
      .digest();
    for (let at = 0; at < bytes.length; at += 4) yield bytes.readUInt32BE(at);
  }
}

/** §1.4 and §4.2: the position of each card dealt. */
function permutation(key: Buffer, handId: string): number[] {
  const source = words(key, handId);
  const order = [...Array(DECK).keys()];
  for (let count = DECK; count > 1; count -= 1) {
    const kept = 2 ** 32 - (2 ** 32 % count);
    let word = source.next().value;
    while (word >= kept) word = source.next().value;
    const [last, other] = [count - 1, word % count];
    [order[last], order[other]] = [order[other] ?? -1, order[last] ?? -1];
  }
  return order;
}

/** §4.1: what was public before the deal. */
function permutationKey(record: HandRecord): Buffer {
  const { handId, root, commitments, seeds, dealOrder } = record;
  const promises = commitments.flatMap(({ seat, value }) => {
    const seed = seeds.find((opened) => opened.seat === seat);
    return [[seat], value, seed === undefined ? [0] : [1], seed?.value ?? []];
  });
  return sha256(
    ...[`cardroom-deal-1\0${handId}\0`, root, [commitments.length], ...promises],
    ...[[dealOrder.length], dealOrder],
  );
}

/** §3: each seed is the one that was promised before the root was known. */
function checkSeeds({ commitments, seeds }: HandRecord): void {
  for (const [at, { seat, value }] of seeds.entries()) {
    const where = `seeds[${at}]`;
    const promised = commitments.find((commitment) => commitment.seat === seat);
    demand(promised !== undefined, where, 'nothing was promised for this seat');
    demand(sha256(value).equals(promised.value), where, 'is not the seed that was promised');
  }
}

/** §4.3: who gets which card of the deal. */
function checkPlaces({ dealOrder, hole, board }: HandRecord): void {
  const seats = dealOrder.length;
  demand(seats >= 2, 'dealOrder', 'a hand has at least two seats');
  demand(new Set(dealOrder).size === seats, 'dealOrder', 'a seat is dealt in twice');
  const turnsBack = dealOrder.filter((seat, at) => seat > (dealOrder[(at + 1) % seats] ?? -1));
  demand(turnsBack.length === 1, 'dealOrder', 'does not go once round the table');
  for (const [at, { seat, cards }] of hole.entries()) {
    const turn = dealOrder.indexOf(seat);
    demand(turn >= 0, `hole[${at}].seat`, 'was not dealt in');
    for (const [round, { place, where }] of cards.entries()) {
      const due = turn + round * seats;
      demand(place === due, `${where}.place`, `the card of this seat is number ${due} of the deal`);
    }
  }
  for (const [at, { place, where }] of board.entries()) {
    const due = 2 * seats + at;
    demand(place === due, `${where}.place`, `this card is number ${due} of the deal`);
  }
}

/** §2.3: the root that a card and its path lead to; null where the path has another length. */
function rootOf(handId: string, { position, code, salt, path }: OpenedCard): Buffer | null {
  let hash = sha256([0], handId, [position, code], salt);
  let [from, to] = [0, DECK];
  const turns: boolean[] = [];
  while (to - from > 1) {
    let left = 1;
    while (left * 2 < to - from) left *= 2;
    const isRight = position >= from + left;
    turns.unshift(isRight);
    [from, to] = isRight ? [from + left, to] : [from, from + left];
  }
  if (path.length !== turns.length) return null;
  for (const [level, beside] of path.entries()) {
    hash = turns[level] === true ? sha256([1], beside, hash) : sha256([1], hash, beside);
  }
  return hash;
}

function checkCards(record: HandRecord, cards: readonly OpenedCard[]): void {
  const positions = permutation(permutationKey(record), record.handId);
  for (const card of cards) {
    const due = positions[card.place];
    const { where } = card;
    demand(card.position === due, `${where}.position`, 'the players’ seeds lead to another card');
    const root = rootOf(record.handId, card);
    demand(root?.equals(record.root) === true, where, 'is not in the deck that was committed');
  }
  const codes = new Set(cards.map(({ code }) => code));
  demand(codes.size === cards.length, '', 'a card was dealt twice');
}

function check(json: string): Extract<Verdict, { fair: true }> {
  const record = readHandRecord(json);
  const { handId, hole, board, seeds } = record;
  const cards = [...hole.flatMap((seat) => seat.cards), ...board];
  demand(cards.length > 0, '', 'no card is open: there is nothing to check');
  checkSeeds(record);
  checkPlaces(record);
  checkCards(record, cards);
  return { fair: true, handId, cards: cards.length, seeds: seeds.length };
}

/** Checks a hand's record, its JSON as text, and names the first fault in it. */
export function verifyHand(json: string): Verdict {
  try {
    return check(json);
  } catch (cause) {
    if (cause instanceof Fault) return { fair: false, fault: cause.message };
    throw cause;
  }
}
