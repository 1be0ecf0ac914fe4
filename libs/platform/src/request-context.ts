import { AsyncLocalStorage } from 'node:async_hooks';

import { v7 as uuidv7 } from 'uuid';

interface RequestContext {
  readonly requestId: string;
  actorId?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** The id given by a caller where it is a plain one, else a new one. */
export const requestIdOf = (given: unknown): string =>
  typeof given === 'string' && REQUEST_ID.test(given) ? given : uuidv7();

/** Runs work under a request id: logs, outbox rows and jobs made by it carry the id. */
export const runWithRequestId = <T>(requestId: string, work: () => T): T =>
  storage.run({ requestId }, work);

/** The id of the request, command or job that the present code works for. */
export const currentRequestId = (): string | undefined => storage.getStore()?.requestId;

/** Says who asks, once the door knows. */
export function noteActor(actorId: string): void {
  const context = storage.getStore();
  if (context !== undefined) context.actorId = actorId;
}

/** The user whom the present code works for; undefined where nobody asked, or anybody may. */
export const currentActor = (): string | undefined => storage.getStore()?.actorId;
