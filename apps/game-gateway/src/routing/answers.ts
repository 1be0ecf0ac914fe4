import { currentRequestId, requestIdOf } from '@cardroom/platform';
import { errorSpec, type Answer, type ErrorCode } from '@cardroom/protocol';

export const accepted = (data?: unknown): Answer => ({
  ok: true,
  requestId: requestIdOf(currentRequestId()),
  ...(data === undefined ? {} : { data }),
});

export const refusal = (code: ErrorCode, extras: { retryAfterMs?: number } = {}): Answer => ({
  ok: false,
  code,
  message: errorSpec(code).message,
  requestId: requestIdOf(currentRequestId()),
  ...extras,
});
