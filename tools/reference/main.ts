import { writeFileSync } from 'node:fs';

import { errorPage } from './error-page';

/** Writes the pages of docs/reference that are made from code. */
writeFileSync('docs/reference/errors.md', errorPage());
console.log('reference: wrote docs/reference/errors.md');
