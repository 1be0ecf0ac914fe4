import { Injectable } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import type { ErrorCode } from '@cardroom/protocol';
import { DataSource, type EntityManager } from 'typeorm';

import { fingerprintOf } from './fingerprint';
import { isRemembered, keyRefusal } from './idempotency.rules';

export interface IdempotentRequest {
  /** Whose key it is: the keys of two actors never meet. */
  readonly actor: string;
  /** What is asked for, such as `withdraw`: one key may be used once for each. */
  readonly operation: string;
  readonly key: string | undefined;
  /** Everything that makes it the same request; must survive JSON. */
  readonly content: unknown;
}

export interface IdempotentAnswer<T> {
  readonly value: T;
  /** True where it was answered before, and nothing was done now. */
  readonly isReplayed: boolean;
}

type Kept<T> =
  | { readonly value: T }
  | { readonly code: ErrorCode; readonly extras: Readonly<Record<string, unknown>> };

interface Row<T> {
  readonly fingerprint: string;
  readonly answer: Kept<T>;
}

/** A refusal that was given before and is given again. */
export class ReplayedRefusal extends BusinessError {}

const SAVEPOINT = 'before_work';

/** Requests that take effect once, however often they come. Rule: docs/rules/ledger.md §4. */
@Injectable()
export class IdempotentOperations {
  constructor(private readonly source: DataSource) {}

  /**
   * Does the work once for a key. Key, work and answer are one transaction: a process that dies at
   * any moment leaves all of them or none. The value must survive JSON.
   *
   * A refusal of the rules is remembered, and what the work wrote before it is undone. Anything
   * else that is thrown is not remembered, so that the request can be sent again.
   *
   * Errors: BusinessError IDEMPOTENCY_KEY_MISSING; VALIDATION_FAILED where the key is not 1 to 128
   * visible characters; IDEMPOTENCY_IN_PROGRESS; IDEMPOTENCY_CONFLICT where the content is another;
   * what the work refuses, as ReplayedRefusal where it was refused before.
   *
   * @example operations.run({ actor, operation: 'withdraw', key, content: body }, (manager) => …)
   */
  async run<T>(
    request: IdempotentRequest,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<IdempotentAnswer<T>> {
    const refusal = keyRefusal(request.key);
    if (refusal !== null) throw new BusinessError(refusal);
    const { kept, isReplayed } = await withTransaction(this.source, async (manager) => {
      if (!(await isAlone(manager, request))) throw new BusinessError('IDEMPOTENCY_IN_PROGRESS');
      const fingerprint = fingerprintOf(request.content);
      const row = await find<T>(manager, request);
      if (row === null) {
        const answer = await attempt(manager, work);
        await keep(manager, request, { fingerprint, answer });
        return { kept: answer, isReplayed: false };
      }
      if (row.fingerprint !== fingerprint) throw new BusinessError('IDEMPOTENCY_CONFLICT');
      return { kept: row.answer, isReplayed: true };
    });
    if (!('code' in kept)) return { value: kept.value, isReplayed };
    throw new (isReplayed ? ReplayedRefusal : BusinessError)(kept.code, kept.extras);
  }

  /** Forgets answers older than so many days, up to `limit` of them. Returns how many. */
  async prune(manager: EntityManager, olderThanDays: number, limit: number): Promise<number> {
    const rows = await manager.query<unknown[]>(
      `WITH gone AS (
         DELETE FROM ledger_idempotency WHERE ctid = ANY (ARRAY(
           SELECT ctid FROM ledger_idempotency
           WHERE created_at < now() - make_interval(days => $1) LIMIT $2)) RETURNING 1)
       SELECT 1 FROM gone`,
      [olderThanDays, limit],
    );
    return rows.length;
  }
}

/** True where nobody else works on the key until the transaction ends. */
async function isAlone(
  manager: EntityManager,
  { actor, operation, key }: IdempotentRequest,
): Promise<boolean> {
  const [row] = await manager.query<{ alone: boolean }[]>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7)) AS alone',
    [JSON.stringify([actor, operation, key])],
  );
  return row?.alone === true;
}

async function find<T>(
  manager: EntityManager,
  { actor, operation, key }: IdempotentRequest,
): Promise<Row<T> | null> {
  const [row] = await manager.query<Row<T>[]>(
    `SELECT fingerprint, answer FROM ledger_idempotency
     WHERE actor = $1 AND operation = $2 AND key = $3`,
    [actor, operation, key],
  );
  return row ?? null;
}

async function attempt<T>(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<T>,
): Promise<Kept<T>> {
  await manager.query(`SAVEPOINT ${SAVEPOINT}`);
  try {
    return { value: await work(manager) };
  } catch (cause) {
    if (!(cause instanceof BusinessError) || !isRemembered(cause.code)) throw cause;
    await manager.query(`ROLLBACK TO SAVEPOINT ${SAVEPOINT}`);
    return { code: cause.code, extras: cause.extras };
  }
}

async function keep<T>(
  manager: EntityManager,
  { actor, operation, key }: IdempotentRequest,
  { fingerprint, answer }: Row<T>,
): Promise<void> {
  await manager.query(
    `INSERT INTO ledger_idempotency (actor, operation, key, fingerprint, answer, answered_at)
     VALUES ($1, $2, $3, $4, $5, now())`,
    [actor, operation, key, fingerprint, JSON.stringify(answer)],
  );
}
