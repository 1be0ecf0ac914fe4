import { seatIndex } from './seat-index';
import { sitFault } from './seating';
import { TestTable } from './table.builder';
import { waitingPlace } from './waiting-list';

const OFFER_MS = 30_000;

function fullTable(): TestTable {
  const made = new TestTable({ maxSeats: 2, seatOfferMs: OFFER_MS });
  made.sit(0, 'A');
  made.sit(1, 'B');
  return made;
}

const wait = (made: TestTable, userId: string): string | null =>
  made.do({ type: 'join_waiting', userId, nickname: userId });

const sitCode = (made: TestTable, userId: string, seat = 1): string | null =>
  sitFault(made.state, { seat, userId, buyInKrw: 10_000, nowMs: made.nowMs })?.code ?? null;

describe('§5 the waiting list', () => {
  it('§5.1 takes whoever finds no seat, once, in order', () => {
    const made = fullTable();
    expect([wait(made, 'C'), wait(made, 'D'), wait(made, 'C')]).toEqual([null, null, null]);
    expect([waitingPlace(made.state, 'C'), waitingPlace(made.state, 'D')]).toEqual([1, 2]);
  });

  it('§5.1 is refused to players of the table, and while a seat is free', () => {
    const made = fullTable();
    expect(wait(made, 'A')).toBe('ALREADY_SEATED');
    made.leave('B');
    expect(wait(made, 'C')).toBe('SEAT_FREE');
  });

  it('§5.1 ends somewhere', () => {
    const made = fullTable();
    for (let index = 0; index < 50; index += 1) expect(wait(made, `W${index}`)).toBeNull();
    expect(wait(made, 'late')).toBe('WAITING_LIST_FULL');
    expect(wait(made, 'W0')).toBeNull();
  });

  it('§5.2 a free seat is offered to the first, until a time', () => {
    const made = fullTable();
    wait(made, 'C');
    wait(made, 'D');
    made.leave('B');
    made.tidy();
    expect(made.state.waiting.map(({ offer }) => offer)).toEqual([
      { seat: 1, untilMs: made.nowMs + OFFER_MS },
      null,
    ]);
  });

  it('§5.2 nobody else can take it, not even before it has been offered', () => {
    const made = fullTable();
    wait(made, 'C');
    made.leave('B');
    expect(sitCode(made, 'X')).toBe('SEAT_RESERVED');
    made.tidy();
    expect(sitCode(made, 'X')).toBe('SEAT_RESERVED');
    expect(sitCode(made, 'C')).toBeNull();
  });

  it('§5.2 whoever sits down is out of the list', () => {
    const made = fullTable();
    wait(made, 'C');
    made.leave('B');
    made.tidy();
    made.sit(1, 'C');
    expect(made.state.waiting).toEqual([]);
  });

  it('§5.3 an offer that runs out goes to the next', () => {
    const made = fullTable();
    wait(made, 'C');
    wait(made, 'D');
    made.leave('B');
    made.tidy();
    made.nowMs += OFFER_MS;
    expect(sitCode(made, 'C')).toBe('SEAT_RESERVED');
    made.tidy();
    expect(made.state.waiting).toEqual([
      { userId: 'D', nickname: 'D', offer: { seat: 1, untilMs: made.nowMs + OFFER_MS } },
    ]);
  });

  it('§5.4 whoever leaves the list gives the offer to the next', () => {
    const made = fullTable();
    wait(made, 'C');
    wait(made, 'D');
    made.leave('B');
    made.tidy();
    expect(made.do({ type: 'leave_waiting', userId: 'C' })).toBeNull();
    made.tidy();
    expect(made.state.waiting.map(({ userId, offer }) => [userId, offer?.seat])).toEqual([
      ['D', seatIndex(1)],
    ]);
  });

  it('§5.2 two seats that are free are offered to two', () => {
    const made = fullTable();
    ['C', 'D', 'E'].forEach((who) => wait(made, who));
    made.leave('A');
    made.leave('B');
    made.tidy();
    expect(made.state.waiting.map(({ offer }) => offer?.seat)).toEqual([0, 1, undefined]);
  });

  it('§5.3 whoever waited too long may wait again', () => {
    const made = fullTable();
    wait(made, 'C');
    made.leave('B');
    made.tidy();
    made.nowMs += OFFER_MS;
    made.tidy();
    expect(wait(made, 'C')).toBe('SEAT_FREE');
    expect(sitCode(made, 'C')).toBeNull();
  });
});
