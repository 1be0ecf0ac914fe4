import type { HandCommand, HandState } from './hand-types';
import { seatIndex } from './seat-index';
import { isPreActionValid, playPreAction, preAction, type PreActionName } from './pre-actions';
import { TestTable } from './table.builder';

/** Four players, seat 2 to act; seats 0 and 1 are the blinds. */
function dealt(): TestTable {
  const made = new TestTable();
  ['A', 'B', 'C', 'D'].forEach((who, seat) => made.sit(seat, who));
  made.deal();
  return made;
}

const hand = (made: TestTable): HandState => {
  if (made.state.hand === null) throw new Error('no hand is played');
  return made.state.hand;
};

const [small, big, first, last] = [seatIndex(0), seatIndex(1), seatIndex(2), seatIndex(3)];
const raise = (seat: typeof small, toKrw: number): HandCommand => ({ type: 'raise', seat, toKrw });

function played(made: TestTable, seat: typeof small, action: PreActionName, before: HandCommand[]) {
  const wish = preAction(hand(made), seat, action);
  if (wish === null) throw new Error('the pre-action is refused');
  before.forEach((command) => made.act(command));
  return playPreAction(hand(made), wish);
}

const fold = (seat: typeof small): HandCommand => ({ type: 'fold', seat });
const call = (seat: typeof small): HandCommand => ({ type: 'call', seat });

describe('§7 pre-actions', () => {
  const called = [call(first), call(last), call(small)];
  const raised = [raise(first, 300), fold(last), fold(small)];

  it.each([
    ['check_fold', 'checks where it is free', called, { type: 'check', seat: big }],
    ['check_fold', 'folds where it is not', raised, { type: 'fold', seat: big }],
    ['check', 'checks where it is free', called, { type: 'check', seat: big }],
    ['check', 'lapses where somebody has bet', raised, null],
    ['call_any', 'checks where it is free', called, { type: 'check', seat: big }],
    ['call_any', 'calls whatever it costs', raised, { type: 'call', seat: big }],
  ] as const)('§7.2 %s %s', (action, _what, before, command) => {
    expect(played(dealt(), big, action, [...before])).toEqual(command);
  });

  it('§7.2 call: the price that was seen is paid', () => {
    expect(played(dealt(), last, 'call', [call(first)])).toEqual(call(last));
  });

  it('§7.2 regression: call lapses when the price changes, and never pays more', () => {
    expect(played(dealt(), last, 'call', [raise(first, 300)])).toBeNull();
  });

  it('§7.3 lapses with the street', () => {
    const made = dealt();
    made.act(call(first));
    const wish = preAction(hand(made), first, 'check_fold');
    if (wish === null) throw new Error('the pre-action is refused');
    [call(last), call(small), { type: 'check', seat: big } as const].forEach((c) => made.act(c));
    expect(hand(made).street).toBe('flop');
    expect(isPreActionValid(hand(made), wish)).toBe(false);
  });

  it('§7.3 lapses with the hand', () => {
    const made = dealt();
    const wish = preAction(hand(made), big, 'check_fold');
    if (wish === null) throw new Error('the pre-action is refused');
    made.finish();
    made.deal();
    expect(isPreActionValid(hand(made), wish)).toBe(false);
  });

  it('§7.2 waits for the turn', () => {
    expect(played(dealt(), big, 'call_any', [call(first)])).toBeNull();
  });

  it.each([
    ['at one’s turn', first, 'call_any'],
    ['a check where there is a bet', last, 'check'],
    ['a call where there is nothing to call', big, 'call'],
    ['without a part in the hand', seatIndex(5), 'call_any'],
  ] as const)('§7.1 is refused %s', (_why, seat, action) => {
    expect(preAction(hand(dealt()), seat, action)).toBeNull();
  });

  it('§7.1 is refused after folding and while no hand is played', () => {
    const made = dealt();
    made.act(fold(first));
    expect(preAction(hand(made), first, 'check_fold')).toBeNull();
    made.finish();
    expect(preAction(made.state.hand, big, 'check_fold')).toBeNull();
    expect(preAction(null, big, 'check_fold')).toBeNull();
  });
});
