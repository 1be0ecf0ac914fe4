import { Inject, Injectable, Optional } from '@nestjs/common';
import { afterCommit } from '@cardroom/database';
import { krw, type Krw } from '@cardroom/money';
import {
  assertInvariant,
  currentRequestId,
  POSTING_WATCHER,
  type PostingWatcher,
} from '@cardroom/platform';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { assetsOf, entriesOf, ownerOf, usersOf } from './accounts';
import { isWellFormed, postingJsonOf, postingOf } from './posting-batch';
import { countPosted, countShortages } from './ledger-metrics';
import type {
  AccountRef,
  PlayerBalance,
  PostOutcome,
  PostRefusal,
  ReversalOutcome,
  ReversalRequest,
  TransferRequest,
  TransferType,
} from './transfer-types';

/** A transfer that somebody else's statement posts. */
export interface PreparedPosting {
  readonly json: string;
  /** Counts it, and tells who watches balances: to be called once it is committed. */
  readonly committed: () => void;
}

interface PostedRow {
  readonly item: number;
  readonly status: 'posted' | 'replayed' | 'refused';
  readonly code: PostRefusal | null;
  readonly transfer_id: string | null;
}

/** More than this is sent in several calls of the same transaction. */
const MAX_BATCH = 1_000;

const INVALID: PostOutcome = { status: 'refused', code: 'INVALID_AMOUNT' };

