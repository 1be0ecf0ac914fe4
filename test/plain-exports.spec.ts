import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { projectRoot } from '@cardroom/testing';
import { transformFileSync } from '@swc/core';

const root = projectRoot();
const compiled = (path: string): string =>
  transformFileSync(join(root, path), { configFile: join(root, '.swcrc') }).code;
const plain = (code: string): string =>
  spawnSync(process.execPath, ['tools/plain-exports.mjs'], {
    cwd: root,
    input: code,
  }).stdout.toString();

/** What a module exports, by name, where all that it needs answers with the name that it is asked for. */
function exportsOf(code: string): Readonly<Record<string, string>> {
  const exports = {};
  const require = (): unknown => new Proxy({}, { get: (_, name) => String(name) });
  runInNewContext(code, { exports, require });
  return Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, String(value)]));
}

describe('the build of a pure lib', () => {
  it.each([
    'libs/money/src/krw.ts',
    'libs/engine/src/index.ts',
    'libs/engine/src/evolve.ts',
    'libs/engine/src/seat-index.ts',
    'libs/engine/src/course.ts',
  ])('exports the same from %s, as plain properties, and moves no line', (path) => {
    const before = compiled(path);
    const after = plain(before);
    expect(exportsOf(after)).toEqual(exportsOf(before));
    expect(after).not.toMatch(/_export\(|get: function/);
    const lines = before.trimEnd().split('\n').slice(-3, -1);
    expect(after.split('\n').slice(0, before.trimEnd().split('\n').length).slice(-3, -1)).toEqual(
      lines,
    );
  });

  it('leaves a module alone that exports nothing', () => {
    const code = '"use strict";\nconst one = 1;\n';
    expect(exportsOf(plain(code))).toEqual({});
  });
});
