import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

import { textOf } from './shipped-files';

const PAGE = 'docs/operating/jobs.md';

/** The names under which jobs are scheduled and run by hand. */
const scheduled = readdirSync(join(projectRoot(), 'apps/jobs/src'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.job.ts'))
  .map((file) => /readonly name = '([\w-]+)'/.exec(textOf(`apps/jobs/src/${file}`))?.[1]);

it(`${PAGE} lists each scheduled job, and no other`, () => {
  const listed = [...textOf(PAGE).matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
  expect(scheduled.length).toBeGreaterThan(7);
  expect(listed.sort()).toEqual(scheduled.sort());
});
