import { Inject, Injectable } from '@nestjs/common';
import { CursorSigner, pageOf, Reads, withTransaction, type Page } from '@cardroom/database';
import { addKrw } from '@cardroom/money';
import { APP_CONFIG, BusinessError } from '@cardroom/platform';
import {
  canFollow,
  WithdrawalRepository,
  WithdrawalSteps,
  type Withdrawal,
  type WithdrawalTerms,
} from '@cardroom/withdrawals';
import { DataSource, type EntityManager } from 'typeorm';

import type { WalletApiConfig } from '../config/wallet-api.config';
import type { PageQueryDto } from '../page-query.dto';
import { SecondFactor } from '../second-factor/second-factor';
import { WithdrawalIntake, type Asked } from './withdrawal-intake';
import {
  withdrawalDtoOf,
  withdrawalEventDtoOf,
  type WithdrawalDetailDto,
  type WithdrawalDto,
  type WithdrawQuoteDto,
} from './withdrawal.dto';

/** What a player does with withdrawals. Rule: docs/rules/withdrawals.md. */
@Injectable()
export class WithdrawalService {
  constructor(
    @Inject(APP_CONFIG) private readonly config: WalletApiConfig,
    private readonly source: DataSource,
    private readonly reads: Reads,
    private readonly intake: WithdrawalIntake,
    private readonly factor: SecondFactor,
    private readonly withdrawals: WithdrawalRepository,
    private readonly steps: WithdrawalSteps,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
  ) {}

  /**
   * Takes a request in the caller's transaction. Errors: those of `WithdrawalIntake.take` and of the
   * second factor.
   */
  async request(manager: EntityManager, asked: Asked, code: string): Promise<WithdrawalDto> {
    const id = await this.intake.take(manager, asked, async () => {
      const refusal = await this.factor.verify(manager, asked.userId, code);
      if (refusal !== null) throw new BusinessError(refusal);
    });
    return withdrawalDtoOf(await this.get(manager, asked.userId, id));
  }

  /** Errors: BusinessError ASSET_UNSUPPORTED, RATE_UNAVAILABLE, RATE_HALTED. */
  async quote(
    asked: Pick<WithdrawalTerms, 'asset' | 'network' | 'amountKrw'>,
  ): Promise<WithdrawQuoteDto> {
    const { amountKrw } = asked;
    const { units } = await this.intake.quote(this.source.manager, asked);
    const feeKrw = this.intake.feeOf(asked);
    return {
      ...{ amountKrw, feeKrw, totalKrw: addKrw(amountKrw, feeKrw) },
      ...{ amountUnits: units.toString(), minKrw: this.config.withdrawalMinKrw },
    };
  }

  async list(userId: string, { cursor, limit }: PageQueryDto): Promise<Page<WithdrawalDto>> {
    const list = `withdrawals:${userId}`;
    const before = this.cursors.read(list, cursor);
    const rows = await this.reads.run((manager) =>
      this.withdrawals.list(manager, { userId }, before, limit),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.issue(list, last.id));
    return { ...page, items: page.items.map(withdrawalDtoOf) };
  }

  /** Errors: BusinessError NOT_FOUND, also for what is another player's. */
  async detail(userId: string, id: string): Promise<WithdrawalDetailDto> {
    const withdrawal = await this.get(this.source.manager, userId, id);
    const events = await this.withdrawals.events(this.source.manager, id);
    return { ...withdrawalDtoOf(withdrawal), events: events.map(withdrawalEventDtoOf) };
  }

  /**
   * Takes a withdrawal back before it is sent; the money is in the wallet again at once. Cancelled
   * again it stays cancelled.
   *
   * Errors: BusinessError NOT_FOUND; WITHDRAWAL_MOVED_ON from the moment it is being sent.
   */
  cancel(userId: string, id: string): Promise<WithdrawalDto> {
    return withTransaction(this.source, async (manager) => {
      const withdrawal = await this.withdrawals.find(manager, id, { userId, lock: true });
      if (withdrawal === null) throw new BusinessError('NOT_FOUND');
      if (withdrawal.status !== 'cancelled_by_user') await this.callBack(manager, withdrawal);
      return withdrawalDtoOf(await this.get(manager, userId, id));
    });
  }

  private async callBack(manager: EntityManager, withdrawal: Withdrawal): Promise<void> {
    const isOpen = canFollow(withdrawal.status, 'cancelled_by_user');
    const step = { actor: withdrawal.userId };
    if (!isOpen || !(await this.steps.giveBack(manager, withdrawal, 'cancelled_by_user', step))) {
      throw new BusinessError('WITHDRAWAL_MOVED_ON');
    }
  }

  private async get(manager: EntityManager, userId: string, id: string): Promise<Withdrawal> {
    const withdrawal = await this.withdrawals.find(manager, id, { userId });
    if (withdrawal === null) throw new BusinessError('NOT_FOUND');
    return withdrawal;
  }
}
