import { json, type NextFunction, type Request, type Response } from 'express';
import type { ErrorCode } from '@cardroom/protocol';

import { BusinessError } from '../business-error';

const BODY_LIMIT_BYTES = 100 * 1024;

/** No documented body nests deeper than a few levels; a very deep one would exhaust the stack. */
const MAX_DEPTH = 16;

/** What the body parser calls its errors. */
const CODE_OF_PARSER: Readonly<Record<string, ErrorCode>> = {
  'entity.parse.failed': 'MALFORMED_JSON',
  'entity.too.large': 'PAYLOAD_TOO_LARGE',
  'encoding.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'charset.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'request.size.invalid': 'VALIDATION_FAILED',
  'request.aborted': 'VALIDATION_FAILED',
};

const parse = json({
  limit: BODY_LIMIT_BYTES,
  strict: true,
  // Signatures are checked over the bytes that came.
  verify: (request, _response, raw) => Object.assign(request, { rawBody: raw }),
});

function isDeeperThan(limit: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((each) => isDeeperThan(limit - 1, each));
}

/** The parser's error as one of the catalogue; a failed decompression is a malformed body too. */
function refusalOf(error: unknown): BusinessError {
  const type: unknown = error instanceof Error && 'type' in error ? error.type : undefined;
  return new BusinessError(
    typeof type === 'string' ? (CODE_OF_PARSER[type] ?? 'MALFORMED_JSON') : 'MALFORMED_JSON',
  );
}

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined ||
  (request.headers['content-length'] ?? '0') !== '0';

/** Reads a JSON body of bounded size and depth; a body of another type is refused, not ignored. */
export function readJsonBody(request: Request, response: Response, next: NextFunction): void {
  if (hasBody(request) && request.is('application/json') === false) {
    next(new BusinessError('UNSUPPORTED_MEDIA_TYPE'));
    return;
  }
  parse(request, response, (error?: unknown) => {
    if (error !== undefined) next(refusalOf(error));
    else if (isDeeperThan(MAX_DEPTH, request.body)) next(new BusinessError('VALIDATION_FAILED'));
    else next();
  });
}
