import type { Redis, Result } from 'ioredis';

import type { Keys } from './keys';

/** Whoever says nothing for so long is taken off; long before that it is given nothing new. */
export const FORGET_NODE_AFTER_MS = 30_000;

/** `others()` reads the hash, drops the forgotten, and answers name, words and age of each. */
const OTHERS = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local function all()
  local flat, found = redis.call('HGETALL', KEYS[1]), {}
  for at = 1, #flat, 2 do
    local beat, words = string.match(flat[at + 1], '^(%d+) (.*)$')
    local age = math.max(0, now - tonumber(beat))
    if age > ${FORGET_NODE_AFTER_MS} then
      redis.call('HDEL', KEYS[1], flat[at])
    else
      found[#found + 1] = {flat[at], words, age}
    end
  end
  return found
end
`;

/** KEYS nodes; ARGV node, words: answers everybody, this node too. */
const BEAT_SCRIPT = `${OTHERS}
redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f', now) .. ' ' .. ARGV[2])
return all()
`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    nodeBeat(...args: string[]): Result<NodeReply[], Context>;
  }
}

type NodeReply = [nodeId: string, words: string, ageMs: number];

/** What a gateway process says of itself. */
export interface NodeLoad {
  readonly nodeId: string;
  /** It hosts the tables of this pool. */
  readonly pool: string;
  readonly tables: number;
  readonly connections: number;
  /** It is about to end: nothing new for it. */
  readonly isDraining: boolean;
}

export interface LiveNode extends NodeLoad {
  /** Since it said so, by the clock of Redis. */
  readonly ageMs: number;
}

/** The gateway processes of the system, each by its own heartbeat. */
export class NodeRegistry {
  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {
    redis.defineCommand('nodeBeat', { numberOfKeys: 1, lua: BEAT_SCRIPT });
  }

  /** Says that a node lives and answers who else does, this node among them. */
  async beat({ nodeId, pool, tables, connections, isDraining }: NodeLoad): Promise<LiveNode[]> {
    const words = [tables, connections, isDraining ? 1 : 0, pool].join(' ');
    return (await this.redis.nodeBeat(this.keys.nodes(), nodeId, words)).map(liveNodeOf);
  }

  /** The last word of a node that ends in order. */
  async leave(nodeId: string): Promise<void> {
    await this.redis.hdel(this.keys.nodes(), nodeId);
  }
}

function liveNodeOf([nodeId, words, ageMs]: NodeReply): LiveNode {
  const [tables = '0', connections = '0', draining = '0', pool = ''] = words.split(' ');
  return {
    ...{ nodeId, pool, ageMs },
    tables: Number(tables),
    connections: Number(connections),
    isDraining: draining === '1',
  };
}
