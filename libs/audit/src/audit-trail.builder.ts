import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Keys } from '@cardroom/cache';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  testRedisUrl,
  until,
  type PlayedTable,
} from '@cardroom/testing';
import { Redis } from 'ioredis';
import type { EntityManager } from 'typeorm';

import { AuditTrail } from './audit-trail';
import { Auditor } from './auditor';
import type { AuditFinding } from './compare.rules';
import type { Sealer } from './sealer';
import { AuditSigner } from './signing';

export const newKey = (): string =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

export interface Entry {
  readonly id: string;
  readonly text: string;
}

/** A played house with a trail of its own: database, stream, folder and key. */
export class AuditedHouse {
  readonly signer = new AuditSigner(newKey());
  readonly redis = new Redis(testRedisUrl());
  readonly prefix = testRedisPrefix();
  readonly streamKey = new Keys(this.prefix).auditStream();
  readonly folder = mkdtempSync(join(tmpdir(), 'cardroom-audit-'));
  private readonly auditor = new Auditor();
  private events = 0;

  private constructor(
    readonly played: PlayedHouse,
    readonly table: PlayedTable,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(seed: number): Promise<AuditedHouse> {
    const database = await createTestDatabase();
    const played = await PlayedHouse.at(database.url, seed);
    return new AuditedHouse(played, await played.table(3), () => database.drop());
  }

  async close(): Promise<void> {
    await this.redis.del(this.streamKey);
    this.redis.disconnect();
    rmSync(this.folder, { recursive: true, force: true });
    await this.played.close();
    await this.drop();
  }

  /** The trail as one process has it: files and chain are looked at anew. */
  trail(streamBlocks?: number, redis = this.redis): AuditTrail {
    return new AuditTrail({
      source: this.played.source,
      redis,
      redisKeyPrefix: this.prefix,
      folder: this.folder,
      publicKeys: [this.signer.publicKey],
      ...(streamBlocks === undefined ? {} : { streamBlocks }),
    });
  }

  sealer(holder = 'sealer', trail = this.trail()): Sealer {
    return trail.sealer(this.signer, holder, Date.now);
  }

  /** Writes records in transactions of their own, and seals them in one block. */
  async sealSome(events = 3): Promise<void> {
    await this.played.hand(this.table);
    for (let at = 0; at < events; at += 1) await this.event(this.played.source.manager);
    await this.sealAll();
  }

  /** Seals what there is, once other suites of the server no longer hold the horizon back. */
  async sealAll(sealer = this.sealer()): Promise<void> {
    await until('the horizon', () => this.isSealable(), { timeoutMs: 30_000, everyMs: 20 });
    await sealer.seal();
    await sealer.release();
  }

  private async isSealable(): Promise<boolean> {
    const [row] = await this.played.source.query<{ sealable: boolean }[]>(
      `SELECT pg_snapshot_xmin(pg_current_snapshot()) > max(xid) AS sealable FROM (
         SELECT max(posted_xid) AS xid FROM ledger_transfers
         UNION ALL SELECT max(recorded_xid) FROM audit_events
         UNION ALL SELECT max(recorded_xid) FROM withdrawal_events) written`,
    );
    return row?.sealable === true;
  }

  /** A step of a withdrawal that is nowhere else. */
  async step(): Promise<void> {
    await this.played.source.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(
        `INSERT INTO withdrawal_events (id, withdrawal_id, from_status, to_status, actor, details)
         VALUES (gen_random_uuid(), gen_random_uuid(), 'cooling', 'approved', 'staff', '{"approvals": 1}')`,
      );
    });
  }

  async event(manager: EntityManager): Promise<void> {
    this.events += 1;
    await this.auditor.record(manager, {
      actorId: 'somebody',
      actorRole: 'risk',
      action: 'player.freeze',
      subject: `player:${this.events}`,
      outcome: 'done',
      reason: `reason ${this.events}`,
    });
  }

  /** What the comparer finds after a change to the rows, which is then undone. */
  async findingsAfter(...statements: readonly string[]): Promise<readonly AuditFinding[]> {
    const runner = this.played.source.createQueryRunner();
    await runner.startTransaction();
    try {
      // Triggers and foreign keys rest, as for somebody who has the database in hand.
      await runner.query('SET LOCAL session_replication_role = replica');
      for (const statement of statements) {
        const answer: unknown = await runner.query(statement, undefined, true);
        if ((answer as { affected?: number }).affected === 0)
          throw new Error(`nothing was changed by ${statement}`);
      }
      return (await this.trail().compare({}, runner.manager)).findings;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  async findings(): Promise<readonly AuditFinding[]> {
    return (await this.trail().compare()).findings;
  }

  async entries(): Promise<Entry[]> {
    const entries = await this.redis.xrange(this.streamKey, '-', '+');
    return entries.map(([id, fields]) => ({ id, text: fields[1] ?? '' }));
  }

  async writeEntries(entries: readonly Entry[]): Promise<void> {
    await this.redis.del(this.streamKey);
    for (const { id, text } of entries) await this.redis.xadd(this.streamKey, id, 'line', text);
  }

  file(): string {
    const [name = ''] = readdirSync(this.folder).filter((each) => each.endsWith('.jsonl'));
    return join(this.folder, name);
  }

  lines(): string[] {
    return readFileSync(this.file(), 'utf8').trimEnd().split('\n');
  }

  writeLines(lines: readonly string[]): void {
    writeFileSync(this.file(), `${lines.join('\n')}\n`);
  }
}
