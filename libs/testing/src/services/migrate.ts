/** Brings a database to the newest schema. TypeORM is loaded only here: few tests need it. */
export async function migrate(url: string): Promise<void> {
  const { runMigrations } = await import('@cardroom/database');
  await runMigrations(url);
}
