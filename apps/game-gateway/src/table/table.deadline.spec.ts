import type { TableEvent } from '@cardroom/engine';
import type { Answer } from '@cardroom/protocol';

import { MemoryTable, playerAt, TABLE_ID } from './actor.builder';
import type { TableActor } from './table.actor';

/**
 * #50 An action and the end of its time meet. Both go through the one queue of the table: the first
 * there counts, the other is refused or not needed any more.
 */

const TIMEOUT_MS = 15_000;
let table: MemoryTable;
let actor: TableActor;

const settle = async (): Promise<void> => {
  // A watcher is served after all that was queued before.
  await actor.watch('nobody', undefined);
  await actor.watch('nobody', undefined);
};

beforeEach(async () => {
  table = new MemoryTable([50_000, 50_000, 50_000]);
  actor = table.actor();
  actor.wake();
  await settle();
});

afterEach(() => actor.close());

const acted = (): Extract<TableEvent, { type: 'hand' }>['event'][] =>
  table.commits
    .flatMap(({ entry }) => entry.events as TableEvent[])
    .flatMap((event) =>
      event.type === 'hand' && event.event.type === 'acted' ? [event.event] : [],
    );

function call(cmdId = 'call-0001', stateVersion = actor.table.version): Promise<Answer> {
  const { turn, handId } = actor.table;
  return actor.submit(
    {
      ...{ type: 'table.act', cmdId, tableId: TABLE_ID, handId: handId ?? '' },
      ...{ stateVersion, action: 'call' },
    },
    playerAt(turn?.seat ?? -1),
  );
}

it('#50 one millisecond before the deadline the action counts', async () => {
  table.clock.advance(TIMEOUT_MS - 1);
  const answer = call();
  actor.wake();
  expect(await answer).toMatchObject({ ok: true });
  await settle();
  expect(acted()).toMatchObject([{ action: 'call', bySystem: false }]);
});

it('#50 at exactly the deadline an action that came first counts, and nobody is timed out', async () => {
  table.clock.advance(TIMEOUT_MS);
  const answer = call();
  actor.wake();
  expect(await answer).toMatchObject({ ok: true });
  await settle();
  expect(acted()).toMatchObject([{ action: 'call', bySystem: false }]);
  expect(actor.table.turn?.deadlineMs).toBe(table.clock.nowMs() + TIMEOUT_MS);
});

it('#50 at exactly the deadline a time-out that came first counts, and the action is STALE_STATE', async () => {
  table.clock.advance(TIMEOUT_MS);
  actor.wake();
  const answer = call();
  expect(await answer).toMatchObject({ ok: false, code: 'STALE_STATE' });
  await settle();
  expect(acted()).toMatchObject([{ action: 'fold', bySystem: true }]);
});

it('#50 of two messages and the timer at once one has an effect, whatever their order', async () => {
  const { version } = actor.table;
  table.clock.advance(TIMEOUT_MS);
  const answers = [call('call-0001', version), call('call-0002', version)];
  actor.wake();
  const [won, lost] = await Promise.all(answers);
  expect(won).toMatchObject({ ok: true });
  expect(lost).toMatchObject({ ok: false, code: 'STALE_STATE' });
  await settle();
  expect(acted()).toHaveLength(1);
});

it('#50 after the time-out the same action is refused again and again, with the same words', async () => {
  table.clock.advance(TIMEOUT_MS + 1);
  actor.wake();
  const { version } = actor.table;
  const first = await call('call-0001', version);
  expect(first).toMatchObject({ ok: false, code: 'STALE_STATE' });
  expect(await call('call-0001', version)).toMatchObject({ ok: false });
  await settle();
  expect(acted()).toHaveLength(1);
});

it('a time bank begins at the deadline, and ends the decision at its own', async () => {
  await actor.close();
  table = new MemoryTable([50_000, 50_000], { timeBankMs: 8_000 });
  actor = table.actor();
  actor.wake();
  await settle();
  const { turn } = actor.table;
  table.clock.advance(TIMEOUT_MS);
  actor.wake();
  await settle();
  expect(actor.table.turn).toMatchObject({ seat: turn?.seat, bankSinceMs: table.clock.nowMs() });
  table.clock.advance(3_000);
  expect(await call()).toMatchObject({ ok: true });
  expect(actor.table.state.seats[turn?.seat ?? -1]?.timeBankMs).toBe(5_000);
});
