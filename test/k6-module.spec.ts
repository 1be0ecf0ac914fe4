import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

it('k6 plays by the frames that the load generator plays by: npm run reference', () => {
  const root = projectRoot();
  const made = spawnSync(process.execPath, ['tools/k6-module.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(made.stdout).toBe(readFileSync(join(root, 'k6/frame-player.js'), 'utf8'));
});
