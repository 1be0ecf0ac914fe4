import { setupWorker } from '@socket.io/sticky';
import type { Server } from 'socket.io';

/** What a worker tells its primary of a session that it begins. */
const BEGUN = 'sticky:connection';

/**
 * Serves the sessions that the primary gives this worker. The primary is told of a session before its
 * client is: what the client sends next comes by the primary, which would else give it to any worker, and
 * one that does not know the session refuses it.
 */
export function serveSessions(server: Server): void {
  setupWorker(server);
  const { engine } = server;
  const newId = engine.generateId.bind(engine);
  engine.generateId = async (request) => {
    const id = await newId(request);
    await announce(id);
    return id;
  };
}

/** Resolves when the news are on their way; without a primary at once: the worker is about to end. */
const announce = (id: string): Promise<void> =>
  new Promise((resolve) => {
    const told = (): void => {
      resolve();
    };
    if (process.send === undefined) told();
    else process.send({ type: BEGUN, data: id }, undefined, undefined, told);
  });
