import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';

import { Redis } from 'ioredis';

import { AuditedHouse } from './audit-trail.builder';
import { beginsBlock } from './block';
import { findingText } from './compare.rules';

jest.setTimeout(60_000);

const SEED = 12_012;

let house: AuditedHouse;

beforeAll(async () => {
  house = await AuditedHouse.open(SEED);
  await house.sealSome();
});

afterAll(async () => {
  await house.close();
});

const texts = async (): Promise<string[]> => (await house.findings()).map(findingText);
const count = async (sql: string): Promise<number> => {
  const [row] = await house.played.source.query<{ n: number }[]>(`SELECT (${sql}) AS n`);
  return row?.n ?? -1;
};
const recordsWritten = (): Promise<number> =>
  count('(SELECT count(*) FROM ledger_transfers) + (SELECT count(*) FROM audit_events)');
const recordsSealed = (): Promise<number> => count('SELECT sum(records) FROM audit_blocks');
const height = (): Promise<number> => count('SELECT max(height) FROM audit_blocks');

describe('sealing', () => {
  it('puts every transfer and every event in one block, and three copies agree', async () => {
    expect(await recordsSealed()).toBe(await recordsWritten());
    const report = await house.trail().compare();
    expect(report).toMatchObject({
      records: await recordsWritten(),
      copies: ['database', 'stream', 'files'],
      areSignaturesChecked: true,
      findings: [],
    });
  });

  it('adds no block where nothing was written', async () => {
    const before = await height();
    await house.sealAll();
    expect(await height()).toBe(before);
  });

  it('waits for a transaction that has begun to write, and skips none that ended meanwhile', async () => {
    const before = await recordsSealed();
    const runner = house.played.source.createQueryRunner();
    await runner.startTransaction();
    await house.event(runner.manager);
    await house.event(house.played.source.manager);
    await house.sealer().seal();
    expect(await recordsSealed()).toBe(before);
    await runner.commitTransaction();
    await runner.release();
    await house.sealAll();
    expect(await recordsSealed()).toBe(before + 2);
    expect(await texts()).toEqual([]);
  });

  it('never cuts a transaction in two, however much it wrote', async () => {
    await house.played.source.transaction(async (manager) => {
      for (let at = 0; at < 1_005; at += 1) await house.event(manager);
    });
    await house.event(house.played.source.manager);
    await house.sealAll();
    expect(await count('SELECT max(records) FROM audit_blocks')).toBeGreaterThanOrEqual(1_005);
    expect(await recordsSealed()).toBe(await recordsWritten());
    expect(await texts()).toEqual([]);
  });

  it('is done by one process at a time, and by the next when that one is gone', async () => {
    const [first, second] = [house.sealer('first'), house.sealer('second')];
    expect((await first.seal()).status).toBe('sealed');
    expect((await second.seal()).status).toBe('not_ours');
    await first.release();
    expect((await second.seal()).status).toBe('sealed');
    await second.release();
  });

  it('by several processes at once makes one chain', async () => {
    for (let round = 0; round < 5; round += 1) {
      await house.event(house.played.source.manager);
      const sealers = ['a', 'b', 'c'].map((name) => house.sealer(name));
      await Promise.allSettled(sealers.map((sealer) => sealer.seal()));
      await Promise.all(sealers.map((sealer) => sealer.release()));
    }
    await house.sealAll();
    expect(await recordsSealed()).toBe(await recordsWritten());
    expect(await texts()).toEqual([]);
  });

  it('is refused under a token that is not the last', async () => {
    const paused = house.trail();
    const lease = await paused.blocks.lease(house.played.source.manager, 'paused', 0);
    await house.sealSome(1);
    const [last] = await paused.blocks.find(
      house.played.source.manager,
      await height(),
      await height(),
    );
    if (lease === null || last === undefined) throw new Error('there is a lease and a block');
    const next = { ...last, height: last.height + 1, fromXid: last.belowXid, head: 'another' };
    const block = { ...next, belowXid: (BigInt(last.belowXid) + 1n).toString() };
    expect(await paused.blocks.add(house.played.source.manager, block, lease)).toBe(false);
  });

  it('refuses to go on where the database has lost blocks that the copies have', async () => {
    await expect(
      house.played.source.transaction(async (manager) => {
        await manager.query('SET LOCAL session_replication_role = replica');
        await manager.query(
          'DELETE FROM audit_blocks WHERE height = (SELECT max(height) FROM audit_blocks)',
        );
        const tip = await house.trail().blocks.tip(manager);
        const { files } = await house.trail().blocks.copies(manager);
        expect(tip.height).toBeLessThan(files.writtenHeight);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await house.played.source.query(
      `UPDATE audit_copies SET written_height = written_height + 1 WHERE copy = 'files'`,
    );
    await expect(house.sealer('late').seal()).rejects.toThrow('Broken invariant');
    await house.played.source.query(
      `UPDATE audit_copies SET written_height = written_height - 1 WHERE copy = 'files'`,
    );
    await house.sealer('late').release();
  });
});

describe('a sealer that was killed', () => {
  const lastBlockBegins = (content: string): number =>
    content.slice(0, content.lastIndexOf('"kind":"block"')).lastIndexOf('\n') + 1;

  it('F3 anywhere in the writing of the file leaves a file that is mended to the byte', async () => {
    await house.sealSome(2);
    const whole = readFileSync(house.file(), 'utf8');
    const begin = Buffer.byteLength(whole.slice(0, lastBlockBegins(whole)));
    const length = Buffer.byteLength(whole) - begin;
    const tip = await height();
    for (const part of [0, 1, length >> 2, length >> 1, length - 2, length - 1]) {
      await house.played.source.query(
        `UPDATE audit_copies SET written_height = $1 WHERE copy = 'files'`,
        [tip - 1],
      );
      truncateSync(house.file(), begin + part);
      expect(await texts()).toEqual([`files: block ${tip}: behind`]);
      await house.sealAll();
      expect(readFileSync(house.file(), 'utf8')).toBe(whole);
    }
    expect(await texts()).toEqual([]);
  });

  it.each([0, 1, 2])(
    'F3 after %i entries of the stream leaves a stream that is completed',
    async (kept) => {
      await house.sealSome(3);
      const tip = await height();
      const entries = await house.entries();
      const ofTip = entries.filter(({ id }) => id.startsWith(`${tip}-`));
      await house.writeEntries(entries.slice(0, entries.length - ofTip.length + kept));
      await house.played.source.query(
        `UPDATE audit_copies SET written_height = $1 WHERE copy = 'stream'`,
        [tip - 1],
      );
      await house.sealAll();
      expect(await house.entries()).toEqual(entries);
      expect(await texts()).toEqual([]);
    },
  );

  it('F3 between the block and its copies leaves the copies to the next', async () => {
    const deaf = new Redis({
      lazyConnect: true,
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
    });
    await house.event(house.played.source.manager);
    await house.sealAll(house.sealer('deaf', house.trail(undefined, deaf)));
    deaf.disconnect();
    const tip = await height();
    expect(await texts()).toEqual([`stream: block ${tip}: behind`]);
    await house.sealAll();
    expect(await texts()).toEqual([]);
  });

  it('that wrote a block once more, after a pause, has done no harm', async () => {
    const lines = house.lines();
    const at = lines.findLastIndex(beginsBlock);
    const before = readFileSync(house.file(), 'utf8');
    await house.sealSome(1);
    const after = readFileSync(house.file(), 'utf8');
    appendFileSync(house.file(), `${lines.slice(at).join('\n')}\n`);
    expect(await texts()).toEqual([]);
    await house.sealSome(1);
    expect(await texts()).toEqual([]);
    expect(after.startsWith(before)).toBe(true);
  });
});

describe('the stream', () => {
  it('F7 that Redis has lost is told apart from a forged one, and written anew', async () => {
    const entries = await house.entries();
    await house.redis.del(house.streamKey);
    const faults = (await house.findings()).map(({ copy, fault }) => `${copy} ${fault}`);
    expect(new Set(faults)).toEqual(new Set(['stream lost']));
    await house.sealAll();
    expect((await house.entries()).slice(0, entries.length)).toEqual(entries);
    expect(await texts()).toEqual([]);
    const [event] = await house.played.source.query<Record<string, unknown>[]>(
      `SELECT * FROM audit_events WHERE action = 'audit.rebuild-copy' ORDER BY id DESC LIMIT 1`,
    );
    expect(event).toMatchObject({ actor_id: 'audit-sealer', subject: 'audit:stream' });
    expect(event?.['reason']).toContain('Redis has lost blocks 1 to');
  });

  it('is cut at its beginning after an event that says so, and is clean then', async () => {
    for (let at = 0; at < 4; at += 1) await house.sealSome(1);
    await house.sealAll(house.sealer('cutter', house.trail(3)));
    const [first] = await house.entries();
    expect(Number(first?.id.split('-')[0])).toBe(
      await count(`SELECT floor_height FROM audit_copies WHERE copy = 'stream'`),
    );
    expect(Number(first?.id.split('-')[0])).toBeGreaterThan(1);
    expect(
      await count(`SELECT count(*) FROM audit_events WHERE action = 'audit.trim-stream'`),
    ).toBeGreaterThan(0);
    await house.sealAll();
    expect(await texts()).toEqual([]);
  });
});

describe('the files', () => {
  it('that were lost are not written anew by themselves, but by an order that is an event', async () => {
    const kept = readFileSync(house.file());
    const path = house.file();
    rmSync(path);
    await house.event(house.played.source.manager);
    await house.sealAll();
    const faults = (await house.findings()).map(({ copy, fault }) => `${copy} ${fault}`);
    expect(new Set(faults)).toEqual(new Set(['files removed', 'files behind']));
    await house.trail().rebuild('files', { actorId: 'me', actorRole: 'operator', reason: 'lost' });
    expect(await texts()).toEqual([]);
    expect(readFileSync(house.file()).subarray(0, 400)).toEqual(kept.subarray(0, 400));
    await house.sealAll();
    expect(await texts()).toEqual([]);
  });

  it('that end within a block which was whole once are left as they are', async () => {
    const whole = readFileSync(house.file());
    truncateSync(house.file(), whole.length - 10);
    await house.event(house.played.source.manager);
    await house.sealAll();
    const cut = readFileSync(house.file());
    expect(cut.length).toBe(whole.length - 10);
    writeFileSync(house.file(), whole);
    await house.sealAll();
    expect(await texts()).toEqual([]);
  });
});
