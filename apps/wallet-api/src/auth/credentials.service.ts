import { Inject, Injectable } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { UserEntity, withTransaction } from '@cardroom/database';
import { BusinessError, CLOCK, type AccessClaims, type Clock } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { RateLimiter } from '../rate-limit/rate-limiter';
import { SecondFactor, type Enrolment } from '../second-factor/second-factor';
import { noteSecurityEvent } from '../sessions/security-notices';
import { SessionEnds, type EndedSessions } from '../sessions/session-ends';
import { SessionRepository } from '../sessions/session.repository';
import type { FactorStateDto, NewPasswordDto, ProofDto } from './credentials.dto';
import { PasswordService } from './password.service';

/**
 * What somebody shows who they are with: password and second factor. Whoever changes one proves both
 * first; all other sessions end with the change, and withdrawals wait after it.
 */
@Injectable()
export class Credentials {
  constructor(
    private readonly source: DataSource,
    private readonly passwords: PasswordService,
    private readonly factor: SecondFactor,
    private readonly sessions: SessionRepository,
    private readonly sessionEnds: SessionEnds,
    private readonly limiter: RateLimiter,
    private readonly auditor: Auditor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Errors: INVALID_CREDENTIALS and those of the second factor, where there is one. */
  async changePassword(claims: AccessClaims, change: NewPasswordDto): Promise<void> {
    const { userId } = claims;
    const oldHash = await this.provePassword(userId, change.password);
    const newHash = await this.passwords.hash(change.newPassword);
    await this.endingOthers(claims, 'password_changed', async (manager) => {
      await this.proveFactor(manager, userId, change.code);
      const [, count] = await manager.query<[unknown, number]>(
        `UPDATE users SET password_hash = $2, password_changed_at = $4
         WHERE id = $1 AND password_hash = $3`,
        [userId, newHash, oldHash, new Date(this.clock())],
      );
      if (count !== 1) throw new BusinessError('INVALID_CREDENTIALS');
    });
  }

  async factorState(userId: string): Promise<FactorStateDto> {
    const { manager } = this.source;
    const enabledAt = await this.factor.enabledAt(manager, userId);
    return {
      enabled: enabledAt !== null,
      enabledAt: enabledAt?.toISOString() ?? null,
      recoveryCodesLeft: await this.factor.recoveryCodesLeft(manager, userId),
    };
  }

  /** A new secret, beside the one in use until it is confirmed. Errors: as of `changePassword`. */
  async enrolFactor({ userId }: AccessClaims, proof: ProofDto): Promise<Enrolment> {
    await this.provePassword(userId, proof.password);
    return withTransaction(this.source, async (manager) => {
      await this.proveFactor(manager, userId, proof.code);
      const { email } = await manager.findOneByOrFail(UserEntity, { id: userId });
      return this.factor.enrol(manager, userId, email);
    });
  }

  /** Errors: SECOND_FACTOR_NOT_SET_UP, SECOND_FACTOR_INVALID, SECOND_FACTOR_LOCKED. */
  async confirmFactor(claims: AccessClaims, code: string): Promise<string[]> {
    return this.endingOthers(claims, 'second_factor_changed', async (manager) => {
      const recoveryCodes = await this.factor.confirm(manager, claims.userId, code);
      await this.sessions.strengthen(manager, claims.sessionId);
      return recoveryCodes;
    });
  }

  /** Errors: FORBIDDEN to staff, SECOND_FACTOR_NOT_SET_UP, and as of `changePassword`. */
  async disableFactor(claims: AccessClaims, proof: ProofDto): Promise<void> {
    if (claims.role !== 'player') throw new BusinessError('FORBIDDEN');
    await this.provePassword(claims.userId, proof.password);
    await this.endingOthers(claims, 'second_factor_changed', async (manager) => {
      const refusal = await this.factor.verifyOrRecover(manager, claims.userId, proof.code);
      if (refusal !== null) throw new BusinessError(refusal);
      await this.factor.remove(manager, claims.userId);
    });
  }

  /** Does the work, records it and ends the other sessions in one transaction; then sockets close. */
  private async endingOthers<T>(
    { userId, sessionId, role }: AccessClaims,
    reason: 'password_changed' | 'second_factor_changed',
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const [result, ended] = await withTransaction(
      this.source,
      async (manager): Promise<[T, EndedSessions]> => {
        const done = await work(manager);
        await noteSecurityEvent(manager, userId, reason);
        await this.auditor.record(manager, {
          ...{ actorId: userId, actorRole: role, action: `account.${reason}`, outcome: 'done' },
          subject: `player:${userId}`,
        });
        return [
          done,
          await this.sessionEnds.endAll(manager, userId, { reason, except: sessionId }),
        ];
      },
    );
    await this.sessionEnds.tell(ended);
    return result;
  }

  /** Returns the hash that the password was right for. Guesses are counted as logins are. */
  private async provePassword(userId: string, password: string): Promise<string> {
    await this.limiter.hit('login', `user:${userId}`);
    const [row] = await this.source.query<{ password_hash: string }[]>(
      'SELECT password_hash FROM users WHERE id = $1',
      [userId],
    );
    const hash = row?.password_hash ?? null;
    if (!(await this.passwords.matches(password, hash)) || hash === null) {
      throw new BusinessError('INVALID_CREDENTIALS');
    }
    return hash;
  }

  private async proveFactor(
    manager: EntityManager,
    userId: string,
    code: string | undefined,
  ): Promise<void> {
    const refusal = await this.factor.verifyOrRecover(manager, userId, code);
    if (refusal !== null && refusal !== 'SECOND_FACTOR_NOT_SET_UP')
      throw new BusinessError(refusal);
  }
}
