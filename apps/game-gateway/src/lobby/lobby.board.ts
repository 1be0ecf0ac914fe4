import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { LobbyStore } from '@cardroom/cache';
import type { LobbyChange, LobbyTable } from '@cardroom/protocol';

import { NodeEars } from '../nodes/node-ears';
import { TableBroadcaster } from '../table/table.io';
import { TableHost } from '../table/table.host';

const INTERVAL_MS = 1_000;
/** A change that was not heard, and what Redis has lost, is mended after so many rounds. */
const MENDING_ROUNDS = 30;

/**
 * The lobby as this node knows it: what it hosts itself, and what other nodes have said. Tells its
 * players what has changed in the list, at most once a second.
 */
@Injectable()
export class LobbyBoard implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(LobbyBoard.name);
  private readonly rows = new Map<string, LobbyTable>();
  /** The rows that this node has written; a row that changes is another object. */
  private readonly written = new Map<string, LobbyTable>();
  private timer: NodeJS.Timeout | null = null;
  /** The rows that its players have. */
  private told: ReadonlyMap<string, LobbyTable> = new Map();
  private rounds = 0;

  constructor(
    private readonly host: TableHost,
    private readonly store: LobbyStore,
    private readonly ears: NodeEars,
    private readonly io: TableBroadcaster,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.store.onChange(this.ears.redis, (change) => this.hear(change));
    await this.round();
    this.timer = setInterval(() => void this.round(), INTERVAL_MS);
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** All tables of the system; those of this node as they are now. */
  tables(): readonly LobbyTable[] {
    return [...this.rowsNow().values()];
  }

  private rowsNow(): ReadonlyMap<string, LobbyTable> {
    const now = new Map(this.rows);
    for (const table of this.host.lobby()) now.set(table.tableId, table);
    return now;
  }

  private hear({ tables, gone }: LobbyChange): void {
    for (const table of tables) {
      const known = this.rows.get(table.tableId);
      if (JSON.stringify(known) !== JSON.stringify(table)) this.rows.set(table.tableId, table);
    }
    gone.forEach((tableId) => this.rows.delete(tableId));
  }

  private async round(): Promise<void> {
    try {
      if (this.rounds % MENDING_ROUNDS === 0) await this.mend();
      this.rounds += 1;
      await this.write();
    } catch (cause) {
      this.logger.warn({ err: cause }, 'other nodes do not hear of the lobby');
    }
    this.tell();
  }

  private async mend(): Promise<void> {
    this.written.clear();
    const tables = await this.store.all();
    const stored = new Set(tables.map(({ tableId }) => tableId));
    this.hear({ tables, gone: [...this.rows.keys()].filter((tableId) => !stored.has(tableId)) });
  }

  /** Writes what changed of the own tables. A closed table that is let go is there no more. */
  private async write(): Promise<void> {
    const own = new Map(this.host.lobby().map((table) => [table.tableId, table]));
    const tables = [...own.values()].filter((table) => this.written.get(table.tableId) !== table);
    const left = [...this.written.keys()].filter((tableId) => !own.has(tableId));
    const gone = left.filter((tableId) => this.rows.get(tableId)?.status === 'closed');
    if (tables.length + gone.length > 0) await this.store.change({ tables, gone });
    left.forEach((tableId) => this.written.delete(tableId));
    tables.forEach((table) => this.written.set(table.tableId, table));
  }

  private tell(): void {
    const { told } = this;
    const now = this.rowsNow();
    const tables = [...now.values()].filter((table) => told.get(table.tableId) !== table);
    const gone = [...told.keys()].filter((tableId) => !now.has(tableId));
    this.told = now;
    if (tables.length + gone.length > 0) this.io.lobby({ tables, gone });
  }
}
