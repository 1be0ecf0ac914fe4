import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SessionGuard } from '@cardroom/database';
import { AccessTokenVerifier, BusinessError, noteActor, type Role } from '@cardroom/platform';

import { INTERNAL_ROUTES } from '../api-docs';
import { subscriberOf } from '../rate-limit/address.rules';
import { RateLimiter, type RateScope } from '../rate-limit/rate-limiter';
import {
  FOR_ENROLMENT,
  PUBLIC,
  RATE_SCOPE,
  ROLES_ALLOWED,
  type AuthorizedRequest,
} from './access.decorators';
import { accessRefusal, type Asker } from './access.rules';
import { Denials } from './denials';

/**
 * Whether the route that took a request is one of the operators'. The route, not the address: one
 * route has many addresses, `/API/v1/me` among them.
 */
function isInternal(request: AuthorizedRequest): boolean {
  const { path } = request.route as { readonly path: unknown };
  return INTERNAL_ROUTES.some((route) => path === `/${route}`);
}

/**
 * The door of the API. In this order: requests of the address are counted, the token is checked,
 * its session is looked up, requests of the user are counted, the role and the second factor are
 * compared.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: RateLimiter,
    private readonly tokens: AccessTokenVerifier,
    private readonly sessions: SessionGuard,
    private readonly denials: Denials,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthorizedRequest>();
    if (isInternal(request)) return true;
    const metadata = (key: symbol): unknown =>
      this.reflector.getAllAndOverride<unknown>(key, [context.getHandler(), context.getClass()]);
    const scope = (metadata(RATE_SCOPE) ?? 'default') as RateScope | 'none';
    if (scope !== 'none')
      await this.limiter.hit(scope, `address:${subscriberOf(request.ip ?? 'unknown')}`);
    if (metadata(PUBLIC) === true) return true;
    const session = await this.authenticate(request);
    await this.limiter.hit('default', `user:${session.userId}`);
    const refusal = accessRefusal(session, {
      roles: metadata(ROLES_ALLOWED) as readonly Role[] | undefined,
      isForEnrolment: metadata(FOR_ENROLMENT) === true,
    });
    if (refusal !== null) {
      await this.denials.note(request, refusal);
      throw new BusinessError(refusal);
    }
    return true;
  }

  /** Who asks, with the role of now: the one in the token may be minutes old. */
  private async authenticate(request: AuthorizedRequest): Promise<Asker> {
    const [, token] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    const verified = await this.tokens.verify(token);
    if (!verified.ok) throw new BusinessError(verified.code);
    const session = await this.sessions.check(verified.claims);
    if (!session.ok) throw new BusinessError(session.code);
    const { role, hasSecondFactor } = session;
    request.claims = { ...verified.claims, role };
    noteActor(verified.claims.userId);
    return { userId: verified.claims.userId, role, hasSecondFactor };
  }
}
