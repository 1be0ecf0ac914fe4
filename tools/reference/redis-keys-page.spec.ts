import { readFileSync } from 'node:fs';

import { redisKeysPage } from './redis-keys-page';

it('docs/reference/redis-keys.md lists exactly the keys of the catalogue', () => {
  expect(readFileSync('docs/reference/redis-keys.md', 'utf8')).toBe(redisKeysPage());
});
