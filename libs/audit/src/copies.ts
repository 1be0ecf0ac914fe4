import { Logger } from '@nestjs/common';
import { assertInvariant, gauge, InvariantError } from '@cardroom/platform';
import type { DataSource } from 'typeorm';

import type { Auditor } from './auditor';
import { headOf, rootOf, type FilledBlock, type SealedBlock } from './block';
import {
  WRITTEN_COPIES,
  type AuditBlockRepository,
  type ChainTip,
  type CopyState,
  type WrittenCopy,
} from './block.repository';
import type { FileCopy } from './file-copy';
import type { AuditRecordRepository } from './record.repository';
import type { StreamCopy } from './stream-copy';

const behind = gauge('audit_copy_behind_blocks', 'Blocks that a copy does not have yet.', ['copy']);
const faulty = gauge('audit_copy_faults', '1 while a copy cannot be written.', ['copy']);

/** Blocks are read and written again in such portions. */
const PORTION = 100;

/** The stream is cut when it is longer than it should be by this part. */
const TRIM_SLACK = 0.1;

/** Who had a copy written anew. */
export interface RebuildOrder {
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly reason: string;
}

/**
 * The copies beside the database. Each is written on its own: one that is away keeps nobody from
 * sealing, and is brought to where the chain is when it is back.
 */
export class AuditCopies {
  private readonly logger = new Logger(AuditCopies.name);
  private readonly faults = new Map<WrittenCopy, string>();
  private hasTrimmed = false;

  constructor(
    private readonly source: DataSource,
    private readonly blocks: AuditBlockRepository,
    private readonly records: AuditRecordRepository,
    private readonly auditor: Auditor,
    private readonly stream: StreamCopy,
    private readonly files: FileCopy,
    /** Blocks that the stream keeps. */
    private readonly streamBlocks: number,
  ) {}

  /**
   * Writes to each copy what it does not have yet; the end of the chain.
   *
   * Errors: InvariantError where a copy has blocks that the database has lost: whoever sealed upon
   * that would make a second chain.
   */
  async catchUp(): Promise<ChainTip> {
    const states = await this.blocks.copies(this.source.manager);
    const tip = await this.blocks.tip(this.source.manager);
    const written = Math.max(states.stream.writtenHeight, states.files.writtenHeight);
    assertInvariant(tip.height >= written, `the database has the audit blocks up to ${written}`);
    for (const copy of WRITTEN_COPIES) {
      await this.attempt(copy, tip.height, () => this.catchUpOne(copy, states[copy], tip.height));
    }
    return tip;
  }

  /** Writes a block that was just sealed. */
  async write(filled: FilledBlock): Promise<void> {
    const { height } = filled.block;
    for (const copy of WRITTEN_COPIES) {
      if (this.faults.has(copy)) continue;
      await this.attempt(copy, height, () => this.writeOne(copy, filled));
    }
  }

  /** Writes a copy anew from the database, and writes down that this was done. */
  async rebuild(copy: WrittenCopy, order: RebuildOrder): Promise<number> {
    const { manager } = this.source;
    const { floorHeight } = (await this.blocks.copies(manager))[copy];
    const { height } = await this.blocks.tip(manager);
    const filled = this.filled(copy === 'stream' ? floorHeight : 1, height);
    const written =
      copy === 'stream'
        ? await this.stream.replace(filled)
        : await this.files.replace(filled, `replaced-${Date.now()}`);
    await this.blocks.wrote(manager, copy, height);
    await this.auditor.record(manager, {
      actorId: order.actorId,
      actorRole: order.actorRole,
      action: 'audit.rebuild-copy',
      subject: `audit:${copy}`,
      outcome: 'done',
      reason: order.reason,
      details: { from: height - written + 1, to: height },
    });
    return written;
  }

