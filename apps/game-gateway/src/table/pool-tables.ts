import type { TableRepository, TableRow } from './table.repository';

/** A closed table is done with when its last player has left, which no version tells. */
const READ_AGAIN_ROUNDS = 30;

/**
 * The tables of a pool as a gateway knows them: read when staff have changed something, and now and
 * then. Their numbers of hands are those of the time when they were read.
 */
export class PoolTables {
  private version: string | null = null;
  private rows: readonly TableRow[] = [];
  private rounds = 0;

  constructor(
    private readonly tables: Pick<TableRepository, 'settingsVersion' | 'tablesToHost'>,
    private readonly pool: string,
  ) {}

  /** The same array as long as nothing was read anew. */
  async now(): Promise<readonly TableRow[]> {
    // The version first: what changes while the tables are read is read again.
    const version = await this.tables.settingsVersion();
    this.rounds += 1;
    if (version === this.version && this.rounds % READ_AGAIN_ROUNDS !== 0) return this.rows;
    this.rows = await this.tables.tablesToHost(this.pool);
    this.version = version;
    return this.rows;
  }
}
