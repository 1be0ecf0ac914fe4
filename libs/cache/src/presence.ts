import { Injectable } from '@nestjs/common';
import { assertInvariant } from '@cardroom/platform';
import type { Redis, Result } from 'ioredis';

import type { Keys } from './keys';

/** By the clock of Redis. */
const NOW = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
`;

/**
 * `alive()` reads the hash and drops what was not refreshed in time: a server that was killed cannot
 * take its sockets off itself. Oldest first.
 */
const ALIVE = `
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
`;

/** `put()` counts a socket for its life span from now. */
const PUT = `
local function put(key, socket, since, server, ttl)
  local till = string.format('%.0f', now + tonumber(ttl))
  redis.call('HSET', key, socket, since .. ' ' .. till .. ' ' .. server)
  redis.call('PEXPIRE', key, ttl)
end
`;

/** KEYS connections; ARGV socket, since, server, life span, limit: answers who has to go. */
const JOIN_SCRIPT = `${NOW}${ALIVE}${PUT}
local others, evicted = {}, {}
for _, one in ipairs(alive()) do
  if one.socket ~= ARGV[1] then others[#others + 1] = one end
end
for at = 1, #others + 1 - tonumber(ARGV[5]) do
  redis.call('HDEL', KEYS[1], others[at].socket)
  evicted[#evicted + 1] = {others[at].socket, others[at].server, string.format('%.0f', others[at].since)}
end
put(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4])
return evicted
`;

/** KEYS connections, of each socket its player's; ARGV life span, then socket, since and server of each. */
const REFRESH_SCRIPT = `${NOW}${PUT}
for at = 1, #KEYS do
  put(KEYS[at], ARGV[3 * at - 1], ARGV[3 * at], ARGV[3 * at + 1], ARGV[1])
end
`;

/** KEYS connections: answers who is there. */
const LIST_SCRIPT = `${NOW}${ALIVE}
local list = {}
for _, one in ipairs(alive()) do
  list[#list + 1] = {one.socket, one.server, string.format('%.0f', one.since)}
end
return list
`;

/** KEYS connections: answers of each whether anybody is there, 1 or 0. */
const PRESENT_SCRIPT = `${NOW}
local present = {}
for at = 1, #KEYS do
  present[at] = 0
  for _, words in ipairs(redis.call('HVALS', KEYS[at])) do
    if tonumber(string.match(words, '^%d+ (%d+) ')) > now then present[at] = 1 end
  end
end
return present
`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    presenceJoin(...args: (string | number)[]): Result<ConnectionReply[], Context>;
    presenceRefresh(...args: (string | number)[]): Result<null, Context>;
    presenceList(...args: string[]): Result<ConnectionReply[], Context>;
    presencePresent(...args: (string | number)[]): Result<number[], Context>;
  }
}

type ConnectionReply = [socketId: string, serverId: string, sinceMs: string];

export interface Connection {
  readonly socketId: string;
  readonly serverId: string;
  /** When it came, by the clock of its server: the oldest goes first. */
  readonly sinceMs: number;
}

export interface PlayerConnection extends Connection {
  readonly userId: string;
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
    redis.defineCommand('presenceRefresh', { lua: REFRESH_SCRIPT });
    redis.defineCommand('presenceList', { numberOfKeys: 1, lua: LIST_SCRIPT });
    redis.defineCommand('presencePresent', { lua: PRESENT_SCRIPT });
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
    assertLifeSpan(ttlMs);
    const evicted = await this.redis.presenceJoin(
      this.keys.connections(userId),
      ...valuesOf(socket),
      ...[ttlMs, limit],
    );
    return evicted.map(connectionOf);
  }

  /** Says that sockets are still there; what Redis has forgotten counts again. */
  async refresh(sockets: readonly PlayerConnection[], ttlMs: number): Promise<void> {
    assertLifeSpan(ttlMs);
    if (sockets.length === 0) return;
    await this.redis.presenceRefresh(
      sockets.length,
      ...sockets.map(({ userId }) => this.keys.connections(userId)),
      ttlMs,
      ...sockets.flatMap(valuesOf),
    );
  }

  async leave(userId: string, socketId: string): Promise<void> {
    await this.redis.hdel(this.keys.connections(userId), socketId);
  }

  /** Oldest first. */
  async connectionsOf(userId: string): Promise<Connection[]> {
    return (await this.redis.presenceList(this.keys.connections(userId))).map(connectionOf);
  }

  /** Those of the players who are connected to any server. */
  async presentOf(userIds: readonly string[]): Promise<Set<string>> {
    if (userIds.length === 0) return new Set();
    const connections = userIds.map(this.keys.connections);
    const present = await this.redis.presencePresent(connections.length, ...connections);
    return new Set(userIds.filter((_, at) => present[at] === 1));
  }
}

/** In the order of the scripts. */
function valuesOf({ socketId, sinceMs, serverId }: Connection): (string | number)[] {
  assertInvariant(Number.isSafeInteger(sinceMs) && sinceMs >= 0, 'a socket came at some time');
  return [socketId, sinceMs, serverId];
}

function assertLifeSpan(ttlMs: number): void {
  assertInvariant(Number.isSafeInteger(ttlMs) && ttlMs > 0, 'a socket counts for a while');
}

const connectionOf = ([socketId, serverId, sinceMs]: ConnectionReply): Connection => ({
  socketId,
  serverId,
  sinceMs: Number(sinceMs),
});
