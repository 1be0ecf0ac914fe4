import { krw } from '@cardroom/money';

import { restoreTable } from './evolve-table';
import { seatIndex } from './seat-index';
import { sitFault } from './seating';
import { TestTable, tableConfig } from './table.builder';
import type { TableState } from './table-types';

const codeOf = (
  made: TestTable,
  userId: string,
  buyInKrw: number,
  how: { readonly seat?: number; readonly afterMs?: number } = {},
): string | null => {
  const { seat = 5, afterMs = 0 } = how;
  const nowMs = made.nowMs + afterMs;
  return sitFault(made.state, { seat, userId, buyInKrw, nowMs })?.code ?? null;
};

describe('§3 coming back', () => {
  function leftWith(stackKrw: number): TestTable {
    const made = new TestTable({ rathole: { windowMs: 60_000 } });
    made.sit(0, 'A', { stackKrw });
    made.sit(1, 'B');
    made.leave('A');
    return made;
  }

  it.each([
    [
      '§3.1 #63 with less than the stack that left is refused',
      8_000,
      7_999,
      'BUYIN_BELOW_LAST_STACK',
    ],
    ['§3.1 with the stack that left is allowed', 8_000, 8_000, null],
    ['§3.2 a stack above the largest buy-in comes back whole', 25_000, 25_000, null],
    ['§3.2 and not with less', 25_000, 10_000, 'BUYIN_BELOW_LAST_STACK'],
    ['§3.2 and not with more', 25_000, 25_001, 'BUYIN_OUT_OF_RANGE'],
    ['§3.1 a smaller stack asks for the smallest buy-in as ever', 100, 3_999, 'BUYIN_OUT_OF_RANGE'],
    ['§3.1 whoever lost everything may buy in anew', 0, 4_000, null],
  ])('%s', (_rule, left, buyIn, code) => {
    expect(codeOf(leftWith(left), 'A', buyIn)).toBe(code);
  });

  it('§3.1 is free again when the window is over, at that very moment', () => {
    const made = leftWith(8_000);
    expect(codeOf(made, 'A', 4_000, { afterMs: 59_999 })).toBe('BUYIN_BELOW_LAST_STACK');
    expect(codeOf(made, 'A', 4_000, { afterMs: 60_000 })).toBeNull();
  });

  it('§3.1 concerns nobody else', () => {
    expect(codeOf(leftWith(8_000), 'C', 4_000)).toBeNull();
  });

  it('§3.3 is remembered when the table empties, and forgotten after the window', () => {
    const made = leftWith(8_000);
    made.leave('B');
    expect(made.state.seats.every((at) => at === null)).toBe(true);
    expect(codeOf(made, 'A', 4_000)).toBe('BUYIN_BELOW_LAST_STACK');
    made.nowMs += 60_000;
    made.sit(2, 'C');
    made.leave('C');
    expect(made.state.departed.map(({ userId }) => userId)).toEqual(['C']);
  });
});

describe('§5 seats are taken', () => {
  it.each([
    ['#56 twice by one player', 'A', 3, 10_000, 'ALREADY_SEATED'],
    ['#55 where somebody sits', 'C', 0, 10_000, 'SEAT_TAKEN'],
    ['#57 where there is no seat', 'C', 6, 10_000, 'SEAT_TAKEN'],
    ['#57 at half a seat', 'C', 1.5, 10_000, 'SEAT_TAKEN'],
    ['#58 with too little', 'C', 3, 3_999, 'BUYIN_OUT_OF_RANGE'],
    ['#58 with too much', 'C', 3, 10_001, 'BUYIN_OUT_OF_RANGE'],
    ['by the rules', 'C', 3, 10_000, null],
  ])('%s', (_rule, userId, seat, buyIn, code) => {
    const made = new TestTable();
    made.sit(0, 'A');
    expect(codeOf(made, userId, buyIn, { seat })).toBe(code);
  });

  it('#56 even where the money has moved', () => {
    const made = new TestTable();
    made.sit(0, 'A');
    expect(() => made.sit(1, 'A')).toThrow('ALREADY_SEATED');
    expect(() => made.sit(0, 'B')).toThrow('SEAT_TAKEN');
  });
});

describe('a table that an earlier release has written', () => {
  const before = {
    tableId: 'table',
    config: tableConfig(),
    seats: [
      {
        ...{ seat: seatIndex(0), userId: 'A', nickname: 'A', seatSessionId: 'a' },
        ...{ stackKrw: krw(5_000), sittingOut: false, leaving: false, timeBankMs: 7 },
        ...{ usingTimeBank: false, timeouts: 0, queuedTopUp: null },
      },
      ...[null, null, null, null, null],
    ],
    buttonSeat: null,
    handNo: 12,
    hand: null,
    handSessions: {},
  } as unknown as TableState;

  it('is read with what did not exist then, and plays on', () => {
    const made = new TestTable();
    made.state = restoreTable(before, tableConfig({ maxSeats: 6 }));
    expect(made.state).toMatchObject({ waiting: [], departed: [], bigBlindSeat: null, handNo: 12 });
    made.sit(1, 'B');
    expect(made.hand()).toMatchObject({ dealt: [0, 1] });
  });

  it('goes on with the blinds of its last hand', () => {
    const played = new TestTable();
    ['A', 'B', 'C'].forEach((who, seat) => played.sit(seat, who));
    played.hand();
    const places = new Set(['smallBlindSeat', 'bigBlindSeat']);
    const old = Object.entries(played.state).filter(([property]) => !places.has(property));
    const restored = restoreTable(Object.fromEntries(old) as TableState, played.state.config);
    expect(restored).toEqual(played.state);
  });

  it('written now is read as it was', () => {
    const made = new TestTable();
    made.sit(0, 'A');
    made.sit(1, 'B');
    made.hand();
    made.leave('B');
    const stored = JSON.parse(JSON.stringify(made.state)) as TableState;
    expect(restoreTable(stored, made.state.config)).toEqual(made.state);
  });
});
