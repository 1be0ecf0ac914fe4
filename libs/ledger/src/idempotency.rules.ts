import { errorSpec, type ErrorCode } from '@cardroom/protocol';

const KEY = /^[\x21-\x7e]{1,128}$/;

/** Why a key cannot be used, or null: 1 to 128 visible characters of ASCII. */
export function keyRefusal(
  key: string | undefined,
): Extract<ErrorCode, 'IDEMPOTENCY_KEY_MISSING' | 'VALIDATION_FAILED'> | null {
  if (key === undefined || key === '') return 'IDEMPOTENCY_KEY_MISSING';
  return KEY.test(key) ? null : 'VALIDATION_FAILED';
}

const REMEMBERED_STATUSES: ReadonlySet<number> = new Set([404, 409, 422]);

/**
 * Whether a refusal is the answer to the request for good: it speaks of the money and of what was
 * asked. Who asks, how often, and what is away at the moment may be another way next time.
 */
export function isRemembered(code: ErrorCode): boolean {
  const { httpStatus, retryable } = errorSpec(code);
  return REMEMBERED_STATUSES.has(httpStatus) && !retryable;
}
