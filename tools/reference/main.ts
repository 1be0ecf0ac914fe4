import { readFileSync, writeFileSync } from 'node:fs';

import { envPage } from './env-page';
import { errorPage } from './error-page';
import { redisKeysPage } from './redis-keys-page';

/** Writes the pages of docs/reference that are made from code. */
writeFileSync('docs/reference/errors.md', errorPage());
writeFileSync('docs/reference/redis-keys.md', redisKeysPage());
writeFileSync('docs/reference/env.md', envPage(readFileSync('.env.example', 'utf8')));
console.log('reference: wrote the pages of docs/reference');
