import { parsePhh, toRecordedHand } from './phh-reader';
import { playRecord } from './play-record';

/** Heads-up to the river without a bet; the second player has a pair of aces unless told. */
const checkedDown = (fields: {
  readonly first: string;
  readonly final: string;
  readonly board?: string;
  readonly second?: string;
}) => {
  const { first, final, board = '2c7d9hJsKc', second = 'AsAd' } = fields;
  const text = `variant = 'NT'
antes = [0, 0]
blinds_or_straddles = [1, 2]
min_bet = 2
starting_stacks = [100, 100]
finishing_stacks = ${final}
actions = ['d dh p1 ${first}', 'd dh p2 ${second}', 'p2 cc', 'p1 cc', 'd db ${board.slice(0, 6)}', 'p1 cc', 'p2 cc',
  'd db ${board.slice(6, 8)}', 'p1 cc', 'p2 cc', 'd db ${board.slice(8)}', 'p1 cc', 'p2 cc']`;
  const [record] = parsePhh(text).map(toRecordedHand);
  if (record === undefined) throw new Error('no hand was read');
  return record;
};

describe('a record that is played', () => {
  it('agrees when it tells the truth', () => {
    const record = checkedDown({ first: '3c3d', final: '[98, 102]' });
    expect(playRecord(record, 1).mismatch).toBeNull();
  });

  it('disagrees at its end when stacks are others', () => {
    const record = checkedDown({ first: '3c3d', final: '[102, 98]' });
    expect(playRecord(record, 1).mismatch).toMatchObject({
      ...{ handId: '1', step: null, reason: 'stacks [98,102], record [102,98]' },
    });
  });

  it('disagrees at the step where somebody acts out of turn or against the rules', () => {
    const record = checkedDown({ first: '3c3d', final: '[98, 102]' });
    const outOfTurn = { ...record, steps: [...record.steps].reverse().slice(-3) };
    expect(playRecord(outOfTurn, 1).mismatch).toMatchObject({ step: expect.any(Number) as number });
    const tooMuch = { player: 1, action: 'bet_or_raise', toKrw: 101 } as const;
    expect(playRecord({ ...record, steps: [tooMuch] }, 1).mismatch).toMatchObject({
      ...{ step: 0, reason: 'bet_or_raise is BET_TOO_LARGE' },
    });
  });

  it('disagrees when it stops before its end, or has a card that never came', () => {
    const record = checkedDown({ first: '3c3d', final: '[98, 102]' });
    expect(playRecord({ ...record, steps: record.steps.slice(0, 4) }, 1).mismatch?.reason).toMatch(
      /the hand is not over/,
    );
    const folded = { ...record, steps: [{ player: 1, action: 'fold' } as const], finalKrw: null };
    expect(playRecord(folded, 1).mismatch?.reason).toBe('the record has other board cards');
  });

  it('finds cards for an unknown hand that lost, won or shared', () => {
    for (const final of ['[98, 102]', '[102, 98]']) {
      expect(playRecord(checkedDown({ first: '????', final }), 1).mismatch).toBeNull();
    }
    const shared = checkedDown({ first: '??3h', final: '[100, 100]', board: 'TcJcQcKcAc' });
    expect(playRecord(shared, 1).mismatch).toBeNull();
  });

  it('finds cards for an unknown hand that lost to a weak one', () => {
    const weak = { first: '????', final: '[98, 102]', board: '8s5c7sQs9d', second: '4d4c' };
    expect(playRecord(checkedDown(weak), 1).mismatch).toBeNull();
  });

  it('stays a mismatch when no cards make it true', () => {
    const record = checkedDown({ first: '????', final: '[102, 98]', board: 'TcJcQcKcAc' });
    expect(playRecord(record, 1).mismatch?.reason).toMatch(/stacks \[100,100\]/);
  });

  it('names a setup that is none', () => {
    const record = checkedDown({ first: '3c3d', final: '[98, 102]' });
    const [krw = record.rakeKrw] = record.stacksKrw;
    const poor = { ...record, stacksKrw: [krw, record.rakeKrw] };
    expect(playRecord(poor, 1)).toMatchObject({ events: [], mismatch: { step: null } });
  });
});
