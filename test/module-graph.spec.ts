import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

/** A small tree that obeys every rule; each violation below is one file that does not. */
const CLEAN_TREE: Readonly<Record<string, string>> = {
  'libs/money/src/index.ts': "export { krw } from './krw';",
  'libs/money/src/krw.ts': 'export const krw = 1;',
  'libs/engine/src/index.ts': "export { krw as chips } from '@cardroom/money';",
  'libs/platform/src/index.ts': 'export const platform = 1;',
  'libs/testing/src/index.ts': 'export const client = 1;',
  'libs/client/src/index.ts': 'export const client = 1;',
  'apps/jobs/src/main.ts': "import '@cardroom/engine';",
  'apps/wallet-api/src/main.ts': "import '@cardroom/platform';",
  'tools/verify/main.ts': "import '@cardroom/testing';",
  'package.json':
    '{ "dependencies": { "pg": "1.0.0" }, "devDependencies": { "supertest": "1.0.0" } }',
  'node_modules/pg/index.js': 'module.exports = 1;',
  'node_modules/supertest/index.js': 'module.exports = 1;',
  'libs/database/src/index.ts': "import 'pg';",
};

const VIOLATIONS: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['graph-money', 'libs/money/src/graph-money.ts', "import '@cardroom/engine';"],
  [
    'graph-engine',
    'libs/engine/src/graph-engine.ts',
    "import type { platform } from '@cardroom/platform'; export type P = typeof platform;",
  ],
  ['pure-libs-do-no-io', 'libs/engine/src/pure-libs-do-no-io.ts', "import 'node:fs';"],
  [
    'libs-by-their-index',
    'apps/jobs/src/libs-by-their-index.ts',
    "import '../../../libs/money/src/krw';",
  ],
  [
    'libs-by-their-index-from-libs',
    'libs/engine/src/libs-by-their-index-from-libs.ts',
    "import '../../money/src/krw';",
  ],
  [
    'apps-never-import-apps',
    'apps/jobs/src/apps-never-import-apps.ts',
    "import '../../wallet-api/src/main';",
  ],
  [
    'nothing-imports-an-app',
    'tools/verify/nothing-imports-an-app.ts',
    "import '../../apps/jobs/src/main';",
  ],
  ['clients-are-outside', 'apps/jobs/src/clients-are-outside.ts', "import '@cardroom/client';"],
  [
    'no-test-code-in-production',
    'apps/jobs/src/no-test-code-in-production.ts',
    "import '@cardroom/testing';",
  ],
  [
    'no-development-packages-in-production',
    'libs/database/src/no-development-packages-in-production.ts',
    "import 'supertest';",
  ],
  [
    'no-tools-in-production',
    'libs/platform/src/no-tools-in-production.ts',
    "import '../../../tools/verify/main';",
  ],
  ['no-cycles', 'libs/money/src/krw.ts', "import './index'; export const krw = 1;"],
  ['no-unresolvable', 'libs/money/src/no-unresolvable.ts', "import './missing';"],
];

function cruise(files: Readonly<Record<string, string>>): { status: number | null; out: string } {
  const tree = mkdtempSync(join(tmpdir(), 'cardroom-graph-'));
  try {
    cpSync(join(ROOT, 'tsconfig.json'), join(tree, 'tsconfig.json'));
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), `${source}\n`);
    }
    const run = spawnSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['apps', 'libs', 'tools', '--output-type', 'err'],
        ...['--config', join(ROOT, '.dependency-cruiser.cjs')],
      ],
      { cwd: tree, encoding: 'utf8' },
    );
    return { status: run.status, out: run.stdout + run.stderr };
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

describe('the module graph', () => {
  it('accepts a tree that obeys it', () => {
    const { status, out } = cruise(CLEAN_TREE);
    expect(out).toContain('no dependency violations found');
    expect(status).toBe(0);
  });

  describe('refuses a planted violation of', () => {
    let told: readonly string[];
    beforeAll(() => {
      const planted = VIOLATIONS.map(([, file, source]) => [file, source] as const);
      const { out } = cruise({ ...CLEAN_TREE, ...Object.fromEntries(planted) });
      told = out.split(/^ {2}error /m).slice(1);
    });

    it.each(VIOLATIONS)('%s', (rule, file) => {
      const inFile = told.filter((violation) => violation.includes(file));
      expect(inFile.some((violation) => violation.startsWith(`${rule}: `))).toBe(true);
    });

    it('a rule, and of nothing that obeys them', () => {
      const isPlanted = (violation: string): boolean =>
        VIOLATIONS.some(([, file]) => violation.includes(file));
      expect(told.filter((violation) => !isPlanted(violation))).toEqual([]);
    });
  });
});
