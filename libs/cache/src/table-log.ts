import { Injectable } from '@nestjs/common';
import { assertInvariant } from '@cardroom/platform';
import type { Redis, Result } from 'ioredis';

import type { Keys } from './keys';
import { assertClaim, assertCommit, commitOutcome, entriesAfter } from './table-log.rules';
import {
  CLAIM_SCRIPT,
  COMMIT_SCRIPT,
  ENTRIES_SINCE_SCRIPT,
  FORGET_SCRIPT,
  LOAD_SCRIPT,
  SETTLED_SCRIPT,
} from './table-log.scripts';
import type {
  ClaimOutcome,
  ClaimRequest,
  CommandAnswer,
  CommitOutcome,
  CommitRequest,
  LoadedTable,
  LogEntry,
  PublicEntry,
} from './table-log.types';

/** Versions kept for clients that come back, beside those of the hand in progress. */
const KEPT_ENTRIES = 64;
const KEPT_COMMANDS = 1_000;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    tableCommit(...args: (string | number)[]): Result<string[], Context>;
    tableClaim(...args: (string | number)[]): Result<string[], Context>;
    tableLoad(...args: string[]): Result<LoadReply, Context>;
    tableEntriesSince(...args: (string | number)[]): Result<string[] | null, Context>;
    tableSettled(...args: (string | number)[]): Result<number, Context>;
    tableForget(...args: (string | number)[]): Result<number, Context>;
  }
}

type LoadReply = [string, string, string, string, string[], string[]];

/**
 * The hand in progress: an append-only log a table, committed under a fencing token.
 *
 * A rejected promise is never an answer: the script may have run.
 */
@Injectable()
export class TableLog {
  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {
    redis.defineCommand('tableCommit', { numberOfKeys: 6, lua: COMMIT_SCRIPT });
    redis.defineCommand('tableClaim', { numberOfKeys: 1, lua: CLAIM_SCRIPT });
    redis.defineCommand('tableLoad', { numberOfKeys: 4, lua: LOAD_SCRIPT });
    redis.defineCommand('tableEntriesSince', { numberOfKeys: 2, lua: ENTRIES_SINCE_SCRIPT });
    redis.defineCommand('tableSettled', { numberOfKeys: 2, lua: SETTLED_SCRIPT });
    redis.defineCommand('tableForget', { numberOfKeys: 5, lua: FORGET_SCRIPT });
  }

  /** Takes a table under a token from PostgreSQL; an empty one begins at the given version. */
  async claim(request: ClaimRequest): Promise<ClaimOutcome> {
    assertClaim(request);
    const { tableId, token, incarnation, firstVersion } = request;
    const [status = '', value = ''] = await this.redis.tableClaim(
      this.keys.table(tableId),
      ...[token, incarnation, firstVersion],
    );
    if (status === 'fenced') return { status, token: Number(value) };
    return { status: status === 'empty' ? 'empty' : 'claimed', incarnation: value };
  }

  /**
   * Appends one version, or says why not. The order of the checks: token, whether Redis still has
   * the table, command id, version.
   */
  async commit(request: CommitRequest): Promise<CommitOutcome> {
    assertCommit(request);
    const { tableId, token, expectedVersion, command, checkpoint, settlement } = request;
    const { publicFields = {} } = request;
    const version = expectedVersion + 1;
    const values = this.keysOf(tableId) as (string | number)[];
    values.push(
      this.keys.tableUnsettled(tableId),
      token,
      expectedVersion,
      request.incarnation,
      command?.cmdId ?? '',
      command?.fingerprint ?? '',
      JSON.stringify(command?.answer ?? null),
      JSON.stringify({ version, token, ...request.entry } satisfies LogEntry),
      checkpoint === undefined ? '' : JSON.stringify({ version, state: checkpoint }),
      settlement === undefined ? '' : `${settlement.handId} ${JSON.stringify(settlement)}`,
      KEPT_ENTRIES,
      KEPT_COMMANDS,
    );
    for (const name in publicFields) values.push(name, publicFields[name] ?? '');
    const [status = '', value = ''] = await this.redis.tableCommit(...values);
    return commitOutcome(status, value);
  }

