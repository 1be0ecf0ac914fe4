import pg from 'pg';

import { noteStorageRefusal, traced } from '@cardroom/platform';

import { withName } from './kept-statement';

const PROBE_AFTER_IDLE_MS = 5_000;
const PROBE_TIMEOUT_MS = 2_000;

/** So many requests may wait for each connection; one more is refused at once. */
const MAX_WAITING_PER_CONNECTION = 20;

/** Too many requests wait already. The code is PostgreSQL's own for "too many connections". */
export class PoolBusyError extends Error {
  readonly code = '53300';

  constructor() {
    super('Too many requests wait for a connection to PostgreSQL');
  }
}

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (destroy?: Error | boolean) => void,
) => void;

/** Safe integers only: an amount that JavaScript cannot hold exactly is refused, never rounded. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint is outside the safe integers');
  return value;
}

pg.types.setTypeParser(pg.types.builtins.INT8, parseInt8);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * A pool that checks a connection before it lends one that lay idle, and that throws away a
 * connection whose query timed out: such a connection may still deliver the late answer.
 */
export class CheckedPool extends pg.Pool {
  private readonly idleSinceMs = new WeakMap<pg.PoolClient, number>();
  private readonly maxWaiting: number;

  /** Connections that have lain idle since before this moment are not trusted. */
  private suspectBeforeMs = 0;

  constructor(config: pg.PoolConfig) {
    super(config);
    this.maxWaiting = this.options.max * MAX_WAITING_PER_CONNECTION;
    this.on('release', (error: unknown, client) => {
      if (error === undefined || error === false) this.idleSinceMs.set(client, performance.now());
    });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    const checked = this.checkedConnect();
    if (callback === undefined) return checked;
    checked.then(
      (client) => callback(undefined, client, client.release.bind(client)),
      (error: unknown) => callback(asError(error), undefined, () => undefined),
    );
    return undefined;
  }

  private async checkedConnect(): Promise<pg.PoolClient> {
    if (this.waitingCount >= this.maxWaiting) throw new PoolBusyError();
    for (;;) {
      const client = await super.connect();
      const idleSinceMs = this.idleSinceMs.get(client);
      if (idleSinceMs === undefined || (await this.isAlive(client, idleSinceMs))) {
        return prepared(client);
      }
      // Ends with a connection that is new, or with the error of making one.
      client.release(true);
    }
  }

  private async isAlive(client: pg.PoolClient, idleSinceMs: number): Promise<boolean> {
    if (idleSinceMs < this.suspectBeforeMs) return false;
    const nowMs = performance.now();
    if (nowMs - idleSinceMs < PROBE_AFTER_IDLE_MS) return true;
    try {
      await client.query({ text: 'SELECT 1', query_timeout: PROBE_TIMEOUT_MS } as pg.QueryConfig);
      return true;
    } catch {
      // What made this one die has met the others that lay idle; probing each would take long.
      this.suspectBeforeMs = nowMs;
      return false;
    }
  }
}

const asError = (cause: unknown): Error =>
  cause instanceof Error ? cause : new Error(String(cause));

const isQueryTimeout = (cause: unknown): boolean =>
  cause instanceof Error && cause.message === 'Query read timeout';

/** A statement as a span: its first word, since the rest may name what is nobody else's business. */
function spanOf(asked: unknown) {
  const text = typeof asked === 'string' ? asked : (asked as { readonly text?: string }).text;
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': firstWordOf(text) };
  return { name: 'postgresql', attributes };
}

const FIRST_WORD = /^\s*(?:\/\*[^*]*\*\/\s*)?(\w+)/;

const firstWordOf = (text = ''): string => FIRST_WORD.exec(text)?.[1]?.toUpperCase() ?? '';

const watched = new WeakSet<pg.PoolClient>();

/**
 * Makes a client end itself when a query of its times out, so that the pool does not lend it again,
 * and keep the statements that are marked for it.
 */
function prepared(client: pg.PoolClient): pg.PoolClient {
  if (watched.has(client)) return client;
  watched.add(client);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const end = (cause: unknown): void => {
    noteStorageRefusal(cause);
    if (isQueryTimeout(cause)) void client.end().catch(() => undefined);
  };
  client.query = ((text: unknown, ...rest: unknown[]) => {
    const args = [withName(text), ...rest];
    const callback = args.at(-1);
    if (typeof callback === 'function') {
      args[args.length - 1] = (error: unknown, ...answer: unknown[]) => {
        end(error);
        (callback as (...all: unknown[]) => void)(error, ...answer);
      };
      return query(...args);
    }
    const result = traced(
      () => spanOf(args[0]),
      () => query(...args),
    );
    if (result instanceof Promise) result.catch(end);
    return result;
  }) as typeof client.query;
  return client;
}
