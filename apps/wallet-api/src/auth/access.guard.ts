import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SessionGuard } from '@cardroom/database';
import { AccessTokenVerifier, BusinessError, type Role } from '@cardroom/platform';

import { INTERNAL_ROUTES } from '../api-docs';
import { subscriberOf } from '../rate-limit/address.rules';
import { RateLimiter, type RateScope } from '../rate-limit/rate-limiter';
import { PUBLIC, RATE_SCOPE, ROLES_ALLOWED, type AuthorizedRequest } from './access.decorators';

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
 * its session is looked up, requests of the user are counted, the role is compared.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: RateLimiter,
    private readonly tokens: AccessTokenVerifier,
    private readonly sessions: SessionGuard,
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
    const claims = await this.authenticate(request);
    await this.limiter.hit('default', `user:${claims.userId}`);
    const roles = metadata(ROLES_ALLOWED) as readonly Role[] | undefined;
    if (roles !== undefined && !roles.includes(claims.role)) throw new BusinessError('NOT_FOUND');
    return true;
  }

  private async authenticate(request: AuthorizedRequest) {
    const [, token] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    const verified = await this.tokens.verify(token);
    if (!verified.ok) throw new BusinessError(verified.code);
    const fault = await this.sessions.refusalOf(verified.claims);
    if (fault !== null) throw new BusinessError(fault);
    request.claims = verified.claims;
    return verified.claims;
  }
}
