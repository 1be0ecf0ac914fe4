import { HandArchive } from '@cardroom/archive';
import { Keys } from '@cardroom/cache';
import { recordOf, type HandRecordJson, type StoredRecord } from '@cardroom/packing';
import type { INestApplicationContext } from '@nestjs/common';
import { testRedisUrl, type PlayedTable } from '@cardroom/testing';
import { Redis } from 'ioredis';

import { ObjectStore } from '../../../../tools/simulators/object-store';
import { JobsHouse } from '../jobs.builder';
import { periodAt } from '../schedule/periods.rules';
import type { JobReport } from '../schedule/scheduled-job';
import { ArchiveProcessor } from './archive.processor';
import { DAY_MS } from './archive.rules';
import { HourlyArchiveJob } from './hourly-archive.job';
import { MonthlyColdStorageJob } from './monthly-cold-storage.job';

jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
/** When the hands of these tests ended. */
const PLAYED_MS = Date.parse('2026-03-10T12:30:00+09:00');

let house: JobsHouse;
let store: ObjectStore;
let redis: Redis;
let table: PlayedTable;

beforeAll(async () => {
  house = await JobsHouse.open(19_019);
  store = await ObjectStore.start();
  redis = new Redis(testRedisUrl());
  table = await house.table(3);
});

beforeEach(async () => {
  store.isAway = false;
  await changingHistory(async () => {
    for (let played = 0; played < 6; played += 1) await house.hand(table);
    await house.query('UPDATE hands SET ended_at = $1 WHERE ended_at > $1', [new Date(PLAYED_MS)]);
  });
});

afterEach(async () => {
  await house.endTest();
  await changingHistory(async () => {
    for (const name of ['hand_archives', 'cold_objects', 'hand_copies', 'outbox'])
      await house.query(`DELETE FROM ${name}`);
    await house.query('DELETE FROM hands');
  });
  store.objects.clear();
});

afterAll(async () => {
  redis.disconnect();
  await house.close();
  await store.stop();
});

/** Lets a test say when hands ended, and take them away. */
async function changingHistory(work: () => Promise<void>): Promise<void> {
  await house.query('ALTER TABLE hands DISABLE TRIGGER USER');
  await work();
  await house.query('ALTER TABLE hands ENABLE TRIGGER USER');
}

const start = (): Promise<INestApplicationContext> =>
  house.startJobs(undefined, { ARCHIVE_S3_URL: store.url });

/** Runs a job for the period of a moment. */
async function run(
  job: HourlyArchiveJob | MonthlyColdStorageJob,
  atMs: number,
  dryRun = false,
): Promise<JobReport> {
  const { signal } = new AbortController();
  const period = periodAt(job.schedule.every, atMs);
  return job.run({ period, dryRun, again: false, signal, progress: () => undefined });
}

const records = async (): Promise<ReadonlyMap<string, HandRecordJson>> => {
  const rows = await house.query<{ id: string } & StoredRecord>(
    'SELECT id, record, archive FROM hands',
  );
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
};

const forget = async (handId: string): Promise<void> => {
  await redis.del(new Keys(house.environment()['REDIS_KEY_PREFIX'] ?? '').handCopy(handId));
};

const rowsOf = async (name: string): Promise<number> => {
  const [row] = await house.query<{ count: number }>(`SELECT count(*) AS count FROM ${name}`);
  return Number(row?.count);
};

const partitions = (): Promise<unknown[]> =>
  house.query(`SELECT 1 FROM pg_inherits WHERE inhparent = 'hand_copies'::regclass`);

/** Copied an hour after their end, gone from their rows a week later. */
async function pack(app: INestApplicationContext): Promise<ReadonlyMap<string, HandRecordJson>> {
  const before = await records();
  await run(app.get(HourlyArchiveJob), PLAYED_MS);
  expect(await run(app.get(HourlyArchiveJob), PLAYED_MS + 7 * DAY_MS)).toMatchObject({
    recordsEnded: before.size,
  });
  return before;
}

/** Has the days of March moved, and waits until none is left to move. */
async function moveToCold(app: INestApplicationContext): Promise<void> {
  await run(app.get(MonthlyColdStorageJob), Date.parse('2026-04-20T00:00:00+09:00'));
  await house.drained();
}

