import type { Answer, CommandOf } from '@cardroom/protocol';

import { MemoryTable, playerAt, TABLE_ID } from './actor.builder';
import type { TableActor } from './table.actor';

/** #77 Nothing about hidden cards can be read from the size, the order or the number of messages. */

const DECKS = 8;

async function acts(actor: TableActor, action: CommandOf<'table.act'>['action']): Promise<Answer> {
  const { turn, handId, version } = actor.table;
  const body = { tableId: TABLE_ID, handId: handId ?? '', stateVersion: version, action } as const;
  const cmdId = `${action}-${version}`;
  return actor.submit({ type: 'table.act', cmdId, ...body }, playerAt(turn?.seat ?? -1));
}

/** A hand that ends before its last street, by a fold: what everybody was told of it, in bytes. */
async function told(): Promise<readonly (readonly [string, number])[]> {
  const table = new MemoryTable([50_000, 50_000]);
  const actor = table.actor();
  actor.wake();
  await actor.watch('nobody', undefined);
  await actor.watch('nobody', undefined);
  const lines: ('call' | 'check' | 'fold')[] = ['call', 'check', 'check', 'check', 'fold'];
  for (const action of lines) expect(await acts(actor, action)).toMatchObject({ ok: true });
  await actor.close();
  return table.io.deltas.map(({ events, patch }) => [
    events.map(({ type }) => type).join(),
    JSON.stringify([events, patch]).length,
  ]);
}

it('#77 every deck gives the same messages, in the same order and of the same size', async () => {
  const first = await told();
  expect(first.length).toBeGreaterThan(6);
  for (let deck = 1; deck < DECKS; deck += 1) expect(await told()).toEqual(first);
});

it('#77 an all-in tells no card of a street before that street, nor hands before the showdown', async () => {
  const table = new MemoryTable([50_000, 50_000]);
  const actor = table.actor();
  actor.wake();
  await actor.watch('nobody', undefined);
  await actor.watch('nobody', undefined);
  const before = JSON.stringify(table.io.deltas);
  expect(before).not.toMatch(/"[2-9TJQKA][cdhs]"/);
  const { turn } = actor.table;
  const { handId, version } = actor.table;
  const raise = { tableId: TABLE_ID, handId: handId ?? '', stateVersion: version } as const;
  const all = { action: 'raise', toKrw: 50_000, cmdId: 'all-in-0001' } as const;
  const mover = playerAt(turn?.seat ?? -1);
  expect(await actor.submit({ type: 'table.act', ...raise, ...all }, mover)).toMatchObject({
    ok: true,
  });
  expect(JSON.stringify(table.io.deltas)).not.toMatch(/"[2-9TJQKA][cdhs]"/);
  expect(await acts(actor, 'call')).toMatchObject({ ok: true });
  const last = table.io.deltas.flatMap(({ events }) => events.map(({ type }) => type));
  const [shown, dealt] = [last.indexOf('hand_shown'), last.indexOf('street_dealt')];
  expect(shown).toBeGreaterThan(-1);
  expect(dealt).toBeGreaterThan(-1);
  await actor.close();
});
