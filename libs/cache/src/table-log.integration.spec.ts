import { randomUUID } from 'node:crypto';

import type { Redis } from 'ioredis';

import { claimOf, commitOf, INCARNATION, TestRedis } from './cache.builder';
import { TableLog, type CommitRequest } from './index';

const test = new TestRedis();
let redis: Redis;
let log: TableLog;
let tableId: string;

beforeAll(async () => {
  redis = await test.connect();
  log = new TableLog(redis, test.keys);
});
beforeEach(async () => {
  tableId = randomUUID();
  await log.claim(claimOf(tableId));
});
afterAll(() => {
  test.close();
});

const commit = (given: Partial<CommitRequest> = {}) => log.commit(commitOf({ tableId, ...given }));

/** Commits so many versions after the given one. */
async function commitMany(count: number, from = 0): Promise<void> {
  for (let version = from; version < from + count; version += 1) {
    const entry = { atMs: version, requestId: 'r', events: [{ number: version + 1 }] };
    await commit({ expectedVersion: version, entry });
  }
}

describe('I6 versions', () => {
  it('rise by one', async () => {
    expect(await commit()).toEqual({ status: 'committed', version: 1 });
    expect(await commit({ expectedVersion: 1 })).toEqual({ status: 'committed', version: 2 });
    const loaded = await log.load(tableId);
    expect(loaded?.entries.map(({ version, token }) => [version, token])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('are not committed twice: the second writer is told the version', async () => {
    await commit();
    expect(await commit()).toEqual({ status: 'conflict', version: 1 });
    expect((await log.load(tableId))?.entries).toHaveLength(1);
  });

  it('go on after the one that an empty table began with', async () => {
    const other = randomUUID();
    await log.claim({ ...claimOf(other), firstVersion: 41 });
    const outcome = await commit({ tableId: other, expectedVersion: 41 });
    expect(outcome).toEqual({ status: 'committed', version: 42 });
    expect((await log.load(other))?.entries[0]?.version).toBe(42);
  });

  it('without a gap, or the log is not loaded', async () => {
    await commitMany(3);
    const [, second] = await redis.lrange(test.keys.tableLog(tableId), 0, -1);
    await redis.lrem(test.keys.tableLog(tableId), 1, second ?? '');
    await expect(log.load(tableId)).rejects.toThrow('every version up to 3');
  });
});

describe('I5 commands', () => {
  const command = { cmdId: 'c1', fingerprint: 'f1', answer: { ok: true, stateVersion: 1 } };

  it('a repeated command gets the first answer and takes effect once', async () => {
    await commit({ command });
    const again = { ...command, answer: { ok: true, stateVersion: 2 } };
    const outcome = await commit({ expectedVersion: 1, command: again });
    expect(outcome).toEqual({ status: 'repeated', answer: command.answer });
    expect((await log.load(tableId))?.version).toBe(1);
  });

  it('a repeat of a commit whose answer was lost gets the first answer too', async () => {
    await commit({ command });
    expect(await commit({ command })).toEqual({ status: 'repeated', answer: command.answer });
  });

  it('another command with the same id is refused', async () => {
    await commit({ command });
    const other = { ...command, fingerprint: 'f2' };
    expect(await commit({ expectedVersion: 1, command: other })).toEqual({ status: 'reused' });
  });

  it('a refused commit does not use the id up', async () => {
    expect((await commit({ expectedVersion: 0, token: 1 })).status).toBe('committed');
    expect((await commit({ expectedVersion: 0, command })).status).toBe('conflict');
    expect((await commit({ expectedVersion: 1, command })).status).toBe('committed');
  });

  it('the memory of answers is bounded: the oldest goes', async () => {
    await commit({ command });
    const ids = Array.from({ length: 1_000 }, (_, index) => `filler-${index}`);
    await redis.rpush(test.keys.tableCommandOrder(tableId), ...ids);
    await commit({ expectedVersion: 1, command: { ...command, cmdId: 'c2' } });
    expect(await redis.hkeys(test.keys.tableCommands(tableId))).toEqual(['c2']);
    expect(await redis.llen(test.keys.tableCommandOrder(tableId))).toBe(1_000);
  });
});

describe('the fencing token', () => {
  it('of an older owner is refused, and nothing is written', async () => {
    await commit();
    expect(await log.claim(claimOf(tableId, 2, 'other'))).toEqual({
      status: 'claimed',
      incarnation: INCARNATION,
    });
    const stale = await commit({ expectedVersion: 1, settlement: { handId: 'h' } });
    expect(stale).toEqual({ status: 'fenced', token: 2 });
    const loaded = await log.load(tableId);
    expect([loaded?.version, loaded?.unsettled]).toEqual([1, []]);
  });

  it('comes before a repeated command: who lost the table is told so', async () => {
    const command = { cmdId: 'c', fingerprint: 'f', answer: 1 };
    await commit({ command });
    await log.claim(claimOf(tableId, 2));
    expect((await commit({ command })).status).toBe('fenced');
  });

  it('never falls: an older claim is refused', async () => {
    await log.claim(claimOf(tableId, 7));
    expect(await log.claim(claimOf(tableId, 6))).toEqual({ status: 'fenced', token: 7 });
  });

  it('of an older owner takes no hand off the list and forgets no table', async () => {
    await commit({ settlement: { handId: 'h1' } });
    await log.claim(claimOf(tableId, 2));
    expect(await log.settled(tableId, 1, 'h1')).toBe(false);
    expect(await log.forget(tableId, 1)).toBe(false);
    expect((await log.load(tableId))?.unsettled).toEqual([{ handId: 'h1' }]);
  });
});

describe('a checkpoint', () => {
  it('with the entries after it is the whole table', async () => {
    await commitMany(100);
    await commit({ expectedVersion: 100, checkpoint: { sum: 101 } });
    await commitMany(3, 101);
    const loaded = await log.load(tableId);
    expect(loaded?.checkpoint).toEqual({ version: 101, state: { sum: 101 } });
    expect(loaded?.entries.map(({ version }) => version)).toEqual([102, 103, 104]);
  });

  it('cuts the log to what clients who come back may ask for', async () => {
    await commitMany(100);
    await commit({ expectedVersion: 100, checkpoint: {} });
    expect(await redis.llen(test.keys.tableLog(tableId))).toBe(64);
    expect(await log.entriesSince(tableId, 37)).toHaveLength(64);
    expect(await log.entriesSince(tableId, 36)).toBeNull();
  });
});

describe('what a client missed', () => {
  it('is everything after the version it has seen', async () => {
    await commitMany(5);
    const missed = await log.entriesSince(tableId, 3);
    expect(missed).toEqual([
      { version: 4, atMs: 3, events: [{ number: 4 }] },
      { version: 5, atMs: 4, events: [{ number: 5 }] },
    ]);
    expect(await log.entriesSince(tableId, 5)).toEqual([]);
  });

  it('is unknown where the client has seen more than Redis has, or the table is gone', async () => {
    await commitMany(2);
    expect(await log.entriesSince(tableId, 3)).toBeNull();
    expect(await log.entriesSince(randomUUID(), 0)).toBeNull();
  });

  it('I8 is told without the sealed deck', async () => {
    const entry = { atMs: 1, requestId: 'r', userId: 'u', events: [1], sealedDeck: 'sealed' };
    await commit({ entry });
    expect((await log.load(tableId))?.entries[0]?.sealedDeck).toBe('sealed');
    expect(await log.entriesSince(tableId, 0)).toEqual([{ version: 1, atMs: 1, events: [1] }]);
  });
});

describe('hands that wait for PostgreSQL', () => {
  it('are taken off in their order only', async () => {
    await commit({ settlement: { handId: 'h1' } });
    await commit({ expectedVersion: 1, settlement: { handId: 'h10' } });
    expect(await log.settled(tableId, 1, 'h10')).toBe(false);
    expect(await log.settled(tableId, 1, 'h')).toBe(false);
    expect(await log.settled(tableId, 1, 'h1')).toBe(true);
    expect(await log.settled(tableId, 1, 'h1')).toBe(false);
    expect((await log.load(tableId))?.unsettled).toEqual([{ handId: 'h10' }]);
  });
});

describe('public values', () => {
  it('are set with the version and cannot touch it', async () => {
    await commit({ publicFields: { version: '99', street: 'flop' } });
    expect(await log.publicFields(tableId)).toEqual({ version: '99', street: 'flop' });
    expect((await log.load(tableId))?.version).toBe(1);
    expect(await log.publicFields(randomUUID())).toBeNull();
  });
});

describe('any text', () => {
  it('is stored and read back, also what other JSON parsers refuse', async () => {
    const odd = 'lone \ud800 surrogate, \u0000, "quotes" and 한국어';
    const command = { cmdId: 'c', fingerprint: 'f', answer: { odd } };
    const settlement = { handId: 'h', odd };
    const entry = { atMs: 1, requestId: odd, events: [odd] };
    const publicFields = { name: '한국어 "q"' };
    await commit({ entry, command, settlement, publicFields, checkpoint: { odd } });
    expect(await commit({ command })).toEqual({ status: 'repeated', answer: { odd } });
    expect(await log.entriesSince(tableId, 0)).toEqual([{ version: 1, atMs: 1, events: [odd] }]);
    const loaded = await log.load(tableId);
    expect([loaded?.checkpoint?.state, loaded?.unsettled]).toEqual([{ odd }, [settlement]]);
    expect(await log.settled(tableId, 1, 'h')).toBe(true);
  });
});
