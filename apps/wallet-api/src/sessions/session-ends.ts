import { Injectable, Logger } from '@nestjs/common';
import { SessionEvents } from '@cardroom/cache';
import { BusinessError } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

import { SessionRepository } from './session.repository';

/** Sessions that have ended in a transaction: once it is committed, `tell` closes their sockets. */
export interface EndedSessions {
  readonly userId: string;
  readonly sessionIds: readonly string[];
  readonly reason: string;
}

/** Ends sessions: in PostgreSQL, which is the truth, and then at the gateways, which hold sockets. */
@Injectable()
export class SessionEnds {
  private readonly logger = new Logger(SessionEnds.name);

  constructor(
    private readonly sessions: SessionRepository,
    private readonly events: SessionEvents,
  ) {}

  /** Errors: BusinessError NOT_FOUND where the user has no such living session. */
  async endOne(userId: string, sessionId: string, reason: string): Promise<void> {
    if (!(await this.sessions.revoke(userId, sessionId, reason))) {
      throw new BusinessError('NOT_FOUND');
    }
    await this.tell({ userId, sessionIds: [sessionId], reason });
  }

  /** Ends all of a user's sessions but one, in the caller's transaction. */
  async endAll(
    manager: EntityManager,
    userId: string,
    { reason, except }: { readonly reason: string; readonly except?: string },
  ): Promise<EndedSessions> {
    const sessionIds = await this.sessions.revokeAll(manager, userId, reason, except ?? null);
    return { userId, sessionIds, reason };
  }

  /** The sessions have ended in PostgreSQL; their sockets close as soon as the news reaches them. */
  async tell({ userId, sessionIds, reason }: EndedSessions): Promise<void> {
    for (const sessionId of sessionIds) {
      try {
        await this.events.publishRevoked({ userId, sessionId, reason });
      } catch (cause) {
        this.logger.error({ userId, sessionId, err: cause }, 'sockets were not told of an end');
      }
    }
  }
}