  private async attempt(
    copy: WrittenCopy,
    tipHeight: number,
    work: () => Promise<number>,
  ): Promise<void> {
    try {
      behind.set({ copy }, tipHeight - (await work()));
      if (this.faults.delete(copy)) this.logger.log({ copy }, 'a copy of the audit trail is back');
      faulty.set({ copy }, 0);
    } catch (cause) {
      if (cause instanceof InvariantError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      if (this.faults.get(copy) !== reason)
        this.logger.error({ copy, err: cause }, 'a copy of the audit trail is not written');
      this.faults.set(copy, reason);
      faulty.set({ copy }, 1);
    }
  }

  private async writeOne(copy: WrittenCopy, filled: FilledBlock): Promise<number> {
    if (copy === 'stream') await this.stream.append(filled);
    else await this.files.append(filled);
    await this.blocks.wrote(this.source.manager, copy, filled.block.height);
    return filled.block.height;
  }

  private async catchUpOne(copy: WrittenCopy, state: CopyState, tip: number): Promise<number> {
    const held =
      copy === 'stream'
        ? await this.streamHeight(state, tip)
        : await this.files.mend(state.writtenHeight);
    if (copy === 'files') assertInvariant(held <= tip, 'the database has the blocks of the files');
    if (held > tip) throw new Error(`the stream has a block ${held} that nobody sealed`);
    if (held < state.writtenHeight) return this.lost(copy, held, state, tip);
    for await (const filled of this.filled(held + 1, tip)) await this.writeOne(copy, filled);
    await this.blocks.wrote(this.source.manager, copy, tip);
    if (copy === 'stream') await this.trim(state, tip);
    return tip;
  }

  /** Of the last block that is whole in the stream. */
  private async streamHeight(state: CopyState, tip: number): Promise<number> {
    const end = await this.stream.end();
    if (end.removedHeight >= state.floorHeight)
      throw new Error(`somebody removed entries of block ${end.removedHeight} from the stream`);
    if (end.height === 0 || end.height > tip) return end.height;
    const [block] = await this.blocks.find(this.source.manager, end.height, end.height);
    return end.place >= (block?.records ?? 0) ? end.height : end.height - 1;
  }

  /**
   * Redis may lose what it had: the stream is written anew, which is an event of its own. Files are
   * not lost by themselves.
   */
  private async lost(
    copy: WrittenCopy,
    held: number,
    state: CopyState,
    tip: number,
  ): Promise<number> {
    const range = `blocks ${Math.max(held + 1, state.floorHeight)} to ${state.writtenHeight}`;
    if (copy === 'files') {
      this.files.forget();
      throw new Error(`the files have lost ${range}`);
    }
    this.logger.warn({ held, tip }, 'Redis has lost audit blocks; the stream is written anew');
    await this.rebuild('stream', {
      actorId: 'audit-sealer',
      actorRole: 'system',
      reason: `Redis has lost ${range}`,
    });
    return tip;
  }

  /** Cuts whole blocks off the beginning of the stream, after an event that says so. */
  private async trim(state: CopyState, tip: number): Promise<void> {
    const length = tip - state.floorHeight + 1;
    let { floorHeight } = state;
    if (length > this.streamBlocks * (1 + TRIM_SLACK)) {
      floorHeight = tip - this.streamBlocks + 1;
      await this.source.transaction(async (manager) => {
        if (!(await this.blocks.raiseFloor(manager, 'stream', floorHeight))) return;
        await this.auditor.record(manager, {
          actorId: 'audit-sealer',
          actorRole: 'system',
          action: 'audit.trim-stream',
          subject: 'audit:stream',
          outcome: 'done',
          details: { below: floorHeight },
        });
      });
    }
    // A process that ended between the event and the cut left the cut to the next.
    if (!this.hasTrimmed || floorHeight > state.floorHeight) await this.stream.trim(floorHeight);
    this.hasTrimmed = true;
  }

  /** Blocks with their records, from the database; each gives its root and its head. */
  private async *filled(from: number, to: number): AsyncGenerator<FilledBlock> {
    for (let at = from; at <= to; at += PORTION) {
      const blocks = await this.blocks.find(
        this.source.manager,
        at,
        Math.min(at + PORTION - 1, to),
      );
      for (const block of blocks) yield await this.fill(block);
    }
  }

  private async fill(block: SealedBlock): Promise<FilledBlock> {
    const records = await this.records.read(this.source.manager, block);
    const holds = rootOf(records) === block.root && headOf(block) === block.head;
    assertInvariant(holds, `the rows of audit block ${block.height} give its root`);
    return { block, records };
  }
}
