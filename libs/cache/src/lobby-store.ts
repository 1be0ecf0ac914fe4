import type { LobbyChange, LobbyTable } from '@cardroom/protocol';
import type { Redis } from 'ioredis';

import { Channel } from './channel';
import type { Keys } from './keys';

function readLobbyChange(value: unknown): LobbyChange | null {
  if (typeof value !== 'object' || value === null) return null;
  const { tables, gone } = value as Partial<Record<keyof LobbyChange, unknown>>;
  return Array.isArray(tables) && Array.isArray(gone) ? (value as LobbyChange) : null;
}

/** The lobby of all nodes: each writes the rows of its own tables, and all hear of it. */
export class LobbyStore {
  private readonly channel: Channel<LobbyChange>;

  constructor(
    private readonly redis: Redis,
    private readonly publisher: Redis,
    private readonly keys: Keys,
  ) {
    this.channel = new Channel(keys.lobbyChanged(), readLobbyChange);
  }

  /** Writes what changed, then says it. */
  async change({ tables, gone }: LobbyChange): Promise<void> {
    const rows = tables.flatMap((table) => [table.tableId, JSON.stringify(table)]);
    if (rows.length > 0) await this.redis.hset(this.keys.lobby(), ...rows);
    if (gone.length > 0) await this.redis.hdel(this.keys.lobby(), ...gone);
    await this.channel.publish(this.publisher, { tables, gone });
  }

  async all(): Promise<LobbyTable[]> {
    const rows = await this.redis.hvals(this.keys.lobby());
    return rows.map((text) => JSON.parse(text) as LobbyTable);
  }

  /** Listens on a connection that is used for nothing but listening. */
  onChange(subscriber: Redis, listener: (change: LobbyChange) => void): Promise<void> {
    return this.channel.listen(subscriber, listener);
  }
}
