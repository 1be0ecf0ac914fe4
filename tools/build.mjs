// Compiles every TypeScript source to dist/ with SWC, which does not type-check: `npm run typecheck` does.
import { spawnSync } from 'node:child_process';

import { makeExportsPlain } from './plain-exports.mjs';

const started = performance.now();
const result = spawnSync(
  process.execPath,
  [
    'node_modules/@swc/cli/bin/swc.js',
    ...['apps', 'libs', 'migrations', 'tools', 'bench/src'],
    ...['--out-dir', 'dist', '--config-file', '.swcrc', '--quiet'],
    ...['--ignore', '**/*.spec.ts', '--ignore', '**/*.e2e-spec.ts'],
    ...['--extensions', '.ts'],
  ],
  { stdio: 'inherit' },
);
if (result.status !== 0) {
  console.error('build: SWC failed; the message above names the file.');
  process.exit(result.status ?? 1);
}
makeExportsPlain('dist');
if (!process.argv.includes('--quiet')) {
  console.log(`build: dist/ is up to date (${Math.round(performance.now() - started)} ms)`);
}
