import { Injectable } from '@nestjs/common';
import type { Redis, Result } from 'ioredis';

import type { Keys } from './keys';

/** KEYS lease; ARGV value, life span: extends it only for its holder. */
const RENEW_SCRIPT = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1
`;

/** KEYS lease; ARGV value: gives it back only from its holder. */
const RELEASE_SCRIPT = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    leaseRenew(...args: (string | number)[]): Result<number, Context>;
    leaseRelease(...args: string[]): Result<number, Context>;
  }
}

/**
 * Who hosts a table for now. A lease keeps nodes out of each other's way; what keeps them safe is
 * the fencing token in every commit.
 */
@Injectable()
export class Leases {
  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {
    redis.defineCommand('leaseRenew', { numberOfKeys: 1, lua: RENEW_SCRIPT });
    redis.defineCommand('leaseRelease', { numberOfKeys: 1, lua: RELEASE_SCRIPT });
  }

  async acquire(tableId: string, nodeId: string, ttlMs: number): Promise<boolean> {
    const taken = await this.redis.set(this.keys.tableLease(tableId), nodeId, 'PX', ttlMs, 'NX');
    return taken === 'OK';
  }

  async renew(tableId: string, nodeId: string, ttlMs: number): Promise<boolean> {
    return (await this.redis.leaseRenew(this.keys.tableLease(tableId), nodeId, ttlMs)) === 1;
  }

  async release(tableId: string, nodeId: string): Promise<boolean> {
    return (await this.redis.leaseRelease(this.keys.tableLease(tableId), nodeId)) === 1;
  }
}
