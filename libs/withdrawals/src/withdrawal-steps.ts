import { Injectable } from '@nestjs/common';
import { leaveWork } from '@cardroom/database';
import { counter } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

import { WithdrawalMoney } from './withdrawal-money';
import { WithdrawalRepository } from './withdrawal.repository';
import { isTold, type WithdrawalStatus } from './withdrawal-status';
import type { Move, Withdrawal } from './withdrawal.types';

const moves = counter('withdrawal_moves_total', 'Steps that withdrawals took.', ['to']);

type Step = Pick<Move, 'actor' | 'reason' | 'details'>;

/** The statuses in which the money is back with the player. */
type Returned = Extract<
  WithdrawalStatus,
  'cancelled_by_user' | 'rejected' | 'expired' | 'failed_returned'
>;

/** Steps that a withdrawal takes with everything that belongs to them, in the caller's transaction. */
@Injectable()
export class WithdrawalSteps {
  constructor(
    private readonly withdrawals: WithdrawalRepository,
    private readonly money: WithdrawalMoney,
  ) {}

  /**
   * One step and no more; its player is told of it where it says something new. False where the
   * withdrawal had moved on: then nothing has changed.
   */
  async move(
    manager: EntityManager,
    { id, status }: Pick<Withdrawal, 'id' | 'status'>,
    to: WithdrawalStatus,
    step: Step,
  ): Promise<boolean> {
    const number = await this.withdrawals.move(manager, { id, from: status, to, ...step });
    if (number === null) return false;
    moves.inc({ to });
    if (!isTold(to)) return true;
    const payload = { withdrawalId: id, revision: String(number) };
    await leaveWork(manager, { topic: 'withdrawal.changed', payload, requestId: id });
    return true;
  }

  /** Lets it be sent: approved, queued, and work left for the sender. False where it had moved on. */
  async approve(manager: EntityManager, withdrawal: Withdrawal, step: Step): Promise<boolean> {
    if (!(await this.move(manager, withdrawal, 'approved', step))) return false;
    const { id } = withdrawal;
    await this.move(manager, { id, status: 'approved' }, 'queued', { actor: step.actor });
    const payload = { withdrawalId: id };
    await leaveWork(manager, { topic: 'withdrawal.queued', payload, requestId: id });
    return true;
  }

  /** Ends it without sending: the money goes back. False where it had moved on. */
  async giveBack(
    manager: EntityManager,
    withdrawal: Withdrawal,
    to: Returned,
    step: Step,
  ): Promise<boolean> {
    if (!(await this.move(manager, withdrawal, to, step))) return false;
    await this.money.giveBack(manager, withdrawal);
    return true;
  }

  /** Ends it as paid: the money has left. False where it had moved on. */
  async complete(
    manager: EntityManager,
    withdrawal: Withdrawal,
    txid: string,
    step: Step,
  ): Promise<boolean> {
    if (!(await this.move(manager, withdrawal, 'completed', step))) return false;
    await this.money.payOut(manager, withdrawal, txid);
    return true;
  }
}
