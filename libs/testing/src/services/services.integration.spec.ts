import Redis from 'ioredis';
import { Client } from 'pg';

import { createTestDatabase, testRedisPrefix, testRedisUrl } from '@cardroom/testing';

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
};

describe('the PostgreSQL of the tests', () => {
  it('is durable, as the apps demand at start', async () => {
    const database = await createTestDatabase();
    const client = await connect(database.url);
    const { rows } = await client.query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings
       WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') ORDER BY name`,
    );
    expect(rows.map(({ setting }) => setting)).toEqual(['on', 'on', 'on']);
    await client.end();
    await database.drop();
  });

  it('gives each suite a database of its own', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const first = await connect(one.url);
    await first.query('CREATE TABLE only_here (id int)');
    await first.end();
    const second = await connect(two.url);
    const { rows } = await second.query<{ found: string | null }>(
      `SELECT to_regclass('only_here')::text AS found`,
    );
    expect(rows).toEqual([{ found: null }]);
    await second.end();
    await Promise.all([one.drop(), two.drop()]);
  });
});

describe('the Redis of the tests', () => {
  const redis = new Redis(testRedisUrl());
  afterAll(() => redis.quit());

  it('runs Lua with cjson', async () => {
    const key = `${testRedisPrefix()}:{table}`;
    const script = `redis.call('HSET', KEYS[1], 'version', ARGV[1])
      return cjson.encode({ version = tonumber(redis.call('HGET', KEYS[1], 'version')) })`;
    expect(await redis.eval(script, 1, key, 7)).toBe('{"version":7}');
    await redis.del(key);
  });

  it('keeps what it is told and evicts nothing', async () => {
    expect(await redis.config('GET', 'appendonly')).toEqual(['appendonly', 'yes']);
    expect(await redis.config('GET', 'appendfsync')).toEqual(['appendfsync', 'everysec']);
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual([
      'maxmemory-policy',
      'noeviction',
    ]);
  });
});
