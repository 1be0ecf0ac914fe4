import {
  Catch,
  HttpException,
  HttpStatus,
  Logger,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { errorSpec, type ErrorCode } from '@cardroom/protocol';
import type { Request, Response } from 'express';

import { BusinessError } from '../business-error';
import { ErrorReporter } from '../error-reporter';
import { currentRequestId } from '../request-context';
import { fullServerOf } from '../storage-refusals';
import { allowedMethods, routePathOf } from './routes';

interface Problem {
  readonly code: ErrorCode;
  readonly extras: Readonly<Record<string, unknown>>;
}

const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  [HttpStatus.BAD_REQUEST]: 'VALIDATION_FAILED',
  [HttpStatus.UNAUTHORIZED]: 'TOKEN_INVALID',
  [HttpStatus.FORBIDDEN]: 'FORBIDDEN',
  [HttpStatus.NOT_FOUND]: 'NOT_FOUND',
  [HttpStatus.METHOD_NOT_ALLOWED]: 'METHOD_NOT_ALLOWED',
  [HttpStatus.PAYLOAD_TOO_LARGE]: 'PAYLOAD_TOO_LARGE',
  [HttpStatus.UNSUPPORTED_MEDIA_TYPE]: 'UNSUPPORTED_MEDIA_TYPE',
  [HttpStatus.TOO_MANY_REQUESTS]: 'RATE_LIMITED',
  [HttpStatus.SERVICE_UNAVAILABLE]: 'SERVICE_UNAVAILABLE',
};

/** Classes of SQLSTATE, and codes of Node, that mean: the other side is away or busy, not wrong. */
const AWAY_CODES = /^(08|53|57P|57014|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)/;

/** What the drivers of PostgreSQL and Redis say without a code. */
const AWAY_MESSAGES =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Command timed out|Stream isn't writeable|Connection is closed/;

const isDependencyAway = (error: Error): boolean => {
  const code: unknown = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && AWAY_CODES.test(code)) || AWAY_MESSAGES.test(error.message);
};

/** Which code of the catalogue an error of any kind leaves with. */
export function problemOf(error: unknown): Problem {
  if (error instanceof BusinessError) return { code: error.code, extras: error.extras };
  if (error instanceof HttpException) {
    return { code: CODE_OF_STATUS[error.getStatus()] ?? 'INTERNAL_ERROR', extras: {} };
  }
  if (error instanceof Error && (isDependencyAway(error) || fullServerOf(error) !== null)) {
    return { code: 'SERVICE_UNAVAILABLE', extras: {} };
  }
  return { code: 'INTERNAL_ERROR', extras: {} };
}

const isUnrouted = (error: unknown, request: Request): boolean =>
  error instanceof NotFoundException && routePathOf(request) === undefined;

/** No route took the request: either the path has other methods, or there is no such path. */
function unroutedProblem(request: Request, response: Response): Problem {
  const allowed = allowedMethods(request);
  if (allowed.length === 0) return { code: 'NOT_FOUND', extras: {} };
  if (!response.headersSent) response.setHeader('Allow', allowed.join(', '));
  return { code: 'METHOD_NOT_ALLOWED', extras: {} };
}

/** Statuses that ask for patience. */
const WAIT_STATUSES: ReadonlySet<number> = new Set([
  HttpStatus.TOO_MANY_REQUESTS,
  HttpStatus.SERVICE_UNAVAILABLE,
]);

const DEFAULT_RETRY_AFTER_SECONDS = 1;

/** Seconds for the Retry-After header: what the refusal knows, else a short pause. */
const retryAfterOf = ({ retryAfterSeconds }: Problem['extras']): string =>
  String(typeof retryAfterSeconds === 'number' ? retryAfterSeconds : DEFAULT_RETRY_AFTER_SECONDS);

/** The one place where an error becomes an HTTP answer: `application/problem+json` with a code. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly reporter: ErrorReporter) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const { code, extras } = isUnrouted(error, request)
      ? unroutedProblem(request, response)
      : problemOf(error);
    const { httpStatus, message } = errorSpec(code);
    this.tell(error, code);
    if (response.headersSent) return;
    if (WAIT_STATUSES.has(httpStatus)) response.setHeader('Retry-After', retryAfterOf(extras));
    response
      .status(httpStatus)
      .setHeader('Cache-Control', 'no-store')
      .type('application/problem+json')
      .json({
        type: `urn:cardroom:error:${code}`,
        title: message,
        status: httpStatus,
        code,
        requestId: currentRequestId() ?? request.get('x-request-id'),
        ...extras,
      });
  }

  private tell(error: unknown, code: ErrorCode): void {
    const { logLevel } = errorSpec(code);
    if (logLevel === 'error') {
      this.logger.error({ err: error, code }, 'request failed');
      this.reporter.report(error);
    } else if (logLevel === 'warn') this.logger.warn({ code }, 'request refused');
    else this.logger.debug({ code }, 'request refused');
  }
}
