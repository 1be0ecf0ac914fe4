import { Injectable, Logger } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import type { ErrorCode } from '@cardroom/protocol';
import { DataSource } from 'typeorm';

import { API_PREFIX } from '../api-docs';
import type { AuthorizedRequest } from './access.decorators';

const STAFF_ROUTES = `/${API_PREFIX}/staff/`;

/** Where a request went, as the route names it: ids of others stand in no trail by accident. */
function routeOf(request: AuthorizedRequest): string {
  const path: unknown = (request.route as { readonly path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : '';
}

/** Writes down what the back office refused to somebody who is known. Rule: docs/rules/staff.md §3. */
@Injectable()
export class Denials {
  private readonly logger = new Logger(Denials.name);

  constructor(
    private readonly source: DataSource,
    private readonly auditor: Auditor,
  ) {}

  /** Outside of any transaction: what was refused was rolled back. Never makes it worse. */
  async note(request: AuthorizedRequest, code: ErrorCode): Promise<void> {
    const { claims, method, params } = request;
    const route = routeOf(request);
    if (claims === undefined || !route.startsWith(STAFF_ROUTES)) return;
    try {
      await this.auditor.record(this.source.manager, {
        ...{ actorId: claims.userId, actorRole: claims.role, action: 'access.denied' },
        ...{ subject: `endpoint:${method} ${route}`, outcome: 'refused' },
        details: { code, params: shortened(params), address: request.ip ?? 'unknown' },
      });
    } catch (cause) {
      this.logger.error({ userId: claims.userId, route, err: cause }, 'a denial is not recorded');
    }
  }
}

const MAX_PARAM_LENGTH = 60;

/** Whoever is refused chose these texts; the trail keeps the beginning of each. */
const shortened = (params: AuthorizedRequest['params']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      String(value).replaceAll('\0', '').slice(0, MAX_PARAM_LENGTH),
    ]),
  );
