import { createHash, timingSafeEqual } from 'node:crypto';

import { createBullBoard } from '@bull-board/api';
import { BullAdapter } from '@bull-board/api/bullAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { getQueueToken } from '@nestjs/bull';
import { BusinessError } from '@cardroom/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Queue } from 'bull';
import type { RequestHandler } from 'express';

import { WORKED_QUEUES } from './worked-queues';

export const BOARD_PATH = '/queues';

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets those in who send the password as HTTP Basic does; the name does not matter. */
const asksFor = (password: string): RequestHandler => {
  const expected = digestOf(password);
  return (request, response, next) => {
    const [, encoded = ''] = /^Basic (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    const given = Buffer.from(encoded, 'base64').toString().split(':').slice(1).join(':');
    if (timingSafeEqual(digestOf(given), expected)) {
      next();
      return;
    }
    response.setHeader('WWW-Authenticate', 'Basic realm="queues", charset="UTF-8"');
    next(new BusinessError('TOKEN_MISSING'));
  };
};

/**
 * Bull Board for staff, to look and not to touch: what becomes of a job is decided by its outbox row.
 * Without a password there is no board.
 */
export function serveQueueBoard(app: NestExpressApplication, password: string): void {
  if (password === '') return;
  const server = new ExpressAdapter();
  server.setBasePath(BOARD_PATH);
  createBullBoard({
    queues: WORKED_QUEUES.map(
      (name) => new BullAdapter(app.get<Queue>(getQueueToken(name)), { readOnlyMode: true }),
    ),
    serverAdapter: server,
  });
  app.use(BOARD_PATH, asksFor(password), server.getRouter());
}
