import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@cardroom/protocol';
import { DataSource } from 'typeorm';

interface SessionRow {
  readonly status: 'active' | 'frozen' | 'closed';
  readonly alive: boolean;
}

export type SessionRefusal = Extract<ErrorCode, 'SESSION_REVOKED' | 'ACCOUNT_FROZEN'>;

/** Whether the session behind a token still lives: a token outlives neither logout nor freeze. */
@Injectable()
export class SessionGuard {
  constructor(private readonly source: DataSource) {}

  /** Null where the session lives; else the reason to refuse. Fails closed when PostgreSQL is away. */
  async refusalOf(session: {
    readonly sessionId: string;
    readonly userId: string;
  }): Promise<SessionRefusal | null> {
    const [row] = await this.source.query<SessionRow[]>(
      `SELECT u.status, s.revoked_at IS NULL AND s.expires_at > now() AS alive
       FROM auth_sessions s JOIN users u ON u.id = s.user_id
       WHERE s.id = $1 AND s.user_id = $2`,
      [session.sessionId, session.userId],
    );
    if (row === undefined || !row.alive || row.status === 'closed') return 'SESSION_REVOKED';
    return row.status === 'frozen' ? 'ACCOUNT_FROZEN' : null;
  }
}
