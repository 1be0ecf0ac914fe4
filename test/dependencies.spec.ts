import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

const read = (path: string): string => readFileSync(join(projectRoot(), path), 'utf8');

const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

/** What the first column of a chapter's table names. */
const namedIn = (chapter: string): string[] =>
  [...chapter.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );

const [, production = '', development = ''] = read('docs/adr/0003-dependencies.md').split('\n## ');

describe('docs/adr/0003-dependencies.md', () => {
  it.each([
    ['dependencies', production],
    ['devDependencies', development],
  ] as const)('says why each of the %s is there, and names no other', (kind, chapter) => {
    expect(namedIn(chapter).sort()).toEqual(Object.keys(manifest[kind]).sort());
  });

  it('every version is pinned exactly', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
  });
});
