import { randomBytes } from 'node:crypto';

import { Client } from 'pg';

import { migrate } from './migrate';

const TEMPLATE = 'cardroom_template';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes the migrated database that test databases are copies of. */
export async function createTemplate(serverUrl: string): Promise<void> {
  await onServer(serverUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  });
  await migrate(withDatabase(serverUrl, TEMPLATE));
}

/**
 * A database of its own for a suite, with all migrations done and no rows beyond theirs. Drop it
 * when the suite's connections are closed; what is left open is cut off.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = testUrl('TEST_DATABASE_URL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`),
  );
  return {
    url: withDatabase(serverUrl, name),
    drop: async () => {
      await onServer(serverUrl, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
    },
  };
}

/** The Redis of this run of the tests. */
export const testRedisUrl = (): string => testUrl('TEST_REDIS_URL');

/** A prefix for the keys of one suite: suites share a server and must not see each other. */
export const testRedisPrefix = (): string => `test-${randomBytes(6).toString('hex')}`;

function testUrl(name: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string {
  const url = process.env[name];
  if (url === undefined || url === '') {
    throw new Error(`${name} is not set: only integration and e2e tests are given servers`);
  }
  return url;
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
