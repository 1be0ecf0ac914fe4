import { assertClaim, assertCommit, commitOutcome, entriesAfter } from './table-log.rules';
import type { CommitRequest, LogEntry } from './table-log.types';

const request: CommitRequest = {
  tableId: 't',
  token: 1,
  incarnation: 'i',
  expectedVersion: 0,
  entry: { atMs: 1, requestId: 'r', events: [1] },
};

describe('a commit that could not be meant', () => {
  it.each<[string, Partial<CommitRequest>]>([
    ['no token', { token: 0 }],
    ['a broken token', { token: 1.5 }],
    ['a token too large to count', { token: 2 ** 53 }],
    ['a negative version', { expectedVersion: -1 }],
    ['a version that is no number', { expectedVersion: NaN }],
    ['no incarnation', { incarnation: '' }],
    ['no events', { entry: { atMs: 1, requestId: 'r', events: [] } }],
    ['no time', { entry: { atMs: NaN, requestId: 'r', events: [1] } }],
    ['no command id', { command: { cmdId: '', fingerprint: 'f', answer: 1 } }],
    ['a blank in a fingerprint', { command: { cmdId: 'c', fingerprint: 'a b', answer: 1 } }],
    ['a blank in a hand id', { settlement: { handId: 'a b' } }],
  ])('is refused: %s', (_, given) => {
    expect(() => assertCommit({ ...request, ...given })).toThrow('Broken invariant');
  });

  it('is not one of these', () => {
    const command = { cmdId: 'c', fingerprint: 'f', answer: undefined };
    expect(() => assertCommit({ ...request, command, settlement: { handId: 'h' } })).not.toThrow();
    expect(() =>
      assertClaim({ tableId: 't', token: 1, incarnation: 'i', firstVersion: 0 }),
    ).not.toThrow();
  });
});

describe('the entries after a checkpoint', () => {
  const entries = (...versions: number[]): LogEntry[] =>
    versions.map((version) => ({ version, token: 1, atMs: 1, requestId: 'r', events: [1] }));
  const versionsOf = (found: LogEntry[]): number[] => found.map(({ version }) => version);

  it('leave out what the checkpoint holds', () => {
    expect(versionsOf(entriesAfter(3, entries(2, 3, 4, 5), 5))).toEqual([4, 5]);
    expect(entriesAfter(5, entries(4, 5), 5)).toEqual([]);
    expect(versionsOf(entriesAfter(null, entries(8, 9), 9))).toEqual([8, 9]);
    expect(entriesAfter(null, [], 7)).toEqual([]);
  });

  it.each<[string, number | null, number[], number]>([
    ['one in the middle', 1, [2, 4], 4],
    ['the first', 1, [3, 4], 4],
    ['the last', 1, [2, 3], 4],
    ['all of them', 1, [], 4],
    ['the last of a log without a checkpoint', null, [1, 2], 3],
    ['an entry twice', 1, [2, 2, 3], 3],
  ])('are refused when torn: %s', (_, since, versions, last) => {
    expect(() => entriesAfter(since, entries(...versions), last)).toThrow('every version');
  });
});

it('an answer that the script does not give is not believed', () => {
  expect(() => commitOutcome('', '')).toThrow('answered');
});
