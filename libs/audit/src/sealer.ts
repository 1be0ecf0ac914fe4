import { assertInvariant, counter, gauge } from '@cardroom/platform';
import type { DataSource } from 'typeorm';

import type { AuditBlockRepository, ChainTip, SealerLease } from './block.repository';
import { headOf, rootOf, type FilledBlock, type SealedBlock } from './block';
import type { AuditCopies } from './copies';
import type { AuditRecordRepository } from './record.repository';
import type { AuditSigner } from './signing';

const sealedBlocks = counter('audit_blocks_sealed_total', 'Blocks that this process sealed.');
const sealedRecords = counter('audit_records_sealed_total', 'Records that this process sealed.');
const chainHeight = gauge('audit_chain_height', 'Height of the last sealed block.');

const LEASE_MS = 30_000;

export type SealOutcome =
  | { readonly status: 'sealed'; readonly blocks: number; readonly tip: ChainTip }
  /** Another process seals. */
  | { readonly status: 'not_ours' };

/**
 * Seals what was written: in blocks, each with the Merkle root of its records and the head of the
 * block before it, its own head signed. It reads below the oldest transaction that has not ended, so
 * that none is left out, and no writer ever waits for it.
 *
 * One process at a time does so: by a lease, whose token a block is added under. Where a process ends
 * in the middle, the next brings the copies to where the database is. Rule: docs/rules/audit.md §4.
 */
export class Sealer {
  private isKeyKnown = false;

  constructor(
    private readonly source: DataSource,
    private readonly blocks: AuditBlockRepository,
    private readonly records: AuditRecordRepository,
    private readonly copies: AuditCopies,
    private readonly signer: AuditSigner,
    private readonly holder: string,
    private readonly now: () => number,
  ) {}

  /**
   * Brings the copies up to date and seals what there is.
   *
   * Errors: InvariantError where the chain does not hold; nothing is sealed upon it then.
   */
  async seal(signal?: AbortSignal): Promise<SealOutcome> {
    const lease = await this.blocks.lease(this.source.manager, this.holder, LEASE_MS);
    if (lease === null) return { status: 'not_ours' };
    let tip = await this.copies.catchUp();
    let sealed = 0;
    while (signal?.aborted !== true) {
      const next = await this.next(tip);
      if (next === null) break;
      await this.add(next, lease);
      tip = { height: next.block.height, head: next.block.head, belowXid: next.block.belowXid };
      sealed += 1;
    }
    chainHeight.set(tip.height);
    return { status: 'sealed', blocks: sealed, tip };
  }

  /** Lets another process seal at once. */
  async release(): Promise<void> {
    const lease = await this.blocks.lease(this.source.manager, this.holder, LEASE_MS);
    if (lease !== null) await this.blocks.release(this.source.manager, lease);
  }

  /** The next block; null where nothing was written since the last. */
  private async next(tip: ChainTip): Promise<FilledBlock | null> {
    const read = await this.source.transaction('REPEATABLE READ', async (manager) => {
      const belowXid = await this.records.horizon(manager);
      // Only a restored dump begins to count anew: see docs/operating/audit.md.
      assertInvariant(
        BigInt(belowXid) >= BigInt(tip.belowXid),
        'the transactions of the database go on from those that are sealed',
      );
      const range = await this.records.nextRange(manager, { fromXid: tip.belowXid, belowXid });
      return range === null ? null : { range, records: await this.records.read(manager, range) };
    });
    if (read === null) return null;
    const header = {
      height: tip.height + 1,
      ...read.range,
      records: read.records.length,
      root: rootOf(read.records),
      previousHead: tip.head,
      sealedAt: new Date(this.now()).toISOString(),
      keyId: this.signer.keyId,
    };
    const head = headOf(header);
    const block: SealedBlock = { ...header, head, signature: this.signer.sign(head) };
    return { block, records: read.records };
  }

  private async add(filled: FilledBlock, lease: SealerLease): Promise<void> {
    const { manager } = this.source;
    if (!this.isKeyKnown) {
      await this.blocks.rememberKey(manager, this.signer.keyId, this.signer.publicKey);
      this.isKeyKnown = true;
    }
    if (!(await this.blocks.add(manager, filled.block, lease)))
      throw new Error('another process seals by now');
    sealedBlocks.inc();
    sealedRecords.inc(filled.records.length);
    await this.copies.write(filled);
  }
}
