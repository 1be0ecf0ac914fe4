import { evolveTable, seatIndex } from '@cardroom/engine';
import { krw } from '@cardroom/money';

import { MemoryTable } from './actor.builder';
import { seatDifferences } from './seat-differences.rules';

const { live, paid } = new MemoryTable([50_000, 60_000]);
const { state } = live;

describe('between hands PostgreSQL is right', () => {
  it('seats that agree need nothing', () => {
    expect(seatDifferences(state, paid)).toEqual([]);
  });

  it('a seat that is paid for and unknown is taken', () => {
    const known = evolveTable(state, { type: 'seat_left', seat: seatIndex(1) });
    expect(seatDifferences(known, paid)).toEqual([{ type: 'seat_taken', ...paid[1] }]);
  });

  it('a seat that nobody has paid for is freed', () => {
    expect(seatDifferences(state, paid.slice(0, 1))).toEqual([{ type: 'seat_left', seat: 1 }]);
  });

  it('a seat of an earlier stay is freed before its next owner takes it', () => {
    const again = paid.map((session) => ({ ...session, seatSessionId: `${session.seat}-again` }));
    const events = seatDifferences(state, again);
    expect(events.map(({ type }) => type)).toEqual([
      ...['seat_left', 'seat_left', 'seat_taken', 'seat_taken'],
    ]);
    const after = events.reduce(evolveTable, state);
    expect(after.seats.flatMap((at) => at?.seatSessionId ?? [])).toEqual(['0-again', '1-again']);
  });

  it.each([70_000, 40_000])('a stack becomes what it is there: %p', (stackKrw) => {
    const [first, second] = paid;
    if (first === undefined || second === undefined) throw new Error('two seats are paid for');
    const events = seatDifferences(state, [first, { ...second, stackKrw: krw(stackKrw) }]);
    expect(events.reduce(evolveTable, state).seats[1]?.stackKrw).toBe(stackKrw);
  });
});
