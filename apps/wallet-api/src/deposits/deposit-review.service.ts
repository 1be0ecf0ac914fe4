import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { withTransaction } from '@cardroom/database';
import { krw, wonForUnits, rateOfPrice } from '@cardroom/money';
import { BusinessError, type AccessClaims } from '@cardroom/platform';
import { MAX_AMOUNT_KRW } from '@cardroom/protocol';
import { findAsset, RateSampleRepository } from '@cardroom/rates';
import { WithdrawalFreezes, type WithdrawalFreeze } from '@cardroom/withdrawals';
import { DataSource, type EntityManager } from 'typeorm';

import { FourEyes } from '../four-eyes/four-eyes';
import type { FourEyesRequest } from '../four-eyes/four-eyes.types';
import { DepositRepository } from './deposit.repository';
import { waitsByItself } from './deposit.rules';
import { DepositService } from './deposit.service';
import { QUEUE_STATUSES, type Deposit } from './deposit.types';

/** More than this is released by two persons. */
const ALONE_UP_TO_KRW = krw(1_000_000);

const KIND = 'deposit_release';

export interface Release {
  readonly depositId: string;
  readonly reason: string;
  /** Whose it is, where the address is nobody’s. */
  readonly userId: string | null;
}

type Staff = Pick<AccessClaims, 'userId' | 'role'>;

/** What became of a release: done, or waiting for a second person. */
export type ReleaseOutcome =
  | { readonly outcome: 'released'; readonly deposit: Deposit }
  | { readonly outcome: 'proposed'; readonly requestId: string };

const isQueued = ({ status, resolution }: Deposit): boolean =>
  resolution === null && QUEUE_STATUSES.some((each) => each === status);

/** Errors: BusinessError DEPOSIT_NOT_CREDITABLE. */
function assertCreditable(deposit: Deposit, release: Release, worthKrw: bigint | null): void {
  const isWithoutOwner = deposit.userId === null && release.userId === null;
  const isOfNoUse = worthKrw === 0n || (worthKrw ?? 0n) > BigInt(MAX_AMOUNT_KRW);
  const waitsForElse = deposit.status === 'unsupported_asset' || waitsByItself(deposit.status);
  if (isWithoutOwner || isOfNoUse || waitsForElse || deposit.paymentId === null) {
    throw new BusinessError('DEPOSIT_NOT_CREDITABLE');
  }
}

/** Deposits that wait for a person, and what persons do about them. Rule: docs/rules/deposits.md §8. */
@Injectable()
export class DepositReview implements OnModuleInit {
  private readonly logger = new Logger(DepositReview.name);

  constructor(
    private readonly source: DataSource,
    private readonly deposits: DepositRepository,
    private readonly service: DepositService,
    private readonly samples: RateSampleRepository,
    private readonly fourEyes: FourEyes,
    private readonly freezes: WithdrawalFreezes,
    private readonly auditor: Auditor,
  ) {}

  onModuleInit(): void {
    this.fourEyes.register({
      kind: KIND,
      deciders: ['risk', 'admin'],
      apply: (manager, request) => this.applyApproved(manager, request),
    });
  }

  /**
   * Lets a deposit that waits be credited, which then happens by what the gateway says of it. A large
   * one, and one whose worth nobody knows, is proposed to a second person.
   *
   * Errors: NOT_FOUND; DEPOSIT_NOT_WAITING; DEPOSIT_NOT_CREDITABLE (nobody owns it, its coin is not
   * taken, it is worth less than a won or more than one movement may carry, or it waits for a rate or
   * its player's own limit and not for a person); FORBIDDEN to its owner; REQUEST_PENDING.
   */
  async release(staff: Staff, release: Release): Promise<ReleaseOutcome> {
    const outcome = await withTransaction(this.source, async (manager) => {
      const deposit = await this.lock(manager, release.depositId);
      const worthKrw = await this.worthOf(manager, deposit);
      assertCreditable(deposit, release, worthKrw);
      if ((deposit.userId ?? release.userId) === staff.userId) throw new BusinessError('FORBIDDEN');
      if (worthKrw === null || worthKrw > BigInt(ALONE_UP_TO_KRW)) {
        return { requestId: await this.propose(manager, staff, { deposit, release }) };
      }
      await this.markReleased(manager, { deposit, release, staff });
      return deposit;
    });
    if ('requestId' in outcome) return { outcome: 'proposed', requestId: outcome.requestId };
    return { outcome: 'released', deposit: await this.creditNow(outcome) };
  }

  /** Ends the wait of a deposit without a credit. Errors: NOT_FOUND, DEPOSIT_NOT_WAITING. */
  async reject(staff: Staff, depositId: string, reason: string): Promise<Deposit> {
    return withTransaction(this.source, async (manager) => {
      const deposit = await this.lock(manager, depositId);
      await this.resolve(manager, { deposit, staff, reason, resolution: 'rejected' });
      return (await this.deposits.find(manager, depositId)) ?? deposit;
    });
  }

  /** Freezes of withdrawals that nobody has lifted. */
  freezesActive(): Promise<WithdrawalFreeze[]> {
    return this.freezes.active(this.source.manager);
  }

