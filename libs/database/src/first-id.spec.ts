import { v7 as uuidv7 } from 'uuid';

import { firstIdAt } from './first-id';

it('the first id of a moment stands before those of it, and after those of the moment before', () => {
  const atMs = Date.UTC(2026, 2, 1, 12, 30, 15, 7);
  expect(firstIdAt(atMs) < uuidv7({ msecs: atMs })).toBe(true);
  expect(uuidv7({ msecs: atMs - 1 }) < firstIdAt(atMs)).toBe(true);
});

it.each([0, -1, -0.5, 0.5])('the first id of %d is the first of all', (atMs) => {
  expect(firstIdAt(atMs)).toBe('00000000-0000-0000-0000-000000000000');
});
