import { isHandRunning, seatIndex } from '@cardroom/engine';
import { commitmentOf } from '@cardroom/fairness';
import { HASHES } from '@cardroom/platform';

import { MemoryTable } from './actor.builder';
import { dealEvent, type HostedEvent } from './hosted-event';

const seed = '01'.repeat(32);
const promise = (seat: number): HostedEvent =>
  dealEvent({
    ...{ type: 'seed_committed', seat },
    commitment: commitmentOf(seed, HASHES.sha256),
  });
const commit = async (table: MemoryTable, ...events: HostedEvent[]): Promise<void> => {
  await table.live.commit(events, { requestId: 'test' });
};
const isPlaying = (table: MemoryTable): boolean => isHandRunning(table.live.state);

describe('§2.4 the root', () => {
  it('comes out in a version before the deal, and is that of the hand', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    table.duties.handEnded(3_000);
    await table.tend();
    const { announced } = table.live.deals.state;
    expect([isPlaying(table), table.roots]).toEqual([false, [announced?.root]]);
    expect(table.live.snapshot().table.nextDeal).toEqual(announced);
    table.clock.advance(3_000);
    await table.tend();
    const { deal, nextDeal, handId } = table.live.snapshot().table;
    expect([deal?.root, deal?.handId, nextDeal]).toEqual([announced?.root, handId, null]);
  });

  it('§7 rests with its secret sealed: no deck or seed is in what Redis gets', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    await table.tend();
    const secret = /"(?:deck|seed|salt)"/;
    expect(
      table.commits.some(({ checkpoint }) => JSON.stringify({ checkpoint }).includes('sealedDeal')),
    ).toBe(true);
    expect(table.commits.some(({ entry }) => entry.sealedDeal !== undefined)).toBe(true);
    table.commits.forEach((request) => expect(JSON.stringify(request)).not.toMatch(secret));
  });
});

describe('§3.5 no waiting', () => {
  it('a hand without promises begins at once', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    await table.tend();
    expect(isPlaying(table)).toBe(true);
  });

  it('promised seeds have 300 ms, and no more', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    await commit(table, promise(0));
    expect(await table.tend()).toEqual({ type: 'wait', ms: 300 });
    table.clock.advance(300);
    await table.tend();
    expect([isPlaying(table), table.live.deals.state.begun?.seeds]).toEqual([true, []]);
  });

  it('the hand begins with the last promised seed', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    await commit(table, promise(0), promise(1));
    await table.tend();
    await commit(table, dealEvent({ type: 'seed_opened', seat: 0, value: seed }));
    expect(await table.tend()).toEqual({ type: 'wait', ms: 300 });
    await commit(table, dealEvent({ type: 'seed_opened', seat: 1, value: seed }));
    await table.tend();
    expect(table.live.deals.state.begun?.seeds.map(({ seat }) => seat)).toEqual([0, 1]);
    expect(isPlaying(table)).toBe(true);
  });

  it('a longer pause of the table is not shortened or made longer', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    table.duties.handEnded(3_000);
    await commit(table, promise(0));
    expect(await table.tend()).toEqual({ type: 'wait', ms: 3_000 });
  });
});

describe('§5 openings', () => {
  it('go with own cards to their player, and are in no snapshot', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    await table.tend();
    const own = table.live.cardsOf('user-0');
    expect(own?.openings?.map(({ card }) => card)).toEqual(own?.cards);
    expect(table.live.snapshot().openings).toBeUndefined();
    expect(table.live.cardsOf('stranger')).toBeNull();
  });
});

describe('§6.1 a root without a hand', () => {
  it('is void where too few players are left', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    table.duties.handEnded(3_000);
    await table.tend();
    await commit(table, { type: 'sat_out', seat: seatIndex(1), bySystem: false });
    await table.tend();
    expect(table.records).toMatchObject([{ voidReason: 'not_enough_players' }]);
    expect(table.live.deals.state.announced).toBeNull();
  });

  it('#67 is void where the table is closed', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    table.duties.handEnded(3_000);
    await table.tend();
    table.duties.setClosing(true);
    await table.tend();
    expect(table.records).toMatchObject([{ voidReason: 'table_closed' }]);
  });

  it('is void where Redis has lost it', async () => {
    const table = new MemoryTable([50_000, 50_000]);
    expect(table.live.lost('state_lost', 'test')).toBeNull();
    table.duties.handEnded(3_000);
    await table.tend();
    const [root] = table.roots;
    expect(table.live.lost('state_lost', 'test')).toMatchObject({
      ...{ voidReason: 'state_lost', unused: { root } },
    });
  });
});
