import { Injectable } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { withTransaction } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { auditedAs, type StaffActor } from '../staff-actor';
import { needsEmptyTable } from './table-change.rules';
import type { NewStakesDto, NewTableDto, StakesDto, TableChangeDto, TableDto } from './tables.dto';
import { TablesRepository } from './tables.repository';

/** Tables and stakes: made, changed from a future hand, opened and closed. Rule: docs/rules/staff.md §5. */
@Injectable()
export class StaffTables {
  constructor(
    private readonly source: DataSource,
    private readonly tables: TablesRepository,
    private readonly auditor: Auditor,
  ) {}

  list(): Promise<TableDto[]> {
    return this.tables.list();
  }

  stakes(): Promise<StakesDto[]> {
    return this.tables.stakes();
  }

  /** Errors: NAME_TAKEN, SETTINGS_CONTRADICT. */
  async addStakes(actor: StaffActor, stakes: NewStakesDto): Promise<StakesDto> {
    const stakesId = await withTransaction(this.source, async (manager) => {
      const id = await this.tables.addStakes(manager, stakes);
      await this.note(manager, actor, { action: 'stakes.add', subject: `stakes:${id}`, stakes });
      return id;
    });
    const added = (await this.tables.stakes()).find((each) => each.stakesId === stakesId);
    if (added === undefined) throw new BusinessError('NOT_FOUND');
    return added;
  }

  /** Closed until it is opened. Errors: NAME_TAKEN, NOT_FOUND for the stakes, SETTINGS_CONTRADICT. */
  async addTable(actor: StaffActor, table: NewTableDto): Promise<TableDto> {
    const tableId = await withTransaction(this.source, async (manager) => {
      const id = await this.tables.addTable(manager, table);
      await this.note(manager, actor, { action: 'table.add', subject: `table:${id}`, table });
      return id;
    });
    return this.find(tableId);
  }

  /**
   * Changes what a table plays by, from its next hand. Stakes, seats, pool and structure only while
   * it is closed and empty: who sits there sat down to others.
   *
   * Errors: NOT_FOUND, NAME_TAKEN, STATE_CONFLICT, SETTINGS_CONTRADICT.
   */
  async change(actor: StaffActor, tableId: string, change: TableChangeDto): Promise<TableDto> {
    await withTransaction(this.source, async (manager) => {
      const table = await this.tables.lock(manager, tableId);
      if (table === null) throw new BusinessError('NOT_FOUND');
      const isEmpty = table.status === 'closed' && table.seated === 0;
      if (needsEmptyTable(change) && !isEmpty) throw new BusinessError('STATE_CONFLICT');
      await this.tables.change(manager, tableId, change);
      const subject = `table:${tableId}`;
      await this.note(manager, actor, { action: 'table.change', subject, change });
    });
    return this.find(tableId);
  }

  /** Errors: NOT_FOUND, STATE_CONFLICT where it is so already. */
  async setStatus(
    actor: StaffActor,
    tableId: string,
    { status, reason }: { readonly status: 'open' | 'closed'; readonly reason: string },
  ): Promise<TableDto> {
    await withTransaction(this.source, async (manager) => {
      if ((await this.tables.lock(manager, tableId)) === null) throw new BusinessError('NOT_FOUND');
      if (!(await this.tables.setStatus(manager, tableId, status))) {
        throw new BusinessError('STATE_CONFLICT');
      }
      const action = status === 'open' ? 'table.open' : 'table.close';
      await this.note(manager, actor, { action, subject: `table:${tableId}`, reason });
    });
    return this.find(tableId);
  }

  private async find(tableId: string): Promise<TableDto> {
    const [table] = await this.tables.list(tableId);
    if (table === undefined) throw new BusinessError('NOT_FOUND');
    return table;
  }

  private note(
    manager: EntityManager,
    actor: StaffActor,
    act: {
      readonly action: string;
      readonly subject: string;
      readonly reason?: string;
      readonly [detail: string]: unknown;
    },
  ): Promise<void> {
    const { action, subject, reason = null, ...details } = act;
    return this.auditor.record(manager, {
      ...{ ...auditedAs(actor), action, subject, outcome: 'done', reason, details },
    });
  }
}
