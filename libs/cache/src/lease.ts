import { Injectable } from '@nestjs/common';
import { assertInvariant } from '@cardroom/platform';
import type { Redis, Result } from 'ioredis';

import type { Keys } from './keys';

/** KEYS lease; ARGV holder, life span, the dead: takes what is free, the holder's already, or a dead one's. */
const ACQUIRE_SCRIPT = `
local holder = redis.call('GET', KEYS[1])
local free = not holder or holder == ARGV[1]
for at = 3, #ARGV do free = free or holder == ARGV[at] end
if not free then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
`;

/** KEYS leases; ARGV holder, life span: extends the holder's; the places of the others, from 0. */
const RENEW_SCRIPT = `
local lost = {}
for at = 1, #KEYS do
  if redis.call('GET', KEYS[at]) == ARGV[1] then
    redis.call('PEXPIRE', KEYS[at], ARGV[2])
  else
    lost[#lost + 1] = at - 1
  end
end
return lost
`;

/** More would keep others waiting for Redis. */
const RENEWED_AT_A_TIME = 200;

/** KEYS lease; ARGV holder: gives it back only from its holder. */
const RELEASE_SCRIPT = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    leaseAcquire(...args: (string | number)[]): Result<number, Context>;
    leaseRenew(...args: (string | number)[]): Result<number[], Context>;
    leaseRelease(...args: string[]): Result<number, Context>;
  }
}

/**
 * Who hosts a table for now. A lease keeps nodes out of each other's way; what keeps them safe is
 * the fencing token in every commit, drawn after the lease is held.
 */
@Injectable()
export class Leases {
  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {
    redis.defineCommand('leaseAcquire', { numberOfKeys: 1, lua: ACQUIRE_SCRIPT });
    redis.defineCommand('leaseRenew', { lua: RENEW_SCRIPT });
    redis.defineCommand('leaseRelease', { numberOfKeys: 1, lua: RELEASE_SCRIPT });
  }

  /**
   * True where the node has the lease now: also when it had it, and an answer was lost. What one of the
   * `dead` holds is free: nobody waits for its end. A wrong guess costs a move, and no more.
   */
  async acquire(
    tableId: string,
    nodeId: string,
    ttlMs: number,
    dead: readonly string[] = [],
  ): Promise<boolean> {
    assertLease(nodeId, ttlMs);
    const key = this.keys.tableLease(tableId);
    return (await this.redis.leaseAcquire(key, nodeId, ttlMs, ...dead)) === 1;
  }

  /** Extends leases; the tables whose lease has run out or is somebody else's. */
  async renew(tableIds: readonly string[], nodeId: string, ttlMs: number): Promise<string[]> {
    assertLease(nodeId, ttlMs);
    const lost: Promise<string[]>[] = [];
    for (let from = 0; from < tableIds.length; from += RENEWED_AT_A_TIME) {
      lost.push(this.renewSome(tableIds.slice(from, from + RENEWED_AT_A_TIME), nodeId, ttlMs));
    }
    return (await Promise.all(lost)).flat();
  }

  async release(tableId: string, nodeId: string): Promise<boolean> {
    return (await this.redis.leaseRelease(this.keys.tableLease(tableId), nodeId)) === 1;
  }

  /** The nodes that have the tables, in their order; null for none. */
  async ownersOf(tableIds: readonly string[]): Promise<(string | null)[]> {
    if (tableIds.length === 0) return [];
    return this.redis.mget(tableIds.map(this.keys.tableLease));
  }

  /** The node that has the table; null for none. */
  ownerOf(tableId: string): Promise<string | null> {
    return this.redis.get(this.keys.tableLease(tableId));
  }

  private async renewSome(
    tableIds: readonly string[],
    nodeId: string,
    ttlMs: number,
  ): Promise<string[]> {
    const leases = tableIds.map(this.keys.tableLease);
    const lost = await this.redis.leaseRenew(leases.length, ...leases, nodeId, ttlMs);
    return lost.flatMap((at) => tableIds[at] ?? []);
  }
}

function assertLease(nodeId: string, ttlMs: number): void {
  assertInvariant(nodeId !== '', 'the holder of a lease has a name');
  assertInvariant(Number.isSafeInteger(ttlMs) && ttlMs > 0, 'a lease lasts a while');
}
