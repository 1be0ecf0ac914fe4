import { readFileSync } from 'node:fs';

import { parseEnvExample } from './env-example';
import { envPage } from './env-page';

it('docs/reference/env.md lists exactly what .env.example does', () => {
  const page = readFileSync('docs/reference/env.md', 'utf8');
  expect(page).toBe(envPage(readFileSync('.env.example', 'utf8')));
});

describe('an example file', () => {
  it('has sections, and a comment of one or more lines above each variable', () => {
    const text = '# Read me.\n\n## One\n\n# What it\n# is.\nA=1\n# Perhaps.\n#B=\n';
    expect(parseEnvExample(text)).toEqual([
      {
        title: 'One',
        variables: [
          { name: 'A', value: '1', isOptional: false, about: 'What it is.' },
          { name: 'B', value: '', isOptional: true, about: 'Perhaps.' },
        ],
      },
    ]);
  });

  it.each(['## One\n\nA=1\n', '## One\n# x\nA=1\nB=2\n', 'lower=1\n', 'export A=1\n'])(
    '%j is refused',
    (text) => {
      expect(() => parseEnvExample(text)).toThrow('.env.example');
    },
  );
});
