import { seatIndex } from './seat-index';
import { TestTable } from './table.builder';
import type { StraddleRule } from './table-types';

function table(straddle: StraddleRule, names = ['A', 'B', 'C', 'D']): TestTable {
  const made = new TestTable({ straddle });
  names.forEach((who, seat) => made.sit(seat, who));
  return made;
}

const ask = (made: TestTable, userId: string, on = true) =>
  made.do({ type: 'straddle', seat: made.seatOf(userId), on });

const straddleOf = (made: TestTable) => {
  made.deal();
  const straddle = made.state.hand?.setup.straddle ?? null;
  const { toActSeat, currentBetKrw } = made.state.hand ?? {};
  made.finish();
  return { straddle, toActSeat, currentBetKrw };
};

describe('§4 straddles', () => {
  it('§4.1 under the gun posts two big blinds and the next one begins', () => {
    const made = table('under_the_gun');
    ask(made, 'C');
    expect(straddleOf(made)).toEqual({
      straddle: { seat: 2, amountKrw: 200 },
      toActSeat: 3,
      currentBetKrw: 200,
    });
  });

  it('§4.1 the button posts it where the table says so', () => {
    const made = table('button');
    ask(made, 'D');
    expect(straddleOf(made)).toMatchObject({ straddle: { seat: 3, amountKrw: 200 }, toActSeat: 0 });
  });

  it.each([
    ['nobody has asked', (): TestTable => table('under_the_gun')],
    ['another seat has asked', (): TestTable => asked('under_the_gun', 'D')],
    ['the wish was taken back', (): TestTable => takenBack()],
    ['two play', (): TestTable => asked('under_the_gun', 'B', ['A', 'B'])],
  ])('§4.2 there is none where %s', (_why, made) => {
    expect(straddleOf(made()).straddle).toBeNull();
  });

  function asked(rule: StraddleRule, who: string, names?: string[]): TestTable {
    const made = table(rule, names);
    ask(made, who);
    return made;
  }

  function takenBack(): TestTable {
    const made = asked('under_the_gun', 'C');
    ask(made, 'C', false);
    return made;
  }

  it('§4.2 the wish is for the next hand only', () => {
    const made = asked('under_the_gun', 'D');
    expect(straddleOf(made).straddle).toBeNull();
    expect(straddleOf(made).straddle).toBeNull();
  });

  it('§4.2 a stack that would not survive it does not straddle', () => {
    const made = new TestTable({ straddle: 'under_the_gun' });
    ['A', 'B', 'C'].forEach((who, seat) => made.sit(seat, who, { stackKrw: 200 }));
    ask(made, 'C');
    expect(straddleOf(made).straddle).toBeNull();
  });

  it('§4.2 nobody straddles on top of paying to come in', () => {
    const made = table('under_the_gun');
    made.hand();
    made.sit(4, 'E', { entry: 'post' });
    made.leave('D');
    ask(made, 'E');
    const posted = straddleOf(made);
    expect(made.state.hand?.setup.entryPosts).toEqual([
      { seat: seatIndex(4), liveKrw: 100, deadKrw: 0 },
    ]);
    expect(posted.straddle).toBeNull();
  });

  it('§4.3 a table without straddles refuses the wish', () => {
    expect(ask(table('none'), 'C')).toBe('STRADDLE_NOT_ALLOWED');
  });
});
