import type { NextFunction, Request, Response } from 'express';

import { histogram } from '../metrics';
import { routePathOf } from './routes';

const duration = histogram(
  'http_request_duration_seconds',
  'Time from the request to the end of the answer.',
  ['method', 'route', 'status'],
);

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

export function observeHttp(request: Request, response: Response, next: NextFunction): void {
  const end = duration.startTimer();
  response.once('finish', () => {
    end({
      method: METHODS.has(request.method) ? request.method : 'other',
      // The route's pattern, never the URL: labels stay few.
      route: routePathOf(request) ?? 'none',
      status: String(response.statusCode),
    });
  });
  next();
}
