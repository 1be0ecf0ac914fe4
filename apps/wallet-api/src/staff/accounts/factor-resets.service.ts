import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { afterCommit, withTransaction } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { FourEyes } from '../../four-eyes/four-eyes';
import type { FourEyesRequest } from '../../four-eyes/four-eyes.types';
import { SecondFactor } from '../../second-factor/second-factor';
import { noteSecurityEvent } from '../../sessions/security-notices';
import { SessionEnds } from '../../sessions/session-ends';
import { auditedAs, type StaffActor } from '../staff-actor';
import { RESET_LINES, resetLineOf } from './account.rules';
import type { AccountChangeOutcomeDto, ProvenReasonDto } from './accounts.dto';
import { AccountsRepository } from './accounts.repository';

/**
 * Takes a second factor away that its owner has lost with all recovery codes: by two persons. The
 * owner sets a new one up, and withdrawals wait after both. Rule: docs/rules/staff.md §6.
 */
@Injectable()
export class FactorResets implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly accounts: AccountsRepository,
    private readonly eyes: FourEyes,
    private readonly factor: SecondFactor,
    private readonly sessionEnds: SessionEnds,
    private readonly auditor: Auditor,
  ) {}

  onModuleInit(): void {
    for (const { kind, deciders } of RESET_LINES) {
      const apply = (manager: EntityManager, request: FourEyesRequest): Promise<void> =>
        this.apply(manager, request);
      this.eyes.register({ kind, deciders, apply });
    }
  }

  /**
   * Errors: BusinessError NOT_FOUND, also for an account that this role may not ask for; FORBIDDEN
   * for oneself; those of the second factor; STATE_CONFLICT where there is none to lose;
   * REQUEST_PENDING.
   */
  ask(
    staff: StaffActor,
    userId: string,
    { reason, code }: ProvenReasonDto,
  ): Promise<AccountChangeOutcomeDto> {
    return withTransaction(this.source, async (manager) => {
      const account = await this.accounts.find(manager, userId);
      if (account === null) throw new BusinessError('NOT_FOUND');
      const { kind, askers } = resetLineOf(account.role);
      if (!askers.includes(staff.role)) throw new BusinessError('NOT_FOUND');
      if (userId === staff.userId) throw new BusinessError('FORBIDDEN');
      const refusal = await this.factor.verify(manager, staff.userId, code);
      if (refusal !== null) throw new BusinessError(refusal);
      const enabledAt = await this.factor.enabledAt(manager, userId);
      if (enabledAt === null) throw new BusinessError('STATE_CONFLICT');
      const { requestId } = await this.eyes.propose(manager, {
        ...{ kind, subjectId: userId, beneficiaryId: userId, requestedBy: staff.userId, reason },
        // A factor that was set up meanwhile is not the one that was lost.
        payload: { userId, enabledAt: enabledAt.toISOString() },
      });
      await this.auditor.record(manager, {
        ...{ ...auditedAs(staff), action: 'second_factor.ask_reset', outcome: 'done', reason },
        ...{ subject: `player:${userId}`, details: { requestId } },
      });
      return { outcome: 'requested', requestId };
    });
  }

  private async apply(manager: EntityManager, request: FourEyesRequest): Promise<void> {
    const { userId, enabledAt } = request.payload as { userId: string; enabledAt: string };
    const account = await this.accounts.find(manager, userId);
    const isOther = account === null || resetLineOf(account.role).kind !== request.kind;
    const current = await this.factor.enabledAt(manager, userId);
    if (isOther || current?.toISOString() !== enabledAt) throw new BusinessError('STATE_CONFLICT');
    await this.factor.remove(manager, userId);
    await noteSecurityEvent(manager, userId, 'second_factor_changed');
    const reason = 'second_factor_changed';
    const ended = await this.sessionEnds.endAll(manager, userId, { reason });
    afterCommit(manager, () => void this.sessionEnds.tell(ended));
  }
}
