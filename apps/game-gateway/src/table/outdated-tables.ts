import { isDeepStrictEqual } from 'node:util';

import type { HostedTable } from './table.opener';
import type { TableRow } from './table.repository';

type Hosted = ReadonlyMap<string, Pick<HostedTable, 'row' | 'rake'>>;

/** Hosted tables that play by older settings than staff have given them. */
export class OutdatedTables {
  private compared: readonly TableRow[] = [];
  private readonly ids = new Set<string>();

  /** Looks through rows that were read anew. The rake is learnt at once: it says from when it holds. */
  compare(rows: readonly TableRow[], hosted: Hosted): void {
    if (rows === this.compared) return;
    this.compared = rows;
    this.ids.clear();
    for (const row of rows) {
      const table = hosted.get(row.tableId);
      if (table === undefined) continue;
      table.rake.learn(row.rake);
      if (!row.isClosed && !isSameTable(table.row, row)) this.ids.add(row.tableId);
    }
  }

  /** Those that are to be opened again, between two of their hands. */
  all(): readonly string[] {
    return [...this.ids];
  }

  /** It has been opened again. */
  forget(tableId: string): void {
    this.ids.delete(tableId);
  }
}

/** Whether two rows of a table say the same of how it is called and what it plays by. */
const isSameTable = (one: TableRow, other: TableRow): boolean =>
  one.name === other.name && isDeepStrictEqual(one.config, other.config);
