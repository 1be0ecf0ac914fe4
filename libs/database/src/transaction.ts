import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import type { DataSource, EntityManager } from 'typeorm';

/** Serialization failure and deadlock: the only errors that trying again can mend. */
const RETRYABLE_STATES: ReadonlySet<unknown> = new Set(['40001', '40P01']);
const MAX_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 10;

/** The SQLSTATE of a driver error, or undefined. */
export const sqlStateOf = (error: unknown): string | undefined => {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
};

/** The name of the constraint that a driver error reports, or undefined. */
export const constraintOf = (error: unknown): string | undefined => {
  const driver: unknown =
    error instanceof Error && 'driverError' in error ? error.driverError : error;
  const name: unknown =
    driver instanceof Error && 'constraint' in driver ? driver.constraint : undefined;
  return typeof name === 'string' ? name : undefined;
};

type Task = () => void;

/** What waits for the commit of a transaction, by the connection that it runs on. */
const waiting = new WeakMap<object, Task[]>();

/**
 * Runs a task when the transaction of `withTransaction` is committed, and not at all when it is
 * rolled back; at once where somebody else leads the transaction, or nobody. The task must not throw.
 */
export function afterCommit({ queryRunner }: EntityManager, task: Task): void {
  const tasks = queryRunner?.isTransactionActive === true ? waiting.get(queryRunner) : undefined;
  if (tasks === undefined) task();
  else tasks.push(task);
}

/** Runs work that is one transaction by itself; again, a few times, after a deadlock or the like. */
export async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (cause) {
      if (!RETRYABLE_STATES.has(sqlStateOf(cause)) || attempt >= MAX_ATTEMPTS) throw cause;
      await wait(FIRST_PAUSE_MS * 2 ** attempt + randomInt(FIRST_PAUSE_MS));
    }
  }
}

/** Runs work in one transaction; again, a few times, after a deadlock or a serialization failure. */
export const withTransaction = <T>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> =>
  withRetries(async () => {
    const tasks: Task[] = [];
    const result = await source.transaction((manager) => {
      if (manager.queryRunner !== undefined) waiting.set(manager.queryRunner, tasks);
      return work(manager);
    });
    for (const task of tasks.splice(0)) task();
    return result;
  });
