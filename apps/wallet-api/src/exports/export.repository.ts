import { Injectable } from '@nestjs/common';
import { CLOCKS_APART_MS, firstIdAt, Reads } from '@cardroom/database';

import type { CsvCell } from '../csv/csv';
import type { Moments } from '../wallet/day-range.rules';
import type { ExportList } from './export-lists';

/** Which rows of a list. */
export interface ExportFilter extends Moments {
  /** Values by the names of the list's filters; those left out do not matter. */
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** The condition of a filter, and its parameters from `$1` on. */
function conditionOf(
  { id, createdAt, filters }: ExportList,
  { from, to, values }: ExportFilter,
): { readonly sql: string; readonly parameters: unknown[] } {
  const names = Object.entries(filters).filter(([name]) => values[name] !== undefined);
  const firstId = firstIdAt(from.getTime() - CLOCKS_APART_MS);
  const lastId = firstIdAt(to.getTime() + CLOCKS_APART_MS);
  return {
    sql: [
      `${createdAt} >= $1 AND ${createdAt} < $2 AND ${id} >= $3::uuid AND ${id} < $4::uuid`,
      ...names.map(([, column], index) => `${column}::text = $${index + 5}`),
    ].join(' AND '),
    parameters: [from, to, firstId, lastId, ...names.map(([name]) => values[name])],
  };
}

const cellOf = (value: unknown): CsvCell => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' || typeof value === 'string' ? value : null;
};

/** Rows of lists for export, by the place of their columns. */
@Injectable()
export class ExportRepository {
  constructor(private readonly reads: Reads) {}

  /** How many rows there are, counted up to one more than a limit. */
  async count(list: ExportList, filter: ExportFilter, limit: number): Promise<number> {
    const { sql, parameters } = conditionOf(list, filter);
    const [row] = await this.reads.query<{ readonly rows: number }[]>(
      `SELECT count(*)::int AS rows FROM (
         SELECT 1 FROM ${list.tables} WHERE ${sql} LIMIT ${limit + 1}) AS found`,
      parameters,
    );
    return row?.rows ?? 0;
  }

  /** Lines of a player's history, counted up to one more than a limit. */
  async countTransactions(userId: string, { from, to }: Moments, limit: number): Promise<number> {
    const [row] = await this.reads.query<{ readonly rows: number }[]>(
      `SELECT count(*)::int AS rows FROM (
         (SELECT DISTINCT transfer_id FROM ledger_entries WHERE user_id = $1
            AND transfer_id >= $2::uuid AND transfer_id < $3::uuid)
         UNION ALL
         (SELECT transfer_id FROM hands_won_and_lost($1, 'ffffffff-ffff-ffff-ffff-ffffffffffff', NULL, $4, $5,
            true, true, ${limit + 1}))
         LIMIT ${limit + 1}) AS found`,
      [userId, firstIdAt(from.getTime()), firstIdAt(to.getTime()), from, to],
    );
    return row?.rows ?? 0;
  }

  /** Newest first, older than a row; with the id of the last one. */
  async page(
    list: ExportList,
    filter: ExportFilter,
    { before, limit }: { readonly before: string | null; readonly limit: number },
  ): Promise<{ readonly rows: readonly CsvCell[][]; readonly last: string | null }> {
    const { sql, parameters } = conditionOf(list, filter);
    const columns = list.columns.map(([name, value]) => `${value} AS ${name}`).join(', ');
    const found = await this.reads.query<Record<string, unknown>[]>(
      `SELECT ${columns}, ${list.id} AS "rowId" FROM ${list.tables} WHERE ${sql}
         AND ${list.id} < coalesce($${parameters.length + 1}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
       ORDER BY ${list.id} DESC LIMIT ${limit}`,
      [...parameters, before],
    );
    const last = found.length < limit ? null : found.at(-1)?.['rowId'];
    return {
      rows: found.map((row) => list.columns.map(([name]) => cellOf(row[name]))),
      last: typeof last === 'string' ? last : null,
    };
  }
}
