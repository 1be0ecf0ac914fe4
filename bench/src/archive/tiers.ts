import { ARCHIVE_TIERS, coldStoreAt, HandArchive } from '@cardroom/archive';
import { HandCopies, Keys } from '@cardroom/cache';
import { createDataSource } from '@cardroom/database';
import { digestOf, packHand, type HandRecordJson } from '@cardroom/packing';
import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { ObjectStore } from '../../../tools/simulators/object-store';
import type { Row } from '../report';

const DAY = '2026-03-10';
const READS = 2_000;
const OBJECT = 'hands/bench.bin';
const SHARES = [0.5, 0.99] as const;

interface Place {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** Hands as the archive stores them: the rows, and the object that they are in when they are cold. */
async function store(source: DataSource, records: readonly HandRecordJson[]) {
  const packed = records.map(packHand);
  const ids = packed.map(() => uuidv7());
  await source.query('ALTER TABLE hand_archives DROP CONSTRAINT "FK_hand_archives_hands"');
  await source.query(
    `CREATE TABLE hand_copies_bench PARTITION OF hand_copies FOR VALUES FROM ('${DAY}') TO ('2026-03-11')`,
  );
  await source.query(
    `INSERT INTO hand_copies (hand_id, day, packed)
     SELECT id, $2, packed FROM unnest($1::uuid[], $3::bytea[]) AS w (id, packed)`,
    [ids, DAY, packed],
  );
  await source.query(
    `INSERT INTO hand_archives (hand_id, day, sha256)
     SELECT id, $2, sha256 FROM unnest($1::uuid[], $3::bytea[]) AS w (id, sha256)`,
    [ids, DAY, packed.map(digestOf)],
  );
  return { ids, packed };
}

async function makeCold(source: DataSource, ids: readonly string[], packed: readonly Buffer[]) {
  const content = Buffer.concat(packed);
  const offsets = packed.map((_, at) =>
    packed.slice(0, at).reduce((sum, part) => sum + part.length, 0),
  );
  await source.query(
    `INSERT INTO cold_objects (name, day, sha256, bytes, hands, verified_at)
     VALUES ($1, $2, $3, $4, $5, now())`,
    [OBJECT, DAY, digestOf(content), content.length, ids.length],
  );
  await source.query(
    `UPDATE hand_archives a SET cold_object = $1, cold_offset = w.at, cold_bytes = w.bytes
     FROM unnest($2::uuid[], $3::bigint[], $4::int[]) AS w (id, at, bytes) WHERE a.hand_id = w.id`,
    [OBJECT, ids, offsets, packed.map((part) => part.length)],
  );
  await source.query('DROP TABLE hand_copies_bench');
  return content;
}

/** Times to find one hand, p50 and p99 in milliseconds, one after the other. */
async function timesOf(archive: HandArchive, ids: readonly string[], tier: string): Promise<Row[]> {
  const times: number[] = [];
  for (let read = 0; read < READS; read += 1) {
    const begin = performance.now();
    const found = await archive.find(ids[(read * 7_919) % ids.length] ?? '');
    times.push(performance.now() - begin);
    if (found?.tier !== tier) throw new Error(`found in ${found?.tier}, not in ${tier}`);
  }
  times.sort((one, other) => one - other);
  return SHARES.map((share) => ({
    name: `find one hand in ${tier}, p${share * 100}`,
    ...{ value: times[Math.floor(times.length * share)] ?? 0, unit: 'ms' },
    ...{ ratio: null, against: null },
  }));
}

/** Puts hands into each tier of a real PostgreSQL, a real Redis and a store that speaks S3. */
export async function tierRows(
  { databaseUrl, redisUrl }: Place,
  records: readonly HandRecordJson[],
): Promise<Row[]> {
  const source = createDataSource({ databaseUrl, databasePoolSize: 2 });
  await source.initialize();
  const redis = new Redis(redisUrl);
  const bucket = await ObjectStore.start();
  const cold = coldStoreAt(bucket.url, '.');
  try {
    const { ids, packed } = await store(source, records);
    const copies = new HandCopies(redis, new Keys('bench'));
    const archive = new HandArchive(source, copies, cold);
    await copies.put(new Map(ids.map((id, at) => [id, packed[at] ?? Buffer.alloc(0)])));
    const rows: Row[] = [];
    for (const tier of ARCHIVE_TIERS) {
      if (tier === 'postgresql') await redis.flushall();
      if (tier === 'cold') await cold.put(OBJECT, await makeCold(source, ids, packed));
      rows.push(...(await timesOf(archive, ids, tier)));
    }
    return rows;
  } finally {
    cold.close();
    await bucket.stop();
    redis.disconnect();
    await source.destroy();
  }
}
