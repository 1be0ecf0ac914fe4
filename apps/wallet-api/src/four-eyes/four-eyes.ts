import { Inject, Injectable } from '@nestjs/common';
import { fingerprintOf } from '@cardroom/ledger';
import { assertInvariant, BusinessError, CLOCK, type Clock, type Role } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { FourEyesRepository, type RequestFilter } from './four-eyes.repository';
import { approvalRefusal, rejectionRefusal } from './four-eyes.rules';
import type {
  Approval,
  Decision,
  FourEyesKind,
  FourEyesRequest,
  Proposal,
} from './four-eyes.types';

const REQUEST_TTL_MS = 24 * 3_600_000;

/**
 * What one person alone may not do: one asks, another one approves, and only then is it done, in
 * the transaction of the approval. Rule: docs/rules/staff.md.
 */
@Injectable()
export class FourEyes {
  private readonly kinds = new Map<string, FourEyesKind>();

  constructor(
    private readonly requests: FourEyesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a kind known. Each feature registers its own while the app starts. */
  register(kind: FourEyesKind): void {
    assertInvariant(!this.kinds.has(kind.kind), `${kind.kind} is registered once`);
    this.kinds.set(kind.kind, kind);
  }

  /** Asks for something. Errors: BusinessError REQUEST_PENDING where the same is asked already. */
  async propose(manager: EntityManager, proposal: Proposal): Promise<FourEyesRequest> {
    assertInvariant(this.kinds.has(proposal.kind), `${proposal.kind} is a known kind`);
    const requestId = uuidv7();
    const nowMs = this.clock();
    await this.requests.insert(manager, {
      ...proposal,
      requestId,
      payloadHash: payloadHashOf(proposal),
      requestedAt: new Date(nowMs),
      expiresAt: new Date(nowMs + REQUEST_TTL_MS),
    });
    return this.get(manager, requestId);
  }

  /**
   * Approves and does it: both or neither.
   *
   * Errors: BusinessError NOT_FOUND, also for a role that does not decide about this kind;
   * REQUEST_DECIDED, REQUEST_EXPIRED; FORBIDDEN to who asked and to whom it profits; REQUEST_CHANGED
   * where the hash is not that of what was asked for; and those of the kind.
   */
  async approve(manager: EntityManager, approval: Approval): Promise<FourEyesRequest> {
    const { request, kind } = await this.lock(manager, approval.requestId);
    const refusal = approvalRefusal({
      ...{ request, ...approval, deciders: kind.deciders, nowMs: this.clock() },
      storedHash: payloadHashOf(request),
      approvedHash: approval.payloadHash,
    });
    if (refusal !== null) throw new BusinessError(refusal);
    await this.decide(manager, approval, 'approved');
    const approved = await this.get(manager, approval.requestId);
    await kind.apply(manager, approved);
    return approved;
  }

  /** Refuses what was asked for; who asked may take it back. Errors: as of `approve`. */
  async reject(manager: EntityManager, decision: Decision): Promise<FourEyesRequest> {
    const { request, kind } = await this.lock(manager, decision.requestId);
    const refusal = rejectionRefusal({
      ...{ request, ...decision, deciders: kind.deciders, nowMs: this.clock() },
      storedHash: payloadHashOf(request),
    });
    if (refusal !== null) throw new BusinessError(refusal);
    await this.decide(manager, decision, 'rejected');
    return this.get(manager, decision.requestId);
  }

  /** Newest first, one more than asked for. */
  list(manager: EntityManager, filter: RequestFilter): Promise<FourEyesRequest[]> {
    return this.requests.list(manager, filter, new Date(this.clock()));
  }

  /** Who may decide about a kind. */
  decidersOf(kind: string): readonly Role[] {
    return this.kinds.get(kind)?.deciders ?? [];
  }

  /** Errors: BusinessError NOT_FOUND. */
  async get(manager: EntityManager, requestId: string): Promise<FourEyesRequest> {
    const request = await this.requests.find(manager, requestId, new Date(this.clock()));
    if (request === null) throw new BusinessError('NOT_FOUND');
    return request;
  }

  private async lock(
    manager: EntityManager,
    requestId: string,
  ): Promise<{ readonly request: FourEyesRequest; readonly kind: FourEyesKind }> {
    const request = await this.requests.lock(manager, requestId, new Date(this.clock()));
    const kind = request === null ? undefined : this.kinds.get(request.kind);
    if (request === null || kind === undefined) throw new BusinessError('NOT_FOUND');
    return { request, kind };
  }

  private async decide(
    manager: EntityManager,
    { requestId, decidedBy, decidedByRole, reason }: Decision,
    status: 'approved' | 'rejected',
  ): Promise<void> {
    const at = new Date(this.clock());
    const decision = { requestId, decidedBy, decidedByRole, reason, status, at };
    if (!(await this.requests.decide(manager, decision))) {
      throw new BusinessError('REQUEST_DECIDED');
    }
  }
}

/** What an approval is bound to: not the payload alone, but also what it is for. */
const payloadHashOf = ({
  kind,
  subjectId,
  beneficiaryId,
  payload,
}: Pick<Proposal, 'kind' | 'subjectId' | 'payload'> & {
  readonly beneficiaryId?: string | null;
}): string => fingerprintOf({ kind, subjectId, beneficiaryId: beneficiaryId ?? null, payload });
