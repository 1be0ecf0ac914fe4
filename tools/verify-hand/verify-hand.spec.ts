import { readFileSync } from 'node:fs';

import { verifyHand } from './verify-hand';

interface Opened {
  place: number;
  card: string;
  position: number;
  salt: string;
  path: string[];
}

interface Raw {
  format: string;
  algorithm: string;
  handId: string;
  root: string;
  commitments: { seat: number; commitment: string }[];
  seeds: { seat: number; value: string }[];
  dealOrder: number[];
  hole: { seat: number; cards: Opened[] }[];
  board: Opened[];
}

const { vectors } = JSON.parse(readFileSync('docs/reference/fairness-vectors.json', 'utf8')) as {
  vectors: { handId: string; record: Raw }[];
};
const records = vectors.map(({ record }) => record);
const withSeeds = records[1];
if (withSeeds === undefined) throw new Error('there are vectors');

const faultOf = (record: unknown): string | null => {
  const verdict = verifyHand(JSON.stringify(record));
  return verdict.fair ? null : verdict.fault;
};
const tampered = (change: (record: Raw) => unknown, from = withSeeds): string | null => {
  const record = structuredClone(from);
  change(record);
  return faultOf(record);
};
const flipped = (hex: string): string => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new Error('the vector is shorter than the test');
  return item;
};

describe('a record', () => {
  it.each(records.map((record) => [record.handId, record]))('of hand %s is fair', (_, record) => {
    expect(faultOf(record)).toBeNull();
  });

  it('counts what it shows', () => {
    expect(verifyHand(JSON.stringify(withSeeds))).toEqual({
      ...{ fair: true, handId: withSeeds.handId, cards: 9, seeds: 1 },
    });
  });

  it('of a hand that ended early shows less and is fair', () => {
    expect(tampered((record) => (record.board = []))).toBeNull();
    expect(tampered((record) => (record.board = record.board.slice(0, 3)))).toBeNull();
    expect(tampered((record) => record.hole.pop())).toBeNull();
  });
});

