import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { CursorSigner, pageOf, withTransaction, type Page } from '@cardroom/database';
import { Ledger, type TransferRequest } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { BusinessError } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { FourEyes } from '../../four-eyes/four-eyes';
import type { FourEyesRequest } from '../../four-eyes/four-eyes.types';
import { auditedAs, type StaffActor } from '../staff-actor';
import { adjustmentRoute } from './adjustment.rules';
import type {
  AdjustmentDto,
  AdjustmentItemDto,
  AdjustmentOutcomeDto,
  AdjustmentPreviewDto,
  AdjustmentQueryDto,
} from './adjustments.dto';
import { AdjustmentsRepository, type NewAdjustment } from './adjustments.repository';

const KIND = 'adjustment';

const signed = ({ direction, amountKrw }: AdjustmentDto): number =>
  direction === 'credit' ? amountKrw : -amountKrw;

/** Corrections of a player's money: with a reason, within caps, above them by two persons. */
@Injectable()
export class Adjustments implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly eyes: FourEyes,
    private readonly adjustments: AdjustmentsRepository,
    private readonly auditor: Auditor,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
  ) {}

  onModuleInit(): void {
    this.eyes.register({
      kind: KIND,
      deciders: ['risk', 'admin'],
      apply: (manager, request) => this.postApproved(manager, request),
    });
  }

  async list(actor: StaffActor, query: AdjustmentQueryDto): Promise<Page<AdjustmentItemDto>> {
    const { userId = null, limit } = query;
    const list = `adjustments:${actor.userId}:${userId ?? ''}`;
    const before = this.cursors.read(list, query.cursor);
    const rows = await this.adjustments.list(this.source.manager, userId, before, limit);
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.adjustmentId));
  }

  /** What it would do, with nothing written. Errors: as of `adjust`. */
  preview(actor: StaffActor, asked: AdjustmentDto): Promise<AdjustmentPreviewDto> {
    return withTransaction(this.source, async (manager) => {
      const route = await this.routeOf(manager, actor, asked);
      const adjustment = newAdjustment(actor, asked);
      const [outcome] = await this.ledger.dryRun(manager, [transferOf(adjustment)]);
      if (outcome?.status === 'refused') throw new BusinessError(outcome.code);
      const { availableKrw } = await this.ledger.balanceOf(manager, asked.userId);
      return { route, availableKrw, availableAfterKrw: availableKrw + adjustment.amountKrw };
    });
  }

  /**
   * Posts an adjustment, or asks for it where it needs a second person.
   *
   * Errors: NOT_FOUND; FORBIDDEN for one's own wallet and for that of staff; LIMIT_EXCEEDED;
   * INSUFFICIENT_FUNDS where it takes more than there is; REQUEST_PENDING.
   */
  async adjust(
    manager: EntityManager,
    actor: StaffActor,
    asked: AdjustmentDto,
  ): Promise<AdjustmentOutcomeDto> {
    const route = await this.routeOf(manager, actor, asked);
    const adjustment = newAdjustment(actor, asked);
    return route === 'alone'
      ? this.postAlone(manager, actor, adjustment)
      : this.ask(manager, actor, adjustment);
  }

  private async routeOf(
    manager: EntityManager,
    actor: StaffActor,
    asked: AdjustmentDto,
  ): Promise<'alone' | 'by_two'> {
    const { userId } = asked;
    const player = await this.adjustments.lock(manager, userId, actor.userId);
    if (player === null) throw new BusinessError('NOT_FOUND');
    if (player.role !== 'player') throw new BusinessError('FORBIDDEN');
    const today = await this.adjustments.today(manager, userId, actor.userId);
    const route = adjustmentRoute(actor.role, signed(asked), today);
    if (route === 'refused') throw new BusinessError('LIMIT_EXCEEDED');
    return route;
  }

  private async postAlone(
    manager: EntityManager,
    actor: StaffActor,
    adjustment: NewAdjustment,
  ): Promise<AdjustmentOutcomeDto> {
    const { adjustmentId } = adjustment;
    const transferId = await this.post(manager, adjustment);
    await this.adjustments.insert(manager, { ...adjustment, transferId });
    await this.note(manager, actor, adjustment, 'adjustment.post');
    return { adjustmentId, outcome: 'posted', transferId, requestId: null };
  }

  private async ask(
    manager: EntityManager,
    actor: StaffActor,
    adjustment: NewAdjustment,
  ): Promise<AdjustmentOutcomeDto> {
    const { adjustmentId, userId, amountKrw, reason, message } = adjustment;
    const { requestId } = await this.eyes.propose(manager, {
      ...{ kind: KIND, subjectId: userId, requestedBy: actor.userId, reason },
      // What takes money away profits the house, and nobody in person.
      ...(amountKrw > 0 ? { beneficiaryId: userId } : {}),
      payload: { userId, amountKrw, currency: 'KRW', message },
    });
    await this.adjustments.insert(manager, { ...adjustment, requestId });
    await this.note(manager, actor, adjustment, 'adjustment.ask');
    return { adjustmentId, outcome: 'requested', transferId: null, requestId };
  }

  /** The row has to say what was approved: both were written in one transaction. */
  private async postApproved(manager: EntityManager, request: FourEyesRequest): Promise<void> {
    const adjustment = await this.adjustments.ofRequest(manager, request.requestId);
    if (adjustment === null) throw new BusinessError('STATE_CONFLICT');
    const { userId, amountKrw } = request.payload;
    if (adjustment.userId !== userId || adjustment.amountKrw !== amountKrw) {
      throw new BusinessError('REQUEST_CHANGED');
    }
    const transferId = await this.post(manager, adjustment);
    if (!(await this.adjustments.posted(manager, adjustment.adjustmentId, transferId))) {
      throw new BusinessError('STATE_CONFLICT');
    }
  }

  private async post(manager: EntityManager, adjustment: NewAdjustment): Promise<string> {
    const [outcome] = await this.ledger.post(manager, [transferOf(adjustment)]);
    if (outcome === undefined) throw new BusinessError('INTERNAL_ERROR');
    if (outcome.status === 'refused') throw new BusinessError(outcome.code);
    return outcome.transferId;
  }

  private note(
    manager: EntityManager,
    actor: StaffActor,
    { adjustmentId, userId, amountKrw, reason }: NewAdjustment,
    action: 'adjustment.post' | 'adjustment.ask',
  ): Promise<void> {
    return this.auditor.record(manager, {
      ...{ ...auditedAs(actor), action, subject: `player:${userId}`, outcome: 'done', reason },
      details: { adjustmentId, amountKrw, currency: 'KRW' },
    });
  }
}

const newAdjustment = (actor: StaffActor, asked: AdjustmentDto): NewAdjustment => ({
  adjustmentId: uuidv7(),
  userId: asked.userId,
  amountKrw: signed(asked),
  reason: asked.reason,
  message: asked.message ?? null,
  askedBy: actor.userId,
  requestId: null,
  transferId: null,
});

/** The player reads the message in the history; the reason is for staff. */
const transferOf = (adjustment: NewAdjustment): TransferRequest => {
  const { adjustmentId, userId, amountKrw, message, askedBy } = adjustment;
  return {
    ...{ id: uuidv7(), type: 'adjustment', businessKey: adjustmentId, actor: askedBy },
    memo: message === null ? {} : { message },
    entries: [
      { account: { kind: 'available', userId }, amountKrw: krw(amountKrw) },
      { account: { kind: 'adjustments' }, amountKrw: krw(0 - amountKrw) },
    ],
  };
};
