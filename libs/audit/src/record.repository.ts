import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@cardroom/ledger';
import type { EntityManager } from 'typeorm';

/** Records of one block at most, unless one transaction has written more. */
const MAX_RECORDS = 1_000;

const AT = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const TRANSFERS = `
  SELECT t.posted_xid AS xid, 'transfer' AS kind, t.id, jsonb_build_object(
    'kind', 'transfer', 'id', t.id, 'xid', t.posted_xid::text, 'type', t.type,
    'businessKey', t.business_key, 'fingerprint', t.fingerprint, 'actor', t.actor,
    'requestId', t.request_id, 'memo', t.memo, 'reverses', t.reverses_transfer_id,
    'createdAt', ${AT('t.created_at')},
    'entries', (SELECT jsonb_agg(jsonb_build_object(
        'account', e.account_id, 'user', coalesce(e.user_id, a.user_id), 'amountKrw', e.amount_krw,
        'balanceAfterKrw', e.balance_after_krw, 'version', e.version,
        'xid', e.posted_xid::text) ORDER BY e.account_id)
      FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id
      WHERE e.transfer_id = t.id),
    'assets', (SELECT jsonb_agg(jsonb_build_object(
        'account', a.account_id, 'asset', a.asset, 'units', a.units::text)
        ORDER BY a.account_id, a.asset)
      FROM ledger_asset_entries a WHERE a.transfer_id = t.id)) AS record
  FROM ledger_transfers t`;

const EVENTS = `
  SELECT v.recorded_xid AS xid, 'event' AS kind, v.id, jsonb_build_object(
    'kind', 'event', 'id', v.id, 'xid', v.recorded_xid::text, 'recordedAt', ${AT('v.recorded_at')},
    'actorId', v.actor_id, 'actorRole', v.actor_role, 'action', v.action, 'subject', v.subject,
    'outcome', v.outcome, 'reason', v.reason, 'details', v.details,
    'requestId', v.request_id) AS record
  FROM audit_events v`;

const STEPS = `
  SELECT w.recorded_xid AS xid, 'step' AS kind, w.id, jsonb_build_object(
    'kind', 'step', 'id', w.id, 'xid', w.recorded_xid::text, 'recordedAt', ${AT('w.created_at')},
    'withdrawalId', w.withdrawal_id, 'from', w.from_status, 'to', w.to_status, 'actor', w.actor,
    'reason', w.reason, 'details', w.details, 'requestId', w.request_id) AS record
  FROM withdrawal_events w`;

/** What is sealed: where it stands, by which transaction it was written, and when. */
const SOURCES = [
  { kind: 'transfer', table: 'ledger_transfers', xid: 'posted_xid', at: 'created_at' },
  { kind: 'event', table: 'audit_events', xid: 'recorded_xid', at: 'recorded_at' },
  { kind: 'step', table: 'withdrawal_events', xid: 'recorded_xid', at: 'created_at' },
] as const;

const ofEach = (select: (source: (typeof SOURCES)[number]) => string): string =>
  SOURCES.map((source) => `(${select(source)})`).join(' UNION ALL ');

export interface XidRange {
  readonly fromXid: string;
  readonly belowXid: string;
}

/**
 * What is sealed, as canonical texts in their order: transfers of the ledger with their entries, audit
 * events and steps of withdrawals, by the transaction that wrote them.
 */
@Injectable()
export class AuditRecordRepository {
  /** Transactions below it have ended: what they wrote is there, or never will be. */
  async horizon(manager: EntityManager): Promise<string> {
    const [row] = await manager.query<{ xid: string }[]>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid',
    );
    return row?.xid ?? '0';
  }

  /** The transactions of the next block; null where nobody has written anything. */
  async nextRange(
    manager: EntityManager,
    { fromXid, belowXid }: XidRange,
  ): Promise<XidRange | null> {
    const rows = await manager.query<{ xid: string }[]>(
      `SELECT xid::text AS xid FROM (${ofEach(
        ({ table, xid }) =>
          `SELECT ${xid} AS xid FROM ${table}
           WHERE ${xid} >= $1::xid8 AND ${xid} < $2::xid8 ORDER BY ${xid} LIMIT $3`,
      )}) written ORDER BY written.xid LIMIT $3`,
      [fromXid, belowXid, MAX_RECORDS + 1],
    );
    const [first] = rows;
    const last = rows.at(-1);
    if (first === undefined || last === undefined) return null;
    if (rows.length <= MAX_RECORDS) return { fromXid, belowXid };
    // A transaction is never cut: what one of them wrote is in one block.
    const end = last.xid === first.xid ? BigInt(last.xid) + 1n : BigInt(last.xid);
    return { fromXid, belowXid: end.toString() };
  }

  /** What the transactions of a range have written, in the order of a block. */
  async read(manager: EntityManager, { fromXid, belowXid }: XidRange): Promise<string[]> {
    const rows = await manager.query<{ record: unknown }[]>(
      `SELECT record FROM (
         ${TRANSFERS} WHERE t.posted_xid >= $1::xid8 AND t.posted_xid < $2::xid8
         UNION ALL
         ${EVENTS} WHERE v.recorded_xid >= $1::xid8 AND v.recorded_xid < $2::xid8
         UNION ALL
         ${STEPS} WHERE w.recorded_xid >= $1::xid8 AND w.recorded_xid < $2::xid8
       ) written ORDER BY written.xid, written.kind, written.id`,
      [fromXid, belowXid],
    );
    return rows.map(({ record }) => canonicalJson(record));
  }

  /** Transfers as they are sealed, by their ids; those that are not there are left out. */
  async transfers(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<Map<string, { readonly xid: string; readonly record: string }>> {
    const rows = await manager.query<{ id: string; xid: string; record: unknown }[]>(
      `SELECT id, xid::text AS xid, record FROM (${TRANSFERS} WHERE t.id = ANY($1)) asked`,
      [ids],
    );
    return new Map(rows.map(({ id, xid, record }) => [id, { xid, record: canonicalJson(record) }]));
  }

  /** How long the oldest record at or above a transaction has waited, in seconds; 0 for none. */
  async waitingSeconds(manager: EntityManager, fromXid: string): Promise<number> {
    const [row] = await manager.query<{ seconds: number }[]>(
      `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)::float8 AS seconds FROM (
         ${ofEach(
           ({ table, xid, at }) =>
             `SELECT ${at} AS at FROM ${table} WHERE ${xid} >= $1::xid8 ORDER BY ${xid} LIMIT 1`,
         )}) waiting`,
      [fromXid],
    );
    return Math.max(0, row?.seconds ?? 0);
  }

  /** Records that name a transaction which has not begun: nobody wrote them by the doors of the house. */
  async fromTheFuture(manager: EntityManager): Promise<string[]> {
    const rows = await manager.query<{ name: string }[]>(
      `${ofEach(
        ({ kind, table, xid }) =>
          `SELECT '${kind} ' || id AS name FROM ${table}
           WHERE ${xid} >= pg_snapshot_xmax(pg_current_snapshot())`,
      )} LIMIT 100`,
    );
    return rows.map(({ name }) => name);
  }
}