/** The books: double entry in PostgreSQL, the only truth of money. Rule: docs/rules/ledger.md. */
@Injectable()
export class Ledger {
  constructor(@Optional() @Inject(POSTING_WATCHER) private readonly watcher?: PostingWatcher) {}

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
    const outcomes = await this.write(manager, transfers);
    countShortages(outcomes);
    if (outcomes.some(({ status }) => status === 'posted')) {
      afterCommit(manager, () => countPosted(transfers, outcomes));
      this.tell(manager, transfers, outcomes);
    }
    return outcomes;
  }

  /**
   * The transfer of a hand, for a statement of the caller's that hands it to `ledger_post_hand` with the
   * stacks that it moves, beside what else it writes. Errors: InvariantError where it is not well formed.
   */
  prepare(transfer: TransferRequest): PreparedPosting {
    const isPostable = isWellFormed(transfer) && (transfer.assets ?? []).length === 0;
    assertInvariant(isPostable, 'a transfer of won sums to 0');
    const outcomes = [{ status: 'posted', transferId: transfer.id }] as const;
    return {
      json: postingJsonOf(transfer),
      committed: () => {
        countPosted([transfer], outcomes);
        this.watcher?.balancesChanged(usersOf([transfer]));
      },
    };
  }

  /** Posts, and tells nobody. */
  private async write(
    manager: EntityManager,
    transfers: readonly TransferRequest[],
  ): Promise<PostOutcome[]> {
    const asked = transfers.filter(isWellFormed);
    const posted: PostOutcome[] = [];
    for (let start = 0; start < asked.length; start += MAX_BATCH) {
      const rows = await manager.query<PostedRow[]>(
        ...postingOf(asked.slice(start, start + MAX_BATCH)),
      );
      posted.push(...rows.map(outcomeOf));
    }
    if (asked.length === transfers.length) return posted;
    const outcomes = new Map(asked.map((transfer, index) => [transfer, posted[index] ?? INVALID]));
    return transfers.map((transfer) => outcomes.get(transfer) ?? INVALID);
  }

  /** What `post` would answer, with nothing written. Takes the same locks while it looks. */
  async dryRun(
    manager: EntityManager,
    transfers: readonly TransferRequest[],
  ): Promise<PostOutcome[]> {
    assertInvariant(manager.queryRunner !== undefined, 'a dry run needs a transaction to undo');
    await manager.query('SAVEPOINT dry_run');
    const outcomes = await this.write(manager, transfers);
    await manager.query('ROLLBACK TO SAVEPOINT dry_run');
    return outcomes;
  }

  /**
   * Undoes a transfer by a new one that names it. Asked again it is `replayed`.
   *
   * Refused: NOT_FOUND, NOT_REVERSIBLE where it is a reversal itself, INSUFFICIENT_FUNDS where the
   * money has gone on.
   */
  async reverse(manager: EntityManager, request: ReversalRequest): Promise<ReversalOutcome> {
    const { transferId, actor, reason } = request;
    const [original] = await manager.query<{ type: TransferType }[]>(
      'SELECT type FROM ledger_transfers WHERE id = $1',
      [transferId],
    );
    if (original === undefined) return { status: 'refused', code: 'NOT_FOUND' };
    if (original.type === 'reversal') return { status: 'refused', code: 'NOT_REVERSIBLE' };
    const requestId = currentRequestId();
    const [entries, assets] = [
      await entriesOf(manager, transferId),
      await assetsOf(manager, transferId),
    ];
    const [outcome] = await this.post(manager, [
      {
        ...{ id: uuidv7(), type: 'reversal', businessKey: transferId, actor },
        ...(requestId === undefined ? {} : { requestId }),
        memo: { reason, reverses: transferId, type: original.type },
        reversesTransferId: transferId,
        entries: entries.map((entry) => ({ ...entry, amountKrw: krw(0 - entry.amountKrw) })),
        assets: assets.map((entry) => ({ ...entry, units: -entry.units })),
      },
    ]);
    assertInvariant(outcome !== undefined, 'a posted transfer has an outcome');
    return outcome;
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

  /** The balance an account had after a moment; 0 before its first entry. */
  async balanceAt(manager: EntityManager, account: AccountRef, at: Date): Promise<Krw> {
    const { kind, ownerKey, userId } = ownerOf(account);
    const balance =
      userId === null
        ? `(SELECT sum(e.amount_krw) FROM ledger_entries e
            JOIN ledger_transfers t ON t.id = e.transfer_id
            WHERE e.account_id = o.account_id AND t.created_at <= $3)::bigint`
        : 'ledger_balance_at(o.account_id, $3)';
    const [row] = await manager.query<{ balance: number | null }[]>(
      `SELECT ${balance} AS balance FROM ledger_account_owners o
       WHERE o.kind = $1 AND o.owner_key = $2`,
      [kind, ownerKey, at],
    );
    return krw(row?.balance ?? 0);
  }

  /** Refuses a transfer that has not come yet. True where it was in time. */
  async cancelBefore(
    manager: EntityManager,
    transfer: Pick<TransferRequest, 'type' | 'businessKey'>,
    reason: string,
  ): Promise<boolean> {
    const { type, businessKey } = transfer;
    // Waits for transfers that are being posted, and keeps new ones out until this is decided.
    const rows = await manager.query<{ cancelled: boolean }[]>(
      'SELECT ledger_cancel_before($1, $2, $3) AS cancelled',
      [type, businessKey, reason],
    );
    return rows[0]?.cancelled === true;
  }

  /**
   * Adds up what the accounts of the house got since they were last added up, so that reading their
   * balances stays quick however much is posted. Returns how many accounts there are.
   */
  async rollUp(manager: EntityManager): Promise<number> {
    const [row] = await manager.query<{ accounts: number }[]>(
      'SELECT ledger_roll_up() AS accounts',
    );
    return row?.accounts ?? 0;
  }

  private tell(
    manager: EntityManager,
    transfers: readonly TransferRequest[],
    outcomes: readonly PostOutcome[],
  ): void {
    const { watcher } = this;
    if (watcher === undefined) return;
    const users = usersOf(transfers.filter((_, index) => outcomes[index]?.status === 'posted'));
    if (users.length > 0) afterCommit(manager, () => watcher.balancesChanged(users));
  }
}

function outcomeOf(row: PostedRow): PostOutcome {
  if (row.status === 'refused') return { status: 'refused', code: row.code ?? 'INTERNAL_ERROR' };
  assertInvariant(row.transfer_id !== null, 'a posted transfer has an id');
  return { status: row.status, transferId: row.transfer_id };
}
