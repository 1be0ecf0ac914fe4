import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { withTransaction } from '@cardroom/database';
import { BusinessError, CLOCK, type AccessClaims, type Clock } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { FourEyes } from '../four-eyes/four-eyes';
import type { FourEyesKind, FourEyesRequest } from '../four-eyes/four-eyes.types';
import { changeRefusal } from './rake-change.rules';
import { RakeTermsRepository, type RakeChange } from './rake-terms.repository';

export const RAKE_CHANGE = 'rake_change';

/** The rake of stakes is changed by two persons, from a moment to come. Rule: docs/rules/rake.md §4. */
@Injectable()
export class RakeChanges implements FourEyesKind, OnModuleInit {
  readonly kind = RAKE_CHANGE;
  readonly deciders = ['admin'] as const;

  constructor(
    private readonly source: DataSource,
    private readonly terms: RakeTermsRepository,
    private readonly eyes: FourEyes,
    private readonly auditor: Auditor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.eyes.register(this);
  }

  /** Asks for a change. Errors: BusinessError as of `changeRefusal`, and REQUEST_PENDING. */
  async propose(
    change: RakeChange,
    asker: Pick<AccessClaims, 'userId' | 'role'>,
    reason: string,
  ): Promise<FourEyesRequest> {
    return withTransaction(this.source, async (manager) => {
      await this.check(manager, change);
      const { stakesId, rateBp, capKrw } = change;
      const effectiveFrom = change.effectiveFrom.toISOString();
      const request = await this.eyes.propose(manager, {
        kind: RAKE_CHANGE,
        subjectId: stakesId,
        payload: { stakesId, rateBp, capKrw, effectiveFrom },
        requestedBy: asker.userId,
        reason,
      });
      await this.auditor.record(manager, {
        ...{ actorId: asker.userId, actorRole: asker.role, action: 'rake.propose' },
        ...{ subject: `stakes:${stakesId}`, outcome: 'done', reason },
        details: { ...request.payload, requestId: request.requestId },
      });
      return request;
    });
  }

  /** Runs in the transaction of the approval: time may have passed since it was asked for. */
  async apply(manager: EntityManager, request: FourEyesRequest): Promise<void> {
    const change = changeOf(request);
    await this.check(manager, change);
    await this.terms.add(manager, change, request.requestId);
    await this.auditor.record(manager, {
      ...{ actorId: request.decidedBy, actorRole: 'admin', action: 'rake.change' },
      ...{ subject: `stakes:${change.stakesId}`, outcome: 'done', reason: request.decisionReason },
      details: { ...request.payload, requestId: request.requestId },
    });
  }

  private async check(manager: EntityManager, change: RakeChange): Promise<void> {
    const bigBlindKrw = await this.terms.bigBlindOf(manager, change.stakesId);
    const refusal = changeRefusal(change, bigBlindKrw, this.clock());
    if (refusal !== null) throw new BusinessError(refusal);
  }
}

/** What was asked for, out of the request that holds it. */
const changeOf = ({ payload, subjectId }: FourEyesRequest): RakeChange => ({
  stakesId: subjectId,
  rateBp: Number(payload['rateBp']),
  capKrw: Number(payload['capKrw']),
  effectiveFrom: new Date(String(payload['effectiveFrom'])),
});
