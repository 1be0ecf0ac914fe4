import { assertInvariant } from '@cardroom/platform';

/** What one kind of key is; `<…>` in its name is filled in. The page of keys is made from these. */
export interface KeySpec {
  readonly name: string;
  readonly type: 'hash' | 'list' | 'stream' | 'string' | 'channel';
  readonly role: 'game' | 'pubsub' | 'cache';
  readonly holds: string;
  readonly ends: string;
}

/**
 * Every key and channel of ours in Redis. The keys of one table share a hash tag, so that a script
 * may touch them together on a cluster.
 */
export const KEY_CATALOGUE = {
  table: {
    name: '{t:<table id>}:state',
    type: 'hash',
    role: 'game',
    holds:
      'version, fencing token and incarnation; public values of the table as `view:*`, written where they change',
    ends: 'never; `forget` leaves the token',
  },
  tableLog: {
    name: '{t:<table id>}:log',
    type: 'list',
    role: 'game',
    holds: 'one JSON entry a version, oldest first; deck and seed of a hand only as ciphertext',
    ends: 'cut to the last entries when a checkpoint is written',
  },
  tableCheckpoint: {
    name: '{t:<table id>}:checkpoint',
    type: 'string',
    role: 'game',
    holds:
      'JSON of the table between two hands, the version it holds, and the next deal; ciphertext where it is secret',
    ends: 'replaced by the next one',
  },
  tableCommands: {
    name: '{t:<table id>}:commands',
    type: 'hash',
    role: 'game',
    holds: 'command id → fingerprint and first answer',
    ends: 'the oldest go when there are more than 1,000',
  },
  tableCommandOrder: {
    name: '{t:<table id>}:command-order',
    type: 'list',
    role: 'game',
    holds: 'the ids of the hash beside it, oldest first',
    ends: 'with the hash beside it',
  },
  tableUnsettled: {
    name: '{t:<table id>}:unsettled',
    type: 'list',
    role: 'game',
    holds: 'finished hands that PostgreSQL does not have yet, oldest first',
    ends: 'a hand goes when it is in PostgreSQL',
  },
  tableLease: {
    name: '{t:<table id>}:lease',
    type: 'string',
    role: 'game',
    holds: 'the server that hosts the table',
    ends: 'by itself, unless renewed',
  },
  nodes: {
    name: 'nodes',
    type: 'hash',
    role: 'game',
    holds: 'gateway process → its pool, how many tables and sockets it has, when it said so',
    ends: 'a process that says nothing for 30 seconds is taken off',
  },
  nodeLine: {
    name: 'node:<server id>',
    type: 'channel',
    role: 'pubsub',
    holds: 'what other gateway processes ask this one, and answers to what it asked (sharded)',
    ends: 'is not kept',
  },
  lobby: {
    name: 'lobby',
    type: 'hash',
    role: 'game',
    holds: 'table id → JSON of its row in the lobby, written by the node that hosts it',
    ends: 'a row goes with its table',
  },
  lobbyChanged: {
    name: 'lobby:changed',
    type: 'channel',
    role: 'pubsub',
    holds: 'rows of the lobby that changed, and tables that are gone',
    ends: 'is not kept',
  },
  connections: {
    name: 'ws:connections:<user id>',
    type: 'hash',
    role: 'game',
    holds: 'socket id → when it came, until when it counts, which server has it',
    ends: 'by itself, unless refreshed',
  },
  attendance: {
    name: 'ws:attendance',
    type: 'channel',
    role: 'pubsub',
    holds: 'a player who is connected to a node now, or to none any more',
    ends: 'is not kept',
  },
  rateLimit: {
    name: 'rate:<scope>:<subject>',
    type: 'list',
    role: 'game',
    holds: 'when the subject was let through within the window; the REST counters add a suffix',
    ends: 'by itself, after the window',
  },
  auditStream: {
    name: '{audit}:stream',
    type: 'stream',
    role: 'game',
    holds: 'the audit trail: an entry a line; its id is the height of a block and the place in it',
    ends: 'whole blocks go, oldest first, beyond `AUDIT_STREAM_BLOCKS`',
  },
  auditStreamRebuilding: {
    name: '{audit}:stream:rebuilding',
    type: 'stream',
    role: 'game',
    holds: 'the stream above while it is written anew',
    ends: 'takes the place of the stream when it is whole',
  },
  faucet: {
    name: 'faucet:<user id>',
    type: 'string',
    role: 'game',
    holds: 'won that the development faucet poured for the user within a day',
    ends: 'by itself, a day after the first of them',
  },
  recentWrite: {
    name: 'wrote:<user id>',
    type: 'string',
    role: 'game',
    holds:
      'that the user has just written, and reads from the primary; only where there is a replica',
    ends: 'by itself, after 11 seconds',
  },
  cached: {
    name: 'cached:<name>',
    type: 'string',
    role: 'cache',
    holds: 'JSON of a value whose truth is elsewhere; nothing is decided on it',
    ends: 'by itself; may be evicted at any time',
  },
  handCopy: {
    name: 'hand:<hand id>',
    type: 'string',
    role: 'cache',
    holds:
      'the packed record of a hand that was archived; others are in PostgreSQL or cold storage',
    ends: 'by itself, after 30 days; may be evicted at any time',
  },
  notification: {
    name: 'notification',
    type: 'channel',
    role: 'pubsub',
    holds: 'a stored notification on its way to its user’s sockets',
    ends: 'is not kept',
  },
  sessionRevoked: {
    name: 'session:revoked',
    type: 'channel',
    role: 'pubsub',
    holds: 'a login that has ended: its sockets are closed',
    ends: 'is not kept',
  },
} as const satisfies Record<string, KeySpec>;

