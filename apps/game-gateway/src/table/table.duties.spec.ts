import { evolveTable, isHandRunning, seatIndex } from '@cardroom/engine';
import { krw } from '@cardroom/money';

import { MAX_BACKLOG_HANDS } from '../settlement/settler';
import { MemoryTable } from './actor.builder';
import type { HostedEvent } from './hosted-event';
import type { Duty } from './table.duties';

const next = (table: MemoryTable): Promise<Duty> => table.duties.next(table.live);

async function commit(table: MemoryTable, events: readonly HostedEvent[]): Promise<void> {
  await table.live.commit(events, { requestId: 'test' });
}

const tend = (table: MemoryTable): Promise<Duty> => table.tend();

describe('between hands', () => {
  it('a table with one player rests', async () => {
    expect(await tend(new MemoryTable([50_000]))).toEqual({ type: 'rest' });
  });

  it('a hand begins as soon as two players have chips', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    expect(await tend(table)).toEqual({ type: 'wait', ms: 15_000 });
    expect(isHandRunning(table.live.state)).toBe(true);
  });

  it('the next hand waits for the end of the showdown pause', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    table.duties.handEnded(3_000);
    expect(await tend(table)).toEqual({ type: 'wait', ms: 3_000 });
    table.clock.advance(2_999);
    expect(await tend(table)).toEqual({ type: 'wait', ms: 1 });
    table.clock.advance(1);
    await tend(table);
    expect(isHandRunning(table.live.state)).toBe(true);
  });

  it('a drained table begins no hand', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    table.duties.drain();
    expect(await tend(table)).toEqual({ type: 'rest' });
  });

  it('whoever asked to leave is paid before the next hand', async () => {
    const table = new MemoryTable([50_000, 50_000, 50_000]);
    await commit(table, [{ type: 'leave_requested', seat: seatIndex(1) }]);
    await tend(table);
    expect(table.cashedOut).toEqual(['user-1']);
    expect(table.live.state.seats[1]).toBeNull();
    expect(table.live.state.hand?.seats.map(({ seat }) => seat)).toEqual([0, 2]);
  });

  it('whoever leaves waits until the hands before are in PostgreSQL, and so does the next hand', async () => {
    const table = new MemoryTable([50_000, 50_000, 50_000]);
    table.backlogHands = 1;
    await commit(table, [{ type: 'leave_requested', seat: seatIndex(1) }]);
    expect(await tend(table)).toEqual({ type: 'rest' });
    expect(table.cashedOut).toEqual([]);
  });

  it('a backlog without anybody waiting does not hold the next hand up', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    await table.chores.next(table.live.state);
    table.backlogHands = 1;
    await tend(table);
    expect(isHandRunning(table.live.state)).toBe(true);
  });

  it('a table pauses at the largest backlog, says so once, and goes on after it', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    table.backlogHands = MAX_BACKLOG_HANDS;
    expect(await tend(table)).toEqual({ type: 'rest' });
    expect(await tend(table)).toEqual({ type: 'rest' });
    expect(table.live.status).toBe('paused');
    table.backlogHands = 0;
    await tend(table);
    expect(isHandRunning(table.live.state)).toBe(true);
    expect(table.io.notices.map(({ code }) => code)).toEqual(['TABLE_PAUSED', 'TABLE_RESUMED']);
  });

  it.each([
    { full: true, stackKrw: 60_000, notice: 'TOP_UP_DONE' },
    { full: false, stackKrw: 50_000, notice: 'TOP_UP_REFUSED' },
  ])('a queued top-up is $notice where the wallet says $full', async (given) => {
    const table = new MemoryTable([50_000]);
    table.isWalletFull = given.full;
    const topUp = { seat: seatIndex(0), topUpId: 'top-up-1', amountKrw: krw(10_000) };
    await commit(table, [{ type: 'top_up_queued', ...topUp }]);
    await tend(table);
    expect(table.live.state.seats[0]).toMatchObject({
      stackKrw: given.stackKrw,
      queuedTopUp: null,
    });
    expect(table.io.notices.map(({ code }) => code)).toEqual([given.notice]);
  });

  it('a top-up adds no more than the largest stack has room for', async () => {
    const table = new MemoryTable([95_000]);
    const topUp = { seat: seatIndex(0), topUpId: 'top-up-1', amountKrw: krw(10_000) };
    await commit(table, [{ type: 'top_up_queued', ...topUp }]);
    await tend(table);
    expect(table.live.state.seats[0]?.stackKrw).toBe(100_000);
  });

  it('#67 at a closed table everybody is paid and no hand begins', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    table.duties.setClosing(true);
    expect(await tend(table)).toEqual({ type: 'rest' });
    expect(table.cashedOut).toEqual(['user-0', 'user-1']);
    expect(table.live.status).toBe('closed');
  });

  it('a table that is opened again deals again', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    table.duties.setClosing(true);
    table.duties.setClosing(false);
    await tend(table);
    expect(isHandRunning(table.live.state)).toBe(true);
  });
});

