import { Injectable } from '@nestjs/common';
import type { Redis, Result } from 'ioredis';

import type { Keys } from './keys';
import { CLAIM_SCRIPT, COMMIT_SCRIPT, LOAD_SCRIPT, SETTLED_SCRIPT } from './table-log.scripts';

/** One version of a table: what happened, by whom, under which token. */
export interface LogEntry<E = unknown> {
  readonly version: number;
  readonly token: number;
  readonly atMs: number;
  readonly requestId: string;
  readonly userId?: string;
  readonly cmdId?: string;
  readonly events: readonly E[];
  /** Of the hand that this entry begins; ciphertext. */
  readonly sealedDeck?: string;
}

export interface CommandAnswer {
  readonly cmdId: string;
  /** Tells another command with the same id apart. */
  readonly fingerprint: string;
  readonly answer: unknown;
}

export interface CommitRequest<E = unknown> {
  readonly tableId: string;
  readonly token: number;
  readonly incarnation: string;
  readonly expectedVersion: number;
  readonly entry: Omit<LogEntry<E>, 'version' | 'token'>;
  readonly command?: CommandAnswer;
  /** Public values of the table's hash, for monitors. */
  readonly publicFields?: Readonly<Record<string, string>>;
  /** State of the table between hands: entries before it are only kept for clients that reconnect. */
  readonly checkpoint?: unknown;
  /** A finished hand for PostgreSQL; must have a `handId`. */
  readonly settlement?: { readonly handId: string };
}

export type CommitOutcome =
  | { readonly status: 'committed'; readonly version: number }
  /** The command ran before: its first answer. */
  | { readonly status: 'repeated'; readonly answer: unknown }
  /** The command id belongs to another command. */
  | { readonly status: 'reused' }
  /** Somebody with a higher token owns the table. */
  | { readonly status: 'fenced'; readonly token: number }
  | { readonly status: 'conflict'; readonly version: number }
  /** Redis no longer knows the table: it was emptied. */
  | { readonly status: 'lost' };

export interface LoadedTable<E = unknown> {
  readonly version: number;
  readonly token: number;
  readonly incarnation: string;
  /** State and the version it holds, where a checkpoint was written. */
  readonly checkpoint: { readonly version: number; readonly state: unknown } | null;
  readonly entries: readonly LogEntry<E>[];
  readonly unsettled: readonly unknown[];
}

export type ClaimOutcome =
  | { readonly status: 'claimed' | 'empty'; readonly incarnation: string }
  | { readonly status: 'fenced'; readonly token: number };

/** Versions kept for clients that come back, beside those of the hand in progress. */
const KEPT_ENTRIES = 64;
const KEPT_COMMANDS = 1_000;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    tableCommit(...args: (string | number)[]): Result<string[], Context>;
    tableClaim(...args: (string | number)[]): Result<string[], Context>;
    tableLoad(...args: string[]): Result<LoadReply, Context>;
    tableSettled(...args: (string | number)[]): Result<number, Context>;
  }
}

type LoadReply = [string, string, string, string, string[], string[]];

/** The hand in progress: an append-only log a table, committed under a fencing token. */
@Injectable()
export class TableLog {
  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {
    redis.defineCommand('tableCommit', { numberOfKeys: 6, lua: COMMIT_SCRIPT });
    redis.defineCommand('tableClaim', { numberOfKeys: 1, lua: CLAIM_SCRIPT });
    redis.defineCommand('tableLoad', { numberOfKeys: 4, lua: LOAD_SCRIPT });
    redis.defineCommand('tableSettled', { numberOfKeys: 2, lua: SETTLED_SCRIPT });
  }

  /** Takes a table under a token from PostgreSQL; an empty one begins at the given version. */
  async claim(request: {
    readonly tableId: string;
    readonly token: number;
    readonly incarnation: string;
    readonly firstVersion: number;
  }): Promise<ClaimOutcome> {
    const key = this.keys.table(request.tableId);
    const { token, incarnation, firstVersion } = request;
    const [status = '', value = ''] = await this.redis.tableClaim(
      key,
      token,
      incarnation,
      firstVersion,
    );
    if (status === 'fenced') return { status, token: Number(value) };
    return { status: status === 'empty' ? 'empty' : 'claimed', incarnation: value };
  }

  /**
   * Appends one version, or says why not. A rejected promise is no answer: the commit may have
   * run, and the caller must load the table before it goes on.
   */
  async commit(request: CommitRequest): Promise<CommitOutcome> {
    const { tableId, token, expectedVersion, command, checkpoint, settlement } = request;
    const version = expectedVersion + 1;
    const [status = '', value = ''] = await this.redis.tableCommit(
      ...this.commitKeys(tableId),
      ...[token, expectedVersion, request.incarnation],
      ...[
        command?.cmdId ?? '',
        command?.fingerprint ?? '',
        JSON.stringify(command?.answer ?? null),
      ],
      JSON.stringify({ ...request.entry, version, token } satisfies LogEntry),
      checkpoint === undefined ? '' : JSON.stringify({ version, state: checkpoint }),
      settlement === undefined ? '' : JSON.stringify(settlement),
      JSON.stringify(request.publicFields ?? {}),
      ...[KEPT_ENTRIES, KEPT_COMMANDS],
    );
    return commitOutcome(status, value);
  }

  /** The whole of a table, or null where Redis knows nothing of it. */
  async load(tableId: string): Promise<LoadedTable | null> {
    const { keys } = this;
    const [version, token, incarnation, checkpoint, entries, unsettled] =
      await this.redis.tableLoad(
        keys.table(tableId),
        keys.tableLog(tableId),
        keys.tableCheckpoint(tableId),
        keys.tableUnsettled(tableId),
      );
    if (version === '') return null;
    return {
      version: Number(version),
      token: Number(token),
      incarnation,
      checkpoint: checkpoint === '' ? null : (JSON.parse(checkpoint) as LoadedTable['checkpoint']),
      entries: entries.map((entry) => JSON.parse(entry) as LogEntry),
      unsettled: unsettled.map((hand) => JSON.parse(hand) as unknown),
    };
  }

  /** Notes that the oldest waiting hand is in PostgreSQL. False where it was not that hand. */
  async settled(tableId: string, token: number, handId: string): Promise<boolean> {
    const { keys } = this;
    const removed = await this.redis.tableSettled(
      keys.table(tableId),
      keys.tableUnsettled(tableId),
      token,
      handId,
    );
    return removed === 1;
  }

  /** The public values of the table's hash; null where it is not hosted. */
  async publicFields(tableId: string): Promise<Record<string, string> | null> {
    const fields = await this.redis.hgetall(this.keys.table(tableId));
    const views = Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('view:') ? [[name.slice('view:'.length), value] as const] : [],
    );
    return views.length === 0 ? null : Object.fromEntries(views);
  }

  private commitKeys(tableId: string): string[] {
    const { keys } = this;
    return [
      keys.table(tableId),
      keys.tableLog(tableId),
      keys.tableCheckpoint(tableId),
      keys.tableCommands(tableId),
      keys.tableCommandOrder(tableId),
      keys.tableUnsettled(tableId),
    ];
  }
}

function commitOutcome(status: string, value: string): CommitOutcome {
  switch (status) {
    case 'committed':
      return { status, version: Number(value) };
    case 'repeated':
      return { status, answer: JSON.parse(value) as unknown };
    case 'reused':
    case 'lost':
      return { status };
    case 'fenced':
      return { status, token: Number(value) };
    case 'conflict':
      return { status, version: Number(value) };
    default:
      throw new Error(`The commit script answered ${status}`);
  }
}
