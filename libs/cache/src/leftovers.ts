import { Injectable } from '@nestjs/common';
import type { Redis, Result } from 'ioredis';

import type { Keys } from './keys';
import { FORGET_NODE_AFTER_MS } from './node-registry';

const KEYS_A_SCAN = 500;
/** What a lease lives that has lost its end: long enough for its holder to renew it. */
const LEASE_LEFT_MS = 60_000;

/**
 * KEYS hash; ARGV pattern of the moment in a value, how long after it the value is over, 1 to drop:
 * answers how many fields are over, by the clock of Redis.
 */
const DROP_OVER_SCRIPT = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local flat, over = redis.call('HGETALL', KEYS[1]), 0
for at = 1, #flat, 2 do
  local till = tonumber(string.match(flat[at + 1], ARGV[1]) or '')
  if till and till + tonumber(ARGV[2]) <= now then
    over = over + 1
    if ARGV[3] == '1' then redis.call('HDEL', KEYS[1], flat[at]) end
  end
end
return over
`;

/** KEYS lease; ARGV life span, 1 to set it: 1 where the lease has no end. */
const END_LEASE_SCRIPT = `
if redis.call('PTTL', KEYS[1]) ~= -1 then return 0 end
if ARGV[2] == '1' then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return 1
`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    dropOver(...args: (string | number)[]): Result<number, Context>;
    endLease(...args: (string | number)[]): Result<number, Context>;
  }
}

/** Of `since till server`, as presence writes it, and of `beat words`, as nodes do. */
const TILL_OF_SOCKET = '^%d+ (%d+) ';
const BEAT_OF_NODE = '^(%d+) ';

/** Says what is left over and changes nothing. */
export interface Tidying {
  readonly dryRun: boolean;
}

/**
 * What processes that were killed have left in Redis. All of it is passed over by whoever reads it;
 * it goes so that it does not pile up, and so that people who look into Redis are not misled.
 */
@Injectable()
export class Leftovers {
  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {
    redis.defineCommand('dropOver', { numberOfKeys: 1, lua: DROP_OVER_SCRIPT });
    redis.defineCommand('endLease', { numberOfKeys: 1, lua: END_LEASE_SCRIPT });
  }

  /** Sockets that nobody refreshes any more, of all players. */
  sockets({ dryRun }: Tidying): Promise<number> {
    return this.sumOver(this.keys.connections('*'), (key) =>
      this.redis.dropOver(key, TILL_OF_SOCKET, 0, dryRun ? 0 : 1),
    );
  }

  /** Gateways that have said nothing for a while. */
  nodes({ dryRun }: Tidying): Promise<number> {
    const afterMs = FORGET_NODE_AFTER_MS;
    return this.redis.dropOver(this.keys.nodes(), BEAT_OF_NODE, afterMs, dryRun ? 0 : 1);
  }

  /** Leases without an end, as a restored or edited Redis may have them: no table would be free. */
  leases({ dryRun }: Tidying): Promise<number> {
    return this.sumOver(this.keys.anyTableLease(), (key) =>
      this.redis.endLease(key, LEASE_LEFT_MS, dryRun ? 0 : 1),
    );
  }

  /** Rows of the lobby whose table is not for play and that no node has any more. */
  async lobbyRows(openTableIds: ReadonlySet<string>, { dryRun }: Tidying): Promise<number> {
    const listed = await this.redis.hkeys(this.keys.lobby());
    let gone = 0;
    for (const tableId of listed.filter((id) => !openTableIds.has(id))) {
      if ((await this.redis.exists(this.keys.tableLease(tableId))) === 1) continue;
      gone += 1;
      if (!dryRun) await this.redis.hdel(this.keys.lobby(), tableId);
    }
    return gone;
  }

  private async sumOver(match: string, of: (key: string) => Promise<number>): Promise<number> {
    let sum = 0;
    for await (const found of this.redis.scanStream({ match, count: KEYS_A_SCAN })) {
      for (const key of found as string[]) sum += await of(key);
    }
    return sum;
  }
}
