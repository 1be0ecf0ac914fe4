import type { DataSource, MigrationInterface } from 'typeorm';

/** Takes migrations back, the newest first, up to and with one. */
export async function undoTo(
  source: DataSource,
  migration: new () => MigrationInterface,
): Promise<void> {
  const { name = '' } = new migration();
  for (let undone = ''; undone !== name;) {
    const [last] = await source.query<{ name: string }[]>(
      'SELECT name FROM migrations ORDER BY id DESC LIMIT 1',
    );
    if (last === undefined) throw new Error(`${name} has not run`);
    undone = last.name;
    await source.undoLastMigration();
  }
}
