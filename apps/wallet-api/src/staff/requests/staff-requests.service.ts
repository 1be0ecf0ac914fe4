import { Inject, Injectable } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { CursorSigner, pageOf, withTransaction, type Page } from '@cardroom/database';
import { DataSource } from 'typeorm';

import { FourEyes } from '../../four-eyes/four-eyes';
import type { FourEyesRequest } from '../../four-eyes/four-eyes.types';
import { auditedAs, type StaffActor } from '../staff-actor';
import type { ApprovalDto, RequestDto, RequestQueryDto } from './requests.dto';

/** What waits for a second person, whatever it is about. */
@Injectable()
export class StaffRequests {
  constructor(
    private readonly source: DataSource,
    private readonly eyes: FourEyes,
    private readonly auditor: Auditor,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
  ) {}

  async list(actor: StaffActor, query: RequestQueryDto): Promise<Page<RequestDto>> {
    const { status, kind = null, limit } = query;
    const list = `requests:${actor.userId}:${status}:${kind ?? ''}`;
    const before = this.cursors.read(list, query.cursor);
    const rows = await this.eyes.list(this.source.manager, { status, kind, before, limit });
    const items = rows.map((row) => this.view(actor, row));
    return pageOf(items, limit, (last) => this.cursors.issue(list, last.requestId));
  }

  /** Errors: NOT_FOUND. */
  async find(actor: StaffActor, requestId: string): Promise<RequestDto> {
    return this.view(actor, await this.eyes.get(this.source.manager, requestId));
  }

  /** Errors: as of `FourEyes.approve`. */
  async approve(
    actor: StaffActor,
    requestId: string,
    { payloadHash, reason }: ApprovalDto,
  ): Promise<RequestDto> {
    return withTransaction(this.source, async (manager) => {
      const decision = { requestId, decidedBy: actor.userId, decidedByRole: actor.role, reason };
      const approved = await this.eyes.approve(manager, { ...decision, payloadHash });
      await this.auditor.record(manager, act(actor, 'request.approve', approved, reason));
      return this.view(actor, approved);
    });
  }

  /** Errors: as of `FourEyes.reject`. */
  async reject(actor: StaffActor, requestId: string, reason: string): Promise<RequestDto> {
    return withTransaction(this.source, async (manager) => {
      const decision = { requestId, decidedBy: actor.userId, decidedByRole: actor.role, reason };
      const rejected = await this.eyes.reject(manager, decision);
      await this.auditor.record(manager, act(actor, 'request.reject', rejected, reason));
      return this.view(actor, rejected);
    });
  }

  private view(actor: StaffActor, request: FourEyesRequest): RequestDto {
    const { userId, role } = actor;
    return {
      ...request,
      requestedAt: request.requestedAt.toISOString(),
      expiresAt: request.expiresAt.toISOString(),
      decidedAt: request.decidedAt?.toISOString() ?? null,
      isYoursToApprove:
        request.status === 'pending' &&
        this.eyes.decidersOf(request.kind).includes(role) &&
        userId !== request.requestedBy &&
        userId !== request.beneficiaryId,
    };
  }
}

const act = (actor: StaffActor, action: string, request: FourEyesRequest, reason: string) => ({
  ...{ ...auditedAs(actor), action, reason },
  ...{ subject: `request:${request.requestId}`, outcome: 'done' as const },
  details: {
    kind: request.kind,
    subjectId: request.subjectId,
    payloadHash: request.payloadHash,
    requestedBy: request.requestedBy,
  },
});
