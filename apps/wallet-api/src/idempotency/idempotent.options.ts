import type { ErrorCode } from '@cardroom/protocol';

export const IDEMPOTENT = Symbol('IDEMPOTENT');

/** Under this name the document of the API knows it. */
export const DOC_IDEMPOTENT = 'x-idempotent';

export interface IdempotentOptions {
  /** One key may be used once for each operation. */
  readonly operation: string;
  /** Members of the body that may differ when the same is asked again, such as a one-time code. */
  readonly apart?: readonly string[];
}

/** What comes with every idempotent endpoint beside its own refusals. */
export const OF_IDEMPOTENCY: readonly ErrorCode[] = [
  ...(['IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_CONFLICT'] as const),
  ...(['IDEMPOTENCY_IN_PROGRESS', 'SERVER_BUSY'] as const),
];
