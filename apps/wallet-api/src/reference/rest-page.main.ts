import { mkdirSync, writeFileSync } from 'node:fs';

import { previewDocument } from './preview-document';
import { restPage } from './rest-page';
import { rolesPage } from './roles-page';

/** Writes what follows from the OpenAPI document, and the document itself for the types made of it. */
async function main(): Promise<void> {
  const document = await previewDocument();
  writeFileSync('docs/reference/rest.md', restPage(document));
  writeFileSync('docs/reference/roles.md', rolesPage(document));
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/openapi.json', JSON.stringify(document));
  process.stdout.write('reference: wrote docs/reference/rest.md and roles.md\n');
}

void main();
