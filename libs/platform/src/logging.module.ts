import { RequestMethod, type DynamicModule, type LoggerService } from '@nestjs/common';
import { Logger, LoggerModule, PinoLogger } from 'nestjs-pino';
import type { Options } from 'pino-http';

import { currentRequestId, requestIdOf } from './request-context';
import type { AppName } from './server-id';

/** Never in a log line, wherever they stand in an object. */
const SECRET_NAMES = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'seed',
  'deck',
  'cards',
  'holeCards',
  'sealedDeck',
  'sealedCards',
  'secret',
  'secrets',
  'privateKey',
];

const redactPaths = (): string[] => [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["x-cardroom-signature"]',
  ...SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
];

/**
 * An error without what its maker hung on it: errors of PostgreSQL carry the statement's parameters,
 * and with them password hashes and sealed cards.
 */
const describeError = (error: Record<string, unknown>): Record<string, unknown> => {
  const { type, message, stack, code, constraint, status } = error;
  return { type, message, stack, code, constraint, status };
};

/** JSON lines with the id of the request, command or job they belong to. */
export function loggingOptions(app: AppName, serverId: string, level: string): Options {
  return {
    level,
    base: { app, serverId },
    redact: { paths: redactPaths(), censor: '[hidden]' },
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === undefined ? {} : { requestId };
    },
    genReqId: (req) => requestIdOf(req.headers['x-request-id']),
    quietReqLogger: true,
    autoLogging: { ignore: (req) => /^\/(health|metrics)/.test(req.url ?? '') },
    // Bodies and headers stay out: what is not logged cannot leak.
    serializers: {
      err: describeError,
      req: (req: { id: unknown; method: unknown; url?: string }) => ({
        id: req.id,
        method: req.method,
        path: req.url?.split('?')[0],
      }),
      res: (res: { statusCode: unknown }) => ({ statusCode: res.statusCode }),
    },
    customLogLevel: (_req, res, error) => {
      if (error !== undefined || res.statusCode >= 500) return 'error';
      return 'debug';
    },
  };
}

export const loggingModule = (app: AppName, serverId: string, level: string): DynamicModule =>
  LoggerModule.forRoot({
    pinoHttp: loggingOptions(app, serverId, level),
    // The module's own default is written as Express 4 wants it, which Nest warns of at each start.
    forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
  });

/** The same lines of a process that has no modules. */
export const loggerOf = (app: AppName, serverId: string, level: string): LoggerService =>
  new Logger(new PinoLogger({ pinoHttp: loggingOptions(app, serverId, level) }), {});
