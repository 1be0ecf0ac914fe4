import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { IdempotentOperations, PostingPump, ReplayedRefusal } from '@cardroom/ledger';
import { assertInvariant } from '@cardroom/platform';
import type { Response } from 'express';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import type { EntityManager } from 'typeorm';

import type { AuthorizedRequest } from '../auth/access.decorators';
import { IDEMPOTENT, type IdempotentOptions } from './idempotent.options';

export type IdempotentHandlerRequest = AuthorizedRequest & { transaction?: EntityManager };

const REPLAYED_HEADER = 'Idempotency-Replayed';

/** Runs the handlers of idempotent endpoints once for a key, and repeats their first answer. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly operations: IdempotentOperations,
    private readonly pump: PostingPump,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<IdempotentHandlerRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    const options = this.reflector.get<IdempotentOptions>(IDEMPOTENT, context.getHandler());
    return defer(async () => {
      try {
        const { value, isReplayed } = await this.pump.admit(() =>
          this.operations.run(requestOf(request, options), async (transaction) => {
            request.transaction = transaction;
            return lastValueFrom(next.handle());
          }),
        );
        if (isReplayed) response.setHeader(REPLAYED_HEADER, 'true');
        return value;
      } catch (cause) {
        if (cause instanceof ReplayedRefusal) response.setHeader(REPLAYED_HEADER, 'true');
        throw cause;
      }
    });
  }
}

function requestOf(
  request: IdempotentHandlerRequest,
  { operation, apart = [] }: IdempotentOptions,
) {
  assertInvariant(request.claims !== undefined, 'an idempotent endpoint knows who asks');
  const body: unknown = request.body ?? {};
  const members = Object.entries(body as object).filter(([name]) => !apart.includes(name));
  return {
    actor: request.claims.userId,
    operation,
    key: request.get('idempotency-key'),
    content: {
      params: request.params,
      body: Array.isArray(body) ? body : Object.fromEntries(members),
    },
  };
}
