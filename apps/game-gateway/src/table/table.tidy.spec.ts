import {
  decideTable,
  isHandRunning,
  preAction,
  seatIndex,
  type PreActionName,
  type TableCommand,
} from '@cardroom/engine';

import { MemoryTable } from './actor.builder';
import { secretsOf, type Duty } from './table.duties';

const [first, second] = [seatIndex(0), seatIndex(1)];

/** Does a command of the table, and says so to nobody. */
async function does(table: MemoryTable, command: TableCommand): Promise<void> {
  const decided = decideTable(table.live.state, command, table.live.dealer());
  if (!decided.ok) throw new Error(decided.error.code);
  await table.live.commit(decided.value, { requestId: 'test' });
}

/** Does what is due until the table waits or rests. */
async function tend(table: MemoryTable): Promise<Duty> {
  for (let round = 0; round < 30; round += 1) {
    const duty = await table.duties.next(table.live);
    if (duty.type !== 'commit') return duty;
    await table.live.commit(duty.events, { requestId: 'test', ...secretsOf(duty) });
  }
  throw new Error('The table is never done');
}

describe('table.md §8 idle seats', () => {
  it('the rest of a table ends when an idle seat runs out, and its chips go to the wallet', async () => {
    const table = new MemoryTable([50_000], { awayRemovalMs: 20_000 });
    await does(table, { type: 'sit_out', seat: first });
    expect(await tend(table)).toEqual({ type: 'wait', ms: 20_000 });
    table.clock.advance(19_999);
    expect(await tend(table)).toEqual({ type: 'wait', ms: 1 });
    expect(table.cashedOut).toEqual([]);
    table.clock.advance(1);
    expect(await tend(table)).toEqual({ type: 'rest' });
    expect(table.cashedOut).toEqual(['user-0']);
  });

  it('a long rest is cut into short ones', async () => {
    const table = new MemoryTable([50_000], { awayRemovalMs: 3_600_000 });
    await does(table, { type: 'sit_out', seat: first });
    expect(await tend(table)).toEqual({ type: 'wait', ms: 60_000 });
  });

  it('a table that is handed over is left as it is', async () => {
    const table = new MemoryTable([50_000], { awayRemovalMs: 20_000 });
    await does(table, { type: 'sit_out', seat: first });
    await tend(table);
    table.duties.drain();
    table.clock.advance(20_000);
    expect(await tend(table)).toEqual({ type: 'rest' });
    expect(table.cashedOut).toEqual([]);
  });
});

describe('table.md §5 the waiting list', () => {
  it('an offer follows a seat that comes free, and ends by itself', async () => {
    const table = new MemoryTable([50_000, 50_000], { maxSeats: 2, seatOfferMs: 5_000 });
    await does(table, { type: 'sit_out', seat: first });
    await does(table, { type: 'join_waiting', userId: 'waits', nickname: 'Waits' });
    await does(table, { type: 'leave', seat: second });
    expect(await tend(table)).toEqual({ type: 'wait', ms: 5_000 });
    expect(table.live.state.waiting).toMatchObject([{ userId: 'waits', offer: { seat: 1 } }]);
    table.clock.advance(5_000);
    await tend(table);
    expect(table.live.state.waiting).toEqual([]);
  });
});

describe('table.md §6 automatic top-ups', () => {
  async function toppedUp(isWalletFull: boolean): Promise<MemoryTable> {
    const table = new MemoryTable([50_000]);
    table.isWalletFull = isWalletFull;
    await does(table, { type: 'auto_top_up', seat: first, toKrw: 80_000 });
    await tend(table);
    return table;
  }

  it('§6.2 come from the wallet between hands', async () => {
    const table = await toppedUp(true);
    expect(table.live.state.seats[0]).toMatchObject({ stackKrw: 80_000, autoTopUpKrw: 80_000 });
    expect(table.io.notices.map(({ code }) => code)).toEqual(['TOP_UP_DONE']);
  });

  it('§6.3 end when the wallet does not cover them, after one try', async () => {
    const table = await toppedUp(false);
    expect(table.live.state.seats[0]).toMatchObject({ stackKrw: 50_000, autoTopUpKrw: null });
    expect(table.io.notices.map(({ code }) => code)).toEqual(['TOP_UP_REFUSED']);
  });
});

describe('table.md §7 pre-actions', () => {
  async function decided(action: PreActionName): Promise<MemoryTable> {
    const table = new MemoryTable([50_000, 50_000, 50_000]);
    await tend(table);
    const before = preAction(table.live.state.hand, first, action);
    if (before === null) throw new Error('the pre-action is refused');
    table.live.preActions.set(before);
    return table;
  }

  // Seat 2 has the button and acts first; seats 0 and 1 are the blinds.
  const acts = (table: MemoryTable, toKrw?: number): Promise<void> => {
    const seat = seatIndex(2);
    const action =
      toKrw === undefined
        ? ({ type: 'fold', seat } as const)
        : ({ type: 'raise', seat, toKrw } as const);
    return does(table, { type: 'play', action, usedMs: 0 });
  };

  it('§7.2 the house does at once what was decided, without waiting for the clock', async () => {
    const table = await decided('check_fold');
    expect(await tend(table)).toEqual({ type: 'wait', ms: 15_000 });
    await acts(table);
    const duty = await table.duties.next(table.live);
    const [acted] = duty.type === 'commit' ? duty.events : [];
    expect(acted).toMatchObject({
      event: { type: 'acted', seat: 0, action: 'fold', bySystem: false },
    });
  });

  it('§7.2 what has lapsed is not done: the player is asked', async () => {
    const table = await decided('call');
    await acts(table, 3_000);
    expect(await tend(table)).toEqual({ type: 'wait', ms: 15_000 });
    expect(table.live.turn?.seat).toBe(0);
    expect(isHandRunning(table.live.state)).toBe(true);
  });

  it('§7.4 deciding commits nothing that others could see', async () => {
    const table = await decided('call_any');
    const { version } = table.live;
    table.live.tellOwn();
    expect(table.live.version).toBe(version);
    expect(table.live.deltasSince(version)).toEqual([]);
  });
});
