import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';

import { BusinessError } from '../business-error';
import { ErrorReporter } from '../error-reporter';
import { requestIdOf, runWithRequestId } from '../request-context';
import { observeHttp } from './http-metrics';
import { ProblemFilter } from './problem.filter';
import { requestValidation } from './request-validation';

export interface HttpAppOptions {
  readonly trustedProxies: readonly string[];
}

const BODY_LIMIT_BYTES = 100 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

/** Gives each request its id before anything else sees it. */
function identify(request: Request, response: Response, next: NextFunction): void {
  const requestId = requestIdOf(request.headers['x-request-id']);
  request.headers['x-request-id'] = requestId;
  response.setHeader('X-Request-Id', requestId);
  response.setHeader('Cache-Control', 'no-store');
  runWithRequestId(requestId, next);
}

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined ||
  (request.headers['content-length'] ?? '0') !== '0';

/** A body of another type is refused, not ignored. */
function refuseOtherTypes(request: Request, _response: Response, next: NextFunction): void {
  if (hasBody(request) && request.is('application/json') === false) {
    next(new BusinessError('UNSUPPORTED_MEDIA_TYPE'));
  } else next();
}

/** Sets an application up as every app of the house is; tests do the same to theirs. */
export function prepareHttpApp(app: NestExpressApplication, options: HttpAppOptions): void {
  app.useLogger(app.get(Logger));
  app.set('trust proxy', [...options.trustedProxies]);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(identify, observeHttp, helmet({ contentSecurityPolicy: false }), refuseOtherTypes);
  app.use(
    json({
      limit: BODY_LIMIT_BYTES,
      strict: true,
      // Signatures are checked over the bytes that came.
      verify: (request, _response, raw) => Object.assign(request, { rawBody: raw }),
    }),
  );
  app.useGlobalPipes(requestValidation());
  app.useGlobalFilters(new ProblemFilter(app.get(ErrorReporter)));
  const server = app.getHttpServer();
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
}

/** An HTTP application with the house's defaults; listening and stopping is the caller's. */
export async function createHttpApp(
  module: Type,
  options: HttpAppOptions,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  prepareHttpApp(app, options);
  return app;
}
