import { krw } from '@cardroom/money';

import { nextTidyAtMs } from './between-hands';
import { TestTable } from './table.builder';

const REMOVAL_MS = 600_000;

function seated(): TestTable {
  const made = new TestTable({ awayRemovalMs: REMOVAL_MS });
  ['A', 'B', 'C'].forEach((who, seat) => made.sit(seat, who));
  return made;
}

const timeout = (made: TestTable): void => {
  made.act({ type: 'timeout', seat: made.seatOf('C') });
};

describe('§8 idle seats', () => {
  it('§8.1 two time-outs in a row are an absence, one is none', () => {
    const made = seated();
    for (const isAway of [false, true]) {
      made.deal();
      while (made.state.hand?.toActSeat !== made.seatOf('C')) {
        const seat = made.state.hand?.toActSeat;
        if (seat === null || seat === undefined) throw new Error('the seat does not come to act');
        made.act({ type: 'call', seat });
      }
      timeout(made);
      made.finish();
      expect(made.state.seats[2]?.away).toBe(isAway);
    }
  });

  it('§8.2 a seat that sits out is freed after the published time, not before', () => {
    const made = seated();
    made.as('B', 'sit_out');
    made.tidy();
    expect(nextTidyAtMs(made.state)).toBe(made.nowMs + REMOVAL_MS);
    made.nowMs += REMOVAL_MS - 1;
    made.tidy();
    expect(made.state.seats[1]?.leaving).toBe(false);
    made.nowMs += 1;
    made.tidy();
    expect(made.state.seats[1]?.leaving).toBe(true);
    expect(nextTidyAtMs(made.state)).toBeNull();
  });

  it('§8.2 so is a seat without chips', () => {
    const made = seated();
    made.apply([{ type: 'topped_up', seat: made.seatOf('B'), amountKrw: krw(-10_000) }]);
    made.tidy();
    made.nowMs += REMOVAL_MS;
    made.tidy();
    expect(made.state.seats[1]?.leaving).toBe(true);
  });

  it('§8.2 coming back begins the time anew', () => {
    const made = seated();
    made.as('B', 'sit_out');
    made.tidy();
    made.nowMs += REMOVAL_MS - 1;
    made.as('B', 'sit_in');
    made.as('B', 'sit_out');
    made.tidy();
    made.nowMs += 1;
    made.tidy();
    expect(made.state.seats[1]?.leaving).toBe(false);
  });

  it('§8.3 never during a hand', () => {
    const made = seated();
    made.as('C', 'sit_out');
    made.tidy();
    made.deal();
    made.nowMs += REMOVAL_MS;
    made.tidy();
    expect(made.state.seats[2]?.leaving).toBe(false);
    made.finish();
    made.tidy();
    expect(made.state.seats[2]?.leaving).toBe(true);
  });
});

describe('§6 automatic top-ups', () => {
  const autoTopUp = (made: TestTable, toKrw: number | null) =>
    made.do({ type: 'auto_top_up', seat: made.seatOf('B'), toKrw });
  const lose = (made: TestTable, amountKrw: number): void => {
    made.apply([{ type: 'topped_up', seat: made.seatOf('B'), amountKrw: krw(-amountKrw) }]);
  };

  it('§6.2 fill the stack up to the chosen amount between hands', () => {
    const made = seated();
    expect(autoTopUp(made, 9_000)).toBeNull();
    lose(made, 2_500);
    made.tidy();
    expect(made.state.seats[1]?.queuedTopUp?.amountKrw).toBe(1_500);
  });

  it('§6.2 do nothing above that amount, while sitting out, or once turned off', () => {
    const made = seated();
    autoTopUp(made, 9_000);
    lose(made, 1_000);
    made.tidy();
    lose(made, 1_000);
    made.as('B', 'sit_out');
    made.tidy();
    made.as('B', 'sit_in');
    autoTopUp(made, null);
    made.tidy();
    expect(made.state.seats[1]?.queuedTopUp).toBeNull();
  });

  it('§6.2 to more than the largest buy-in are refused', () => {
    expect(autoTopUp(seated(), 10_001)).toBe('TOP_UP_OUT_OF_RANGE');
  });

  it('§6.3 end when the wallet does not cover one; a refused top-up by hand ends nothing', () => {
    const made = seated();
    const seat = made.seatOf('B');
    autoTopUp(made, 9_000);
    lose(made, 2_000);
    made.do({ type: 'top_up', seat, topUpId: 'by-hand', amountKrw: krw(500) });
    made.do({ type: 'drop_top_up', seat });
    expect(made.state.seats[1]?.autoTopUpKrw).toBe(9_000);
    made.tidy();
    made.do({ type: 'drop_top_up', seat });
    expect(made.state.seats[1]).toMatchObject({ autoTopUpKrw: null, queuedTopUp: null });
    made.tidy();
    expect(made.state.seats[1]?.queuedTopUp).toBeNull();
  });

  it('§6.2 each movement of money has a name of its own, a repeated one the same', () => {
    const ids = [1_000, 1_000, 1_500].map((lost) => {
      const made = seated();
      autoTopUp(made, 10_000);
      lose(made, lost);
      made.tidy();
      return made.state.seats[1]?.queuedTopUp?.topUpId;
    });
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });
});
