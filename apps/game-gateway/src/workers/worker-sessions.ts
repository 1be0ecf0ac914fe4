import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';

import type { Server } from 'socket.io';

import { SESSION_BEGUN, SESSION_ENDED, tellPrimary, type Handover } from './messages';

/**
 * Serves the sessions that the primary gives this worker. The primary is told of a session before its
 * client is: what the client sends next comes by the primary, which would else give it to any worker, and
 * one that does not know the session refuses it.
 */
export function serveSessions(server: Server): void {
  const { engine } = server;
  const httpServer = server.httpServer as HttpServer;
  process.on('message', ({ head }: Handover, socket?: Socket) => {
    // It was closed on its way.
    if (socket === undefined) return;
    httpServer.emit('connection', socket);
    socket.unshift(head);
  });
  // The next request of a kept connection may be of a session of another worker.
  httpServer.prependListener('request', (_, response) => {
    response.setHeader('Connection', 'close');
  });
  const newId = engine.generateId.bind(engine);
  engine.generateId = async (request) => {
    const sessionId = await newId(request);
    await tellPrimary({ type: SESSION_BEGUN, sessionId });
    return sessionId;
  };
  engine.on('connection', (session: { id: string } & NodeJS.EventEmitter) => {
    const news = { type: SESSION_ENDED, sessionId: session.id } as const;
    session.once('close', () => void tellPrimary(news));
  });
}
