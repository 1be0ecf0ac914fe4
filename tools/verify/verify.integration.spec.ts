import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AuditSigner, AuditTrail } from '@cardroom/audit';
import { Keys } from '@cardroom/cache';
import {
  createTestDatabase,
  PlayedHouse,
  projectRoot,
  testRedisPrefix,
  testRedisUrl,
  type TestDatabase,
} from '@cardroom/testing';
import { Redis } from 'ioredis';
import type { QueryRunner } from 'typeorm';

import { PLANTED_FAULTS } from './planted-faults.builder';
import { reportLines, runChecks, type CheckReport } from './verify';

jest.setTimeout(60_000);

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const prefix = testRedisPrefix();
let database: TestDatabase;
let house: PlayedHouse;
let redis: Redis;
let tableId: string;
let logKey: string;

const entry = (version: number, token = 1): string =>
  JSON.stringify({ version, token, atMs: 0, requestId: 'test', events: [] });

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, seed);
  redis = new Redis(testRedisUrl());
  const table = await house.table(4);
  tableId = table.tableId;
  logKey = new Keys(prefix).tableLog(tableId);
  for (let played = 0; played < 8; played += 1) {
    await house.hand(table, { voided: played === 5 });
  }
});

beforeEach(async () => {
  await redis.del(logKey);
  await redis.rpush(logKey, entry(7), entry(8), entry(9, 2));
});

afterAll(async () => {
  await redis.del(logKey);
  redis.disconnect();
  await house.close();
  await database.drop();
});