describe('what is altered is refused, and named', () => {
  const otherHash = 'cd'.repeat(32);
  it.each<[string, (record: Raw) => unknown, RegExp]>([
    ['format', (r) => (r.format = 'cardroom-hand-record-2'), /^format/],
    ['algorithm', (r) => (r.algorithm = 'cardroom-deal-2'), /^algorithm/],
    ['hand', (r) => (r.handId = r.handId.replace('0', '1')), /position: the players’ seeds/],
    ['root', (r) => (r.root = flipped(r.root)), /position: the players’ seeds/],
    ['a promise', (r) => (at(r.commitments, 0).commitment = otherHash), /^seeds\[0\]/],
    ['a promise unopened', (r) => (at(r.commitments, 1).commitment = otherHash), /position/],
    ['a promise’s seat', (r) => (at(r.commitments, 1).seat = 7), /position/],
    ['a promise more', (r) => r.commitments.push({ seat: 9, commitment: otherHash }), /position/],
    ['a promise less', (r) => r.commitments.pop(), /position/],
    ['order of promises', (r) => r.commitments.reverse(), /^commitments: is not in the order/],
    ['a seed', (r) => (at(r.seeds, 0).value = otherHash), /^seeds\[0\]: is not the seed/],
    ['a seed’s seat', (r) => (at(r.seeds, 0).seat = 4), /^seeds\[0\]: is not the seed/],
    ['a seat of its own', (r) => (at(r.seeds, 0).seat = 2), /^seeds\[0\]: nothing was promised/],
    ['a seed less', (r) => (r.seeds = []), /position/],
    ['order of dealing', (r) => r.dealOrder.reverse(), /^dealOrder: does not go once round/],
    ['who is dealt first', (r) => (r.dealOrder = [1, 4, 5]), /^hole\[0\]\.cards\[0\]\.place/],
    ['a seat that showed nothing', (r) => (r.dealOrder[2] = 2), /position/],
    ['a seat dealt in twice', (r) => (r.dealOrder[2] = 4), /^dealOrder: a seat/],
    ['one seat alone', (r) => (r.dealOrder = [4]), /^dealOrder: a hand has/],
    ['whose hand it is', (r) => (at(r.hole, 0).seat = 1), /place/],
    ['a seat without cards', (r) => (at(r.hole, 0).seat = 0), /^hole\[0\]\.seat: was not dealt/],
    ['the order of a hand', (r) => at(r.hole, 0).cards.reverse(), /place/],
    ['the order of the board', (r) => r.board.reverse(), /^board\[0\]\.place/],
    ['a card left out', (r) => r.board.shift(), /^board\[0\]\.place/],
    ['a card twice', (r) => r.board.push(at(r.board, 4)), /^board\[5\]\.place/],
    ['nothing open', (r) => Object.assign(r, { hole: [], board: [] }), /nothing to check/],
  ])('%s', (_, change, fault) => {
    expect(tampered(change)).toMatch(fault);
  });

  const openings: [string, (record: Raw) => Opened][] = [
    ['an own card', (record) => at(at(record.hole, 0).cards, 1)],
    ['a card of the board', (record) => at(record.board, 4)],
  ];
  it.each(
    openings.flatMap(
      ([whose, of]) =>
        [
          [
            `${whose}: card`,
            (r: Raw) => (of(r).card = of(r).card === 'As' ? 'Ah' : 'As'),
            /committed/,
          ],
          [`${whose}: place`, (r: Raw) => (of(r).place = 51), /place/],
          [
            `${whose}: position`,
            (r: Raw) => (of(r).position = (of(r).position + 1) % 52),
            /position/,
          ],
          [`${whose}: salt`, (r: Raw) => (of(r).salt = flipped(of(r).salt)), /committed/],
          [`${whose}: path`, (r: Raw) => (of(r).path[0] = flipped(at(of(r).path, 0))), /committed/],
          [`${whose}: path less`, (r: Raw) => of(r).path.pop(), /committed/],
          [`${whose}: order of path`, (r: Raw) => of(r).path.reverse(), /committed/],
        ] as [string, (record: Raw) => unknown, RegExp][],
    ),
  )('%s', (_, change, fault) => {
    expect(tampered(change)).toMatch(fault);
  });

  /** Every text and number of a record, as a way to it. */
  function leaves(value: unknown, way: string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) return [way];
    return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...way, name]));
  }

  function alter(record: unknown, way: readonly string[]): void {
    const owner = way
      .slice(0, -1)
      .reduce<unknown>((o, name) => Reflect.get(o as object, name), record);
    const [name = ''] = way.slice(-1);
    const value: unknown = Reflect.get(owner as object, name);
    const other = typeof value === 'number' ? value + 1 : `${String(value).slice(0, -1)}_`;
    Reflect.set(owner as object, name, other);
  }

  it.each(records.map((record) => [record.handId, record]))(
    'each value of hand %s',
    (_, record) => {
      const ways = leaves(record);
      expect(ways.length).toBeGreaterThan(80);
      for (const way of ways) {
        expect([way, tampered((copy) => alter(copy, way), record)]).toEqual([
          way,
          expect.any(String),
        ]);
      }
    },
  );

  it.each(records.map((record) => [record.handId, record]))('each byte of hand %s', (_, record) => {
    const bytes = Buffer.from(JSON.stringify(record));
    for (let place = 0; place < bytes.length; place += 1) {
      const altered = Buffer.from(bytes);
      altered[place] = (bytes[place] ?? 0) ^ (1 << (place % 7));
      const verdict = verifyHand(altered.toString('latin1'));
      expect([place, verdict.fair]).toEqual([place, false]);
    }
  });
});

describe('what is no record is refused', () => {
  it.each([
    ['', /not JSON/],
    ['{', /not JSON/],
    ['null', /the record: is not an object/],
    ['[]', /the record: is not an object/],
    ['{}', /the record: has no format/],
  ])('%j', (json, fault) => {
    const verdict = verifyHand(json);
    expect(verdict.fair ? '' : verdict.fault).toMatch(fault);
  });

  it.each<[string, (record: Raw) => unknown, RegExp]>([
    ['a property more', (r) => Object.assign(r, { potKrw: 1 }), /unknown property "potKrw"/],
    ['one more inside', (r) => Object.assign(at(r.board, 0), { x: 1 }), /^board\[0\]: has the/],
    ['one less', (r) => Reflect.deleteProperty(r, 'seeds'), /has no seeds/],
    ['hex in capitals', (r) => (r.root = r.root.toUpperCase()), /^root/],
    ['a seat that no table has', (r) => (r.dealOrder[0] = 10), /^dealOrder\[0\]/],
    ['half a place', (r) => (at(r.board, 0).place = 1.5), /^board\[0\]\.place/],
    ['no list', (r) => Object.assign(r, { board: {} }), /^board: is not a list/],
    ['a hand of one card', (r) => at(r.hole, 0).cards.pop(), /does not have 2 cards/],
    [
      'a path without end',
      (r) => (at(r.board, 0).path = Array<string>(9).fill(r.root)),
      /more than 6/,
    ],
    [
      'a card that is none',
      (r) => (at(r.board, 0).card = '1s'),
      /^board\[0\]\.card: is not a card/,
    ],
  ])('%s', (_, change, fault) => {
    expect(tampered(change)).toMatch(fault);
  });
});
