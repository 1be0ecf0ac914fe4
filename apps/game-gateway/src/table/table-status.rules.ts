import type { Refusal, TableCommand, TableView } from '@cardroom/protocol';

/** What a player may do at a table that waits for its records: get away from it. */
const GOES_ON_IN_PAUSE: ReadonlySet<TableCommand['type']> = new Set([
  'table.leave',
  'table.stop_waiting',
]);

/** What begins something that a table which is closed for play does not see the end of. */
const NEEDS_OPEN_TABLE: ReadonlySet<TableCommand['type']> = new Set([
  'table.sit',
  'table.wait',
  'table.sit_in',
  'table.top_up',
  'table.auto_top_up',
]);

/** Why a table in this state does not do what is asked: TABLE_PAUSED, TABLE_CLOSED, or null. */
export function statusFault(
  status: TableView['status'],
  { type }: Pick<TableCommand, 'type'>,
): Refusal | null {
  if (status === 'paused' && !GOES_ON_IN_PAUSE.has(type)) return { code: 'TABLE_PAUSED' };
  return status === 'closed' && NEEDS_OPEN_TABLE.has(type) ? { code: 'TABLE_CLOSED' } : null;
}
