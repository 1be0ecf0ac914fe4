import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { afterCommit, withTransaction } from '@cardroom/database';
import { BusinessError, type Role } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { FourEyes } from '../../four-eyes/four-eyes';
import type { FourEyesRequest } from '../../four-eyes/four-eyes.types';
import { SecondFactor } from '../../second-factor/second-factor';
import { SessionEnds } from '../../sessions/session-ends';
import { auditedAs, type StaffActor } from '../staff-actor';
import { roleChangeRoute } from './account.rules';
import type { AccountChangeOutcomeDto, RoleChangeDto } from './accounts.dto';
import { AccountsRepository } from './accounts.repository';

const KIND = 'role';

interface Change {
  readonly userId: string;
  readonly from: Role;
  readonly to: Role;
}

/** Gives roles, by two admins, and takes them, by one, at once. Rule: docs/rules/staff.md §6. */
@Injectable()
export class StaffRoles implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly accounts: AccountsRepository,
    private readonly eyes: FourEyes,
    private readonly factor: SecondFactor,
    private readonly sessionEnds: SessionEnds,
    private readonly auditor: Auditor,
  ) {}

  onModuleInit(): void {
    this.eyes.register({
      kind: KIND,
      deciders: ['admin'],
      apply: (manager, { payload }: FourEyesRequest) =>
        this.apply(manager, payload as unknown as Change),
    });
  }

  /**
   * Takes a role away, or asks for a new one.
   *
   * Errors: BusinessError NOT_FOUND; FORBIDDEN for oneself; those of the second factor;
   * STATE_CONFLICT where the account is not active, or its player sits at a table; REQUEST_PENDING.
   */
  change(
    admin: StaffActor,
    userId: string,
    { role, reason, code }: RoleChangeDto,
  ): Promise<AccountChangeOutcomeDto> {
    return withTransaction(this.source, async (manager) => {
      const account = await this.accounts.find(manager, userId);
      if (account === null) throw new BusinessError('NOT_FOUND');
      if (userId === admin.userId) throw new BusinessError('FORBIDDEN');
      const refusal = await this.factor.verify(manager, admin.userId, code);
      if (refusal !== null) throw new BusinessError(refusal);
      const change: Change = { userId, from: account.role, to: role };
      const route = roleChangeRoute(change.from, change.to);
      if (route === null) return { outcome: 'unchanged', requestId: null };
      const requestId =
        route === 'by_two' ? await this.propose(manager, admin, { change, reason }) : null;
      if (route === 'at_once') await this.apply(manager, change);
      await this.auditor.record(manager, {
        ...{ ...auditedAs(admin), action: `role.${route === 'by_two' ? 'ask' : 'take'}`, reason },
        ...{ subject: `player:${userId}`, outcome: 'done', details: { ...change, requestId } },
      });
      return { outcome: route === 'by_two' ? 'requested' : 'done', requestId };
    });
  }

  private async propose(
    manager: EntityManager,
    admin: StaffActor,
    { change, reason }: { readonly change: Change; readonly reason: string },
  ): Promise<string> {
    await this.requireFree(manager, change);
    const { requestId } = await this.eyes.propose(manager, {
      ...{ kind: KIND, subjectId: change.userId, beneficiaryId: change.userId, reason },
      ...{ payload: { ...change }, requestedBy: admin.userId },
    });
    return requestId;
  }

  /** With the role go all sessions: what they may do was looked at under another one. */
  private async apply(manager: EntityManager, change: Change): Promise<void> {
    const { userId } = change;
    if (change.to !== 'player') await this.requireFree(manager, change);
    if (!(await this.accounts.changeRole(manager, userId, change))) {
      throw new BusinessError('STATE_CONFLICT');
    }
    await this.accounts.dropRequestsOf(manager, userId);
    const ended = await this.sessionEnds.endAll(manager, userId, { reason: 'role_changed' });
    afterCommit(manager, () => void this.sessionEnds.tell(ended));
  }

  /** Staff do not play: who has chips at a table leaves it first. */
  private async requireFree(manager: EntityManager, { userId }: Change): Promise<void> {
    const account = await this.accounts.find(manager, userId);
    if (account?.status !== 'active' || account.isSeated) {
      throw new BusinessError('STATE_CONFLICT');
    }
  }
}
