/**
 * Every key and channel in Redis, in one place. The keys of one table share a hash tag, so that a
 * script may touch them together on a cluster.
 */
export class Keys {
  constructor(private readonly prefix: string) {}

  /** Hash: version, token, incarnation and the table's public fields. */
  table = (tableId: string): string => this.ofTable(tableId, 'state');

  /** List: one JSON entry a version, oldest first. */
  tableLog = (tableId: string): string => this.ofTable(tableId, 'log');

  /** String: JSON of the table between two hands, and the version it holds. */
  tableCheckpoint = (tableId: string): string => this.ofTable(tableId, 'checkpoint');

  /** Hash: command id → fingerprint and first answer. */
  tableCommands = (tableId: string): string => this.ofTable(tableId, 'commands');

  /** List: command ids, oldest first, to bound the hash beside it. */
  tableCommandOrder = (tableId: string): string => this.ofTable(tableId, 'command-order');

  /** List: hands that wait for PostgreSQL, oldest first. */
  tableUnsettled = (tableId: string): string => this.ofTable(tableId, 'unsettled');

  /** String with a life span: who hosts the table. */
  tableLease = (tableId: string): string => this.ofTable(tableId, 'lease');

  /** Hash: socket id → server id of one player's connections. */
  connections = (userId: string): string => `${this.prefix}:ws:connections:${userId}`;

  rateLimit = (scope: string, subject: string): string => `${this.prefix}:rate:${scope}:${subject}`;

  sessionRevoked = (): string => `${this.prefix}:session:revoked`;

  private ofTable(tableId: string, part: string): string {
    return `${this.prefix}:{t:${tableId}}:${part}`;
  }
}
