import { Keys, Presence, NodeRegistry, Leases } from '@cardroom/cache';
import { testRedisUrl } from '@cardroom/testing';
import { Redis } from 'ioredis';

import { JobsHouse } from '../jobs.builder';
import type { JobRun } from '../schedule/scheduled-job';
import { CleanRedisJob } from './clean-redis.job';

jest.setTimeout(60_000);

let house: JobsHouse;
let redis: Redis;
let keys: Keys;
let job: CleanRedisJob;
let openTable: string;
let closedTable: string;

beforeAll(async () => {
  house = await JobsHouse.open(91);
  redis = new Redis(testRedisUrl());
});

afterAll(async () => {
  redis.disconnect();
  await house.close();
});

/** A live socket, a dead one; a live node, a silent one; a lease with an end, one without. */
beforeEach(async () => {
  const app = await house.startJobs();
  job = app.get(CleanRedisJob);
  keys = app.get(Keys);
  [openTable, closedTable] = [(await house.table(0)).tableId, (await house.table(0)).tableId];
  await house.query(`UPDATE tables SET status = 'closed' WHERE id = $1`, [closedTable]);
  const socket = { socketId: 'alive', serverId: 'node-1', sinceMs: 1 };
  await new Presence(redis, keys).join('somebody', socket, { limit: 3, ttlMs: 60_000 });
  await redis.hset(keys.connections('somebody'), 'dead', '1 2 node-2');
  const load = { pool: 'main', tables: 1, connections: 1, isDraining: false };
  await new NodeRegistry(redis, keys).beat({ nodeId: 'node-1', ...load });
  await redis.hset(keys.nodes(), 'node-2', '2 1 1 0 main');
  await new Leases(redis, keys).acquire(openTable, 'node-1', 60_000);
  await redis.hset(keys.lobby(), openTable, '{}', closedTable, '{}');
});

afterEach(() => house.endTest());

const run = (dryRun: boolean) =>
  job.run({
    ...{ dryRun, signal: new AbortController().signal, progress: () => undefined },
  } as unknown as JobRun);

const kept = async () => ({
  sockets: await redis.hkeys(keys.connections('somebody')),
  nodes: await redis.hkeys(keys.nodes()),
  lobby: await redis.hkeys(keys.lobby()),
});

it('what killed processes left behind goes, what lives stays; again there is nothing to do', async () => {
  expect(await run(false)).toEqual({ sockets: 1, nodes: 1, leases: 0, lobbyRows: 1 });
  expect(await kept()).toEqual({ sockets: ['alive'], nodes: ['node-1'], lobby: [openTable] });
  expect(await run(false)).toEqual({ sockets: 0, nodes: 0, leases: 0, lobbyRows: 0 });
});

it('a dry run says the same and changes nothing', async () => {
  const before = await kept();
  expect(await run(true)).toEqual({ sockets: 1, nodes: 1, leases: 0, lobbyRows: 1 });
  expect(await kept()).toEqual(before);
});

it('a lease without an end gets one, and is not taken from its holder', async () => {
  await redis.persist(keys.tableLease(openTable));
  expect(await run(false)).toMatchObject({ leases: 1 });
  expect(await redis.pttl(keys.tableLease(openTable))).toBeGreaterThan(0);
  expect(await redis.get(keys.tableLease(openTable))).toBe('node-1');
});

it('a closed table that a node still has keeps its row in the lobby', async () => {
  await new Leases(redis, keys).acquire(closedTable, 'node-1', 60_000);
  expect(await run(false)).toMatchObject({ lobbyRows: 0 });
});
