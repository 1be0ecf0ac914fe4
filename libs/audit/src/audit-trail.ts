import { setTimeout as wait } from 'node:timers/promises';

import { Keys } from '@cardroom/cache';
import type { Redis } from 'ioredis';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { Auditor } from './auditor';
import { AuditBlockRepository, type SealerLease, type WrittenCopy } from './block.repository';
import { AuditComparer, type AuditReport, type CompareOrder } from './comparer';
import { AuditCopies, type RebuildOrder } from './copies';
import { FileCopy } from './file-copy';
import { AuditRecordRepository } from './record.repository';
import { Sealer } from './sealer';
import { AuditKeys, type AuditSigner } from './signing';
import { StreamCopy } from './stream-copy';

export interface AuditTrailSettings {
  readonly source: DataSource;
  readonly redis: Redis;
  readonly redisKeyPrefix: string;
  /** Folder of the files; null where they are not at hand: they are then not looked at. */
  readonly folder: string | null;
  /** Blocks that the stream keeps. */
  readonly streamBlocks?: number;
  /** In PEM; without any, signatures are not checked. */
  readonly publicKeys?: readonly string[];
}

const STREAM_BLOCKS = 100_000;

/** A lease that its process left behind runs out within these attempts. */
const LEASE_ATTEMPTS = 35;
const LEASE_PAUSE_MS = 1_000;
const REBUILD_MS = 3_600_000;

/** The audit trail whole: its sealer, its copies, its comparer. */
export class AuditTrail {
  readonly blocks = new AuditBlockRepository();
  readonly records = new AuditRecordRepository();
  private readonly stream: StreamCopy;
  private readonly files: FileCopy | null;

  constructor(private readonly settings: AuditTrailSettings) {
    this.stream = new StreamCopy(settings.redis, new Keys(settings.redisKeyPrefix));
    this.files = settings.folder === null ? null : new FileCopy(settings.folder);
  }

  /** Errors: throws where the files are not at hand. */
  sealer(signer: AuditSigner, holder: string, now: () => number): Sealer {
    const { source } = this.settings;
    return new Sealer(source, this.blocks, this.records, this.copies(), signer, holder, now);
  }

  /** Compares the copies; `manager` reads the rows, its transaction must not be older than the copies. */
  compare(order?: CompareOrder, manager?: EntityManager): Promise<AuditReport> {
    const { source, publicKeys = [] } = this.settings;
    const keys = new AuditKeys(publicKeys);
    const { blocks, records, stream, files } = this;
    return new AuditComparer(
      manager ?? source.manager,
      blocks,
      records,
      stream,
      files,
      keys,
    ).compare(order);
  }

  /**
   * Writes a copy anew from the database, in the place of the sealer.
   *
   * Errors: throws where the sealer does not give way.
   */
  async rebuild(copy: WrittenCopy, order: RebuildOrder): Promise<number> {
    const { manager } = this.settings.source;
    const lease = await this.leaseInTime(`rebuild-${uuidv7()}`);
    try {
      return await this.copies().rebuild(copy, order);
    } finally {
      await this.blocks.release(manager, lease);
    }
  }

  /** How long the oldest record waits to be sealed, in seconds. */
  async lagSeconds(): Promise<number> {
    const { manager } = this.settings.source;
    const { belowXid } = await this.blocks.tip(manager);
    return this.records.waitingSeconds(manager, belowXid);
  }

  /** Waits for a sealer to end: a running one renews its lease, and keeps it. */
  private async leaseInTime(holder: string): Promise<SealerLease> {
    for (let attempt = 0; attempt < LEASE_ATTEMPTS; attempt += 1) {
      const lease = await this.blocks.lease(this.settings.source.manager, holder, REBUILD_MS);
      if (lease !== null) return lease;
      await wait(LEASE_PAUSE_MS);
    }
    throw new Error('a process seals the audit trail: stop jobs first');
  }

  private copies(): AuditCopies {
    const { source, streamBlocks = STREAM_BLOCKS } = this.settings;
    if (this.files === null) throw new Error('the folder of the audit files is not set');
    const auditor = new Auditor();
    const { blocks, records, stream, files } = this;
    return new AuditCopies(source, blocks, records, auditor, stream, files, streamBlocks);
  }
}