const TABLE_ID = /^[A-Za-z0-9_-]{1,64}$/;

type KeyKind = keyof typeof KEY_CATALOGUE;

/** The names of keys, cut where something is filled in: keys are made for every commit. */
const NAME_PIECES = Object.fromEntries(
  Object.entries(KEY_CATALOGUE).map(([kind, { name }]) => [kind, name.split(/<[^>]+>/)]),
) as Record<KeyKind, string[]>;

/** Names of keys, by what they hold. */
export class Keys {
  constructor(private readonly prefix: string) {}

  table = (tableId: string): string => this.ofTable('table', tableId);

  tableLog = (tableId: string): string => this.ofTable('tableLog', tableId);

  tableCheckpoint = (tableId: string): string => this.ofTable('tableCheckpoint', tableId);

  tableCommands = (tableId: string): string => this.ofTable('tableCommands', tableId);

  tableCommandOrder = (tableId: string): string => this.ofTable('tableCommandOrder', tableId);

  tableUnsettled = (tableId: string): string => this.ofTable('tableUnsettled', tableId);

  tableLease = (tableId: string): string => this.ofTable('tableLease', tableId);

  /** A pattern of SCAN: the leases of all tables. */
  anyTableLease = (): string => this.named('tableLease', '*');

  nodes = (): string => this.named('nodes');

  nodeLine = (nodeId: string): string => this.named('nodeLine', nodeId);

  lobby = (): string => this.named('lobby');

  lobbyChanged = (): string => this.named('lobbyChanged');

  connections = (userId: string): string => this.named('connections', userId);

  attendance = (): string => this.named('attendance');

  rateLimit = (scope: string, subject: string): string => this.named('rateLimit', scope, subject);

  auditStream = (): string => this.named('auditStream');

  auditStreamRebuilding = (): string => this.named('auditStreamRebuilding');

  faucet = (userId: string): string => this.named('faucet', userId);

  recentWrite = (userId: string): string => this.named('recentWrite', userId);

  cached = (name: string): string => this.named('cached', name);

  handCopy = (handId: string): string => this.named('handCopy', handId);

  notification = (): string => this.named('notification');

  sessionRevoked = (): string => this.named('sessionRevoked');

  /** A bracket in a table's id would move its keys to different nodes of a cluster. */
  private ofTable(kind: KeyKind, tableId: string): string {
    assertInvariant(TABLE_ID.test(tableId), 'a table id is 1 to 64 letters, digits, - and _');
    return this.named(kind, tableId);
  }

  private named(kind: KeyKind, ...parts: string[]): string {
    let key = `${this.prefix}:${NAME_PIECES[kind][0] ?? ''}`;
    for (const [at, part] of parts.entries()) key += part + (NAME_PIECES[kind][at + 1] ?? '');
    return key;
  }
}