/** Findings by invariant after some statements, which are then undone. */
async function findingsAfter(...statements: readonly string[]): Promise<string[]> {
  const runner = house.source.createQueryRunner();
  await runner.startTransaction();
  try {
    // Triggers and foreign keys rest, as for somebody who has the database in hand.
    await runner.query('SET LOCAL session_replication_role = replica');
    for (const statement of statements) await plant(runner, statement);
    return findingsOf(await runChecks({ manager: runner.manager, redis, redisKeyPrefix: prefix }));
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Where an UPDATE, INSERT or DELETE meets no row, the test would prove nothing. */
async function plant(runner: QueryRunner, statement: string): Promise<void> {
  const answer: unknown = await runner.query(statement, undefined, true);
  const { affected } = answer as { readonly affected?: number };
  if (/^\s*(UPDATE|INSERT|DELETE)/.test(statement) && (affected ?? 0) < 1) {
    throw new Error(`seed ${seed}: nothing was planted by ${statement}`);
  }
}

const findingsOf = (reports: readonly CheckReport[]): string[] =>
  reports.flatMap(({ check, findings }) =>
    findings.map((finding) => `${check.invariant} ${check.rule}: ${finding}`),
  );

describe('verify', () => {
  it('finds nothing in a house where nothing is wrong', async () => {
    expect({ seed, findings: await findingsAfter() }).toEqual({ seed, findings: [] });
  });

  it('finds nothing in a house that has never been used', async () => {
    const empty = await createTestDatabase();
    const other = await PlayedHouse.at(empty.url, seed);
    const reports = await runChecks({
      manager: other.source.manager,
      redis,
      redisKeyPrefix: 'none',
    });
    expect(findingsOf(reports)).toEqual([]);
    await other.close();
    await empty.drop();
  });

  it.each(PLANTED_FAULTS)('names %s', async (_rule, finding, statements) => {
    const findings = await findingsAfter(...statements);
    expect(findings).toContainEqual(expect.stringMatching(finding));
  });

  it.each<[string, string[], RegExp]>([
    ['a version that is missing', [entry(7), entry(9)], /version 9 after 7/],
    ['a version that comes twice', [entry(7), entry(7)], /version 7 after 7/],
    ['a token that fell', [entry(7, 4), entry(8, 3)], /version 8 after 7/],
    [
      'an entry that cannot be read',
      [entry(7), '{"version":'],
      /entry 1 of its log cannot be read/,
    ],
  ])('names I6 %s in the log of a table', async (_rule, entries, finding) => {
    await redis.del(logKey);
    await redis.rpush(logKey, ...entries);
    const findings = await findingsAfter();
    expect(findings).toContainEqual(expect.stringMatching(finding));
    expect(findings.join()).toContain(tableId);
  });

  it('takes what jobs carry for what it is', async () => {
    const payloads = [
      { userId: tableId, what: 'new_device' },
      { notificationId: tableId, channel: 'in_app' },
      { withdrawalId: tableId, revision: 3 },
      { week: '2026-W47', day: '2026-11-21', count: 12 },
    ];
    const rows = payloads.map(
      (payload) => `INSERT INTO outbox (id, topic, payload, request_id, done_at)
        VALUES (gen_random_uuid(), 'test', '${JSON.stringify(payload)}', 'test', now())`,
    );
    expect(await findingsAfter(...rows)).toEqual([]);
  });

  it('names I8 a deck that rests in a log', async () => {
    await redis.rpush(logKey, JSON.stringify({ version: 10, token: 2, deck: [1, 2, 3] }));
    expect(await findingsAfter()).toEqual([
      expect.stringMatching(new RegExp(`^I8 .*log of table ${tableId}`)),
    ]);
  });

  it('names I9 an entry of the audit stream that was changed', async () => {
    const key = generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const folder = mkdtempSync(join(tmpdir(), 'cardroom-verify-'));
    const place = { redis, redisKeyPrefix: prefix };
    const audit = { folder, publicKeys: [key.publicKey] };
    const trail = new AuditTrail({ source: house.source, folder, ...place });
    const sealer = trail.sealer(new AuditSigner(key.privateKey), 'test', Date.now);
    const checked = async (): Promise<string[]> =>
      findingsOf(await runChecks({ manager: house.source.manager, audit, ...place }));
    try {
      // An open transaction of another suite holds the horizon of the whole server back.
      for (let blocks = 0; blocks === 0;) {
        const sealed = await sealer.seal();
        blocks = sealed.status === 'sealed' ? sealed.tip.height : 0;
      }
      expect(await checked()).toEqual([]);
      const stream = new Keys(prefix).auditStream();
      await redis.xadd(stream, '900-0', 'line', '{"kind":"block"}');
      expect(await checked()).toEqual([expect.stringMatching(/^I9 .*: stream: block 900: added$/)]);
      await redis.del(stream);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('ends its report with what it found', () => {
    const check = { invariant: 'I1', rule: 'a rule', run: () => Promise.reject(new Error()) };
    const report = (findings: string[]): CheckReport => ({ check, looked: '3 things', findings });
    expect(reportLines([report([])])).toEqual([
      '✓ I1    a rule (3 things)',
      'verify: clean (1 checks)',
    ]);
    expect(reportLines([report(['row 1', 'row 2'])])).toEqual([
      '✗ I1    a rule (3 things)',
      '      row 1',
      '      row 2',
      'verify: 2 findings',
    ]);
  });
});

describe('the command', () => {
  function run(env: Readonly<Record<string, string>> = {}): { code: number | null; said: string } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(projectRoot(), 'dist/tools/verify/main.js')],
      {
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'],
          DATABASE_URL: database.url,
          REDIS_URL: testRedisUrl(),
          REDIS_KEY_PREFIX: prefix,
          ...env,
        },
      },
    );
    return { code: status, said: stdout + stderr };
  }

  it('exits with 0 when the house is clean', () => {
    const { code, said } = run();
    expect(said).toMatch(/verify: clean \(\d+ checks\)\n$/);
    expect(code).toBe(0);
  });

  it('exits with 1 and names the row when something is broken', async () => {
    await house.source.query(
      `UPDATE seat_sessions SET bought_in_krw = bought_in_krw + 1 WHERE table_id = $1 AND seat = 0`,
      [tableId],
    );
    const { code, said } = run();
    await house.source.query(
      `UPDATE seat_sessions SET bought_in_krw = bought_in_krw - 1 WHERE table_id = $1 AND seat = 0`,
      [tableId],
    );
    expect(said).toMatch(/✗ I3 .*\n {6}seat session [0-9a-f-]{36}: brought/);
    expect(code).toBe(1);
  });

  it('exits with 1 when the log in Redis is broken', async () => {
    await redis.rpush(logKey, entry(20));
    const { code, said } = run();
    expect(said).toContain(`table ${tableId} version 20 after 9`);
    expect(code).toBe(1);
  });

  it('exits with 2 and one line when it cannot look', () => {
    const { code, said } = run({ REDIS_URL: 'redis://127.0.0.1:1' });
    expect(said.trim().split('\n').at(-1)).toMatch(/^verify: cannot check: /);
    expect(code).toBe(2);
  });
});
