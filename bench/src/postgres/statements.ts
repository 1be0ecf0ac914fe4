import { Client } from 'pg';

/** What PostgreSQL did: statements that clients sent, and bytes of its log of writes. */
export interface Work {
  readonly statements: number;
  readonly walBytes: number;
}

export interface StatementShare extends Work {
  readonly text: string;
}

/** The statistics of a database that `pg_stat_statements` keeps. */
export class Statements {
  private constructor(private readonly client: Client) {}

  static async of(databaseUrl: string): Promise<Statements> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    return new Statements(client);
  }

  async forget(): Promise<void> {
    await this.client.query('SELECT pg_stat_statements_reset()');
  }

  /** What was done since `forget`, the most frequent first, without what this object asks itself. */
  async shares(): Promise<StatementShare[]> {
    const { rows } = await this.client.query<{ text: string; calls: string; wal: string }>(
      `SELECT regexp_replace(left(query, 300), '\\s+', ' ', 'g') AS text, calls, wal_bytes AS wal
       FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
       WHERE d.datname = current_database() AND query NOT LIKE '%pg_stat_statements%'
       ORDER BY calls DESC`,
    );
    return rows.map(({ text, calls, wal }) => ({
      text,
      statements: Number(calls),
      walBytes: Number(wal),
    }));
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

export const sumOf = (shares: readonly Work[]): Work => ({
  statements: shares.reduce((sum, { statements }) => sum + statements, 0),
  walBytes: shares.reduce((sum, { walBytes }) => sum + walBytes, 0),
});
