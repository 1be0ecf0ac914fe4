import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';

import * as library from '@cardroom/client';
import { projectRoot } from '@cardroom/testing';
import { ModuleKind, ScriptTarget, transpile } from 'typescript';

/** Runs the first example of a page, as it stands there; answers the lines that it said. */
export async function runExampleOf(page: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const text = readFileSync(join(projectRoot(), page), 'utf8');
  const [, code = ''] = /```ts\n([^]*?)```/.exec(text) ?? [];
  const body = code.replace(
    /^import \{ (.*) \} from '@cardroom\/client';$/m,
    'const { $1 } = library;',
  );
  const script = transpile(`(async (library, process, console) => {${body}})`, {
    module: ModuleKind.CommonJS,
    target: ScriptTarget.ES2022,
  });
  const example = runInThisContext(script, { filename: page }) as (
    ...given: object[]
  ) => Promise<void>;
  const said: string[] = [];
  await example(library, { env }, { log: (line: string) => said.push(line) });
  return said;
}
