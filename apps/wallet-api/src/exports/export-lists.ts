/** One column of an export: its name, and what fills it. */
type Column = readonly [name: string, sql: string];

/** A list that staff may take away as CSV. Its rows have ids that rise with time. */
export interface ExportList {
  readonly tables: string;
  readonly id: string;
  readonly createdAt: string;
  readonly columns: readonly Column[];
  /** Columns that a filter of that name is compared with. */
  readonly filters: Readonly<Record<string, string>>;
}

/** Crypto goes as text, which no spreadsheet rounds. */
export const EXPORT_LISTS = {
  deposits: {
    tables: 'deposits d LEFT JOIN rate_quotes q ON q.id = d.rate_quote_id',
    ...{ id: 'd.id', createdAt: 'd.created_at' },
    columns: [
      ['created_at', 'd.created_at'],
      ['deposit_id', 'd.id'],
      ['user_id', 'd.user_id'],
      ['status', 'd.status'],
      ['asset', 'd.asset'],
      ['network', 'd.network'],
      ['units', 'd.amount_units::text'],
      ['amount_krw', 'd.amount_krw'],
      ['rate_krw', 'q.numerator_krw'],
      ['rate_units', 'q.denominator_units::text'],
      ['txid', 'd.txid'],
      ['output', 'd.output_index'],
      ['address', 'd.address'],
      ['credited_at', 'd.credited_at'],
      ['reversed_at', 'd.reversed_at'],
      ['transfer_id', 'd.transfer_id'],
      ['resolution', 'd.resolution'],
      ['resolved_by', 'd.resolved_by'],
      ['resolution_reason', 'd.resolution_reason'],
    ],
    filters: { status: 'd.status', userId: 'd.user_id' },
  },
  withdrawals: {
    tables: 'withdrawals w LEFT JOIN rate_quotes q ON q.id = w.sending_quote_id',
    ...{ id: 'w.id', createdAt: 'w.created_at' },
    columns: [
      ['created_at', 'w.created_at'],
      ['withdrawal_id', 'w.id'],
      ['user_id', 'w.user_id'],
      ['status', 'w.status'],
      ['asset', 'w.asset'],
      ['network', 'w.network'],
      ['address', 'w.address'],
      ['amount_krw', 'w.amount_krw'],
      ['fee_krw', 'w.fee_krw'],
      ['units', 'w.amount_units::text'],
      ['rate_krw', 'q.numerator_krw'],
      ['rate_units', 'q.denominator_units::text'],
      ['txid', 'w.txid'],
      ['persons_needed', 'w.persons_needed'],
      ['revision', 'w.revision'],
      ['changed_at', 'w.changed_at'],
    ],
    filters: { status: 'w.status', userId: 'w.user_id' },
  },
  'audit-events': {
    tables: 'audit_events a',
    ...{ id: 'a.id', createdAt: 'a.recorded_at' },
    columns: [
      ['recorded_at', 'a.recorded_at'],
      ['event_id', 'a.id'],
      ['actor_id', 'a.actor_id'],
      ['actor_role', 'a.actor_role'],
      ['action', 'a.action'],
      ['subject', 'a.subject'],
      ['outcome', 'a.outcome'],
      ['reason', 'a.reason'],
      ['details', 'a.details::text'],
      ['request_id', 'a.request_id'],
    ],
    filters: { actor: 'a.actor_id', action: 'a.action', subject: 'a.subject' },
  },
} as const satisfies Record<string, ExportList>;

export type ExportName = keyof typeof EXPORT_LISTS;
