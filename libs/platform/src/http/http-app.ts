import { Logger as NestLogger, Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';

import { ErrorReporter } from '../error-reporter';
import { requestIdOf, runWithRequestId } from '../request-context';
import { observeHttp } from './http-metrics';
import { readJsonBody } from './json-body';
import { ProblemFilter } from './problem.filter';
import { requestValidation } from './request-validation';
import { routePathOf } from './routes';
import { traced, type NoteOfSpan } from '../tracing/traced';

export interface HttpAppOptions {
  readonly trustedProxies: readonly string[];
}

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

/** Gives each request its id before anything else sees it. */
function identify(request: Request, response: Response, next: NextFunction): void {
  const requestId = requestIdOf(request.headers['x-request-id']);
  request.headers['x-request-id'] = requestId;
  response.setHeader('X-Request-Id', requestId);
  response.setHeader('Cache-Control', 'no-store');
  runWithRequestId(requestId, () => {
    const span = { name: `HTTP ${request.method}`, isEntry: true };
    void traced(span, (note) => untilAnswered(request, response, { note, next }));
  });
}

/** Goes on with a request; settled when its answer is on its way, or nobody waits for one any more. */
function untilAnswered(
  request: Request,
  response: Response,
  { note, next }: { readonly note: NoteOfSpan; readonly next: NextFunction },
): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', () => {
      const { statusCode } = response;
      note({
        'http.request.method': request.method,
        'http.response.status_code': statusCode,
        // The route's pattern, never the URL: those have tokens and ids in them.
        'http.route': routePathOf(request) ?? 'none',
      });
      resolve();
    });
    next();
  });
}

/**
 * The page of Swagger is the only HTML we serve, and it loads its own files only. Without TLS in
 * development an upgrade to https would break it.
 */
const securityHeaders = helmet({
  contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
});

/** Sets an application up as every app of the house is. */
function prepareHttpApp(app: NestExpressApplication, options: HttpAppOptions): void {
  app.set('trust proxy', [...options.trustedProxies]);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(identify, observeHttp, securityHeaders, readJsonBody);
  app.useGlobalPipes(requestValidation());
  app.useGlobalFilters(new ProblemFilter(app.get(ErrorReporter)));
  const server = app.getHttpServer();
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
}

/**
 * Logs from the first line on. Nest itself holds back what is logged before an app is up, and an app that
 * waits for PostgreSQL or Redis would wait without a word.
 */
@Module({})
class LoggedModule {
  constructor(logger: Logger) {
    NestLogger.overrideLogger(logger);
    NestLogger.flush();
  }
}

/** An HTTP application with the house's defaults; listening and stopping is the caller's. */
export async function createHttpApp(
  module: Type | DynamicModule,
  options: HttpAppOptions,
): Promise<NestExpressApplication> {
  const logged = { module: LoggedModule, imports: [module] };
  const app = await NestFactory.create<NestExpressApplication>(logged, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  prepareHttpApp(app, options);
  return app;
}
