import { History, type LoggedVersion, type Operation } from './history';

const entry = (version: number, more: Partial<LoggedVersion> = {}): LoggedVersion => ({
  ...{ tableId: 't', version, token: 1, commandId: null, text: `text of ${version}` },
  ...more,
});
const action = (commandId: string, more: Partial<Operation> = {}): Operation => ({
  ...{ tableId: 't', commandId, outcome: 'ok', stateVersion: 1 },
  ...more,
});

/** What is found after some operations and some versions of a log. */
function findings(operations: readonly Operation[], entries: readonly LoggedVersion[]): string[] {
  const history = new History();
  operations.forEach((operation) => history.note(operation));
  entries.forEach((each) => history.log(each));
  return history.findings();
}

describe('the history of a table', () => {
  it('is sound where each acknowledged action is in its version, once', () => {
    const entries = [entry(1, { commandId: 'a' }), entry(2, { commandId: 'b' })];
    const operations = [action('a'), action('b', { stateVersion: 2 })];
    expect(findings(operations, [...entries, ...entries])).toEqual([]);
  });

  it('I5 names an acknowledged action in whose version is something else', () => {
    expect(findings([action('a')], [entry(1, { commandId: 'b' })])).toEqual([
      expect.stringContaining('I5 lost: a'),
    ]);
  });

  it('I5 names an action that took effect twice', () => {
    const twice = [entry(1, { commandId: 'a' }), entry(2, { commandId: 'a' })];
    expect(findings([action('a')], twice)).toEqual([expect.stringContaining('I5 twice: a')]);
  });

  it('I5 names a refused action that took effect', () => {
    const refused = action('a', { outcome: 'refused' });
    expect(findings([refused], [entry(1, { commandId: 'a' })])).toEqual([
      expect.stringContaining('refused and took effect'),
    ]);
  });

  it('I5 lets an action without an answer take effect or not, and be answered later', () => {
    const unknown = action('a', { outcome: 'unknown' });
    expect(findings([unknown], [])).toEqual([]);
    expect(findings([unknown, action('a')], [entry(1, { commandId: 'a' })])).toEqual([]);
  });

  it('I5 names an action that was answered in two ways', () => {
    expect(findings([action('a'), action('a', { outcome: 'refused' })], [])).toEqual([
      'I5 a was ok, then refused',
    ]);
  });

  it('I5 names a version that players were told in two ways', () => {
    const history = new History();
    for (const events of ['fold', 'fold', 'raise']) {
      history.tell({ tableId: 't', version: 4, events });
    }
    expect(history.findings()).toEqual([expect.stringContaining('two stories of version 4')]);
  });

  it('I6 names a version that was written twice, and a token that fell', () => {
    expect(findings([], [entry(1), entry(1, { text: 'another' })])).toEqual([
      expect.stringContaining('I6 table t has two versions 1'),
    ]);
    expect(findings([], [entry(1, { token: 2 }), entry(2, { token: 1 })])).toEqual([
      expect.stringContaining('I6 the token of table t falls'),
    ]);
  });

  it('counts what went with a log that Redis has lost, and does not call it a fault', () => {
    const history = new History();
    history.note(action('a', { stateVersion: 9 }));
    history.log(entry(20_000_001));
    expect(history.findings()).toEqual([]);
    expect(history.counts).toMatchObject({ invoked: 1, ok: 1, lostWithTheLog: 1 });
  });
});
