import { Injectable } from '@nestjs/common';
import type { Role } from '@cardroom/platform';
import type { ErrorCode } from '@cardroom/protocol';
import { DataSource } from 'typeorm';

interface SessionRow {
  readonly status: 'active' | 'frozen' | 'closed';
  readonly role: Role;
  readonly alive: boolean;
  readonly has_second_factor: boolean;
}

export type SessionRefusal = Extract<ErrorCode, 'SESSION_REVOKED' | 'ACCOUNT_FROZEN'>;

/** What holds of a session now, whatever its token says. */
export type SessionVerdict =
  | { readonly ok: true; readonly role: Role; readonly hasSecondFactor: boolean }
  | { readonly ok: false; readonly code: SessionRefusal };

/**
 * Whether the session behind a token still lives, and what its user is by now: a token outlives
 * neither logout nor freeze, and a role that was taken away is gone at once.
 */
@Injectable()
export class SessionGuard {
  constructor(private readonly source: DataSource) {}

  /** Those of the sessions that live no more, or whose account is frozen. */
  async endedOf(sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const alive = await this.source.query<{ readonly id: string }[]>(
      `SELECT s.id FROM auth_sessions s JOIN users u ON u.id = s.user_id
       WHERE s.id = ANY($1::uuid[]) AND s.revoked_at IS NULL AND s.expires_at > now()
         AND u.status = 'active'`,
      [sessionIds],
    );
    const living = new Set(alive.map(({ id }) => id));
    return new Set(sessionIds.filter((sessionId) => !living.has(sessionId)));
  }

  /** Fails closed when PostgreSQL is away. */
  async check(session: {
    readonly sessionId: string;
    readonly userId: string;
  }): Promise<SessionVerdict> {
    const [row] = await this.source.query<SessionRow[]>(
      `SELECT u.status, u.role, s.has_second_factor,
              s.revoked_at IS NULL AND s.expires_at > now() AS alive
       FROM auth_sessions s JOIN users u ON u.id = s.user_id
       WHERE s.id = $1 AND s.user_id = $2`,
      [session.sessionId, session.userId],
    );
    if (row === undefined || !row.alive || row.status === 'closed') {
      return { ok: false, code: 'SESSION_REVOKED' };
    }
    if (row.status === 'frozen') return { ok: false, code: 'ACCOUNT_FROZEN' };
    return { ok: true, role: row.role, hasSecondFactor: row.has_second_factor };
  }
}