describe('during a hand', () => {
  async function dealt(config = {}): Promise<MemoryTable> {
    const table = new MemoryTable([50_000, 50_000, 50_000], config);
    await tend(table);
    return table;
  }

  const typesOf = (duty: Duty): string[] =>
    duty.type !== 'commit'
      ? []
      : duty.events.map((event) => (event.type === 'hand' ? event.event.type : event.type));

  it('the house waits for the deadline', async () => {
    const table = await dealt();
    table.clock.advance(14_999);
    expect(await next(table)).toEqual({ type: 'wait', ms: 1 });
  });

  it('at the deadline the house folds for whoever faces a bet', async () => {
    const table = await dealt();
    table.clock.advance(15_000);
    const duty = await next(table);
    expect(typesOf(duty)).toEqual(['acted']);
    expect(duty).toMatchObject({
      events: [{ event: { action: 'fold', bySystem: true, seat: table.live.turn?.seat } }],
    });
  });

  it('a time bank comes first, once', async () => {
    const table = await dealt({ timeBankMs: 5_000 });
    table.clock.advance(15_000);
    const bank = await next(table);
    expect(typesOf(bank)).toEqual(['time_bank_started']);
    if (bank.type === 'commit') await commit(table, bank.events);
    expect(await next(table)).toEqual({ type: 'wait', ms: 5_000 });
    table.clock.advance(5_000);
    expect(typesOf(await next(table))).toEqual(['time_bank_used', 'acted']);
  });

  it('#62 whoever leaves is folded at once when the turn comes', async () => {
    const table = await dealt();
    const seat = seatIndex(table.live.turn?.seat ?? 0);
    await commit(table, [{ type: 'leave_requested', seat }]);
    expect(await next(table)).toMatchObject({ events: [{ event: { action: 'fold', seat } }] });
  });

  it('a hand whose deck cannot be read is void', async () => {
    const table = await dealt();
    const { version, state } = table.live;
    const lost = new MemoryTable([50_000, 50_000, 50_000]);
    Object.assign(lost.live, { state, version });
    expect(await lost.duties.next(lost.live)).toMatchObject({
      events: [{ event: { type: 'hand_voided', reason: 'deck_lost' } }],
    });
  });

  it('a closed table plays on', async () => {
    const table = await dealt();
    table.duties.setClosing(true);
    expect(await next(table)).toEqual({ type: 'wait', ms: 15_000 });
  });
});

it('the seats that PostgreSQL has come before anything else', async () => {
  const table = new MemoryTable([50_000, 50_000]);
  const left = evolveTable(table.live.state, { type: 'seat_left', seat: seatIndex(0) });
  Object.assign(table.live, { state: left });
  expect(await next(table)).toMatchObject({ events: [{ type: 'seat_taken', userId: 'user-0' }] });
});
