// Writes libs/client/src/frame-player.ts to standard output as the plain JavaScript that k6 runs: k6 0.49 knows no types.
import { transformFileSync } from '@swc/core';
import { format, resolveConfig } from 'prettier';

const TARGET = 'k6/frame-player.js';
const { code } = transformFileSync('libs/client/src/frame-player.ts', {
  ...{ configFile: false, swcrc: false },
  jsc: {
    target: 'es2019',
    parser: { syntax: 'typescript' },
    transform: { useDefineForClassFields: false },
  },
  module: { type: 'es6' },
});
const options = { ...(await resolveConfig(TARGET)), filepath: TARGET };
const made = '// Made of libs/client/src/frame-player.ts by npm run reference.\n';
process.stdout.write(await format(`${made}${code}`, options));
