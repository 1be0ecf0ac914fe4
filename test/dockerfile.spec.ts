import { validate } from 'dockerfile-utils';

import { BuildContext } from '../tools/drill-image/build-context';
import { readStages, targetsOf } from '../tools/drill-image/dockerfile';
import {
  DOCKERFILE_RULES,
  findingsIn,
  type DockerfileRule,
} from '../tools/drill-image/dockerfile.rules';
import { textOf } from './shipped-files';

const shipped = textOf('deploy/Dockerfile');

describe('deploy/Dockerfile', () => {
  it('is a Dockerfile, without a warning', () => {
    expect(validate(shipped)).toEqual([]);
  });

  it('breaks no rule of images', () => {
    expect(findingsIn(readStages(shipped))).toEqual([]);
  });

  it('makes an image for each app and one for the migrations', () => {
    const names = targetsOf(readStages(shipped)).map(({ name }) => name);
    expect(names).toEqual(['migrate', 'wallet-api', 'jobs', 'game-gateway']);
  });
});

describe('the rules of images', () => {
  const GOOD = [
    'FROM node:24.1.0 AS build',
    'RUN npm ci',
    'FROM node:24.1.0 AS app',
    'WORKDIR /opt/app',
    'COPY --from=build /build/dist ./dist',
    'RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*',
    'USER node',
    'EXPOSE 80',
    'HEALTHCHECK CMD ["true"]',
    'CMD ["node", "dist/main.js"]',
  ];
  const APT = GOOD[5] ?? '';
  const CASES: Readonly<Record<DockerfileRule, readonly [from: string, to: string]>> = {
    'an image is pinned to a version': ['FROM node:24.1.0 AS app', 'FROM node:latest AS app'],
    'an image runs as somebody who is not root': ['USER node', 'USER root'],
    'an image has one command, in exec form': ['CMD ["node", "dist/main.js"]', 'CMD node dist'],
    'an image that listens tells its health': ['HEALTHCHECK CMD ["true"]', 'HEALTHCHECK NONE'],
    'an image holds only what is named, not the whole folder': ['USER node', 'COPY . .\nUSER node'],
    'files come by COPY': ['USER node', 'ADD dist /dist\nUSER node'],
    'folders are absolute': ['WORKDIR /opt/app', 'WORKDIR opt/app'],
    'a folder is entered by WORKDIR': ['RUN npm ci', 'RUN cd /build && npm ci'],
    'apt asks nobody and installs nothing beside': [
      APT,
      APT.replace(' --no-install-recommends', ''),
    ],
    'apt leaves no lists behind': [APT, APT.replace(/ && rm .*/, '')],
    'npm installs what the lock file says': ['RUN npm ci', 'RUN npm install'],
    'nothing fetched is run unseen': ['RUN npm ci', 'RUN curl -s https://a.example | sh'],
    'nobody becomes root by sudo': ['RUN npm ci', 'RUN sudo npm ci'],
    'no secret is built in': ['EXPOSE 80', 'ENV DATABASE_PASSWORD=x\nEXPOSE 80'],
    'what is copied from a stage comes from an earlier one': ['--from=build', '--from=built'],
  };

  it('find nothing where nothing is wrong', () => {
    expect(findingsIn(readStages(GOOD.join('\n')))).toEqual([]);
  });

  it.each(DOCKERFILE_RULES)('%s: what breaks it is found', (rule) => {
    const [good, bad] = CASES[rule];
    const broken = GOOD.join('\n').replace(good, bad);
    const found = findingsIn(readStages(broken)).map((finding) => finding.rule);
    expect(found).toContain(rule);
  });
});

describe('.dockerignore', () => {
  const context = BuildContext.by(textOf('.dockerignore'));

  it.each([
    ...[
      '.env',
      'apps/jobs/.env',
      '.env.production',
      'jwt.pem',
      'deploy/tls/jwt.pem',
      '.git/config',
    ],
    ...['node_modules/pg/index.js', 'bench/node_modules/x/y.js', '.cardroom/logs/jobs.log'],
    ...['dist/apps/jobs/src/main.js', 'deploy/backup/backup.sh', 'docs/rules/holdem.md'],
  ])('leaves %s out', (path) => {
    expect(context.ignores(path)).toBe(true);
  });

  it.each([
    'package.json',
    '.swcrc',
    'apps/jobs/src/main.ts',
    'deploy/healthcheck.mjs',
    '.env.example',
  ])('gives %s to the builder', (path) => {
    expect(context.ignores(path)).toBe(false);
  });

  it('is read as Docker reads it: the last line that names a file or a folder above decides', () => {
    const some = BuildContext.by('a*\n!abc/d\nabc/d/secret\n**/deep\n/top\n');
    const ignored = ['ab', 'abc/e', 'abc/d/secret/x', 'x/y/deep', 'deep', 'top'];
    expect(ignored.filter((path) => !some.ignores(path))).toEqual([]);
    expect(['b', 'abc/d', 'abc/d/x', 'x/top', 'x/a'].filter((path) => some.ignores(path))).toEqual(
      [],
    );
  });
});
