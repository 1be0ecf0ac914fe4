import { Injectable } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { BusinessError, counter, type AccessClaims } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { CSV_MARK, csvLine } from '../csv/csv';
import { Statement } from '../wallet/statement';
import type { Moments } from '../wallet/day-range.rules';
import { EXPORT_LISTS, type ExportList, type ExportName } from './export-lists';
import { ExportRepository, type ExportFilter } from './export.repository';

type Staff = Pick<AccessClaims, 'userId' | 'role'>;

/** A file of half a million cells opens in any spreadsheet; more is asked for by fewer days. */
const MAX_ROWS = 50_000;
const PAGE_ROWS = 1_000;

const exported = counter('exports_total', 'Lists that staff took away as CSV.', ['list']);

/**
 * Lists that staff take away as CSV. Who took what is in the audit trail before the first line is
 * sent; a list that is too long is refused whole, for nobody sees what is missing at the end of a
 * file.
 */
@Injectable()
export class Exports {
  constructor(
    private readonly source: DataSource,
    private readonly repository: ExportRepository,
    private readonly statement: Statement,
    private readonly auditor: Auditor,
  ) {}

  /** Errors: BusinessError EXPORT_TOO_LARGE. */
  async list(staff: Staff, name: ExportName, filter: ExportFilter): Promise<AsyncIterable<string>> {
    const list: ExportList = EXPORT_LISTS[name];
    const rows = await this.repository.count(list, filter, MAX_ROWS);
    await this.allow(staff, { list: name, subject: `export:${name}`, rows, ...filter });
    return this.lines(list, filter);
  }

  /** A player's history. Errors: BusinessError NOT_FOUND, EXPORT_TOO_LARGE. */
  async transactions(staff: Staff, userId: string, days: Moments): Promise<AsyncIterable<string>> {
    const known = await this.source.query<unknown[]>('SELECT 1 FROM users WHERE id = $1', [userId]);
    if (known.length === 0) throw new BusinessError('NOT_FOUND');
    const rows = await this.repository.countTransactions(userId, days, MAX_ROWS);
    await this.allow(staff, { list: 'transactions', subject: `player:${userId}`, rows, ...days });
    return this.statement.lines(userId, days);
  }

  private async allow(
    staff: Staff,
    {
      list,
      subject,
      rows,
      ...filter
    }: Moments & { readonly list: string; readonly subject: string; readonly rows: number },
  ): Promise<void> {
    if (rows > MAX_ROWS) throw new BusinessError('EXPORT_TOO_LARGE');
    await this.auditor.record(this.source.manager, {
      ...{ actorId: staff.userId, actorRole: staff.role, action: `export.${list}` },
      ...{ subject, outcome: 'done', details: { ...filter, rows } },
    });
    exported.inc({ list });
  }

  private async *lines(list: ExportList, filter: ExportFilter): AsyncGenerator<string> {
    yield CSV_MARK + csvLine(list.columns.map(([name]) => name));
    for (let before: string | null = null; ;) {
      const page = await this.repository.page(list, filter, { before, limit: PAGE_ROWS });
      if (page.rows.length > 0) yield page.rows.map(csvLine).join('');
      if (page.last === null) return;
      before = page.last;
    }
  }
}
