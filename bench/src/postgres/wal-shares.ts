import { Client } from 'pg';

/** What one relation added to the log of writes, by the kind of its records. */
export interface WalShare {
  readonly relation: string;
  /** Whose index, partition or long values it is; itself where it is a table. */
  readonly table: string;
  readonly kind: string;
  readonly records: number;
  /** Without images of whole pages: these depend on when checkpoints are. */
  readonly bytes: number;
  readonly pageImageBytes: number;
}

/** Reads the log itself (`pg_walinspect`), and says whose its bytes are. */
export class WalReader {
  private constructor(
    private readonly client: Client,
    private from: string,
  ) {}

  static async of(databaseUrl: string): Promise<WalReader> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_walinspect');
    return new WalReader(client, await insertedUpTo(client));
  }

  async forget(): Promise<void> {
    this.from = await insertedUpTo(this.client);
  }

  /** All that was written since `forget`, the largest first. */
  async shares(): Promise<WalShare[]> {
    const { rows } = await this.client.query<Record<keyof WalShare, string>>(
      `WITH written AS (
         SELECT b.*, sum(block_data_length + block_fpi_length) OVER (PARTITION BY start_lsn) AS in_blocks,
           count(*) OVER (PARTITION BY start_lsn) AS blocks
         FROM pg_get_wal_block_info($1::pg_lsn, pg_current_wal_flush_lsn(), false) b),
       relations AS (
         SELECT c.relfilenode, c.relname, coalesce(i.indrelid, c.oid) AS heap
         FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid),
       owned AS (
         SELECT r.relfilenode, r.relname, coalesce(p.inhparent, t.oid, r.heap)::regclass::text AS "table"
         FROM relations r LEFT JOIN pg_class t ON t.reltoastrelid = r.heap
         LEFT JOIN pg_inherits p ON p.inhrelid = r.heap)
       SELECT coalesce(c.relname, 'not of a relation') AS relation,
         coalesce(c."table", 'not of a relation') AS "table",
         w.resource_manager || ' ' || w.record_type AS kind, count(*) AS records,
         sum(w.block_fpi_length) AS "pageImageBytes",
         sum(w.block_data_length + (w.record_length - w.in_blocks)::numeric / w.blocks)::bigint AS bytes
       FROM written w LEFT JOIN owned c ON c.relfilenode = w.relfilenode
       GROUP BY 1, 2, 3 ORDER BY 6 DESC`,
      [this.from],
    );
    return rows.map(({ relation, table, kind, ...counts }) => ({
      ...{ relation, table, kind, records: Number(counts.records), bytes: Number(counts.bytes) },
      pageImageBytes: Number(counts.pageImageBytes),
    }));
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

async function insertedUpTo(client: Client): Promise<string> {
  // The end of what is flushed is the end of a record, where reading may begin.
  await client.query('SELECT pg_switch_wal()');
  const { rows } = await client.query<{ lsn: string }>('SELECT pg_current_wal_flush_lsn() AS lsn');
  return rows[0]?.lsn ?? '0/0';
}
