import { runMigrations } from '@cardroom/database';

const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl === undefined || databaseUrl === '') {
  console.error('migrate: set DATABASE_URL to the database that is to be migrated');
  process.exit(2);
}
runMigrations(databaseUrl).then(
  (ran) =>
    console.log(ran.length === 0 ? 'migrate: nothing to do' : `migrate: ran ${ran.join(', ')}`),
  (cause: unknown) => {
    console.error(`migrate: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exit(1);
  },
);
