import pg from 'pg';
import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';

import { MIGRATIONS } from '../../../migrations';
import { CheckedPool } from './checked-pool';
import { ENTITIES } from './entities';

export interface DatabaseSettings {
  readonly databaseUrl: string;
  readonly databasePoolSize?: number;
  readonly databaseMaxOverflow?: number;
  readonly databasePoolTimeoutSeconds?: number;
  readonly databasePoolRecycleSeconds?: number;
  readonly databaseStatementTimeoutMs?: number;
}

/** The driver waits this much longer than the server's own limit, for a server that is paused. */
const QUERY_TIMEOUT_MARGIN_MS = 2_000;
const IDLE_TIMEOUT_MS = 60_000;
const READ_ONLY = '-c default_transaction_read_only=on';

/** What differs from the settings. */
interface Differently {
  /** The server refuses every write. */
  readonly readOnly?: boolean;
  readonly url?: string;
  readonly connectTimeoutSeconds?: number;
}

/** How every process of the house talks to PostgreSQL. The schema is made by migrations alone. */
export function dataSourceOptions(
  settings: DatabaseSettings,
  { readOnly = false, ...but }: Differently = {},
): DataSourceOptions {
  const statementTimeoutMs = settings.databaseStatementTimeoutMs ?? 10_000;
  return {
    type: 'postgres',
    url: but.url ?? settings.databaseUrl,
    driver: { ...pg, Pool: CheckedPool },
    entities: ENTITIES,
    migrations: [...MIGRATIONS],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: {
      max: (settings.databasePoolSize ?? 4) + (settings.databaseMaxOverflow ?? 0),
      connectionTimeoutMillis:
        (but.connectTimeoutSeconds ?? settings.databasePoolTimeoutSeconds ?? 30) * 1000,
      maxLifetimeSeconds: settings.databasePoolRecycleSeconds ?? 1800,
      idleTimeoutMillis: IDLE_TIMEOUT_MS,
      keepAlive: true,
      ...(readOnly ? { options: READ_ONLY } : {}),
      statement_timeout: statementTimeoutMs,
      query_timeout: statementTimeoutMs + QUERY_TIMEOUT_MARGIN_MS,
    },
  };
}

/** How many connections a data source of this house may have at once. */
export function poolSizeOf({ options }: DataSource): number {
  const extra: unknown = options.extra;
  const isKnown = typeof extra === 'object' && extra !== null && 'max' in extra;
  return isKnown && typeof extra.max === 'number' ? extra.max : 1;
}

export const createDataSource = (settings: DatabaseSettings): DataSource =>
  new DataSource(dataSourceOptions(settings));

/** Migrations may lock and rewrite: they get this long for one statement. */
const MIGRATION_TIMEOUT_MS = 600_000;
const MIGRATION_LOCK = 7_262_018;

/**
 * Runs what has not run yet; several processes may ask at once, one does it.
 *
 * Returns the names of the migrations that ran.
 */
export async function runMigrations(databaseUrl: string): Promise<string[]> {
  const source = createDataSource({
    databaseUrl,
    databaseStatementTimeoutMs: MIGRATION_TIMEOUT_MS,
  });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
    await source.destroy();
  }
}

const DURABLE_SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** Errors: throws where the server may lose what it acknowledged. */
export async function assertDurable(source: DataSource): Promise<void> {
  for (const name of DURABLE_SETTINGS) {
    const [row] = await source.query<{ value: string }[]>('SELECT current_setting($1) AS value', [
      name,
    ]);
    if (row?.value === 'off')
      throw new Error(`PostgreSQL runs with ${name} = off: money needs it on`);
  }
}

/** Errors: throws where the schema is older than the code. */
export async function assertMigrated(source: DataSource): Promise<void> {
  if (await source.showMigrations()) {
    throw new Error('The database has migrations that did not run: npm run migrate');
  }
}
