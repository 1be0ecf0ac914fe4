import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../processes/project-root';

interface DatabaseLibrary {
  readonly runMigrations?: (url: string) => Promise<unknown>;
}

/** Runs all migrations of the build on a database. */
export async function migrate(url: string): Promise<void> {
  const built = join(projectRoot(), 'dist/libs/database/src/index.js');
  if (!existsSync(built)) return;
  const { runMigrations } = (await import(built)) as DatabaseLibrary;
  await runMigrations?.(url);
}
