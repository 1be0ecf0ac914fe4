import { Injectable } from '@nestjs/common';
import { assertInvariant } from '@cardroom/platform';
import type { Redis, Result } from 'ioredis';

import type { Keys } from './keys';

/**
 * `alive()` reads the hash and drops what was not refreshed in time, by the clock of Redis: a
 * server that was killed cannot take its sockets off itself. Oldest first.
 */
const ALIVE = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local function alive()
  local flat, found = redis.call('HGETALL', KEYS[1]), {}
  for at = 1, #flat, 2 do
    local since, till, server = string.match(flat[at + 1], '^(%d+) (%d+) (.*)$')
    if tonumber(till) <= now then
      redis.call('HDEL', KEYS[1], flat[at])
    else
      found[#found + 1] = {socket = flat[at], since = tonumber(since), server = server}
    end
  end
  table.sort(found, function(a, b)
    if a.since ~= b.since then return a.since < b.since end
    return a.socket < b.socket
  end)
  return found
end
local function put(socket, since, server, ttl)
  local till = string.format('%.0f', now + tonumber(ttl))
  redis.call('HSET', KEYS[1], socket, since .. ' ' .. till .. ' ' .. server)
  redis.call('PEXPIRE', KEYS[1], ttl)
end
`;

/** KEYS connections; ARGV socket, since, server, life span, limit: answers who has to go. */
const JOIN_SCRIPT = `${ALIVE}
local others, evicted = {}, {}
for _, one in ipairs(alive()) do
  if one.socket ~= ARGV[1] then others[#others + 1] = one end
end
for at = 1, #others + 1 - tonumber(ARGV[5]) do
  redis.call('HDEL', KEYS[1], others[at].socket)
  evicted[#evicted + 1] = {others[at].socket, others[at].server, string.format('%.0f', others[at].since)}
end
put(ARGV[1], ARGV[2], ARGV[3], ARGV[4])
return evicted
`;

/** KEYS connections; ARGV socket, since, server, life span. */
const REFRESH_SCRIPT = `${ALIVE}
put(ARGV[1], ARGV[2], ARGV[3], ARGV[4])
`;

/** KEYS connections: answers who is there. */
const LIST_SCRIPT = `${ALIVE}
local list = {}
for _, one in ipairs(alive()) do
  list[#list + 1] = {one.socket, one.server, string.format('%.0f', one.since)}
end
return list
`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    presenceJoin(...args: (string | number)[]): Result<ConnectionReply[], Context>;
    presenceRefresh(...args: (string | number)[]): Result<null, Context>;
    presenceList(...args: string[]): Result<ConnectionReply[], Context>;
  }
}

type ConnectionReply = [socketId: string, serverId: string, sinceMs: string];

export interface Connection {
  readonly socketId: string;
  readonly serverId: string;
  /** When it came, by the clock of its server: the oldest goes first. */
  readonly sinceMs: number;
}

/**
 * The sockets of each player on all servers. What Redis loses is rebuilt by the next refresh; a
 * socket that nobody refreshes stops counting after its life span.
 */
@Injectable()
export class Presence {
  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {
    redis.defineCommand('presenceJoin', { numberOfKeys: 1, lua: JOIN_SCRIPT });
    redis.defineCommand('presenceRefresh', { numberOfKeys: 1, lua: REFRESH_SCRIPT });
    redis.defineCommand('presenceList', { numberOfKeys: 1, lua: LIST_SCRIPT });
  }

  /**
   * Counts a socket in. A player may have so many: the oldest beyond that no longer count and are
   * returned, to be closed by whoever has them.
   */
  async join(
    userId: string,
    socket: Connection,
    { limit, ttlMs }: { readonly limit: number; readonly ttlMs: number },
  ): Promise<Connection[]> {
    assertInvariant(Number.isSafeInteger(limit) && limit > 0, 'a player may have one socket');
    const evicted = await this.redis.presenceJoin(
      ...this.argumentsOf(userId, socket, ttlMs),
      limit,
    );
    return evicted.map(connectionOf);
  }

  /** Says that a socket is still there; one that Redis has forgotten counts again. */
  async refresh(userId: string, socket: Connection, ttlMs: number): Promise<void> {
    await this.redis.presenceRefresh(...this.argumentsOf(userId, socket, ttlMs));
  }

  async leave(userId: string, socketId: string): Promise<void> {
    await this.redis.hdel(this.keys.connections(userId), socketId);
  }

  /** Oldest first. */
  async connectionsOf(userId: string): Promise<Connection[]> {
    return (await this.redis.presenceList(this.keys.connections(userId))).map(connectionOf);
  }

  private argumentsOf(userId: string, socket: Connection, ttlMs: number): (string | number)[] {
    const { socketId, serverId, sinceMs } = socket;
    assertInvariant(Number.isSafeInteger(sinceMs) && sinceMs >= 0, 'a socket came at some time');
    assertInvariant(Number.isSafeInteger(ttlMs) && ttlMs > 0, 'a socket counts for a while');
    return [this.keys.connections(userId), socketId, sinceMs, serverId, ttlMs];
  }
}

const connectionOf = ([socketId, serverId, sinceMs]: ConnectionReply): Connection => ({
  socketId,
  serverId,
  sinceMs: Number(sinceMs),
});