describe('a hand in the archive', () => {
  it('is found in Redis, in PostgreSQL and in cold storage, the same each time', async () => {
    const app = await start();
    const before = await pack(app);
    const archive = app.get(HandArchive);
    for (const [handId, record] of before) {
      expect(await archive.find(handId)).toEqual({ tier: 'redis', record });
      await forget(handId);
      expect(await archive.find(handId)).toEqual({ tier: 'postgresql', record });
    }
    await moveToCold(app);
    expect([store.objects.size, await rowsOf('hand_copies')]).toEqual([1, 0]);
    expect(await partitions()).toEqual([]);
    for (const [handId, record] of before) {
      expect(await archive.find(handId)).toEqual({ tier: 'cold', record });
    }
  });

  it('that was never archived is not found', async () => {
    const [handId = ''] = (await records()).keys();
    expect(await (await start()).get(HandArchive).find(handId)).toBeNull();
  });

  it('whose copy in Redis is broken is found where it is whole', async () => {
    const app = await start();
    const [[handId, record] = ['', {}]] = await pack(app);
    const key = new Keys(house.environment()['REDIS_KEY_PREFIX'] ?? '').handCopy(handId);
    await redis.set(key, 'broken');
    expect(await app.get(HandArchive).find(handId)).toEqual({ tier: 'postgresql', record });
  });

  it('cannot be read while cold storage is away, and can be afterwards', async () => {
    const app = await start();
    const [[handId, record] = ['', {}]] = await pack(app);
    await moveToCold(app);
    await forget(handId);
    store.isAway = true;
    const archive = app.get(HandArchive);
    await expect(archive.find(handId)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    store.isAway = false;
    expect(await archive.find(handId)).toEqual({ tier: 'cold', record });
  });
});

describe('the hourly archive', () => {
  it('F26 packs each hand once, whoever runs it and however often', async () => {
    const [one, other] = [await start(), await start()];
    const reports = await Promise.all(
      [one, other, one].map((app) => run(app.get(HourlyArchiveJob), PLAYED_MS)),
    );
    const packed = reports.map((report) => report['handsPacked'] ?? 0);
    expect(packed.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(await run(one.get(HourlyArchiveJob), PLAYED_MS)).toMatchObject({ handsPacked: 0 });
    expect([await rowsOf('hand_copies'), await rowsOf('hand_archives')]).toEqual([6, 6]);
  });

  it('leaves hands of other hours alone, and says before what it would do', async () => {
    const app = await start();
    const job = app.get(HourlyArchiveJob);
    expect(await run(job, PLAYED_MS, true)).toEqual({ handsToPack: 6 });
    expect(await run(job, PLAYED_MS - HOUR_MS)).toMatchObject({ handsPacked: 0 });
    expect(await rowsOf('hand_archives')).toBe(0);
  });

  it('ends the record of copied hands only, and nobody else changes a hand', async () => {
    const app = await start();
    const weekLater = PLAYED_MS + 7 * DAY_MS;
    expect(await run(app.get(HourlyArchiveJob), weekLater)).toMatchObject({ recordsEnded: 0 });
    const moved = `UPDATE hands SET archive = '{"events": [], "moved": true}', record = NULL`;
    await expect(house.query(moved)).rejects.toThrow('append-only');
    await run(app.get(HourlyArchiveJob), PLAYED_MS);
    await expect(house.query(`${moved}, pot_krw = 1`)).rejects.toThrow('append-only');
    for (const change of [`archive = '{}', record = NULL`, `record = 'other'`]) {
      await expect(house.query(`UPDATE hands SET ${change}`)).rejects.toThrow('append-only');
    }
    expect(await run(app.get(HourlyArchiveJob), weekLater)).toMatchObject({ recordsEnded: 6 });
  });
});

describe('a hand of before records were packed', () => {
  it('is packed by the hourly archive, and found as it was', async () => {
    const before = await records();
    await changingHistory(async () => {
      for (const [handId, record] of before) {
        await house.query('UPDATE hands SET record = NULL, archive = $2 WHERE id = $1', [
          ...[handId, JSON.stringify(record)],
        ]);
      }
    });
    const app = await start();
    expect(await pack(app)).toEqual(before);
    for (const [handId, record] of before) {
      expect(await app.get(HandArchive).find(handId)).toMatchObject({ record });
    }
  });
});

describe('the move to cold storage', () => {
  it('F23 keeps the copies while the store is away, and moves them when it is back', async () => {
    const app = await start();
    await pack(app);
    store.isAway = true;
    await run(app.get(MonthlyColdStorageJob), Date.parse('2026-04-20T00:00:00+09:00'));
    await house.until('a failed try', async () => {
      const rows = await house.query(`SELECT 1 FROM outbox WHERE last_error IS NOT NULL`);
      return rows.length === 1;
    });
    expect([await rowsOf('hand_copies'), await rowsOf('cold_objects')]).toEqual([6, 0]);
    store.isAway = false;
    await house.sweepMuchLater(app);
    await house.drained();
    expect([await rowsOf('hand_copies'), await rowsOf('cold_objects')]).toEqual([0, 1]);
  });

  it('does not drop what the store gives back changed', async () => {
    const app = await start();
    await pack(app);
    const set = store.objects.set.bind(store.objects);
    jest.spyOn(store.objects, 'set').mockImplementation((name, content) => {
      const changed = Buffer.from(content);
      changed.writeUInt8(changed.readUInt8(60) ^ 1, 60);
      return set(name, changed);
    });
    await run(app.get(MonthlyColdStorageJob), Date.parse('2026-04-20T00:00:00+09:00'));
    await house.until('a failed try', async () => {
      const rows = await house.query(`SELECT 1 FROM outbox WHERE last_error LIKE '%not what was%'`);
      return rows.length === 1;
    });
    expect([await rowsOf('hand_copies'), await rowsOf('cold_objects')]).toEqual([6, 0]);
    jest.restoreAllMocks();
  });

  it('F3 moves a day once however often its job runs', async () => {
    const [one, other] = [await start(), await start()];
    await pack(one);
    await moveToCold(one);
    const [row] = await house.query<{ id: string }>(
      `SELECT id FROM outbox WHERE topic = 'archive.day'`,
    );
    await house.query('UPDATE outbox SET done_at = NULL WHERE id = $1', [row?.id]);
    const data = { outboxId: row?.id, topic: 'archive.day', requestId: 'again' };
    await Promise.all(
      [one, other, one].map((app) => app.get(ArchiveProcessor).handle({ data } as never)),
    );
    expect([store.objects.size, await rowsOf('cold_objects')]).toEqual([1, 1]);
    expect((await house.row(row?.id ?? '')).done).toBe(true);
  });

  it('leaves days alone that are younger than 30 days', async () => {
    const app = await start();
    await pack(app);
    const march = Date.parse('2026-03-20T00:00:00+09:00');
    expect(await run(app.get(MonthlyColdStorageJob), march)).toEqual({ daysToMove: 0 });
  });
});
