import { Injectable } from '@nestjs/common';
import { assertInvariant } from '@cardroom/platform';
import { addressKeyOf, type WithdrawalTerms } from '@cardroom/withdrawals';
import type { EntityManager } from 'typeorm';

/** What PostgreSQL knows about who asks for a withdrawal, and about where it would go. */
export interface AccountFacts {
  readonly isFrozen: boolean;
  readonly isStopped: boolean;
  readonly isInDebt: boolean;
  readonly isOurAddress: boolean;
  readonly askedLastHour: number;
  /** Until the oldest request of the last hour is an hour old; 0 where there is none. */
  readonly secondsUntilNext: number;
  readonly passwordChangedAt: Date | null;
  readonly factorChangedAt: Date | null;
  /** When this player first asked for a withdrawal to this address. */
  readonly addressFirstUsedAt: Date | null;
  /** The moment of the transaction, by the clock that all processes share. */
  readonly now: Date;
}

@Injectable()
export class WithdrawalFactsRepository {
  /** Reads under the locks of the caller's transaction. */
  async read(
    manager: EntityManager,
    { userId, network, address }: Pick<WithdrawalTerms, 'userId' | 'network' | 'address'>,
  ): Promise<AccountFacts> {
    const [row] = await manager.query<AccountFacts[]>(
      `SELECT u.status <> 'active' AS "isFrozen",
         EXISTS (SELECT 1 FROM withdrawal_freezes f
                 WHERE f.user_id = u.id AND f.lifted_at IS NULL) AS "isStopped",
         EXISTS (SELECT 1 FROM ledger_account_owners o JOIN ledger_accounts a ON a.id = o.account_id
                 WHERE o.user_id = u.id AND o.kind = 'debt' AND a.balance_krw <> 0) AS "isInDebt",
         EXISTS (SELECT 1 FROM deposit_addresses d
                 WHERE d.network = $2 AND lower(d.address) = lower($3)) AS "isOurAddress",
         h.asked AS "askedLastHour", h.seconds AS "secondsUntilNext",
         u.password_changed_at AS "passwordChangedAt", u.factor_changed_at AS "factorChangedAt",
         (SELECT min(w.created_at) FROM withdrawals w
          WHERE w.user_id = u.id AND w.address_key = $4) AS "addressFirstUsedAt",
         now() AS now
       FROM users u, LATERAL (
         SELECT count(*)::int AS asked, coalesce(ceil(extract(epoch FROM
                  min(w.created_at) + interval '1 hour' - now())), 0)::int AS seconds
         FROM withdrawals w
         WHERE w.user_id = u.id AND w.created_at > now() - interval '1 hour') h
       WHERE u.id = $1`,
      [userId, network, address, addressKeyOf(network, address)],
    );
    assertInvariant(row !== undefined, 'who asks has an account');
    return row;
  }
}
