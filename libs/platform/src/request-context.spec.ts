import { setTimeout as wait } from 'node:timers/promises';

import {
  currentActor,
  currentRequestId,
  noteActor,
  requestIdOf,
  runWithRequestId,
} from './request-context';

it('a plain id of the caller is kept', () => {
  for (const id of ['12345678', 'a-b_c-d_E', 'x'.repeat(64)]) expect(requestIdOf(id)).toBe(id);
});

it.each([
  undefined,
  '',
  'short',
  'x'.repeat(65),
  'has space',
  'line\nbreak',
  '<script>alert(1)</script>',
  'ａｂｃｄｅｆｇｈ',
  ['12345678'],
  12345678,
])('%j is replaced by an id of our own', (given) => {
  expect(requestIdOf(given)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

it('each flow of work sees its own id, across waiting', async () => {
  const seen = await Promise.all(
    ['request-1', 'request-2'].map((id) =>
      runWithRequestId(id, async () => {
        await wait(1);
        return currentRequestId();
      }),
    ),
  );
  expect(seen).toEqual(['request-1', 'request-2']);
  expect(currentRequestId()).toBeUndefined();
});

it('who asks is known to their own flow of work alone', async () => {
  const seen = await Promise.all(
    ['alice', 'bob', null].map((actor) =>
      runWithRequestId('request-1', async () => {
        if (actor !== null) noteActor(actor);
        await wait(1);
        return currentActor();
      }),
    ),
  );
  expect(seen).toEqual(['alice', 'bob', undefined]);
  noteActor('nobody');
  expect(currentActor()).toBeUndefined();
});
