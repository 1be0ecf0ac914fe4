import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

import { imageNodeVersion } from './image-node';

it('servers are measured on the Node that the images have', () => {
  const dockerfile = readFileSync(join(projectRoot(), 'deploy/Dockerfile'), 'utf8');
  expect(dockerfile).toContain(`ARG NODE_IMAGE=node:${imageNodeVersion()}-`);
});
