import { writeFileSync } from 'node:fs';

import { previewDocument } from './preview-document';
import { restPage } from './rest-page';

/** Writes docs/reference/rest.md. */
async function main(): Promise<void> {
  writeFileSync('docs/reference/rest.md', restPage(await previewDocument()));
  process.stdout.write('reference: wrote docs/reference/rest.md\n');
}

void main();
