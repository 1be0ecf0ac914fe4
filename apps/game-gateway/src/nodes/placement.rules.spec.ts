import type { LiveNode } from '@cardroom/cache';

import { isAlone, placesOf, relieverOf, takers } from './placement.rules';

const node = (nodeId: string, tables: number, given: Partial<LiveNode> = {}): LiveNode => ({
  ...{ nodeId, tables, pool: 'main', connections: 0, isDraining: false, ageMs: 10 },
  ...given,
});

describe('who may be given tables', () => {
  it('is every node of the pool that lives and stays, the least loaded first', () => {
    const nodes = [
      node('busy', 9),
      node('idle', 2),
      node('draining', 0, { isDraining: true }),
      node('silent', 0, { ageMs: 4_000 }),
      node('elsewhere', 0, { pool: 'high' }),
    ];
    expect(takers(nodes, 'main').map(({ nodeId }) => nodeId)).toEqual(['idle', 'busy']);
  });
});

describe('a node is alone', () => {
  const own = node('own', 1);

  it('where the list has nobody else, and nobody has asked it within half a minute', () => {
    expect(isAlone([own], 'own', null)).toBe(true);
    expect(isAlone([own], 'own', 30_001)).toBe(true);
  });

  it('not where another is listed, however silent, full or about to go', () => {
    const others = [node('other', 9, { ageMs: 20_000 }), node('going', 0, { isDraining: true })];
    for (const other of others) expect(isAlone([own, other], 'own', null)).toBe(false);
  });

  it('not where another has asked, which no list names yet', () => {
    expect(isAlone([own], 'own', 0)).toBe(false);
  });

  it('not before it has a list', () => {
    expect(isAlone([], 'own', null)).toBe(false);
  });
});

describe('a table that nobody hosts', () => {
  it('goes to the least loaded node, and each one counts for the next', () => {
    const places = placesOf(['t1', 't2', 't3', 't4'], [node('a', 3), node('b', 1)]);
    expect([...places.values()].filter((at) => at === 'b')).toHaveLength(3);
    expect([...places.values()].filter((at) => at === 'a')).toHaveLength(1);
  });

  it('has the same place in the eyes of every node, whatever the order they hear things in', () => {
    const [a, b, c] = [node('a', 1), node('b', 1), node('c', 1)];
    const one = placesOf(['t3', 't1', 't2'], [a, b, c]);
    const other = placesOf(['t1', 't2', 't3'], [c, b, a]);
    expect([...one].sort()).toEqual([...other].sort());
  });

  it('has no place where nobody lives', () => {
    expect(placesOf(['t1'], []).size).toBe(0);
  });
});

describe('a node gives a table to another', () => {
  it.each([
    ['that has two fewer', 3, [node('b', 1)], 'b'],
    ['but not to one with one fewer: it would come back', 2, [node('b', 1)], null],
    ['the least loaded of them', 9, [node('c', 0), node('b', 1)], 'c'],
    ['of which there must be one', 9, [], null],
  ] as const)('%s', (_, tables, others, to) => {
    expect(relieverOf(tables, others)).toBe(to);
  });
});
