import { Inject, Injectable, Logger } from '@nestjs/common';
import { SessionEvents } from '@cardroom/cache';
import { constraintOf, UserEntity } from '@cardroom/database';
import { AccessTokenSigner, APP_CONFIG, BusinessError } from '@cardroom/platform';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { RateLimiter } from '../rate-limit/rate-limiter';
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
    private readonly sessionEvents: SessionEvents,
    private readonly signer: AccessTokenSigner,
    private readonly limiter: RateLimiter,
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

  /** Errors: INVALID_CREDENTIALS, the same for an unknown address and a wrong password. */
  async login(
    { email, password }: LoginDto,
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
    const session = await this.sessions.open(user.id, client, this.config.refreshTokenTtlSeconds);
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
      await this.tellRevoked(userId, sessionId, 'refresh_token_reused');
      throw new BusinessError('REFRESH_TOKEN_REUSED');
    }
    const user = await this.source.manager.findOneByOrFail(UserEntity, { id: rotation.userId });
    return this.tokens(user, rotation.session);
  }

  /** Errors: NOT_FOUND where the user has no such living session. */
  async endSession(userId: string, sessionId: string, reason: string): Promise<void> {
    if (!(await this.sessions.revoke(userId, sessionId, reason))) {
      throw new BusinessError('NOT_FOUND');
    }
    await this.tellRevoked(userId, sessionId, reason);
  }

  /** The session has ended in PostgreSQL; its sockets close as soon as the news reaches them. */
  private async tellRevoked(userId: string, sessionId: string, reason: string): Promise<void> {
    try {
      await this.sessionEvents.publishRevoked({ userId, sessionId, reason });
    } catch (cause) {
      this.logger.error({ userId, sessionId, err: cause }, 'sockets were not told of a logout');
    }
  }

  private async tokens(user: UserEntity, session: OpenedSession): Promise<TokensDto> {
    const { id: userId, nickname, role } = user;
    const { sessionId, refreshToken } = session;
    const expiresIn = this.config.accessTokenTtlSeconds;
    const claims = { userId, sessionId, role, nickname };
    const accessToken = await this.signer.sign(claims, expiresIn);
    return { accessToken, refreshToken, expiresIn, userId, nickname };
  }
}
