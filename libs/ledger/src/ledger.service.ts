import { Injectable } from '@nestjs/common';
import { isKrw, krw, type Krw } from '@cardroom/money';
import { assertInvariant } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

import { accountIds } from './accounts';
import { fingerprintOf } from './fingerprint';
import type {
  AccountRef,
  PlayerBalance,
  PostOutcome,
  PostRefusal,
  TransferRequest,
} from './transfer-types';

interface PostedRow {
  readonly item: number;
  readonly status: 'posted' | 'replayed' | 'refused';
  readonly code: PostRefusal | null;
  readonly transfer_id: string | null;
}

/** The books: double entry in PostgreSQL, the only truth of money. Rule: docs/rules/ledger.md. */
@Injectable()
export class Ledger {
  /**
   * Posts transfers inside the caller's transaction, in their order, each with an outcome of its
   * own. The same business key posts once: asked again with the same content it is `replayed`,
   * with other content refused.
   *
   * A refused transfer has changed nothing; the caller decides what becomes of its transaction.
   */
  async post(
    manager: EntityManager,
    transfers: readonly TransferRequest[],
  ): Promise<PostOutcome[]> {
    if (transfers.length === 0) return [];
    const outcomes = transfers.map((transfer): PostOutcome | null =>
      isWellFormed(transfer) ? null : { status: 'refused', code: 'INVALID_AMOUNT' },
    );
    const asked = transfers.filter((_, index) => outcomes[index] === null);
    if (asked.length > 0) {
      const posted = await this.postWellFormed(manager, asked);
      for (const [index, outcome] of outcomes.entries()) {
        if (outcome === null) outcomes[index] = posted.shift() ?? null;
      }
    }
    return outcomes.map((outcome) => {
      assertInvariant(outcome !== null, 'every transfer has an outcome');
      return outcome;
    });
  }

  private async postWellFormed(
    manager: EntityManager,
    transfers: readonly TransferRequest[],
  ): Promise<PostOutcome[]> {
    const refs = transfers.flatMap((transfer) => [
      ...transfer.entries.map((entry) => entry.account),
      ...(transfer.assets ?? []).map((entry) => entry.account),
    ]);
    const ids = await accountIds(manager, refs);
    const items = transfers.map((transfer) => itemOf(transfer, ids));
    const rows = await manager.query<PostedRow[]>(
      'SELECT item, status, code, transfer_id FROM ledger_post($1::jsonb) ORDER BY item',
      [JSON.stringify(items)],
    );
    return rows.map(outcomeOf);
  }

  /** What a player has, from the books themselves: never from a cache. */
  async balanceOf(manager: EntityManager, userId: string): Promise<PlayerBalance> {
    const rows = await manager.query<{ kind: AccountRef['kind']; total: string }[]>(
      `SELECT a.kind, sum(a.balance_krw)::text AS total
       FROM ledger_account_owners o JOIN ledger_accounts a ON a.id = o.account_id
       WHERE o.user_id = $1 GROUP BY a.kind`,
      [userId],
    );
    const of = (kind: AccountRef['kind']): Krw =>
      krw(Number(rows.find((row) => row.kind === kind)?.total ?? 0));
    return {
      availableKrw: of('available'),
      inPlayKrw: of('in_play'),
      heldKrw: of('withdrawal_hold'),
    };
  }

  /** The balance a player account had after a moment; 0 before its first entry. */
  async balanceAt(manager: EntityManager, account: AccountRef, at: Date): Promise<Krw> {
    const ids = await accountIds(manager, [account]);
    const [row] = await manager.query<{ balance: number }[]>(
      `SELECT e.balance_after_krw AS balance FROM ledger_entries e
       JOIN ledger_transfers t ON t.id = e.transfer_id
       WHERE e.account_id = $1 AND t.created_at <= $2 ORDER BY e.version DESC LIMIT 1`,
      [ids.get(account), at],
    );
    return krw(row?.balance ?? 0);
  }

  /** Refuses a transfer that has not come yet. True where it was in time. */
  async cancelBefore(
    manager: EntityManager,
    transfer: Pick<TransferRequest, 'type' | 'businessKey'>,
    reason: string,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO ledger_tombstones (type, business_key, reason)
       SELECT $1, $2, $3 WHERE NOT EXISTS (
         SELECT 1 FROM ledger_transfers WHERE type = $1 AND business_key = $2)
       ON CONFLICT (type, business_key) DO NOTHING RETURNING 1`,
      [transfer.type, transfer.businessKey, reason],
    );
    return rows.length === 1;
  }
}

/** Two entries or more, none of them 0, each account once, won and every asset summing to 0. */
function isWellFormed(transfer: TransferRequest): boolean {
  const amounts = transfer.entries.map((entry) => entry.amountKrw);
  const accounts = new Set(transfer.entries.map((entry) => JSON.stringify(entry.account)));
  const units = new Map<string, bigint>();
  for (const entry of transfer.assets ?? []) {
    if (entry.units === 0n) return false;
    units.set(entry.asset, (units.get(entry.asset) ?? 0n) + entry.units);
  }
  return (
    amounts.length >= 2 &&
    accounts.size === amounts.length &&
    amounts.every((amount) => isKrw(amount) && amount !== 0) &&
    amounts.reduce((sum, amount) => sum + BigInt(amount), 0n) === 0n &&
    [...units.values()].every((sum) => sum === 0n)
  );
}

function itemOf(transfer: TransferRequest, ids: ReadonlyMap<AccountRef, string>): object {
  const entries = transfer.entries.map(({ account, amountKrw }) => ({
    account: ids.get(account),
    amountKrw,
  }));
  const assets = (transfer.assets ?? []).map(({ account, asset, units }) => ({
    account: ids.get(account),
    asset,
    units: units.toString(),
  }));
  const { id, type, businessKey, actor, requestId, memo = {}, reversesTransferId } = transfer;
  const byAccount = [...entries].sort((a, b) => ((a.account ?? '') < (b.account ?? '') ? -1 : 1));
  return {
    id,
    type,
    businessKey,
    actor,
    requestId: requestId ?? null,
    memo,
    reverses: reversesTransferId ?? null,
    // The id and the request are new with each try; what the transfer does is not.
    fingerprint: fingerprintOf({ type, businessKey, actor, entries: byAccount, assets }),
    entries,
    assets,
  };
}

function outcomeOf(row: PostedRow): PostOutcome {
  if (row.status === 'refused') return { status: 'refused', code: row.code ?? 'INTERNAL_ERROR' };
  assertInvariant(row.transfer_id !== null, 'a posted transfer has an id');
  return { status: row.status, transferId: row.transfer_id };
}
