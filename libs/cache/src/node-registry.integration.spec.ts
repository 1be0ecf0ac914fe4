import type { Redis } from 'ioredis';

import { TestRedis } from './cache.builder';
import { NodeRegistry, type NodeLoad } from './index';

const test = new TestRedis();
let redis: Redis;
let registry: NodeRegistry;

beforeAll(async () => {
  redis = await test.connect();
  registry = new NodeRegistry(redis, test.keys);
});
beforeEach(() => redis.del(test.keys.nodes()));
afterAll(() => {
  test.close();
});

const load = (nodeId: string, given: Partial<NodeLoad> = {}): NodeLoad => ({
  ...{ nodeId, pool: 'main', tables: 0, connections: 0, isDraining: false },
  ...given,
});

describe('the registry of nodes', () => {
  it('tells each node of all that live, with what they say of themselves', async () => {
    const busy = load('busy', { tables: 7, connections: 40, isDraining: true, pool: 'high' });
    await registry.beat(busy);
    const nodes = await registry.beat(load('idle'));
    expect(nodes).toHaveLength(2);
    expect(nodes.find(({ nodeId }) => nodeId === 'busy')).toMatchObject(busy);
    expect(nodes.every(({ ageMs }) => ageMs >= 0 && ageMs < 5_000)).toBe(true);
  });

  it('forgets who has said nothing for 30 seconds', async () => {
    await registry.beat(load('here'));
    await redis.hset(test.keys.nodes(), 'killed', `${Date.now() - 31_000} 3 5 0 main`);
    expect((await registry.beat(load('here'))).map(({ nodeId }) => nodeId)).toEqual(['here']);
  });

  it('is told of an orderly end', async () => {
    await registry.beat(load('leaving'));
    await registry.leave('leaving');
    expect((await registry.beat(load('here'))).map(({ nodeId }) => nodeId)).toEqual(['here']);
  });
});
