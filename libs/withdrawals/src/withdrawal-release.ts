import { Injectable } from '@nestjs/common';
import { KillSwitches } from '@cardroom/database';
import type { EntityManager } from 'typeorm';

import { WithdrawalRepository } from './withdrawal.repository';
import { waitOf } from './withdrawal.rules';
import { WithdrawalSteps } from './withdrawal-steps';
import type { Withdrawal } from './withdrawal.types';

/** Why a withdrawal that has waited is not sent yet. */
export type ReleaseOutcome =
  | 'released'
  /** Its wait is not over, or was made longer. */
  | 'waits'
  /** Staff have to approve it, or one more of them. */
  | 'needs_approval'
  /** The account is frozen, in debt, or its withdrawals are stopped. */
  | 'blocked'
  /** It is not waiting any more. */
  | 'moved_on';

interface ReleaseFacts {
  readonly isBlocked: boolean;
  readonly passwordChangedAt: Date | null;
  readonly factorChangedAt: Date | null;
  readonly now: Date;
}

/** Lets withdrawals go on that have waited and were approved, whoever finds out first. */
@Injectable()
export class WithdrawalRelease {
  constructor(
    private readonly withdrawals: WithdrawalRepository,
    private readonly steps: WithdrawalSteps,
    private readonly switches: KillSwitches,
  ) {}

  /**
   * Looks at everything again and lets a withdrawal go on where nothing is against it. What was
   * taken a day ago is not what holds now: a new password makes it wait longer, a frozen account
   * stops it. Rule: docs/rules/withdrawals.md §3, §4.
   */
  async tryRelease(manager: EntityManager, id: string): Promise<ReleaseOutcome> {
    const withdrawal = await this.withdrawals.find(manager, id, { lock: true });
    if (withdrawal?.status !== 'cooling') return 'moved_on';
    const facts = await readFacts(manager, withdrawal);
    if (await this.stillWaits(manager, withdrawal, facts)) return 'waits';
    if (facts.isBlocked) return 'blocked';
    const isAutomatic = await this.switches.isOn(manager, 'automatic_approval');
    const needed = isAutomatic ? withdrawal.personsNeeded : Math.max(1, withdrawal.personsNeeded);
    if (withdrawal.approvals < needed) return 'needs_approval';
    const approvals = withdrawal.approvals;
    const step = { actor: approvals > 0 ? 'staff' : 'automatic', details: { approvals } };
    return (await this.steps.approve(manager, withdrawal, step)) ? 'released' : 'moved_on';
  }

  private async stillWaits(
    manager: EntityManager,
    withdrawal: Withdrawal,
    { passwordChangedAt, factorChangedAt, now }: ReleaseFacts,
  ): Promise<boolean> {
    const { untilMs } = waitOf({
      requestedAtMs: withdrawal.coolingUntil.getTime(),
      coolingMs: 0,
      securityDelayMs: withdrawal.securityDelaySeconds * 1000,
      passwordChangedAtMs: passwordChangedAt?.getTime() ?? null,
      factorChangedAtMs: factorChangedAt?.getTime() ?? null,
      addressFirstUsedAtMs: null,
    });
    if (untilMs > withdrawal.coolingUntil.getTime()) {
      await this.withdrawals.waitUntil(manager, withdrawal.id, new Date(untilMs));
    }
    return untilMs > now.getTime();
  }
}

async function readFacts(manager: EntityManager, { userId }: Withdrawal): Promise<ReleaseFacts> {
  const [row] = await manager.query<ReleaseFacts[]>(
    `SELECT u.status <> 'active'
         OR EXISTS (SELECT 1 FROM withdrawal_freezes f
                    WHERE f.user_id = u.id AND f.lifted_at IS NULL)
         OR EXISTS (SELECT 1 FROM ledger_account_owners o JOIN ledger_accounts a ON a.id = o.account_id
                    WHERE o.user_id = u.id AND o.kind = 'debt' AND a.balance_krw <> 0) AS "isBlocked",
       u.password_changed_at AS "passwordChangedAt", u.factor_changed_at AS "factorChangedAt",
       now() AS now
     FROM users u WHERE u.id = $1`,
    [userId],
  );
  if (row === undefined) throw new Error('the player of a withdrawal has an account');
  return row;
}
