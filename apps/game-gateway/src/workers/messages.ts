/** What workers tell their primary. */
export const READY = 'gateway:ready';
export const SESSION_BEGUN = 'gateway:session-begun';
export const SESSION_ENDED = 'gateway:session-ended';

export interface WorkerNews {
  readonly type: typeof READY | typeof SESSION_BEGUN | typeof SESSION_ENDED;
  /** Of Engine.IO. */
  readonly sessionId?: string;
}

/** All that a primary tells a worker, with a connection. */
export interface Handover {
  /** What the primary has read of it; the rest is the worker's to read. */
  readonly head: Uint8Array;
}

/** Of a worker; a process that is none has nobody to tell. Resolves when the news are on their way. */
export const tellPrimary = (news: WorkerNews): Promise<void> =>
  new Promise((resolve) => {
    const told = (): void => {
      resolve();
    };
    if (process.send === undefined) told();
    else process.send(news, undefined, undefined, told);
  });
