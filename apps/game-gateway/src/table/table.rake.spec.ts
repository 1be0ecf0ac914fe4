import type { TableEvent } from '@cardroom/engine';
import type { RakeVersion } from '@cardroom/rake';

import { MemoryTable, playerAt, TABLE_ID } from './actor.builder';
import type { TableActor } from './table.actor';

/** Docs/rules/rake.md §4: which terms a hand is raked by. */

const BEGINNING: RakeVersion = { fromMs: null, rateBp: 500, capKrw: 3_000 };
const MINUTE_MS = 60_000;

let table: MemoryTable;
let actor: TableActor;

beforeEach(async () => {
  table = new MemoryTable([50_000, 50_000], { actionTimeoutMs: 10 * MINUTE_MS });
  actor = table.actor();
  await settle();
});

afterEach(() => actor.close());

const settle = async (): Promise<void> => {
  actor.wake();
  // A watcher is served after all that was queued before.
  for (let turn = 0; turn < 4; turn += 1) await actor.watch('nobody', undefined);
};

/** The next decision of the hand: a call or a check, which ends it after the river. */
async function callOrCheck(count: number): Promise<void> {
  const { turn, handId, version } = actor.table;
  const at = { tableId: TABLE_ID, handId: handId ?? '', stateVersion: version };
  for (const action of ['check', 'call'] as const) {
    const cmdId = `${action}-${count}-0001`;
    const command = { type: 'table.act', cmdId, ...at, action } as const;
    const answer = await actor.submit(command, playerAt(turn?.seat ?? -1));
    if (answer.ok) return;
  }
  throw new Error('nobody may call or check');
}

const rakesKrw = (): number[] =>
  table.commits
    .flatMap(({ entry }) => entry.events as TableEvent[])
    .flatMap((event) =>
      event.type === 'hand' && event.event.type === 'hand_settled' ? [event.event.rakeKrw] : [],
    );

async function playHand(midway: () => void = () => undefined): Promise<void> {
  const before = rakesKrw().length;
  for (let count = 0; rakesKrw().length === before; count += 1) {
    if (count === 3) midway();
    await callOrCheck(table.commits.length);
    await settle();
  }
}

it('§4.1 a hand is raked by the terms in force when it started, and the next by those of its own', async () => {
  const doubledFromMs = table.clock.wallMs() + MINUTE_MS;
  table.rake.learn([BEGINNING, { fromMs: doubledFromMs, rateBp: 1_000, capKrw: 3_000 }]);
  await playHand(() => table.clock.advance(2 * MINUTE_MS));
  expect(rakesKrw()).toEqual([100]);
  table.clock.advance(MINUTE_MS);
  await settle();
  await playHand();
  expect(rakesKrw()).toEqual([100, 200]);
});
