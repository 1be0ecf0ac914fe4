import { readFileSync } from 'node:fs';

import { errorPage } from './error-page';

it('docs/reference/errors.md lists exactly the codes of the catalogue', () => {
  expect(readFileSync('docs/reference/errors.md', 'utf8')).toBe(errorPage());
});
