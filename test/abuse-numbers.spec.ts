import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

/** Items of the catalogue of abuse that players' sockets and what they show must withstand. */
const ITEMS = [...numbers(1, 23), ...numbers(38, 80)];
const FOLDERS = ['apps', 'libs', 'test', 'tools'];
const OURS = 'abuse-numbers.spec.ts';

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function specsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return specsIn(path);
    return name.endsWith('spec.ts') && name !== OURS ? [path] : [];
  });
}

/** The numbers in quoted names of tests, alone or as a range: `#24-#34`. */
function citedIn(text: string): number[] {
  const names = text.match(/(?<=['`])[^'`\n]*#\d[^'`\n]*(?=['`])/g) ?? [];
  return names
    .flatMap((name) => [...name.matchAll(/#(\d+)(?:-#(\d+))?/g)])
    .flatMap(([, from, to]) => numbers(Number(from), Number(to ?? from)));
}

it('every item of the catalogue has a test that names it', () => {
  const specs = FOLDERS.flatMap((folder) => specsIn(join(projectRoot(), folder)));
  const cited = new Set(specs.flatMap((path) => citedIn(readFileSync(path, 'utf8'))));
  expect(ITEMS.filter((item) => !cited.has(item))).toEqual([]);
});

it('a number counts where a test is named by it, and not in a colour or a comment', () => {
  expect(citedIn(`it('#12 #24-#26 what', f); // #90`)).toEqual([12, 24, 25, 26]);
});
