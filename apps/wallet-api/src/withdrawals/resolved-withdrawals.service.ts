import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { withTransaction } from '@cardroom/database';
import { assertInvariant, BusinessError } from '@cardroom/platform';
import {
  PayoutGateway,
  resolutionRefusal,
  WithdrawalRepository,
  WithdrawalSteps,
  type Resolution,
  type Withdrawal,
} from '@cardroom/withdrawals';
import { DataSource, type EntityManager } from 'typeorm';

import { FourEyes } from '../four-eyes/four-eyes';
import type { FourEyesRequest } from '../four-eyes/four-eyes.types';
import { SecondFactor } from '../second-factor/second-factor';
import { auditedAs, type StaffActor } from '../staff/staff-actor';
import type { ResolveOutcomeDto, ResolveWithdrawalDto } from './staff-withdrawals.dto';

const KIND = 'withdrawal_resolve';

/** What is done when it is approved, as it was asked for. */
interface Payload {
  readonly withdrawalId: string;
  readonly revision: string;
  readonly outcome: Resolution;
  /** Of what was paid; null of what goes back. */
  readonly txid: string | null;
}

/**
 * The end of withdrawals of which nobody knows whether they were sent: by two persons, with the
 * gateway asked at both times. Nothing is ever sent again. Rule: docs/rules/withdrawals.md §7.
 */
@Injectable()
export class ResolvedWithdrawals implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly eyes: FourEyes,
    private readonly gateway: PayoutGateway,
    private readonly withdrawals: WithdrawalRepository,
    private readonly steps: WithdrawalSteps,
    private readonly factor: SecondFactor,
    private readonly auditor: Auditor,
  ) {}

  onModuleInit(): void {
    this.eyes.register({
      kind: KIND,
      deciders: ['risk', 'admin'],
      apply: (manager, request) => this.apply(manager, request),
    });
  }

  /**
   * Asks for an end.
   *
   * Errors: BusinessError NOT_FOUND; WITHDRAWAL_MOVED_ON where it is not `unknown`; FORBIDDEN to its
   * player; those of the second factor; STATE_CONFLICT where the gateway says otherwise;
   * PAYMENT_GATEWAY_UNAVAILABLE where it says nothing and would have to; REQUEST_PENDING.
   */
  async propose(
    staff: StaffActor,
    id: string,
    { outcome, txid, reason, code }: ResolveWithdrawalDto,
  ): Promise<ResolveOutcomeDto> {
    const { userId, revision } = await this.unknown(this.source.manager, id);
    if (userId === staff.userId) throw new BusinessError('FORBIDDEN');
    const { kind: gatewaySaid } = await this.gateway.byKey(id);
    const refusal = resolutionRefusal(outcome, gatewaySaid);
    if (refusal !== null) throw new BusinessError(refusal);
    const paidBy = outcome === 'completed' ? (txid ?? null) : null;
    const payload: Payload = { withdrawalId: id, revision, outcome, txid: paidBy };
    return withTransaction(this.source, async (manager) => {
      const unproved = await this.factor.verify(manager, staff.userId, code);
      if (unproved !== null) throw new BusinessError(unproved);
      const { requestId } = await this.eyes.propose(manager, {
        ...{ kind: KIND, subjectId: id, requestedBy: staff.userId, reason },
        ...{ beneficiaryId: userId, payload: { ...payload } },
      });
      await this.auditor.record(manager, {
        ...{ ...auditedAs(staff), action: 'withdrawal.ask_resolve', outcome: 'done', reason },
        ...{ subject: `withdrawal:${id}`, details: { ...payload, gatewaySaid, requestId } },
      });
      return { requestId };
    });
  }

  /** Errors: as of `propose`; what has become known meanwhile counts. */
  private async apply(manager: EntityManager, request: FourEyesRequest): Promise<void> {
    const { withdrawalId, revision, outcome, txid } = request.payload as unknown as Payload;
    const withdrawal = await this.unknown(manager, withdrawalId, { lock: true });
    if (withdrawal.revision !== revision) throw new BusinessError('REQUEST_CHANGED');
    const { kind: gatewaySaid } = await this.gateway.byKey(withdrawalId);
    const refusal = resolutionRefusal(outcome, gatewaySaid);
    if (refusal !== null) throw new BusinessError(refusal);
    const actor = request.decidedBy ?? request.requestedBy;
    const step = { actor, reason: 'staff found out', details: { outcome, txid, gatewaySaid } };
    if (outcome === 'completed') {
      assertInvariant(txid !== null, 'what was paid has a transaction');
      await this.steps.complete(manager, withdrawal, txid, step);
      await this.withdrawals.noteTransaction(manager, withdrawalId, txid);
    } else {
      await this.promiseNotToPay(withdrawalId);
      await this.steps.giveBack(manager, withdrawal, outcome, step);
    }
  }

  /** Before the money goes back: a request that is still on its way must find the key closed. */
  private async promiseNotToPay(withdrawalId: string): Promise<void> {
    const promise = await this.gateway.void(withdrawalId);
    if (promise === 'exists') throw new BusinessError('STATE_CONFLICT');
    if (promise === 'unknown') throw new BusinessError('PAYMENT_GATEWAY_UNAVAILABLE');
  }

  private async unknown(
    manager: EntityManager,
    id: string,
    options: { readonly lock?: boolean } = {},
  ): Promise<Withdrawal> {
    const withdrawal = await this.withdrawals.find(manager, id, options);
    if (withdrawal === null) throw new BusinessError('NOT_FOUND');
    if (withdrawal.status !== 'unknown') throw new BusinessError('WITHDRAWAL_MOVED_ON');
    return withdrawal;
  }
}
