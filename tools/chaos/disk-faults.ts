import { setTimeout as sleep } from 'node:timers/promises';

import { appUrl } from '@cardroom/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';

import type { ChaosRoom } from './chaos-room';
import { until, type Fault, type FaultContext } from './fault';
import type { SmallDisk } from './small-disk';

const DISK_FULL = '53100';
const FULL_TIMEOUT_MS = 20_000;
/** PostgreSQL keeps some files of WAL ahead; each switch takes one. */
const MOST_SWITCHES = 200;

/** Fills a disk, waits until its server has noticed, and frees it after a while. */
async function holdFull(
  disk: SmallDisk | null,
  untilNoticed: () => Promise<void>,
  heldMs: number,
): Promise<void> {
  if (disk === null) throw new Error('only where mounting is allowed');
  disk.fill();
  try {
    await untilNoticed();
    await sleep(heldMs);
  } finally {
    disk.free();
  }
}

/** Writes until the server says that its disk is full. */
async function untilPostgresIsFull({ databaseUrl }: ChaosRoom): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await until('PostgreSQL says that its disk is full', async () => {
      const full = await client
        .query('CREATE TABLE IF NOT EXISTS ballast AS SELECT generate_series(1, 100000) AS n')
        .then(
          () => false,
          (cause: unknown) => (cause as { readonly code?: unknown }).code === DISK_FULL,
        );
      if (!full) await client.query('DROP TABLE IF EXISTS ballast').catch(() => undefined);
      return full;
    });
  } finally {
    await client.end();
  }
}

/** Takes one file of WAL after the other until there is no room for the next: PostgreSQL ends. */
async function untilWalIsFull(room: ChaosRoom): Promise<void> {
  const client = new Client({ connectionString: room.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (let turn = 0; turn < MOST_SWITCHES; turn += 1) {
      await client.query(`SELECT pg_logical_emit_message(true, 'ballast', ''), pg_switch_wal()`);
    }
  } catch {
    return;
  } finally {
    await client.end().catch(() => undefined);
  }
  throw new Error('PostgreSQL found room for its WAL');
}

async function untilRedisIsFull(room: ChaosRoom): Promise<void> {
  const redis = new Redis(room.redisUrl);
  try {
    await until(
      'Redis says that it cannot write its file',
      () =>
        redis.set('ballast', 'x'.repeat(4096)).then(
          () => false,
          (cause: unknown) => String(cause).includes('MISCONF'),
        ),
      FULL_TIMEOUT_MS,
    );
  } finally {
    redis.disconnect();
  }
}

/** Where it came up by itself it answers; where it ended it is started, as a supervisor would do. */
async function untilPostgresIsUp(room: ChaosRoom): Promise<void> {
  await until('PostgreSQL is up again', async () => {
    const hasEnded = await Promise.race([room.postgresEnd.then(() => true), sleep(500, false)]);
    if (hasEnded) await room.startPostgres();
    return answers(room.databaseUrl);
  });
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query('SELECT 1')).rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The alert `StorageFull` is made of this: somebody has counted that the server refuses writes. */
const counted =
  (server: 'postgresql' | 'redis') =>
  async ({ room }: FaultContext): Promise<readonly string[]> => {
    const urls = [room.apps.url('wallet-api'), room.apps.url('jobs')];
    const running = room.gateways.filter(({ isUp }) => isUp).map(({ port }) => appUrl(port));
    const pages = await Promise.all(
      [...urls, ...running].map(async (url) => (await fetch(`${url}/metrics`)).text()),
    );
    const sample = new RegExp(`^storage_refusals_total\\{server="${server}"\\} [1-9]`, 'm');
    return pages.some((page) => sample.test(page)) ? [] : [`no app counts what ${server} refuses`];
  };

/** Disks that have no room left, and get some again. Rule: F14. */
export const DISK_FAULTS = {
  'postgres-full': {
    about: 'F14 the disk of PostgreSQL is full: rows find no room',
    ...{ againWithinMs: 15_000, needsMounts: true, mend: counted('postgresql') },
    break: async ({ room, durations }) => {
      await holdFull(room.disks.postgres, () => untilPostgresIsFull(room), durations.heldMs);
      return room.tableIds;
    },
  },
  'wal-full': {
    about: 'F14 the disk of PostgreSQL is full: its WAL finds no room, and it ends',
    ...{ againWithinMs: 30_000, needsMounts: true },
    break: async ({ room, durations }) => {
      await holdFull(room.disks.postgres, () => untilWalIsFull(room), durations.heldMs);
      // Where it could not come up by itself, whoever looks after it starts it.
      await untilPostgresIsUp(room);
      return room.tableIds;
    },
  },
  'redis-full': {
    about: 'F14 the disk of Redis is full: its append-only file finds no room',
    ...{ againWithinMs: 15_000, needsMounts: true, mend: counted('redis') },
    break: async ({ room, durations }) => {
      await holdFull(room.disks.redis, () => untilRedisIsFull(room), durations.heldMs);
      return room.tableIds;
    },
  },
} as const satisfies Record<string, Fault>;
