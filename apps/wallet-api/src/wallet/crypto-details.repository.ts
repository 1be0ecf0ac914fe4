import { Injectable } from '@nestjs/common';
import type { HistoryItem } from '@cardroom/ledger';
import type { EntityManager } from 'typeorm';

/** What crypto a row of the history stands for. */
export interface CryptoDetails {
  readonly asset: string;
  readonly network: string;
  /** Base units in decimal digits; null until they are known. */
  readonly units: string | null;
  readonly txid: string | null;
  readonly address: string | null;
  /** Whole won for so many base units. */
  readonly quote: {
    readonly numeratorKrw: number;
    readonly denominatorUnits: string;
    readonly quotedAt: string;
  } | null;
  readonly requestedAt: string;
  readonly completedAt: string | null;
}

const ISO = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const QUOTE = `CASE WHEN q.id IS NULL THEN NULL ELSE json_build_object(
  'numeratorKrw', q.numerator_krw, 'denominatorUnits', q.denominator_units::text,
  'quotedAt', ${ISO('q.created_at')}) END AS quote`;

const OF_DEPOSITS = `
  SELECT d.id::text AS key, d.asset, d.network, d.amount_units::text AS units, d.txid, d.address,
         ${QUOTE}, ${ISO('d.created_at')} AS "requestedAt", ${ISO('d.credited_at')} AS "completedAt"
  FROM deposits d LEFT JOIN rate_quotes q ON q.id = d.rate_quote_id
  WHERE d.user_id = $1 AND d.id = ANY($2::uuid[])`;

const OF_WITHDRAWALS = `
  SELECT w.id::text AS key, w.asset, w.network, w.amount_units::text AS units, w.txid, w.address,
         ${QUOTE}, ${ISO('w.created_at')} AS "requestedAt",
         CASE WHEN w.status = 'completed' THEN ${ISO('w.changed_at')} END AS "completedAt"
  FROM withdrawals w LEFT JOIN rate_quotes q ON q.id = coalesce(w.sending_quote_id, w.quote_id)
  WHERE w.user_id = $1 AND w.id = ANY($2::uuid[])`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const keyOf = (item: HistoryItem, name: 'depositId' | 'holdId'): string | null => {
  const value = item.details[name];
  return typeof value === 'string' && UUID.test(value) ? value : null;
};

const keysOf = (items: readonly HistoryItem[], name: 'depositId' | 'holdId'): string[] =>
  items.flatMap((item) => keyOf(item, name) ?? []);

/** Deposits and withdrawals behind a page of the history: two statements, however long the page. */
@Injectable()
export class CryptoDetailsRepository {
  /** By the transfers of the page; those that moved no crypto are not in it. */
  async of(
    manager: EntityManager,
    userId: string,
    items: readonly HistoryItem[],
  ): Promise<ReadonlyMap<string, CryptoDetails>> {
    const deposits = await this.read(manager, OF_DEPOSITS, [userId, keysOf(items, 'depositId')]);
    const withdrawals = await this.read(manager, OF_WITHDRAWALS, [userId, keysOf(items, 'holdId')]);
    return new Map(
      items.flatMap((item) => {
        const found =
          deposits.get(keyOf(item, 'depositId') ?? '') ??
          withdrawals.get(keyOf(item, 'holdId') ?? '');
        return found === undefined ? [] : [[item.transferId, found]];
      }),
    );
  }

  private async read(
    manager: EntityManager,
    sql: string,
    [userId, keys]: readonly [string, readonly string[]],
  ): Promise<ReadonlyMap<string, CryptoDetails>> {
    if (keys.length === 0) return new Map();
    const rows = await manager.query<(CryptoDetails & { readonly key: string })[]>(sql, [
      userId,
      keys,
    ]);
    return new Map(rows.map(({ key, ...details }) => [key, details]));
  }
}
