import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { EntityManager } from 'typeorm';

import { IdempotencyInterceptor, type IdempotentHandlerRequest } from './idempotency.interceptor';
import { DOC_IDEMPOTENT, IDEMPOTENT, type IdempotentOptions } from './idempotent.options';

/**
 * The endpoint needs an `Idempotency-Key` and takes effect once for each key of a user. Its handler
 * runs in a transaction, which it takes by `@Transaction()` and must use for everything it writes;
 * the answer is written in the same one.
 *
 * @example @Post('withdraw') @Idempotent({ operation: 'withdraw', apart: ['code'] })
 */
export const Idempotent = (options: IdempotentOptions) =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, options),
    UseInterceptors(IdempotencyInterceptor),
    ApiExtension(DOC_IDEMPOTENT, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[!-~]+$' },
      description:
        'Yours to choose, new for each thing you want done. Sent again with the same request it is answered as before, with `Idempotency-Replayed: true`.',
    }),
  );

/** The transaction of an idempotent endpoint. */
export const Transaction = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { transaction } = context.switchToHttp().getRequest<IdempotentHandlerRequest>();
  if (transaction === undefined) throw new Error('Only an idempotent endpoint has a transaction');
  return transaction satisfies EntityManager;
});
