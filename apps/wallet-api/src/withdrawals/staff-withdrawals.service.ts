import { Inject, Injectable } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { CursorSigner, pageOf, Reads, withTransaction, type Page } from '@cardroom/database';
import { BusinessError, type AccessClaims } from '@cardroom/platform';
import {
  canFollow,
  WithdrawalRelease,
  WithdrawalRepository,
  WithdrawalSteps,
  type Withdrawal,
} from '@cardroom/withdrawals';
import { DataSource, type EntityManager } from 'typeorm';

import { SecondFactor } from '../second-factor/second-factor';
import {
  staffEventOf,
  staffWithdrawalDtoOf,
  type ApproveWithdrawalDto,
  type DecideWithdrawalDto,
  type StaffWithdrawalDetailDto,
  type StaffWithdrawalDto,
  type StaffWithdrawalQueryDto,
} from './staff-withdrawals.dto';

type Staff = Pick<AccessClaims, 'userId' | 'role'>;

const SHOWN = 10;

/** What staff do with withdrawals. Rule: docs/rules/withdrawals.md §4. */
@Injectable()
export class StaffWithdrawals {
  constructor(
    private readonly source: DataSource,
    private readonly reads: Reads,
    private readonly withdrawals: WithdrawalRepository,
    private readonly steps: WithdrawalSteps,
    private readonly release: WithdrawalRelease,
    private readonly factor: SecondFactor,
    private readonly auditor: Auditor,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
  ) {}

  async list({
    cursor,
    limit,
    status,
  }: StaffWithdrawalQueryDto): Promise<Page<StaffWithdrawalDto>> {
    const list = `staff-withdrawals:${status ?? 'all'}`;
    const before = this.cursors.read(list, cursor);
    const filter = status === undefined ? {} : { statuses: [status] };
    const rows = await this.reads.run((manager) =>
      this.withdrawals.list(manager, filter, before, limit),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.issue(list, last.id));
    return { ...page, items: page.items.map(staffWithdrawalDtoOf) };
  }

  /** Errors: BusinessError NOT_FOUND. */
  async detail(id: string): Promise<StaffWithdrawalDetailDto> {
    const { manager } = this.source;
    const withdrawal = await this.get(manager, id);
    const events = await this.withdrawals.events(manager, id);
    const deposits = await manager.query<object[]>(
      `SELECT id AS "depositId", asset, network, amount_krw AS "amountKrw", status,
         created_at AS "createdAt" FROM deposits WHERE user_id = $1 ORDER BY id DESC LIMIT $2`,
      [withdrawal.userId, SHOWN],
    );
    const devices = await manager.query<object[]>(
      `SELECT user_agent AS "userAgent", address, created_at AS "createdAt",
         last_used_at AS "lastUsedAt"
       FROM auth_sessions WHERE user_id = $1 ORDER BY created_at DESC LIMIT $2`,
      [withdrawal.userId, SHOWN],
    );
    const { checked } = withdrawal;
    return {
      ...{ ...staffWithdrawalDtoOf(withdrawal), checked, deposits, devices },
      events: events.map(staffEventOf),
    };
  }

  /**
   * Approves a withdrawal as it was looked at. It is sent when enough persons have and its wait is
   * over.
   *
   * Errors: BusinessError NOT_FOUND; WITHDRAWAL_MOVED_ON; FORBIDDEN to its player, and to who has
   * approved it before; REQUEST_CHANGED where the revision is another; those of the second factor.
   */
  approve(
    staff: Staff,
    id: string,
    { revision, reason, code }: ApproveWithdrawalDto,
  ): Promise<StaffWithdrawalDto> {
    return withTransaction(this.source, async (manager) => {
      const withdrawal = await this.lockOpen(manager, id, 'approved');
      if (withdrawal.userId === staff.userId) throw new BusinessError('FORBIDDEN');
      if (withdrawal.revision !== revision) throw new BusinessError('REQUEST_CHANGED');
      await this.prove(manager, staff, code);
      const approval = { approverId: staff.userId, revision, reason };
      if (!(await this.withdrawals.addApproval(manager, id, approval))) {
        throw new BusinessError('FORBIDDEN');
      }
      const outcome = await this.release.tryRelease(manager, id);
      await this.record(manager, staff, { withdrawal, action: 'approve', reason, outcome });
      return staffWithdrawalDtoOf(await this.get(manager, id));
    });
  }

  /** Gives a withdrawal back that was not sent. Errors: NOT_FOUND, WITHDRAWAL_MOVED_ON, FORBIDDEN. */
  reject(
    staff: Staff,
    id: string,
    { reason, code }: DecideWithdrawalDto,
  ): Promise<StaffWithdrawalDto> {
    return withTransaction(this.source, async (manager) => {
      const withdrawal = await this.lockOpen(manager, id, 'rejected');
      if (withdrawal.userId === staff.userId) throw new BusinessError('FORBIDDEN');
      await this.prove(manager, staff, code);
      await this.steps.giveBack(manager, withdrawal, 'rejected', { actor: staff.userId, reason });
      await this.record(manager, staff, { withdrawal, action: 'reject', reason });
      return staffWithdrawalDtoOf(await this.get(manager, id));
    });
  }

  private async lockOpen(
    manager: EntityManager,
    id: string,
    to: 'approved' | 'rejected',
  ): Promise<Withdrawal> {
    const withdrawal = await this.withdrawals.find(manager, id, { lock: true });
    if (withdrawal === null) throw new BusinessError('NOT_FOUND');
    if (!canFollow(withdrawal.status, to)) throw new BusinessError('WITHDRAWAL_MOVED_ON');
    return withdrawal;
  }

  private async prove(manager: EntityManager, staff: Staff, code: string): Promise<void> {
    const refusal = await this.factor.verify(manager, staff.userId, code);
    if (refusal !== null) throw new BusinessError(refusal);
  }

  private record(
    manager: EntityManager,
    staff: Staff,
    did: {
      readonly withdrawal: Withdrawal;
      readonly action: 'approve' | 'reject';
      readonly reason: string;
      readonly outcome?: string;
    },
  ): Promise<void> {
    const { withdrawal, action, reason, outcome } = did;
    const { id, revision, amountKrw, address, network, checked } = withdrawal;
    return this.auditor.record(manager, {
      ...{ actorId: staff.userId, actorRole: staff.role, action: `withdrawal.${action}` },
      ...{ subject: `withdrawal:${id}`, outcome: 'done', reason },
      details: { revision, amountKrw, address, network, checked, ...(outcome ? { outcome } : {}) },
    });
  }

  private async get(manager: EntityManager, id: string): Promise<Withdrawal> {
    const withdrawal = await this.withdrawals.find(manager, id);
    if (withdrawal === null) throw new BusinessError('NOT_FOUND');
    return withdrawal;
  }
}