  /**
   * The whole of a table, or null where Redis knows nothing of it.
   *
   * Errors: InvariantError where a version is missing in the log.
   */
  async load(tableId: string): Promise<LoadedTable | null> {
    const { keys } = this;
    const [version, token, incarnation, checkpointText, entries, unsettled] =
      await this.redis.tableLoad(
        keys.table(tableId),
        keys.tableLog(tableId),
        keys.tableCheckpoint(tableId),
        keys.tableUnsettled(tableId),
      );
    if (version === '') return null;
    const checkpoint =
      checkpointText === '' ? null : (JSON.parse(checkpointText) as LoadedTable['checkpoint']);
    return {
      version: Number(version),
      token: Number(token),
      incarnation,
      checkpoint,
      entries: entriesAfter(
        checkpoint?.version ?? null,
        entries.map((entry) => JSON.parse(entry) as LogEntry),
        Number(version),
      ),
      unsettled: unsettled.map((hand) => JSON.parse(hand.slice(hand.indexOf(' '))) as unknown),
    };
  }

  /**
   * What a client missed that has seen a version, oldest first, or null where it needs a snapshot:
   * the log does not reach back that far, or the client has seen more than Redis has.
   */
  async entriesSince(tableId: string, version: number): Promise<PublicEntry[] | null> {
    assertInvariant(Number.isSafeInteger(version), 'a version is a whole number');
    const { keys } = this;
    const entries = await this.redis.tableEntriesSince(
      keys.table(tableId),
      keys.tableLog(tableId),
      version,
    );
    if (entries === null) return null;
    return entries.map((text) => {
      const entry = JSON.parse(text) as LogEntry;
      return { version: entry.version, atMs: entry.atMs, events: entry.events };
    });
  }

  /** What a command was answered when it ran; null where it did not, or too long ago to be kept. */
  async firstAnswer(
    tableId: string,
    cmdId: string,
  ): Promise<Pick<CommandAnswer, 'fingerprint' | 'answer'> | null> {
    const known = await this.redis.hget(this.keys.tableCommands(tableId), cmdId);
    if (known === null) return null;
    const cut = known.indexOf(' ');
    const answer = JSON.parse(known.slice(cut + 1)) as unknown;
    return { fingerprint: known.slice(0, cut), answer };
  }

  /** Notes that the oldest waiting hand is in PostgreSQL. False where it was not that hand. */
  async settled(tableId: string, token: number, handId: string): Promise<boolean> {
    const { keys } = this;
    const removed = await this.redis.tableSettled(
      keys.table(tableId),
      keys.tableUnsettled(tableId),
      ...[token, handId],
    );
    return removed === 1;
  }

  /**
   * Makes a table empty for its next owner, because its log is not to be played on from. The token
   * and the hands that wait for PostgreSQL stay. False where somebody with a higher token has it.
   */
  async forget(tableId: string, token: number): Promise<boolean> {
    return (await this.redis.tableForget(...this.keysOf(tableId), token)) === 1;
  }

  /** The public values of the table's hash; null where it is not hosted. */
  async publicFields(tableId: string): Promise<Record<string, string> | null> {
    const fields = await this.redis.hgetall(this.keys.table(tableId));
    const views = Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('view:') ? [[name.slice('view:'.length), value] as const] : [],
    );
    return views.length === 0 ? null : Object.fromEntries(views);
  }

  /** In the order of the scripts. */
  private keysOf(tableId: string): string[] {
    const { keys } = this;
    return [
      keys.table(tableId),
      keys.tableLog(tableId),
      keys.tableCheckpoint(tableId),
      keys.tableCommands(tableId),
      keys.tableCommandOrder(tableId),
    ];
  }
}