  /** Errors: NOT_FOUND, also for one's own and for one that was lifted before. */
  async liftFreeze(staff: Staff, freezeId: string, reason: string): Promise<void> {
    await withTransaction(this.source, async (manager) => {
      const by = { staffId: staff.userId, reason };
      const userId = await this.freezes.lift(manager, freezeId, by);
      if (userId === null) throw new BusinessError('NOT_FOUND');
      await this.auditor.record(manager, {
        ...{ actorId: staff.userId, actorRole: staff.role, action: 'withdrawal_freeze.lift' },
        ...{ subject: `player:${userId}`, outcome: 'done', reason, details: { freezeId } },
      });
    });
  }

  private async applyApproved(manager: EntityManager, request: FourEyesRequest): Promise<void> {
    const { depositId, userId } = request.payload as { depositId: string; userId: string | null };
    const deposit = await this.lock(manager, depositId);
    const release = { depositId, userId, reason: request.reason };
    assertCreditable(deposit, release, await this.worthOf(manager, deposit));
    const staff = await staffOf(manager, request.decidedBy ?? request.requestedBy);
    await this.markReleased(manager, { deposit, release, staff });
  }

  private async propose(
    manager: EntityManager,
    staff: Staff,
    { deposit, release }: { readonly deposit: Deposit; readonly release: Release },
  ): Promise<string> {
    const { depositId, userId, reason } = release;
    const beneficiaryId = deposit.userId ?? userId;
    const { requestId } = await this.fourEyes.propose(manager, {
      ...{ kind: KIND, subjectId: depositId, requestedBy: staff.userId, reason },
      ...(beneficiaryId === null ? {} : { beneficiaryId }),
      payload: { depositId, userId },
    });
    await this.auditor.record(manager, {
      ...{ actorId: staff.userId, actorRole: staff.role, action: 'deposit.propose_release' },
      ...{ subject: `deposit:${depositId}`, outcome: 'done', reason, details: { requestId } },
    });
    return requestId;
  }

  /** The next look credits it: at once by who released it, or by the sweep. */
  private async markReleased(
    manager: EntityManager,
    work: { readonly deposit: Deposit; readonly release: Release; readonly staff: Staff },
  ): Promise<void> {
    const { deposit, release, staff } = work;
    const userId = deposit.userId ?? release.userId;
    await this.deposits.update(manager, deposit, { user_id: userId });
    const { reason } = release;
    await this.resolve(manager, { deposit, staff, reason, resolution: 'released' });
    await this.deposits.watch(manager, deposit, 0);
  }

  private async creditNow(deposit: Deposit): Promise<Deposit> {
    try {
      await this.service.look(deposit.paymentId ?? '');
    } catch (cause) {
      const { depositId } = deposit;
      this.logger.warn({ depositId, err: cause }, 'a released deposit is credited by the sweep');
    }
    return (await this.deposits.find(this.source.manager, deposit.depositId)) ?? deposit;
  }

  private async resolve(
    manager: EntityManager,
    work: {
      readonly deposit: Deposit;
      readonly staff: Staff;
      readonly reason: string;
      readonly resolution: 'released' | 'rejected';
    },
  ): Promise<void> {
    const { deposit, staff, reason, resolution } = work;
    const { depositId, status, amountUnits, asset } = deposit;
    const by = { resolution, staffId: staff.userId, reason };
    if (!(await this.deposits.resolve(manager, depositId, by))) {
      throw new BusinessError('DEPOSIT_NOT_WAITING');
    }
    if (resolution === 'rejected') await this.deposits.watch(manager, deposit, null);
    await this.auditor.record(manager, {
      ...{ actorId: staff.userId, actorRole: staff.role, reason, outcome: 'done' },
      action: resolution === 'released' ? 'deposit.release' : 'deposit.reject',
      subject: `deposit:${depositId}`,
      details: { was: status, asset, amountUnits },
    });
  }

  /** In won, at the last rate there was, be it old; null where there never was one. */
  private async worthOf(
    manager: EntityManager,
    { asset, network, amountUnits }: Deposit,
  ): Promise<bigint | null> {
    const kind = await findAsset(manager, asset, network);
    const [sample] = await this.samples.newest(manager, asset);
    if (kind === null || sample === undefined) return null;
    return wonForUnits(BigInt(amountUnits), rateOfPrice(sample.priceKrw, kind.decimals)).won;
  }

  private async lock(manager: EntityManager, depositId: string): Promise<Deposit> {
    const deposit = await this.waiting(manager, depositId);
    await this.deposits.lockPayment(manager, deposit);
    return this.waiting(manager, depositId);
  }

  private async waiting(manager: EntityManager, depositId: string): Promise<Deposit> {
    const deposit = await this.deposits.find(manager, depositId);
    if (deposit === null) throw new BusinessError('NOT_FOUND');
    if (!isQueued(deposit)) throw new BusinessError('DEPOSIT_NOT_WAITING');
    return deposit;
  }
}

/** Who decided, with the role of now. */
async function staffOf(manager: EntityManager, userId: string): Promise<Staff> {
  const [row] = await manager.query<{ role: Staff['role'] }[]>(
    'SELECT role FROM users WHERE id = $1',
    [userId],
  );
  return { userId, role: row?.role ?? 'player' };
}
