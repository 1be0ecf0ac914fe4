import { createHash, randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { AuthSessionEntity, RefreshTokenEntity, withTransaction } from '@cardroom/database';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { noteSecurityEvent } from './security-notices';

export interface OpenedSession {
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly hasSecondFactor: boolean;
}

export interface NewSession {
  readonly userId: string;
  readonly userAgent: string;
  readonly address: string;
  readonly ttlSeconds: number;
  readonly hasSecondFactor: boolean;
}

export type RotationOutcome =
  | { readonly status: 'rotated'; readonly userId: string; readonly session: OpenedSession }
  /** A used token came again: somebody else may have it, so the session is over. */
  | { readonly status: 'reused'; readonly userId: string; readonly sessionId: string }
  /** The account is frozen; the token stays good for when it is not. */
  | { readonly status: 'frozen' }
  | { readonly status: 'invalid' };

interface TokenRow {
  readonly id: string;
  readonly session_id: string;
  readonly user_id: string;
  readonly is_used: boolean;
  readonly is_alive: boolean;
  readonly is_frozen: boolean;
  readonly has_second_factor: boolean;
}

const TOKEN_BYTES = 32;
const MAX_LISTED = 100;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Sessions and their refresh tokens, of which only hashes are kept. */
@Injectable()
export class SessionRepository {
  constructor(private readonly source: DataSource) {}

  async open(
    manager: EntityManager,
    { ttlSeconds, ...session }: NewSession,
  ): Promise<OpenedSession> {
    const sessionId = uuidv7();
    const now = new Date();
    await manager.insert(AuthSessionEntity, {
      ...{ id: sessionId, ...session, lastUsedAt: now },
      expiresAt: new Date(now.getTime() + ttlSeconds * 1000),
    });
    const { hasSecondFactor } = session;
    return { sessionId, refreshToken: await issue(manager, sessionId), hasSecondFactor };
  }

  /** Changes a refresh token for a new one; each is good once. */
  async rotate(refreshToken: string, ttlSeconds: number): Promise<RotationOutcome> {
    return withTransaction(this.source, async (manager) => {
      const [row] = await manager.query<TokenRow[]>(
        `SELECT r.id, r.session_id, s.user_id, r.used_at IS NOT NULL AS is_used,
                s.revoked_at IS NULL AND s.expires_at > now() AND u.status <> 'closed' AS is_alive,
                u.status = 'frozen' AS is_frozen, s.has_second_factor
         FROM refresh_tokens r JOIN auth_sessions s ON s.id = r.session_id
         JOIN users u ON u.id = s.user_id
         WHERE r.token_hash = $1 FOR UPDATE OF r, s`,
        [hashOf(refreshToken)],
      );
      if (!row?.is_alive) return { status: 'invalid' };
      const { session_id: sessionId, user_id: userId } = row;
      if (row.is_used) {
        if (await revoke(manager, { id: sessionId }, 'refresh_token_reused'))
          await noteSecurityEvent(manager, userId, 'refresh_token_reused');
        return { status: 'reused', userId, sessionId };
      }
      if (row.is_frozen) return { status: 'frozen' };
      await manager.update(RefreshTokenEntity, { id: row.id }, { usedAt: new Date() });
      await manager.query(
        `UPDATE auth_sessions SET last_used_at = now(), expires_at = now() + $2 * interval '1 second'
         WHERE id = $1`,
        [sessionId, ttlSeconds],
      );
      const session = {
        ...{ sessionId, hasSecondFactor: row.has_second_factor },
        refreshToken: await issue(manager, sessionId),
      };
      return { status: 'rotated', userId, session };
    });
  }

  /** Newest first, a hundred at most. */
  alive(userId: string): Promise<AuthSessionEntity[]> {
    return this.source.manager.find(AuthSessionEntity, {
      where: { userId, revokedAt: IsNull(), expiresAt: MoreThan(new Date()) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: MAX_LISTED,
    });
  }

  /** The session has shown a second factor. */
  async strengthen(manager: EntityManager, sessionId: string): Promise<void> {
    await manager.update(AuthSessionEntity, { id: sessionId }, { hasSecondFactor: true });
  }

  /** Ends all living sessions of a user but one. Returns their ids. */
  async revokeAll(
    manager: EntityManager,
    userId: string,
    reason: string,
    except: string | null,
  ): Promise<string[]> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE auth_sessions SET revoked_at = now(), revoked_reason = $2
       WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > now()
         AND id IS DISTINCT FROM $3::uuid
       RETURNING id`,
      [userId, reason, except],
    );
    return rows.map(({ id }) => id);
  }

  /** False where the user has no such living session. */
  revoke(userId: string, sessionId: string, reason: string): Promise<boolean> {
    return revoke(this.source.manager, { id: sessionId, userId }, reason);
  }
}

async function issue(manager: EntityManager, sessionId: string): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await manager.insert(RefreshTokenEntity, { id: uuidv7(), sessionId, tokenHash: hashOf(token) });
  return token;
}

async function revoke(
  manager: EntityManager,
  which: { readonly id: string; readonly userId?: string },
  reason: string,
): Promise<boolean> {
  const { affected } = await manager.update(
    AuthSessionEntity,
    { ...which, revokedAt: IsNull() },
    { revokedAt: new Date(), revokedReason: reason },
  );
  return affected === 1;
}
