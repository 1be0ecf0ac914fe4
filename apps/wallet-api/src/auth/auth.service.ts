import { Inject, Injectable, Logger } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { constraintOf, KillSwitches, UserEntity, withTransaction } from '@cardroom/database';
import { AccessTokenSigner, APP_CONFIG, BusinessError, type AuthMethod } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { RateLimiter } from '../rate-limit/rate-limiter';
import { SecondFactor } from '../second-factor/second-factor';
import { isNewDevice, noteSecurityEvent } from '../sessions/security-notices';
import { SessionEnds } from '../sessions/session-ends';
import { SessionRepository, type OpenedSession } from '../sessions/session.repository';
import type { LoginDto, RegisterDto, TokensDto } from './auth.dto';
import { emailKeyOf, isNicknameAllowed, nicknameKeyOf, nicknameOf } from './identity.rules';
import { PasswordService } from './password.service';

const CODE_OF_CONSTRAINT: Readonly<Record<string, 'EMAIL_TAKEN' | 'NICKNAME_TAKEN'>> = {
  UQ_users_email_key: 'EMAIL_TAKEN',
  UQ_users_nickname_key: 'NICKNAME_TAKEN',
};

@Injectable()
export class AuthService {
  private readonly logger = new Logger(AuthService.name);

  constructor(
    @Inject(APP_CONFIG) private readonly config: WalletApiConfig,
    private readonly source: DataSource,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionRepository,
    private readonly sessionEnds: SessionEnds,
    private readonly factor: SecondFactor,
    private readonly switches: KillSwitches,
    private readonly signer: AccessTokenSigner,
    private readonly limiter: RateLimiter,
    private readonly auditor: Auditor,
  ) {}

  /** Errors: NICKNAME_REFUSED, EMAIL_TAKEN, NICKNAME_TAKEN. */
  async register({ email, nickname, password }: RegisterDto): Promise<string> {
    if (!isNicknameAllowed(nickname)) throw new BusinessError('NICKNAME_REFUSED');
    const id = uuidv7();
    try {
      await this.source.manager.insert(UserEntity, {
        ...{ id, email: email.trim(), emailKey: emailKeyOf(email) },
        ...{ nickname: nicknameOf(nickname), nicknameKey: nicknameKeyOf(nickname) },
        passwordHash: await this.passwords.hash(password),
        ...{ role: 'player', status: 'active' },
      });
    } catch (cause) {
      const code = CODE_OF_CONSTRAINT[constraintOf(cause) ?? ''];
      throw code === undefined ? cause : new BusinessError(code);
    }
    return id;
  }

  /**
   * Errors: INVALID_CREDENTIALS, the same for an unknown address and a wrong password; with the right
   * password ACCOUNT_FROZEN, SWITCHED_OFF, and for who has a second factor SECOND_FACTOR_REQUIRED,
   * SECOND_FACTOR_INVALID, SECOND_FACTOR_LOCKED.
   */
  async login(
    { email, password, code }: LoginDto,
    client: { readonly userAgent: string; readonly address: string },
  ): Promise<TokensDto> {
    const emailKey = emailKeyOf(email);
    await this.limiter.hit('login', `account:${emailKey}`);
    const user = await this.source
      .getRepository(UserEntity)
      .createQueryBuilder('u')
      .addSelect('u.passwordHash')
      .where('u.emailKey = :emailKey', { emailKey })
      .getOne();
    const isRight = await this.passwords.matches(password, user?.passwordHash ?? null);
    if (user === null || !isRight || user.status === 'closed') {
      throw new BusinessError('INVALID_CREDENTIALS');
    }
    if (user.status === 'frozen') throw new BusinessError('ACCOUNT_FROZEN');
    const ttlSeconds = this.config.refreshTokenTtlSeconds;
    const session = await withTransaction(this.source, async (manager) => {
      await this.switches.requireOn(manager, `login:${user.id}`);
      const refusal = await this.factor.verifyOrRecover(manager, user.id, code);
      const hasNone = refusal === 'SECOND_FACTOR_NOT_SET_UP';
      if (refusal !== null && !hasNone) throw new BusinessError(refusal);
      await this.noteStaff(manager, user, client.address);
      if (await isNewDevice(manager, user.id, client.userAgent))
        await noteSecurityEvent(manager, user.id, 'new_device');
      const opened = { userId: user.id, ...client, ttlSeconds, hasSecondFactor: !hasNone };
      return this.sessions.open(manager, opened);
    });
    return this.tokens(user, session);
  }

  /** Errors: REFRESH_TOKEN_INVALID, REFRESH_TOKEN_REUSED (and the session is over), ACCOUNT_FROZEN. */
  async refresh(refreshToken: string): Promise<TokensDto> {
    const rotation = await this.sessions.rotate(refreshToken, this.config.refreshTokenTtlSeconds);
    if (rotation.status === 'invalid') throw new BusinessError('REFRESH_TOKEN_INVALID');
    if (rotation.status === 'frozen') throw new BusinessError('ACCOUNT_FROZEN');
    if (rotation.status === 'reused') {
      const { userId, sessionId } = rotation;
      this.logger.warn({ userId, sessionId }, 'a refresh token was used twice');
      await this.sessionEnds.tell({
        ...{ userId, sessionIds: [sessionId], reason: 'refresh_token_reused' },
      });
      throw new BusinessError('REFRESH_TOKEN_REUSED');
    }
    const user = await this.source.manager.findOneByOrFail(UserEntity, { id: rotation.userId });
    return this.tokens(user, rotation.session);
  }

  private async noteStaff(
    manager: EntityManager,
    { id, role }: UserEntity,
    address: string,
  ): Promise<void> {
    if (role === 'player') return;
    await this.auditor.record(manager, {
      ...{ actorId: id, actorRole: role, action: 'staff.login', outcome: 'done' },
      ...{ subject: `player:${id}`, details: { address } },
    });
  }

  private async tokens(user: UserEntity, session: OpenedSession): Promise<TokensDto> {
    const { id: userId, nickname, role } = user;
    const { sessionId, refreshToken, hasSecondFactor } = session;
    const expiresIn = this.config.accessTokenTtlSeconds;
    const amr: readonly AuthMethod[] = hasSecondFactor ? ['pwd', 'otp'] : ['pwd'];
    const claims = { userId, sessionId, role, nickname, amr };
    const accessToken = await this.signer.sign(claims, expiresIn);
    return { accessToken, refreshToken, expiresIn, userId, nickname };
  }
}
