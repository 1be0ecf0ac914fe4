import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { AccessClaims, Role } from '@cardroom/platform';
import type { Request } from 'express';

import type { RateScope } from '../rate-limit/rate-limiter';

export const PUBLIC = Symbol('PUBLIC');
export const ROLES_ALLOWED = Symbol('ROLES_ALLOWED');
export const RATE_SCOPE = Symbol('RATE_SCOPE');
export const FOR_ENROLMENT = Symbol('FOR_ENROLMENT');

/** Under these names the document of the API knows the same. */
export const DOC_PUBLIC = 'x-public';
export const DOC_RATE_SCOPE = 'x-rate-scope';
export const DOC_ROLES = 'x-roles';

/** Needs no access token. */
export const Public = () =>
  applyDecorators(SetMetadata(PUBLIC, true), ApiExtension(DOC_PUBLIC, true));

/** Only for these roles; for everybody else the endpoint does not exist. */
export const Roles = (...roles: readonly Role[]) =>
  applyDecorators(SetMetadata(ROLES_ALLOWED, roles), ApiExtension(DOC_ROLES, roles));

/** Open to staff who have no second factor yet: what they need to set one up, and to leave. */
export const ForEnrolment = () => SetMetadata(FOR_ENROLMENT, true);

/** Counted on its own instead of with the rest; 'none' is not counted. */
export const RateScoped = (scope: RateScope | 'none') =>
  applyDecorators(SetMetadata(RATE_SCOPE, scope), ApiExtension(DOC_RATE_SCOPE, scope));

export type AuthorizedRequest = Request & { claims?: AccessClaims };

/** Who asks, as the access token says. */
export const Claims = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { claims } = context.switchToHttp().getRequest<AuthorizedRequest>();
  if (claims === undefined) throw new Error('Claims are read where no token is needed');
  return claims;
});
